import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { address } from '@gristmill/protocol';
import { parseCivilDate } from '@gristmill/tax';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bytesOf, camtText } from '../test/camt-text.ts';
import { targetCalendar } from './bank-calendar.ts';
import { achTaxRail, fasterPaymentsRail, sepaRail } from './bank-file-rail.ts';
import { readBankReports } from './bank-report.ts';
import { openWorld, type World } from './memory.ts';
import { US_TREASURY } from './nacha.ts';
import type { Obligation } from './obligation.ts';
import { openOutbox } from './outbox.ts';
import { paymentIdsOf } from './payment-ids.ts';
import type { Rail } from './rail.ts';
import { bankTiming, continuousTiming } from './rail-timing.ts';
import { applyPaymentStatus, reconcile } from './reconcile.ts';
import { recordMended } from './remittance-log.ts';
import { runRemittance } from './run-remittance.ts';
import type { Vault } from './vault.ts';
import { vaultRail } from './vault-rail.ts';

const taxpayer = address.parse('0x52908400098527886E0F7030069857D2E4169EE7');
const eur = { code: 'EUR', decimals: 2 };
const timing = bankTiming({
  calendar: targetCalendar,
  zone: 'Europe/Berlin',
  cutOff: '14:00',
  transferDays: 1,
  marginDays: 1,
});
const party = (name: string, iban: string) => ({ name, account: { iban } });
const debtor = party('A Trader', 'DE89370400440532013000');
const creditor = party('Finanzamt', 'DE75512108001245126199');
const nothing: World = { events: [], paid: new Map(), setAside: 0n };

const march: Obligation = {
  id: `de/finanzamt/est/2026/1/${taxpayer}`,
  taxpayer,
  authority: 'de/finanzamt',
  form: 'est',
  year: 2026,
  instalment: 1,
  line: 'total',
  dueDate: parseCivilDate('2026-03-10'),
  amount: 123_456n,
  currency: eur,
};
const june = { ...march, id: march.id.replace('/1/', '/2/'), instalment: 2, dueDate: parseCivilDate('2026-06-10') };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gristmill-outbox-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function setUp(available: bigint | null = null) {
  const outbox = await openOutbox(folder);
  const { journal } = openWorld(nothing);
  const options = { outbox, timing, debtor, creditor, reference: { text: '181/815/08155' } };
  const rail = sepaRail({ ...options, availableUnits: async () => available });
  const runAt = (now: string, obligations: readonly Obligation[] = [march, june], railFor = () => rail) =>
    runRemittance({ obligations, railFor, journal, clock: { now: () => Date.parse(now) } });
  return { outbox, journal, rail, runAt };
}

const waiting = async () => (await readdir(folder)).filter((name) => name !== 'sent');

test('a file is written once, a business day or more ahead, and the statement settles it', async () => {
  const { runAt, journal } = await setUp();
  // Due on Tuesday 10 March: executed on Monday at the latest; two business days ahead is Thursday, 14:00 in Berlin.
  expect(await runAt('2026-03-05T12:59:00Z')).toMatchObject({
    handedOver: [],
    upcoming: [{ dueDate: '2026-03-10', startMs: Date.parse('2026-03-05T13:00:00Z') }, { dueDate: '2026-06-10' }],
  });
  const first = await runAt('2026-03-05T13:00:01Z');
  const name = `${paymentIdsOf(`${march.id}/1`).messageId}.pain.001.xml`;
  expect(first.handedOver).toMatchObject([
    {
      units: 123_456n,
      rail: 'sepa',
      settled: false,
      arrivalDate: '2026-03-09',
      overdue: false,
      evidence: expect.stringMatching(new RegExp(`^${name} sha256:[0-9a-f]{64}$`)) as string,
    },
  ]);
  expect(await waiting()).toEqual([name]);
  expect(await readFile(path.join(folder, name), 'utf8')).toContain('<Dt>2026-03-06</Dt>');

  expect(await runAt('2026-03-08T00:00:00Z')).toMatchObject({
    handedOver: [],
    awaitingBank: [{ payments: [`${march.id}/1`], overdue: false }],
  });
  expect((await runAt('2026-03-12T00:00:00Z')).awaitingBank).toMatchObject([{ overdue: true }]);
  const { endToEndId } = paymentIdsOf(`${march.id}/1`);
  const entries = [{ amount: '1234.56', servicerReference: 'B', transactions: [{ endToEndId }] }];
  await reconcile({ reports: readBankReports(bytesOf(camtText({ entries }))), journal });
  expect(await runAt('2026-03-13T00:00:00Z')).toMatchObject({ handedOver: [], awaitingBank: [], shortfalls: [] });
});

test('a rejected payment is paid again, as another payment; after three a person is asked', async () => {
  const { runAt, journal } = await setUp();
  for (const part of [1, 2, 3]) {
    expect((await runAt('2026-03-06T08:00:00Z')).handedOver).toMatchObject([{ paymentId: `${march.id}/${part}` }]);
    const { messageId: id } = paymentIdsOf(`${march.id}/${part}`);
    await applyPaymentStatus(journal, [{ scope: 'message', id, code: 'RJCT', rejected: true, reason: 'AC04' }]);
  }
  expect(await runAt('2026-03-06T08:00:00Z')).toMatchObject({
    handedOver: [],
    returned: [1, 2, 3].map((part) => ({ paymentId: `${march.id}/${part}`, reason: 'AC04' })),
    shortfalls: [{ units: 123_456n, cause: 'returned-by-bank' }],
  });
  await recordMended(journal, {
    obligationId: march.id,
    by: 'ann',
    note: 'the account was closed; the new one is set',
  });
  expect((await runAt('2026-03-06T08:00:00Z')).handedOver).toMatchObject([{ paymentId: `${march.id}/4` }]);
});

test('a rejected payment is paid again only with what is there', async () => {
  const { rail, journal, runAt } = await setUp();
  await runAt('2026-03-06T08:00:00Z', [march]);
  const { messageId: id } = paymentIdsOf(`${march.id}/1`);
  await applyPaymentStatus(journal, [{ scope: 'message', id, code: 'RJCT', rejected: true, reason: 'AM04' }]);
  const holding = (units: bigint) => () => ({ ...rail, availableUnits: async () => units });
  expect(await runAt('2026-03-06T08:00:00Z', [march], holding(0n))).toMatchObject({
    handedOver: [],
    shortfalls: [{ units: 123_456n, cause: 'nothing-set-aside' }],
  });
  expect((await runAt('2026-03-06T08:00:00Z', [march], holding(23_456n))).handedOver).toMatchObject([
    { paymentId: `${march.id}/2`, units: 23_456n },
  ]);
});

test('what was paid too much is credited to what is left of the line, and the rest is told', async () => {
  const { runAt } = await setUp();
  expect((await runAt('2026-03-06T08:00:00Z', [march])).handedOver).toMatchObject([{ units: 123_456n }]);
  const lowered = [
    { ...march, amount: 23_456n },
    { ...june, amount: 60_000n },
  ];
  const { taxpayer: payer, authority, form, year, line } = march;
  expect(await runAt('2026-06-09T08:00:00Z', lowered)).toMatchObject({
    handedOver: [],
    credited: [{ obligationId: june.id, amount: 60_000n }],
    overpaid: [{ taxpayer: payer, authority, form, year, line, amount: 40_000n }],
  });
  const other = { ...june, amount: 60_000n, line: 'other' };
  expect(await runAt('2026-06-09T08:00:00Z', [lowered[0]!, other])).toMatchObject({
    handedOver: [{ obligationId: june.id, units: 60_000n }],
    credited: [],
    overpaid: [{ line: 'total', amount: 100_000n }],
  });
});

test('a late start is paid at once and says that it will be late', async () => {
  const { runAt } = await setUp();
  expect((await runAt('2026-03-09T13:01:00Z', [march])).handedOver).toMatchObject([
    { arrivalDate: '2026-03-11', overdue: true },
  ]);
});

test('what waits for the bank is no longer there to pay with', async () => {
  const { runAt } = await setUp(200_000n);
  const { handedOver, shortfalls } = await runAt('2026-06-09T08:00:00Z');
  expect(handedOver.map(({ units }) => units)).toEqual([123_456n, 76_544n]);
  expect(shortfalls).toMatchObject([{ obligationId: june.id, units: 46_912n, cause: 'too-little-set-aside' }]);
});

test('more than one transfer may carry is paid in parts', async () => {
  const { outbox, runAt } = await setUp();
  const account = { sortCode: '200000', accountNumber: '55779911' };
  const rail = fasterPaymentsRail({
    outbox,
    timing,
    availableUnits: async () => null,
    reference: { text: '1234567890K' },
    debtor: { name: 'A Trader', account },
    creditor: { name: 'HMRC Cumbernauld', account: { sortCode: '083210', accountNumber: '12001039' } },
  });
  expect(rail.route).toMatchObject({ account: '20000055779911', creditorAccount: '08321012001039' });
  const large = { ...march, amount: 250_000_000n, currency: { code: 'GBP', decimals: 2 } };
  const { handedOver } = await runAt('2026-03-09T08:00:00Z', [large], () => rail);
  expect(handedOver.map(({ units }) => units)).toEqual([100_000_000n, 100_000_000n, 50_000_000n]);
  expect(await waiting()).toHaveLength(3);
});

test('US federal tax leaves as an ACH file', async () => {
  const { outbox, runAt } = await setUp();
  const rail = achTaxRail({
    outbox,
    timing,
    availableUnits: async () => null,
    account: '12345',
    creditor: US_TREASURY,
    originator: { name: 'Acme', companyId: '1123456789', bankName: 'Bank', bankRoutingNumber: '123456780' },
    taxpayerId: '123456789',
    taxTypeCode: '10406',
    periodEnd: parseCivilDate('2026-12-31'),
    effectiveDateOf: (date) => date,
  });
  const april = { ...march, currency: { code: 'USD', decimals: 2 } };
  await runAt('2026-03-09T08:00:00Z', [april], () => rail);
  const [name] = await waiting();
  expect(await readFile(path.join(folder, name!), 'utf8')).toContain('TXP*123456789*10406*261201*10406*123456\\');
});

test('a file that was carried off before anybody recorded it is found, not written again', async () => {
  const { rail, journal, runAt } = await setUp();
  const crashing = {
    ...rail,
    handOver: async (payment: Parameters<Rail['handOver']>[0]) => {
      await rail.handOver(payment);
      throw new Error('killed');
    },
  };
  expect((await runAt('2026-03-06T08:00:00Z', [march], () => crashing)).failures).toHaveLength(1);
  const [name] = await waiting();
  await rename(path.join(folder, name!), path.join(folder, 'sent', name!));
  expect((await runAt('2026-03-06T09:00:00Z', [march])).handedOver).toMatchObject([
    { paymentId: `${march.id}/1`, arrivalDate: null, settled: false },
  ]);
  expect(await waiting()).toEqual([]);
  expect(journal.size).toBe(2);
});

test('a payment that was announced and never left goes out on a day that is still to come', async () => {
  const { rail, runAt } = await setUp();
  const dead: Rail = { ...rail, handOver: async () => Promise.reject(new Error('killed')) };
  await runAt('2026-03-05T14:00:00Z', [march], () => dead);
  expect(await waiting()).toEqual([]);
  expect((await runAt('2026-03-09T08:00:00Z', [march])).handedOver).toMatchObject([
    { paymentId: `${march.id}/1`, arrivalDate: '2026-03-10', overdue: false },
  ]);
  const [name] = await waiting();
  expect(await readFile(path.join(folder, name!), 'utf8')).toContain('<Dt>2026-03-09</Dt>');
});

test('a rail that fails keeps no other waiting; a file that nobody announced stops everything', async () => {
  const { rail, runAt, outbox } = await setUp();
  const broken: Rail = { ...rail, name: 'broken', handOver: async () => Promise.reject(new Error('disk full')) };
  const railFor = ({ id }: Obligation) => (id === march.id ? broken : rail);
  const { failures, handedOver } = await runAt('2026-06-09T08:00:00Z', [march, june], railFor as () => Rail);
  expect(failures).toMatchObject([{ obligationId: march.id, error: { message: 'disk full' } }]);
  expect(handedOver).toMatchObject([{ obligationId: june.id }]);

  const other = { ...march, id: 'other' };
  await outbox.put(`${paymentIdsOf('other/1').messageId}.pain.001.xml`, 'a file from elsewhere');
  await expect(runAt('2026-03-06T08:00:00Z', [other])).rejects.toMatchObject({ code: 'REMITTANCE_UNACCOUNTED' });
});

test('an outbox never shows half a file nor writes a name twice, and clears what was left unfinished', async () => {
  const outbox = await openOutbox(folder);
  await mkdir(folder, { recursive: true });
  const sha256 = await outbox.put('a.xml', 'first');
  expect(await outbox.put('a.xml', 'second')).toBe(sha256);
  expect(await readFile(path.join(folder, 'a.xml'), 'utf8')).toBe('first');
  await writeFile(path.join(folder, '.unfinished-b.xml'), 'ha');
  expect(await (await openOutbox(folder)).find('b.xml')).toBeNull();
  expect((await readdir(folder)).toSorted()).toEqual(['a.xml', 'sent']);
});

test('what can never be written is found when the rail is set up', async () => {
  const { outbox } = await setUp();
  const options = { outbox, timing, availableUnits: async () => null, debtor, reference: { text: 'x' } };
  expect(() => sepaRail({ ...options, creditor: party('Finanzamt', 'DE00') })).toThrow(
    expect.objectContaining({ code: 'PAYMENT_MALFORMED' }),
  );
});

test('each obligation goes by its own rail, the vault’s settled at once', async () => {
  const { rail, journal } = await setUp();
  const { vault } = openWorld({ ...nothing, setAside: 2_000_000n });
  const chain = vaultRail({ vault, asset: { code: 'GUSD', decimals: 6 }, leadDays: 4 });
  expect(chain.timing.startMs(march.dueDate)).toBe(continuousTiming({ leadDays: 4 }).startMs(march.dueDate));
  const dollars = { ...june, dueDate: march.dueDate, amount: 100n, currency: { code: 'USD', decimals: 2 } };
  const { handedOver } = await runRemittance({
    obligations: [march, dollars],
    railFor: ({ currency }) => (currency.code === 'USD' ? chain : rail),
    journal,
    clock: { now: () => Date.parse('2026-03-08T00:00:00Z') },
  });
  expect(handedOver.map(({ rail, settled, units }) => [rail, settled, units])).toEqual([
    ['sepa', false, 123_456n],
    ['vault', true, 1_000_000n],
  ]);
});

test('invariant 18: what was begun on one rail is counted at par on another, and resumed only on its own', async () => {
  const { journal, outbox } = await setUp();
  const dollars = { ...june, dueDate: march.dueDate, amount: 250n, currency: { code: 'USD', decimals: 2 } };
  const gusd = { code: 'GUSD', decimals: 6 };
  const bank: Rail = {
    name: 'ach',
    asset: dollars.currency,
    timing: continuousTiming({ leadDays: 4 }),
    largestPayment: null,
    route: null,
    availableUnits: async () => null,
    find: async () => null,
    handOver: async ({ id, units }) => ({
      settled: false,
      evidence: await outbox.put(id.replaceAll('/', '-'), `${units}`),
    }),
  };
  const run = (rail: Rail, record = journal) =>
    runRemittance({
      obligations: [dollars],
      railFor: () => rail,
      journal: record,
      clock: { now: () => Date.parse('2026-03-08T00:00:00Z') },
    });
  // The vault has 1.50 of 2.50: the bank is asked for the dollar that is left, and not for a million and a half of them.
  const { vault } = openWorld({ ...nothing, setAside: 1_500_000n });
  expect((await run(vaultRail({ vault, asset: gusd, leadDays: 4 }))).handedOver).toMatchObject([{ units: 1_500_000n }]);
  expect((await run(bank)).handedOver).toMatchObject([{ units: 100n, rail: 'ach' }]);

  const again = await setUp();
  const fresh = openWorld({ ...nothing, setAside: 9_000_000n }).vault;
  const chain = (changed: Partial<Vault> = {}) =>
    vaultRail({ vault: { ...fresh, ...changed }, asset: gusd, leadDays: 4 });
  expect((await run(chain({ remit: () => Promise.reject(new Error('gone')) }), again.journal)).failures).toHaveLength(
    1,
  );
  expect(await run(bank, again.journal)).toMatchObject({
    handedOver: [],
    failures: [{ error: { code: 'PAYMENT_ON_ANOTHER_RAIL' } }],
  });
  expect((await run(chain(), again.journal)).handedOver).toMatchObject([{ units: 2_500_000n, rail: 'vault' }]);
});
