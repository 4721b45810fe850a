import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, watch, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { incomeReceived } from '@gristmill/ledger';
import { createSettlementClient, localAccounts, type SettlementClient } from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import { createHubClient } from 'gristmill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMAND, COMMAND_FLAGS, gristmillHere } from '../../../test/command.ts';
import { staticServer } from '../../../test/static-server.ts';
import { TAX_AUTHORITY } from '../../payout-plan.ts';
import { type Program, startProgram } from '../../start-program.ts';
import { recordInBooks, TAXPAYER_JOURNAL } from '../../tax/books/taxpayer-journal.ts';
import { settlementOf } from '../../wallet.ts';

const hubReady = z.object({ url: z.string() });
const KILLS = 5;

let folder: string;
let home: string;
let hub: Program & z.infer<typeof hubReady>;
let taxpayer: SettlementClient;
let payer: SettlementClient;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-remit-'));
  const started = await startProgram({
    name: 'hub',
    script: COMMAND,
    parameters: ['up', '--json', '--home', path.join(folder, 'hub'), '--port', '0', '--peer-port', '0'],
    logFile: path.join(folder, 'hub.log'),
  });
  hub = Object.assign(started, hubReady.parse(started.ready));
  home = path.join(folder, 'me');
  await mkdir(home, { mode: 0o700 });
  const network = settlementOf(await createHubClient(hub.url).network());
  const [, device, requestor] = localAccounts();
  await writeFile(path.join(home, 'device.key'), device!.privateKey.slice(2), { mode: 0o600 });
  taxpayer = await createSettlementClient({ ...network, key: device!.privateKey });
  payer = await createSettlementClient({ ...network, key: requestor!.privateKey });
  await taxpayer.setPayoutPlan({ wallet: taxpayer.signer, authority: TAX_AUTHORITY, setAsidePpm: 1_000_000 });
}, 120_000);
afterAll(async () => {
  await hub.stop();
  await rm(folder, { recursive: true, force: true });
});

let earned = 0n;
/** A payout arrives, all of which is set aside. */
async function setAside(units: bigint): Promise<void> {
  earned += units;
  await payer.mint({ to: payer.signer, units });
  await payer.deposit({ signer: payer.signer, units });
  const voucher = { payer: payer.signer, payee: taxpayer.signer, cumulative: earned };
  await payer.claimMany([await payer.signVoucher(voucher)]);
}

const remit = (...words: string[]) =>
  gristmillHere('tax', 'remit', '--pack', 'eu/de/income-tax', '--year', '2024', ...words, '--home', home);
const options = () => ['--pack', 'us/federal', '--year', '2024', '--facts', path.join(folder, 'facts.json')];
const refused = (code: string) => ({ error: { code, hint: expect.stringMatching(/\w/) as string } });

/** A year that has passed: all of its payments are due whatever day it is. */
const FACTS: Record<string, unknown> = {
  filing_status: 'single',
  primary_age: 40,
  primary_blind: false,
  claimed_as_dependent: false,
  dependents: 0,
  earned_income_credit_children: 0,
  self_employment_income: 6_000_000,
};

/** Runs `remit --watch` and kills it at the n-th change of its record, or when it has nothing more to do. */
async function watchUntilKilled(changes: number): Promise<void> {
  const words = ['tax', 'remit', '--watch', '--json', ...options(), '--home', home, '--hub', hub.url];
  const stop = new AbortController();
  const child = spawn(process.execPath, [...COMMAND_FLAGS, COMMAND, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  // Its one document comes when the first run is over.
  child.stdout.once('data', () => stop.abort());
  void exited.then(() => stop.abort());
  let left = changes;
  try {
    for await (const { filename } of watch(home, { signal: stop.signal })) {
      if (filename?.startsWith('remittances.db-wal') !== true) continue;
      left -= 1;
      if (left === 0) break;
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  }
  child.kill('SIGKILL');
  expect(await exited).toEqual([null, 'SIGKILL']);
}

it('kill -9 at any moment: the vault pays each instalment once, in full, and a dry run says so', async () => {
  const facts = await factsOf(FACTS);
  await writeFile(path.join(folder, 'facts.json'), JSON.stringify(facts));
  const dryRun = () => gristmillHere('tax', 'remit', '--dry-run', ...options(), '--home', home);
  const before = (await dryRun()) as { amount?: string; payments?: { id: string; amount: string }[] };
  expect(before).toMatchObject({
    rail: 'vault',
    taxpayer: taxpayer.signer,
    rules: { source: 'shipped' },
    paid: '0',
    next: null,
    payments: expect.arrayContaining([expect.objectContaining({ instalment: 1, state: 'overdue' })]) as unknown,
  });
  const owed = BigInt(before.amount!) * 10_000n;
  expect(owed).toBeGreaterThan(0n);
  const parts = 3n;
  for (let kill = 0; kill < KILLS; kill += 1) {
    // The money comes in parts, so that instalments are paid in several.
    if (BigInt(kill) < parts) await setAside(BigInt(kill) === parts - 1n ? owed - earned : owed / parts);
    await watchUntilKilled(1 + randomInt(14));
  }
  const last = ['tax', 'remit', ...options(), '--home', home, '--hub', hub.url];
  expect(await gristmillHere(...last)).toMatchObject({ shortfalls: [], failures: [], overpaid: [] });
  expect(await gristmillHere(...last)).toMatchObject({ handedOver: [], shortfalls: [] });

  // The chain keeps books of its own.
  const authority = await taxpayer.authorityAddress(TAX_AUTHORITY);
  expect(await taxpayer.balanceOf(authority!)).toBe(owed);
  expect(await taxpayer.setAsideOf(taxpayer.signer, TAX_AUTHORITY)).toBe(0n);
  expect(await dryRun()).toMatchObject({
    paid: before.amount,
    pays: '0',
    shortfall: '0',
    payments: before.payments!.map(({ amount }) => ({ state: amount === '0' ? 'nothing' : 'paid', paid: amount })),
  });
}, 180_000);

it('set-aside --recorded: what the books have, and the share that makes up for it, in the plan on chain', async () => {
  const facts = path.join(folder, 'facts.json');
  await writeFile(facts, JSON.stringify(await factsOf(FACTS)));
  const books = path.join(folder, 'earner');
  await mkdir(books, { mode: 0o700 });
  await cp(path.join(home, 'device.key'), path.join(books, 'device.key'));
  const { asset } = taxpayer.deployment;
  const income = (id: string, units: bigint, setAside: bigint) => {
    const parties = { payer: payer.signer, payee: taxpayer.signer, wallet: taxpayer.signer, authority: TAX_AUTHORITY };
    return incomeReceived({ id, date: '2025-03-01', asset, units, setAside, ...parties });
  };
  await recordInBooks(path.join(books, TAXPAYER_JOURNAL), systemClock, [
    income('1', 1_000_000_000n, 0n),
    income('2', 1_000_000_000n, 100_000_000n),
  ]);
  const year = ['--pack', 'us/federal', '--year', '2025', '--facts', facts, '--income', 'self_employment_income'];
  const setAside = (...words: string[]) => gristmillHere('tax', 'set-aside', ...year, ...words, '--home', books);
  const recorded = (await setAside('--recorded')) as { share?: { ppm: number; missing: string }; shortfall?: string };
  expect(recorded).toMatchObject({
    earned: '200000',
    setAside: '10000',
    missing: [{ cause: 'not-set-aside', date: '2025-03-01' }],
    share: { missing: recorded.shortfall },
    applied: null,
  });
  const applied = await setAside('--recorded', '--apply', '--hub', hub.url);
  expect(applied).toMatchObject({ applied: { transactionHash: expect.stringMatching(/^0x/) as string } });
  expect(await taxpayer.payoutPlan(taxpayer.signer)).toMatchObject({
    authority: TAX_AUTHORITY,
    setAsidePpm: recorded.share!.ppm,
  });
  expect(await setAside('--earned', '5', '--apply')).toMatchObject(refused('OPTIONS_CONFLICT'));
  // Dollars are no euros.
  const german = ['--pack', 'eu/de/income-tax', '--year', '2025', '--facts', facts, '--income', 'business_income'];
  expect(await gristmillHere('tax', 'set-aside', ...german, '--recorded', '--home', books)).toMatchObject(
    refused('EXCHANGE_RATE_MISSING'),
  );
});

it('packs sign and fetch --hub: rules must stand in the registry of the hub’s chain', async () => {
  const feed = path.join(folder, 'rules.json');
  const parameters = path.join(import.meta.dirname, '../../../../../../rules/uk/vat/parameters');
  const changed = path.join(folder, 'parameters');
  await cp(parameters, changed, { recursive: true });
  const name = (await readdir(changed)).find((file) => file.endsWith('.yaml'));
  const text = await readFile(path.join(changed, name!), 'utf8');
  await writeFile(path.join(changed, name!), text.replace(/checked: \S+/, 'checked: 2026-11-24'));
  const server = await staticServer(feed);
  try {
    const pack = ['--pack', 'uk/vat', '--parameters', changed, '--effective-from', '2026-04-01', '--feed', feed];
    const sign = (...words: string[]) =>
      gristmillHere('tax', 'packs', 'sign', ...pack, '--home', path.join(folder, 'publisher'), ...words);
    const { cid, publisher } = (await sign()) as { cid: string; publisher: string };
    const fetchFeed = (...words: string[]) =>
      gristmillHere('tax', 'packs', 'fetch', ...words, '--home', path.join(folder, 'reader'));
    const { ruleRegistry } = taxpayer.deployment;
    expect(await fetchFeed(server.url, '--publisher', publisher, '--hub', hub.url)).toMatchObject({
      registry: { address: ruleRegistry },
      proposals: [],
      rejected: [{ cid, error: { code: 'RULE_PACK_NOT_REGISTERED' } }],
    });
    expect(await sign('--hub', hub.url)).toMatchObject({ cid, alreadyThere: true, registry: ruleRegistry });
    expect(await fetchFeed()).toMatchObject({ proposals: [{ cid }], rejected: [] });
  } finally {
    await server.stop();
  }
});

it('refuses what cannot be: a foreign vault, another currency, suppositions without a dry run', async () => {
  const facts = path.join(folder, 'de.json');
  const german = ['business_income', 'other_income', 'deductions', 'tax_withheld', 'solidarity_withheld'];
  const zeros = Object.fromEntries(german.map((name) => [name, 0]));
  await writeFile(facts, JSON.stringify({ assessment: 'single', ...zeros, last_assessed_tax: 400_000 }));
  const paying = ['--facts', facts, '--hub', hub.url];
  expect(await remit(...paying)).toMatchObject(refused('RAIL_CURRENCY_MISMATCH'));
  expect(await remit(...paying, '--taxpayer', payer.signer)).toMatchObject(refused('OPTIONS_CONFLICT'));
  expect(await remit(...paying, '--on', '2024-03-01')).toMatchObject(refused('OPTIONS_CONFLICT'));
  expect(await remit(...paying, '--watch', '--dry-run')).toMatchObject(refused('OPTIONS_CONFLICT'));
  expect(await remit('--watch', '--facts', '-', '--hub', hub.url)).toMatchObject(refused('OPTIONS_CONFLICT'));
});

/** Nothing of all the money that the pack may be told of, but what is stated; without a year before, and alone. */
async function factsOf(stated: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { facts } = (await gristmillHere('tax', 'facts', 'us/federal')) as { facts: Record<string, { kind: string }> };
  const names = Object.keys(facts).filter(
    (name) => facts[name]!.kind === 'money' && !/^(spouse|prior_year)/.test(name),
  );
  return { ...Object.fromEntries(names.map((name) => [name, 0])), ...stated };
}
