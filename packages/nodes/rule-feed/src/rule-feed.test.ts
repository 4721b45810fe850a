import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { explainPackDiff, loadRulePack, rulePackWith } from '@gristmill/rules';
import { adjustmentOf, assess } from '@gristmill/tax';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { feedServer } from '../test/feed-server.ts';
import { highEarner, ID, publisher, signed, stranger, withSolidarityRate } from '../test/german-income-tax.ts';
import { createRuleFeed, type RuleFeedOptions } from './rule-feed.ts';
import { ruleFeedText } from './feed-document.ts';
import { FEED_BYTES_MAX } from './feed-request.ts';
import { cidOfSigned } from './signed-pack.ts';

const shipped = await loadRulePack(ID);
const first = signed(1, '0.05');
const second = signed(2, '0.04');
const [firstCid, secondCid] = [cidOfSigned(first), cidOfSigned(second)];

let folder: string;
let server: Awaited<ReturnType<typeof feedServer>>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gristmill-feed-'));
  server = await feedServer();
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

let nowMs = Date.parse('2026-02-01T00:00:00Z');
const open = (options: Partial<RuleFeedOptions> = {}) =>
  createRuleFeed({
    url: server.url,
    publishers: [publisher.address],
    folder,
    clock: { now: () => nowMs },
    ...options,
  });
const adoptionFile = (number: number) => path.join(folder, 'adopted/eu_de_income-tax', `00000${number}.json`);
const codes = (errors: readonly { code: string }[]) => errors.map(({ code }) => code);

test('invariants 4, 6: fetched, read, adopted: a correction is an adjustment, and the past stays as it was', async () => {
  const before = assess(shipped, highEarner, { year: 2024 });
  server.serve(ruleFeedText([first]));
  const feed = open();
  expect(await feed.refresh()).toMatchObject({ status: 'updated', error: null, rejected: [], checkedAtMs: nowMs });
  // Nothing serves by being fetched.
  expect((await feed.current(ID)).pack.cid).toBe(shipped.cid);

  // Another process, another day.
  const later = open();
  const [proposal] = (await later.review()).proposals;
  const text = explainPackDiff(proposal!.diff);
  expect(text).toContain('Rewritten: these change what was assessed before (1)');
  expect(text).toContain('solidarity.rate: 5.5% -> 5%');
  expect(await later.adopt(firstCid)).toMatchObject({ source: 'adopted', notices: [], pack: { cid: firstCid } });
  expect((await later.review()).proposals).toEqual([]);

  // The feed that was open all along sees it too.
  const { pack } = await feed.current(ID);
  const after = assess(pack, highEarner, { year: 2024 });
  expect(adjustmentOf(before, after)).toMatchObject({
    before: { pack: shipped.cid, total: '403683' },
    after: { pack: firstCid },
    difference: (BigInt(after.total) - 403_683n).toString(),
  });
  expect(BigInt(after.total)).toBeLessThan(403_683n);
  expect(assess(await feed.packByCid(before.pack), highEarner, { year: 2024 })).toEqual(before);

  // And the adopted one still answers when another has replaced it.
  server.serve(ruleFeedText([first, second]));
  await feed.refresh();
  await feed.adopt(secondCid);
  expect(assess(await feed.packByCid(firstCid), highEarner, { year: 2024 })).toEqual(after);
});

test('a shipped pack that was kept, or replaced by an adoption, is there by its CID after an update', async () => {
  const before = assess(shipped, highEarner, { year: 2024 });
  const updated = rulePackWith(ID, withSolidarityRate('0.06'));
  const afterUpdate = open({ loadShipped: async (id) => (id === ID ? updated : await loadRulePack(id)) });
  await expect(afterUpdate.packByCid(shipped.cid)).rejects.toMatchObject({ code: 'RULE_PACK_NOT_KEPT' });
  await open().keep(ID);
  await open().keep(ID);
  expect(assess(await afterUpdate.packByCid(shipped.cid), highEarner, { year: 2024 })).toEqual(before);

  const file = path.join(folder, 'kept', `${shipped.cid}.json`);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"0.055"', '"0.001"'));
  await expect(afterUpdate.packByCid(shipped.cid)).rejects.toMatchObject({ code: 'RULE_PACK_NOT_KEPT' });
  await writeFile(file, 'half');
  await expect(afterUpdate.packByCid(shipped.cid)).rejects.toMatchObject({ code: 'RULE_PACK_NOT_KEPT' });

  await rm(file);
  server.serve(ruleFeedText([first]));
  const feed = open();
  await feed.refresh();
  await feed.adopt(firstCid);
  expect((await afterUpdate.packByCid(shipped.cid)).cid).toBe(shipped.cid);
  const renewed = { ...updated, formulaVersion: updated.formulaVersion + 1 };
  await expect(open({ loadShipped: async () => renewed }).packByCid(shipped.cid)).rejects.toMatchObject({
    code: 'RULE_PACK_FORMULAS_DIFFER',
  });
});

test('an unchanged feed costs no bytes', async () => {
  server.serve(ruleFeedText([first]), '"one"');
  await open().refresh();
  nowMs += 1000;
  const again = await open().refresh();
  expect(again).toMatchObject({ status: 'unchanged', error: null, checkedAtMs: nowMs });
  expect(again.proposals.map(({ cid }) => cid)).toEqual([firstCid]);
  expect(server.requests.map(({ ifNoneMatch }) => ifNoneMatch)).toEqual([undefined, '"one"']);
});

test('an altered copy of the last feed is fetched anew', async () => {
  server.serve(ruleFeedText([first]), '"one"');
  await open().refresh();
  const file = path.join(folder, 'last-feed.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('0.05', '0.01'));
  expect(await open().refresh()).toMatchObject({ status: 'updated', proposals: [{ cid: firstCid }] });
  expect(server.requests.at(-1)).toEqual({ ifNoneMatch: undefined });
});

test.each<[string, Parameters<typeof server.answerWith>[0], Partial<RuleFeedOptions>?]>([
  ['RULE_FEED_REFUSED', (_, response) => response.writeHead(500).end('oops')],
  ['RULE_FEED_REFUSED', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['RULE_FEED_UNREACHABLE', () => {}, { deadlineMs: 100 }],
  ['RULE_FEED_UNREACHABLE', (_, response) => response.writeHead(200).write('{"schema":'), { deadlineMs: 100 }],
  ['RULE_FEED_UNREACHABLE', (request) => request.socket.destroy()],
  ['RULE_FEED_MALFORMED', (_, response) => response.end('<html>')],
  ['RULE_FEED_MALFORMED', (_, response) => response.end(Buffer.from([0xff, 0xfe]))],
  ['RULE_FEED_MALFORMED', (_, response) => response.end('{"schema":"gristmill/rule-feed/2","packs":[]}')],
  [
    'RULE_FEED_MALFORMED',
    (_, response) => response.end(JSON.stringify({ schema: 'gristmill/rule-feed/1', packs: Array(65).fill(0) })),
  ],
  ['RULE_FEED_TOO_LARGE', (_, response) => response.end(Buffer.alloc(FEED_BYTES_MAX + 1, ' '))],
])('%s: a bad feed changes nothing', async (code, listener, options = {}) => {
  server.serve(ruleFeedText([first, second]), '"good"');
  const feed = open();
  await feed.refresh();
  await feed.adopt(firstCid);
  server.answerWith(listener);
  const failed = await open(options).refresh();
  expect(failed).toMatchObject({ status: 'failed', error: { code } });
  // What was fetched before can still be adopted, and what serves still serves.
  expect(failed.proposals.map(({ cid }) => cid)).toEqual([secondCid]);
  expect(await feed.current(ID)).toMatchObject({ source: 'adopted', notices: [], pack: { cid: firstCid } });
  // The bad answer left no ETag behind.
  server.serve(ruleFeedText([first, second]), '"good"');
  expect(await feed.refresh()).toMatchObject({ status: 'unchanged' });
});

test('invariant 3: whatever a server sends, nothing throws and the same pack serves', async () => {
  const packs = fc.array(
    fc.oneof(
      fc.jsonValue(),
      fc.constant(first),
      fc.constant(second),
      fc.dictionary(fc.constantFrom(...Object.keys(first)), fc.jsonValue()),
    ),
    { maxLength: 4 },
  );
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    packs.map((some) => JSON.stringify({ schema: 'gristmill/rule-feed/1', packs: some })),
  );
  const status = fc.constantFrom(200, 200, 200, 204, 206, 301, 304, 404, 503);
  const etag = fc.constantFrom('"a"', 'W/"b"', 'unquoted', '');
  await fc.assert(
    fc.asyncProperty(body, status, etag, async (text, code, tag) => {
      const feed = open({
        fetch: async () =>
          new Response([204, 304].includes(code) ? null : text, { status: code, headers: { etag: tag } }),
      });
      const { status: outcome, proposals } = await feed.refresh();
      expect(['updated', 'unchanged', 'failed']).toContain(outcome);
      for (const { cid } of proposals) expect([firstCid, secondCid]).toContain(cid);
      expect(await feed.current(ID)).toMatchObject({ source: 'shipped', notices: [], pack: { cid: shipped.cid } });
    }),
    { numRuns: 40 },
  );
});

test('a 304 that nobody asked for is refused', async () => {
  server.answerWith((_, response) => response.writeHead(304).end());
  expect(await open().refresh()).toMatchObject({ status: 'failed', error: { code: 'RULE_FEED_REFUSED' } });
});

test('each pack is judged alone: bad ones do not hide a good one', async () => {
  const packs = [
    'junk',
    { ...first, signature: undefined },
    signed(9, '0.01', stranger),
    { ...first, parameterFiles: withSolidarityRate('0.001') },
    { ...first, id: 'eu/de/no-such-tax' },
    second,
  ];
  server.serve(JSON.stringify({ schema: 'gristmill/rule-feed/1', packs }));
  const { status, proposals, rejected } = await open().refresh();
  expect(status).toBe('updated');
  expect(proposals.map(({ cid }) => cid)).toEqual([secondCid]);
  expect(rejected.map(({ index, error }) => [index, error.code])).toEqual([
    [0, 'RULE_PACK_UNREADABLE'],
    [1, 'RULE_PACK_UNSIGNED'],
    [2, 'RULE_PACK_PUBLISHER_UNTRUSTED'],
    [3, 'RULE_PACK_SIGNATURE_WRONG'],
    [4, 'RULE_PACK_UNKNOWN'],
  ]);
});

test('what was rejected cannot be adopted, and says why; what was never offered neither', async () => {
  const untrusted = signed(9, '0.01', stranger);
  server.serve(ruleFeedText([untrusted]));
  const feed = open();
  await feed.refresh();
  await expect(feed.adopt(cidOfSigned(untrusted))).rejects.toMatchObject({ code: 'RULE_PACK_PUBLISHER_UNTRUSTED' });
  await expect(feed.adopt(secondCid)).rejects.toMatchObject({ code: 'RULE_PACK_NOT_OFFERED' });
  await expect(feed.packByCid(secondCid)).rejects.toMatchObject({ code: 'RULE_PACK_NOT_KEPT' });
  await expect(feed.current('no/such')).rejects.toMatchObject({ code: 'RULE_PACK_UNKNOWN' });
});

test('invariant 7: a feed cannot roll back, a person can', async () => {
  const replay = signed(1, '0.03');
  const sameNumber = signed(2, '0.02');
  server.serve(ruleFeedText([first, second]));
  const feed = open();
  await feed.refresh();
  await feed.adopt(firstCid);
  await feed.adopt(secondCid);
  server.serve(ruleFeedText([first, replay, sameNumber]));
  const { proposals, rejected } = await feed.refresh();
  expect(proposals).toEqual([]);
  expect(rejected.map(({ index, error }) => [index, error.code])).toEqual([
    [1, 'RULE_PACK_NOT_NEWER'],
    [2, 'RULE_PACK_NOT_NEWER'],
  ]);
  await expect(feed.adopt(cidOfSigned(replay))).rejects.toMatchObject({ code: 'RULE_PACK_NOT_NEWER' });

  expect((await feed.adopt(firstCid)).pack.cid).toBe(firstCid);
  expect(await feed.adopt(shipped.cid)).toMatchObject({ source: 'shipped', notices: [], pack: { cid: shipped.cid } });
  expect((await feed.adopt(secondCid)).pack.cid).toBe(secondCid);
  expect(await readdir(path.dirname(adoptionFile(1)))).toHaveLength(5);
  // Adopting what serves already is no decision.
  await feed.adopt(secondCid);
  expect(await readdir(path.dirname(adoptionFile(1)))).toHaveLength(5);
});

test('who decided, and when, stays with the decision', async () => {
  server.serve(ruleFeedText([first, second]));
  const feed = open();
  await feed.refresh();
  const { adoption } = await feed.adopt(firstCid, { by: 'Ada' });
  expect(adoption).toEqual({
    number: 1,
    adoptedAtMs: nowMs,
    adoptedBy: 'Ada',
    cid: firstCid,
    signed: { publisher: publisher.address, sequence: 1, effectiveFrom: '2026-01-01' },
  });
  await expect(feed.adopt(secondCid, { by: 'x'.repeat(201) })).rejects.toMatchObject({ code: 'ADOPTION_MALFORMED' });
  await feed.adopt(shipped.cid);
  const history = await open().history(ID);
  expect(history.map(({ number, adoptedBy, cid, signed }) => [number, adoptedBy, cid, signed === null])).toEqual([
    [2, null, shipped.cid, true],
    [1, 'Ada', firstCid, false],
  ]);
});

test('two who adopt at once both decide, one after the other', async () => {
  server.serve(ruleFeedText([first, signed(2, '0.04')]));
  await open().refresh();
  const outcomes = await Promise.allSettled([open().adopt(firstCid), open().adopt(secondCid)]);
  const names = await readdir(path.dirname(adoptionFile(1)));
  // The lower number is refused when the higher one came first, and otherwise both are kept.
  expect(names).toHaveLength(outcomes.filter(({ status }) => status === 'fulfilled').length);
  expect((await open().current(ID)).pack.cid).toBe(secondCid);
});

test('invariant 3: a damaged adoption falls back to the last good one, and says so', async () => {
  server.serve(ruleFeedText([first, second]));
  const feed = open();
  await feed.refresh();
  await feed.adopt(firstCid);
  await feed.adopt(secondCid);
  await truncate(adoptionFile(2), 500);
  const one = await feed.current(ID);
  expect([one.pack.cid, one.source, codes(one.notices)]).toEqual([firstCid, 'adopted', ['ADOPTION_DAMAGED']]);
  // A person's edit of the money rules is no adoption.
  const text = await readFile(adoptionFile(1), 'utf8');
  await writeFile(adoptionFile(1), text.replace('"0.05"', '"0.01"'));
  const none = await feed.current(ID);
  expect(none).toMatchObject({ source: 'shipped', pack: { cid: shipped.cid } });
  expect(codes(none.notices)).toEqual(['ADOPTION_DAMAGED', 'RULE_PACK_SIGNATURE_WRONG']);
  // Adopting anew mends it and overwrites nothing.
  expect(await feed.adopt(secondCid)).toMatchObject({ source: 'adopted', notices: [], pack: { cid: secondCid } });
  expect(await readdir(path.dirname(adoptionFile(1)))).toHaveLength(3);
});

test('a folder that cannot be used stops no payout', async () => {
  const file = path.join(folder, 'a-file');
  await writeFile(file, '');
  server.serve(ruleFeedText([first]));
  const feed = open({ folder: file });
  expect(await feed.current(ID)).toMatchObject({
    source: 'shipped',
    pack: { cid: shipped.cid },
    notices: [{ code: 'RULE_FEED_FOLDER_UNUSABLE' }],
  });
  expect(await feed.refresh()).toMatchObject({ status: 'failed', error: { code: 'RULE_FEED_FOLDER_UNUSABLE' } });
});

test('a publisher who is trusted no more serves no more, but what it published can be reproduced', async () => {
  server.serve(ruleFeedText([first]));
  const feed = open();
  await feed.refresh();
  await feed.adopt(firstCid);
  const without = open({ publishers: [stranger.address] });
  const { source, notices } = await without.current(ID);
  expect([source, codes(notices)]).toEqual(['shipped', ['RULE_PACK_PUBLISHER_UNTRUSTED']]);
  await expect(without.adopt(firstCid)).rejects.toMatchObject({ code: 'RULE_PACK_PUBLISHER_UNTRUSTED' });
  expect((await without.packByCid(firstCid)).cid).toBe(firstCid);
});

test('an update of Gristmill is told to a person, and new formulas are never run on old parameters', async () => {
  server.serve(ruleFeedText([first, second]));
  const feed = open();
  await feed.refresh();
  await feed.adopt(firstCid);
  const updated = rulePackWith(ID, withSolidarityRate('0.06'));
  const sameFormulas = await open({ loadShipped: async () => updated }).current(ID);
  expect([sameFormulas.pack.cid, codes(sameFormulas.notices)]).toEqual([firstCid, ['SHIPPED_PACK_CHANGED']]);

  const renewed = open({ loadShipped: async () => ({ ...updated, formulaVersion: updated.formulaVersion + 1 }) });
  const { pack, source, notices } = await renewed.current(ID);
  expect([pack.cid, source, codes(notices)]).toEqual([updated.cid, 'shipped', ['RULE_PACK_FORMULAS_DIFFER']]);
  await expect(renewed.packByCid(firstCid)).rejects.toMatchObject({ code: 'RULE_PACK_FORMULAS_DIFFER' });

  // Behind a damaged one, an adoption from before the update does not come back to life.
  await feed.adopt(secondCid);
  await truncate(adoptionFile(2), 0);
  const behind = await open({ loadShipped: async () => updated }).current(ID);
  expect([behind.pack.cid, codes(behind.notices)]).toEqual([updated.cid, ['ADOPTION_DAMAGED']]);
});

test('with a registry, a pack must be on chain, and a silent chain stops no payout', async () => {
  server.serve(ruleFeedText([first]));
  const asked: unknown[] = [];
  let answer: boolean | Error = false;
  const registry = {
    isPublished: async (pack: unknown) => {
      asked.push(pack);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const feed = open({ registry });
  expect((await feed.refresh()).rejected).toMatchObject([
    { cid: firstCid, error: { code: 'RULE_PACK_NOT_REGISTERED' } },
  ]);
  expect(asked).toEqual([{ publisher: publisher.address, id: ID, effectiveFrom: '2026-01-01', cid: firstCid }]);
  answer = new Error('connection refused');
  await expect(feed.adopt(firstCid)).rejects.toMatchObject({ code: 'RULE_REGISTRY_UNREACHABLE' });
  answer = true;
  await feed.adopt(firstCid);
  answer = new Error('connection refused');
  expect(await feed.current(ID)).toMatchObject({ source: 'adopted', notices: [] });
});

test.each(['', 'rules.json', 'file:///etc/passwd', 'https://user:secret@example.org/'])('%j is no feed', (url) => {
  expect(() => open({ url })).toThrow(expect.objectContaining({ code: 'RULE_FEED_URL_INVALID' }));
});
