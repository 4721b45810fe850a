import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { feedServer } from '../test/feed-server.ts';
import { ID, publisher, signed } from '../test/german-income-tax.ts';
import { createRuleFeed, ruleFeedText, cidOfSigned } from './index.ts';

const SCRIPT = path.join(import.meta.dirname, '../test/adopt-until-killed.ts');
const KILLS = 4;

let folder: string;
let server: Awaited<ReturnType<typeof feedServer>>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gristmill-feed-crash-'));
  server = await feedServer();
});
afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Lets a process adopt until it has said so many lines, and kills it then. Gives its last words. */
async function adoptUntilKilled(cids: readonly string[], lines: number) {
  const script = spawn(process.execPath, [...process.execArgv, SCRIPT, folder, server.url, ...cids], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(script, 'exit');
  const said = { tried: '', adopted: null as string | null };
  let left = lines;
  for await (const line of createInterface({ input: script.stdout })) {
    const [verb, cid] = line.split(' ') as [string, string];
    if (verb === 'trying') said.tried = cid;
    else said.adopted = cid;
    if (--left === 0) script.kill('SIGKILL');
  }
  await exited;
  return said;
}

test('invariant 5: killed at any moment of adopting, one of the two decisions serves, whole', async () => {
  const packs = [signed(1, '0.05'), signed(2, '0.04')];
  const cids = packs.map(cidOfSigned);
  server.serve(ruleFeedText(packs));
  const feed = createRuleFeed({ url: server.url, publishers: [publisher.address], folder, clock: Date });
  await feed.refresh();
  for (const cid of cids) await feed.adopt(cid);
  for (let kill = 0; kill < KILLS; kill++) {
    const before = (await feed.current(ID)).pack.cid;
    const { tried, adopted } = await adoptUntilKilled(cids, 1 + randomInt(12));
    const { pack, source, notices } = await feed.current(ID);
    expect({ source, notices }).toEqual({ source: 'adopted', notices: [] });
    expect([adopted ?? before, tried]).toContain(pack.cid);
  }
}, 60_000);

test('what a crash left half written is not looked at', async () => {
  server.serve(ruleFeedText([signed(1, '0.05')]));
  const feed = createRuleFeed({ url: server.url, publishers: [publisher.address], folder, clock: Date });
  await feed.refresh();
  const { pack } = await feed.adopt(cidOfSigned(signed(1, '0.05')));
  const adopted = path.join(folder, 'adopted', 'eu_de_income-tax');
  await writeFile(path.join(adopted, '.unfinished-1'), '{"schema":"gristmill/rule-ad');
  await writeFile(path.join(folder, '.unfinished-2'), '');
  expect(await feed.current(ID)).toMatchObject({ source: 'adopted', notices: [], pack: { cid: pack.cid } });
  expect((await readdir(adopted)).filter((name) => !name.startsWith('.'))).toEqual(['000001.json']);
});
