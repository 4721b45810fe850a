import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { deployRuleRegistry, type LocalChain, startLocalChain } from '@gristmill/settlement';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND, COMMAND_FLAGS, gristmill, gristmillHere } from '../../../test/command.ts';
import { staticServer } from '../../../test/static-server.ts';

const ID = 'eu/de/income-tax';
const SHIPPED = path.join(import.meta.dirname, '../../../../../../rules', ID, 'parameters');
/** Owes 5.5% of 73,397 as the surcharge, by the shipped law of 2024. */
const FACTS = {
  assessment: 'single',
  business_income: 0,
  other_income: 0,
  deductions: 0,
  tax_withheld: 0,
  solidarity_withheld: 0,
  last_assessed_tax: 0,
  solidarity_tax_base: 7_339_700,
};

let folder: string;
let feed: string;
let facts: string;
let server: Awaited<ReturnType<typeof staticServer>>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-packs-'));
  feed = path.join(folder, 'rules.json');
  facts = path.join(folder, 'facts.json');
  await writeFile(facts, JSON.stringify(FACTS));
  server = await staticServer(feed);
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const inFolder = (name: string) => path.join(folder, name);
const packs = (...words: string[]) => gristmillHere('tax', 'packs', ...words, '--home', inFolder('reader'));
const refused = (code: string) => ({ error: { code, hint: expect.stringMatching(/\w/) as string } });

/** Publishes the shipped parameters with another rate of the surcharge. */
async function publish(rate: string, home = 'publisher', ...words: string[]) {
  const parameters = inFolder(`parameters-${rate}`);
  await cp(SHIPPED, parameters, { recursive: true });
  const file = path.join(parameters, 'solidarity.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('value: 0.055', `value: ${rate}`));
  const options = ['--pack', ID, '--parameters', parameters, '--effective-from', '2026-01-01', '--feed', feed];
  const signed = await gristmillHere('tax', 'packs', 'sign', ...options, '--home', inFolder(home), ...words);
  return signed as { cid: string; publisher: string; sequence: number; alreadyThere: boolean };
}

async function serving(): Promise<{ cid: string; rules: { source: string }; history: unknown[] }> {
  const listed = (await packs('list')) as unknown as { id: string }[];
  return listed.find(({ id }) => id === ID) as never;
}

/** What a payout asks: it must answer whatever is wrong with the feed. */
async function assessed(reference = ID): Promise<Record<string, unknown>> {
  const question = ['--pack', reference, '--year', '2024', '--facts', facts, '--income', 'business_income'];
  return await gristmillHere('tax', 'set-aside', ...question, '--earned', '100', '--home', inFolder('reader'));
}

it('signed, fetched, read, adopted: each step is a person’s, and every version can be computed again', async () => {
  const first = await publish('0.05');
  expect(await publish('0.05')).toMatchObject({ cid: first.cid, sequence: 1, alreadyThere: true });
  expect(await packs('fetch')).toMatchObject(refused('OPTION_MISSING'));
  expect(await packs('fetch', server.url)).toMatchObject(refused('OPTION_MISSING'));
  expect(await packs('fetch', 'nonsense', '--publisher', first.publisher)).toMatchObject(
    refused('RULE_FEED_URL_INVALID'),
  );
  expect(await packs('adopt', first.cid)).toMatchObject(refused('RULE_FEED_NOT_SUBSCRIBED'));

  expect(await packs('fetch', server.url, '--publisher', first.publisher)).toMatchObject({
    status: 'updated',
    error: null,
    proposals: [{ cid: first.cid, id: ID, sequence: 1, changes: { rewritten: 1, added: 0, removed: 0 } }],
    rejected: [],
  });
  expect(await packs('fetch')).toMatchObject({ status: 'unchanged', proposals: [{ cid: first.cid }] });
  const { cid: shipped } = await serving();
  expect(shipped).not.toBe(first.cid);

  const difference = { path: 'solidarity.rate', change: 'rewritten', before: '5.5%', after: '5%' };
  const effect = ['--effect', facts, '--year', '2024'];
  expect(await packs('diff', first.cid, ...effect)).toMatchObject([
    {
      packId: ID,
      parameters: [difference],
      effect: { before: { pack: shipped, total: '403683' }, after: { pack: first.cid }, difference: '-36698' },
    },
  ]);
  expect((await serving()).cid).toBe(shipped);

  expect(await packs('adopt', first.cid, '--by', 'Ada')).toMatchObject({
    packId: ID,
    replaced: shipped,
    rules: { cid: first.cid, source: 'adopted', adoption: { number: 1, adoptedBy: 'Ada', signed: { sequence: 1 } } },
  });
  expect(await serving()).toMatchObject({ cid: first.cid, rules: { source: 'adopted' }, history: [{ number: 1 }] });
  expect(await assessed()).toMatchObject({ pack: first.cid, rules: { source: 'adopted' } });
  expect(await assessed(shipped)).toMatchObject({ pack: shipped, rules: { source: 'named' } });
  const taxpayer = ['--taxpayer', '0x52908400098527886E0F7030069857D2E4169EE7', '--home', inFolder('reader')];
  expect(
    await gristmillHere('tax', 'remit', '--dry-run', '--pack', ID, '--year', '2024', '--facts', facts, ...taxpayer),
  ).toMatchObject({ pack: first.cid, rules: { source: 'adopted', adoption: { adoptedBy: 'Ada' } } });
  expect(await packs('verify', ID)).toMatchObject({ packs: [{ cid: first.cid, problems: [] }] });
  // The shipped one is kept for the day on which Gristmill ships another.
  expect(await readdir(inFolder('reader/rules/kept'))).toContain(`${shipped}.json`);

  // A correction, and the way back; the one between can still be computed.
  const second = await publish('0.04');
  expect(second).toMatchObject({ sequence: 2, alreadyThere: false });
  expect(await packs('fetch')).toMatchObject({ status: 'updated', proposals: [{ cid: second.cid }] });
  expect(await packs('diff')).toMatchObject([{ packs: { before: first.cid, after: second.cid }, effect: null }]);
  await packs('adopt', second.cid);
  expect(await packs('adopt', shipped)).toMatchObject({ replaced: second.cid, rules: { source: 'shipped' } });
  expect(await assessed(first.cid)).toMatchObject({ pack: first.cid });
  expect(await packs('diff', second.cid, '--against', first.cid, ...effect)).toMatchObject([
    { effect: { before: { pack: first.cid }, after: { pack: second.cid }, difference: '-73397' } },
  ]);
  expect(await serving()).toMatchObject({ cid: shipped, history: [{ number: 3 }, { number: 2 }, { number: 1 }] });
  // Whoever is trusted no more serves no more.
  await packs('adopt', second.cid);
  const other = (await publish('0.03', 'stranger')).publisher;
  await packs('fetch', '--publisher', other, '--distrust', first.publisher);
  expect(await serving()).toMatchObject({ cid: shipped });
});

/** A rate as the Commission's database tells it. */
const rate = (state: string, value: string) =>
  `<vatRateResults><memberState>${state}</memberState><type>STANDARD</type>
   <rate><type>DEFAULT</type><value>${value}</value></rate><situationOn>2027-01-01+01:00</situationOn></vatRateResults>`;

it('an answer of the EU database becomes parameters that can be signed, read and adopted', async () => {
  const answer = inFolder('answer.xml');
  await writeFile(
    answer,
    `<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header/><env:Body>
     <ns0:retrieveVatRatesRespMsg xmlns="urn:ec.europa.eu:taxud:tedb:services:v1:IVatRetrievalService:types"
       xmlns:ns0="urn:ec.europa.eu:taxud:tedb:services:v1:IVatRetrievalService"><additionalInformation/>
     ${rate('RO', '23.5')}${rate('DE', '19.0')}</ns0:retrieveVatRatesRespMsg></env:Body></env:Envelope>`,
  );
  const proposed = inFolder('proposed');
  expect(await packs('import-tedb', answer, '--parameters', proposed)).toMatchObject({
    rates: 2,
    changes: [{ path: 'standard-rate.ro', change: 'added', start: '2027-01-01', after: '23.5%' }],
    undecided: [],
  });
  expect(await packs('import-tedb', answer, '--parameters', proposed)).toMatchObject(refused('FOLDER_NOT_EMPTY'));
  expect(await packs('import-tedb', facts)).toMatchObject(refused('TEDB_ANSWER_MALFORMED'));
  const pack = ['--pack', 'eu/vat', '--parameters', proposed, '--effective-from', '2027-01-01', '--feed', feed];
  const signed = await gristmillHere('tax', 'packs', 'sign', ...pack, '--home', inFolder('publisher'));
  const { cid, publisher } = signed as { cid: string; publisher: string };
  await packs('fetch', server.url, '--publisher', publisher);
  expect(await packs('diff', 'eu/vat')).toMatchObject([
    { parameters: [{ path: 'standard-rate.ro', before: '21%', after: '23.5%' }] },
  ]);
  expect(await packs('adopt', cid)).toMatchObject({ packId: 'eu/vat', rules: { cid } });
});

it('what cannot be signed says why', async () => {
  const sign = (...words: string[]) =>
    gristmillHere('tax', 'packs', 'sign', '--effective-from', '2026-01-01', '--feed', feed, '--home', folder, ...words);
  expect(await sign('--pack', ID, '--parameters', inFolder('nothing'))).toMatchObject(refused('PARAMETERS_MISSING'));
  expect(await sign('--pack', 'uk/vat', '--parameters', SHIPPED)).toMatchObject(refused('RULE_PACK_MALFORMED'));
  await cp(SHIPPED, inFolder('part'), { recursive: true });
  await rm(inFolder('part/capital.yaml'));
  expect(await sign('--pack', ID, '--parameters', inFolder('part'))).toMatchObject(refused('RULE_PACK_INCOMPLETE'));
  expect(await sign('--pack', ID, '--parameters', SHIPPED, '--registry', '0x12')).toMatchObject(
    refused('OPTION_MISSING'),
  );
  await writeFile(feed, 'a page');
  expect(await sign('--pack', ID, '--parameters', SHIPPED)).toMatchObject(refused('RULE_FEED_MALFORMED'));
  expect(await readFile(feed, 'utf8')).toBe('a page');
});

describe('a bad feed never stops a payout', () => {
  it('refused, moved, nonsense, broken off, too slow, too large', async () => {
    const { cid, publisher } = await publish('0.05');
    await packs('fetch', server.url, '--publisher', publisher);
    await packs('adopt', cid);
    const before = await assessed();
    expect(before).toMatchObject({ pack: cid });
    const answers: [string, Parameters<typeof server.answerWith>[0]][] = [
      ['RULE_FEED_REFUSED', (_, response) => response.writeHead(500).end()],
      ['RULE_FEED_REFUSED', (_, response) => response.writeHead(301, { location: 'http://127.0.0.1:1' }).end()],
      ['RULE_FEED_MALFORMED', (_, response) => response.end('<html>')],
      ['RULE_FEED_UNREACHABLE', (request) => request.socket.destroy()],
      ['RULE_FEED_UNREACHABLE', (_, response) => response.writeHead(200).write('{')],
      ['RULE_FEED_TOO_LARGE', (_, response) => response.end(Buffer.alloc(9 << 20, ' '))],
    ];
    for (const [code, answer] of answers) {
      server.answerWith(answer);
      expect(await packs('fetch', '--deadline', '1')).toMatchObject({ status: 'failed', error: { code } });
      expect(await assessed()).toEqual(before);
    }
    // A script sees it by the exit code.
    const words = ['tax', 'packs', 'fetch', '--deadline', '1', '--home', inFolder('reader')];
    expect(await gristmill(...words)).toMatchObject({ code: 1, document: { status: 'failed' } });
    server.answerWith(null);
    expect(await packs('fetch')).toMatchObject({ status: 'unchanged', error: null });
  });

  it('unsigned, altered, foreign, old: refused one by one, and told', async () => {
    const first = await publish('0.05');
    const old = await readFile(feed, 'utf8');
    const second = await publish('0.04');
    await packs('fetch', server.url, '--publisher', first.publisher);
    await packs('adopt', second.cid);
    const before = await assessed();
    const [signed] = (JSON.parse(await readFile(feed, 'utf8')) as { packs: Record<string, unknown>[] }).packs;
    const [replay] = (JSON.parse(old) as { packs: Record<string, unknown>[] }).packs;
    await publish('0.02', 'stranger');
    const foreign = (JSON.parse(await readFile(feed, 'utf8')) as { packs: Record<string, unknown>[] }).packs[1];
    const bad = [{ ...signed, signature: undefined }, { ...signed, sequence: 99 }, foreign, replay, 'junk'];
    await writeFile(feed, JSON.stringify({ schema: 'gristmill/rule-feed/1', packs: bad }));
    const fetched = (await packs('fetch')) as { rejected?: { error: { code: string } }[] };
    expect(fetched).toMatchObject({ status: 'updated', proposals: [] });
    expect(fetched.rejected!.map(({ error }) => error.code)).toEqual([
      'RULE_PACK_UNSIGNED',
      'RULE_PACK_SIGNATURE_WRONG',
      'RULE_PACK_PUBLISHER_UNTRUSTED',
      'RULE_PACK_NOT_NEWER',
      'RULE_PACK_UNREADABLE',
    ]);
    expect(await packs('adopt', first.cid)).toMatchObject(refused('RULE_PACK_NOT_NEWER'));
    expect(await assessed()).toEqual(before);
    // Nor do a subscription and an adoption that somebody broke.
    await writeFile(inFolder('reader/rules/subscription.json'), '{');
    expect(await assessed()).toMatchObject({ rules: { source: 'shipped' } });
    expect(await packs('fetch')).toMatchObject(refused('RULE_SUBSCRIPTION_MALFORMED'));
  });
});

describe('with a registry on chain', () => {
  let chain: LocalChain;
  beforeAll(async () => {
    chain = await startLocalChain();
  }, 60_000);
  afterAll(() => chain.stop());

  it('a pack can be adopted once its publisher has put it there', async () => {
    const { rpcUrl, accounts } = chain;
    const registry = await deployRuleRegistry({ rpcUrl, key: accounts[0]!.privateKey });
    // The publisher's key is one that has gas.
    await mkdir(inFolder('publisher'), { mode: 0o700, recursive: true });
    await writeFile(inFolder('publisher/publisher.key'), accounts[1]!.privateKey.slice(2), { mode: 0o600 });
    const { cid, publisher } = await publish('0.05');
    const where = ['--registry', registry, '--rpc', rpcUrl];
    expect(await packs('fetch', server.url, '--publisher', publisher, ...where)).toMatchObject({
      proposals: [],
      rejected: [{ cid, error: { code: 'RULE_PACK_NOT_REGISTERED' } }],
    });
    expect(await packs('fetch', '--registry', registry)).toMatchObject(refused('OPTION_MISSING'));
    expect(await publish('0.05', 'publisher', ...where)).toMatchObject({
      alreadyThere: true,
      registry,
      transactionHash: expect.stringMatching(/^0x/) as string,
    });
    expect(await packs('fetch')).toMatchObject({ status: 'unchanged', proposals: [{ cid }] });
    expect(await packs('adopt', cid)).toMatchObject({ rules: { cid, source: 'adopted' } });
  });
});

it('killed at any moment of fetching and adopting, one of the two decisions serves, whole', async () => {
  const [first, second] = [await publish('0.05'), await publish('0.04')];
  await packs('fetch', server.url, '--publisher', first.publisher);
  const { cid: shipped } = await serving();
  for (let round = 0; round < 4; round += 1) {
    const words = round % 2 === 0 ? ['fetch'] : ['adopt', second.cid];
    const child = spawn(
      process.execPath,
      [...COMMAND_FLAGS, COMMAND, 'tax', 'packs', ...words, '--home', inFolder('reader')],
      { stdio: 'ignore' },
    );
    const exited = once(child, 'exit');
    // How long a start takes is not known; wherever the signal falls, what follows must hold.
    setTimeout(() => child.kill('SIGKILL'), randomInt(1500));
    await exited;
    const { pack, rules } = (await assessed()) as { pack?: string; rules?: { source: string } };
    expect([shipped, second.cid]).toContain(pack);
    expect(rules!.source).toBe(pack === shipped ? 'shipped' : 'adopted');
  }
  expect(await packs('fetch')).toMatchObject({ error: null });
  expect(await packs('adopt', second.cid)).toMatchObject({ rules: { cid: second.cid } });
}, 60_000);
