import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMAND, COMMAND_FLAGS, gristmill } from '../test/command.ts';
import { importing, looping, printing } from '../test/tiny-modules.ts';
import { type Program, startProgram } from './start-program.ts';

let folder: string;
let hub: Program & z.infer<typeof hubReady>;
const hubReady = z.object({ url: z.string(), addresses: z.array(z.string()) });
const programs: Program[] = [];

function onHub(...words: string[]) {
  return gristmill(...words, '--hub', hub.url);
}

function atHome(...words: string[]) {
  return onHub(...words, '--home', path.join(folder, 'hub'));
}

async function fileOf(name: string, content: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
}

function refused(code: string) {
  return { code: 1, document: { error: expect.objectContaining({ code, hint: expect.stringMatching(/\w/) }) } };
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-command-'));
  const started = await startProgram({
    name: 'hub',
    script: COMMAND,
    parameters: ['up', '--json', '--home', path.join(folder, 'hub'), '--port', '0', '--peer-port', '0'],
    logFile: path.join(folder, 'hub.log'),
  });
  hub = Object.assign(started, hubReady.parse(started.ready));
  programs.push(hub);
  const providers = ['left', 'right'].map((name) => {
    const parameters = [
      'provide',
      '--json',
      '--slots',
      '1',
      '--claim',
      'never',
      '--hub',
      hub.url,
      '--home',
      path.join(folder, name),
    ];
    return startProgram({ name, script: COMMAND, parameters, logFile: path.join(folder, `${name}.log`) });
  });
  programs.push(...(await Promise.all(providers)));
}, 150_000);

afterAll(async () => {
  for (const program of programs.toReversed()) await program.stop();
  await rm(folder, { recursive: true, force: true });
});

// Each of these starts up to eight processes: on a busy machine a second or two each.
describe('gristmill', { timeout: 90_000 }, () => {
  it('runs a WASI program, verified by two owners, and bills what was agreed', async () => {
    const file = await fileOf('hello.wasm', printing('ground\n'));
    const { code, document } = await atHome('run', file);
    expect(code).toBe(0);
    expect(document).toMatchObject({
      state: 'delivered',
      tasks: 1,
      tasksVerified: 1,
      attempts: 2,
      attemptsRejected: 0,
    });
    expect(Buffer.from(document['resultBase64'] as string, 'base64').toString()).toBe('ground\n');
  });

  it('maps a JavaScript function over many inputs, in order', async () => {
    const file = await fileOf('square.mjs', 'export default (n) => ({ n, square: n * n });');
    const inputs = Array.from({ length: 200 }, (_, n) => n);
    const lines = await fileOf('numbers.jsonl', inputs.join('\n'));
    const { code, document } = await atHome('map', file, '--inputs', lines, '--batch', '40');
    expect(code).toBe(0);
    expect(document['outputs']).toEqual(inputs.map((n) => ({ n, square: n * n })));
    expect(document).toMatchObject({ tasks: 5, attempts: 10 });
  });

  it('settles what was earned in one transaction, and shows it', async () => {
    const { document: settled } = await atHome('settle');
    const claims = z.array(z.object({ payee: z.string(), units: z.string() })).parse(settled['claims']);
    const { document: network } = await onHub('status');
    const providers = z.array(z.object({ payee: z.string(), earnedUnits: z.string() })).parse(network['providers']);
    expect(claims).toHaveLength(2);
    expect(Object.fromEntries(claims.map(({ payee, units }) => [payee, units]))).toEqual(
      Object.fromEntries(providers.map(({ payee, earnedUnits }) => [payee, earnedUnits])),
    );
  });

  it('leaves a job to run, finds it by the end of its id, and fetches its result later', async () => {
    const file = await fileOf('cube.ts', 'export default (n: number): number => n ** 3;');
    const numbers = await fileOf('three.jsonl', '1\n2\n3\n');
    const { document: sent } = await atHome('map', file, '--inputs', numbers, '--detach');
    expect(sent).toEqual({ jobId: expect.stringMatching(/^bafy/) });
    const jobId = sent['jobId'] as string;
    const { code, document } = await onHub('result', jobId.slice(-8));
    expect({ code, document }).toMatchObject({ code: 0, document: { jobId, state: 'delivered', outputs: [1, 8, 27] } });
    const out = path.join(folder, 'cubes.jsonl');
    expect(await onHub('result', 'last', '--out', out, '--no-wait')).toMatchObject({ code: 0, document: { jobId } });
    expect(await readFile(out, 'utf8')).toBe('1\n8\n27\n');
  });

  it('takes the words of a line as a shell does', async () => {
    const file = await fileOf('words.mjs', 'export default (_, { args }) => args;');
    const lines = await fileOf('lines.txt', '7 "two words"\n');
    const stdin = await fileOf('one.json', '[null]');
    const { document } = await atHome('run', file, '--each', lines, '--stdin', stdin);
    expect(Buffer.from(document['resultBase64'] as string, 'base64').toString()).toBe('[["7","two words"]]');
  });

  it('cancels a job from another process, for who sent it and nobody else', async () => {
    const file = await fileOf('hello.wasm', printing('x'));
    const { document } = await atHome('run', file, '--replicas', '3', '--detach');
    const jobId = document['jobId'] as string;
    expect(await onHub('result', jobId, '--no-wait')).toMatchObject(refused('JOB_RUNNING'));
    const stranger = path.join(folder, 'stranger');
    await onHub('wallet', '--home', stranger);
    expect(await onHub('cancel', jobId, '--home', stranger)).toMatchObject(refused('JOB_NOT_YOURS'));
    expect(await onHub('cancel', jobId, '--home', path.join(folder, 'nobody'))).toMatchObject(
      refused('HOME_NOT_FOUND'),
    );
    expect(await atHome('cancel', jobId)).toMatchObject({ code: 0, document: { jobId, state: 'cancelled' } });
    expect(await onHub('result', jobId)).toMatchObject(refused('JOB_CANCELLED'));
    expect(await onHub('result', 'nothing')).toMatchObject(refused('JOB_UNKNOWN'));
  });

  it('verifies its own journal against the chain, while the hub runs', async () => {
    const { code, document } = await gristmill('audit', 'verify', '--home', path.join(folder, 'hub'));
    expect(code).toBe(0);
    expect(document).toMatchObject({ verified: true, anchored: true });
  });
});

describe('what is wrong is said once, clearly, with a code', { timeout: 90_000 }, () => {
  it.each([
    ['is not WebAssembly', 'MODULE_MALFORMED', new TextEncoder().encode('#!/bin/sh\necho hello')],
    ['imports what is not offered', 'MODULE_IMPORT_REFUSED', importing],
  ])('a module that %s', async (_, code, bytes) => {
    expect(await atHome('run', await fileOf('module.wasm', bytes))).toMatchObject(refused(code));
  });

  it('a module that loops for ever: it ends at its fuel limit, and the work done for it is paid', async () => {
    const file = await fileOf('loop.wasm', looping);
    const { code, document } = await atHome('run', file, '--fuel', '1000000');
    expect({ code, document }).toMatchObject(refused('TASK_FAILED'));
    expect(JSON.stringify(document)).toContain('out-of-fuel');
    const { document: network } = await onHub('status');
    const jobs = z.array(z.object({ name: z.string(), spentUnits: z.string() })).parse(network['jobs']);
    expect(jobs.find(({ name }) => name === 'loop.wasm')?.spentUnits).toBe('2');
  });

  it("a function that throws: its own message, the requestor's own line, and the line of the input", async () => {
    const file = await fileOf('throws.mjs', 'export default (n) => {\n  if (n > 6) throw new Error(`no ${n}`);\n};');
    const inputs = await fileOf('gap.jsonl', '5\n\n6\n7\n');
    const { code, document } = await atHome('map', file, '--inputs', inputs, '--batch', '2');
    expect({ code, document }).toMatchObject(refused('TASK_FAILED'));
    expect(JSON.stringify(document)).toMatch(/gap\.jsonl, line 4: .*no 7.*:2/);
  });

  it('a quote that does not end, by its line', async () => {
    const file = await fileOf('hello.wasm', printing('x'));
    const { code, document } = await atHome('run', file, '--each', await fileOf('quotes.txt', 'a\nb "c\n'));
    expect({ code, document }).toMatchObject(refused('INPUT_MALFORMED'));
    expect(JSON.stringify(document)).toContain('line 2');
  });

  it('a budget that cannot pay for one task', async () => {
    const file = await fileOf('hello.wasm', printing('x'));
    const answer = await atHome('run', file, '--budget', '0.000001');
    expect(answer).toMatchObject(refused('BUDGET_TOO_SMALL'));
    expect(JSON.stringify(answer.document)).toContain('Raise --budget');
  });

  it('an amount that is none, a file that is not there, inputs that are not JSON', async () => {
    const file = await fileOf('hello.wasm', printing('x'));
    expect(await atHome('run', file, '--budget', 'plenty')).toMatchObject(refused('MONEY_MALFORMED'));
    expect(await atHome('run', path.join(folder, 'absent.wasm'))).toMatchObject(refused('FILE_UNREADABLE'));
    const inputs = await fileOf('bad.jsonl', '1\n{oops\n');
    const square = await fileOf('square.mjs', 'export default (n) => n * n');
    const { document } = await atHome('map', square, '--inputs', inputs);
    expect(JSON.stringify(document)).toMatch(/INPUT_MALFORMED.*/);
    expect(JSON.stringify(document)).toContain('line 2');
    const latin1 = await fileOf('latin1.jsonl', Buffer.from('"caf\xe9"', 'latin1'));
    expect(await atHome('map', square, '--inputs', latin1)).toMatchObject(refused('TEXT_INVALID'));
    const empty = await fileOf('empty.txt', '\n');
    expect(await atHome('map', square, '--inputs', empty)).toMatchObject(refused('JOB_EMPTY'));
    expect(await atHome('run', file, '--each', empty)).toMatchObject(refused('JOB_EMPTY'));
  });

  it('a hub that is not there', async () => {
    const file = await fileOf('hello.wasm', printing('x'));
    for (const words of [['status'], ['run', file], ['provide'], ['settle']]) {
      const answer = await gristmill(...words, '--hub', 'http://127.0.0.1:9');
      expect(answer).toMatchObject(refused('HUB_UNREACHABLE'));
    }
  });

  it('too few owners: why it waits is said, and an interruption cancels the job', async () => {
    const file = await fileOf('hello.wasm', printing('x'));
    const words = ['run', file, '--replicas', '3', '--json', '--hub', hub.url, '--home', path.join(folder, 'hub')];
    const child = spawn(process.execPath, [...COMMAND_FLAGS, COMMAND, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('3 different owners must agree on each result, and 2 are online')) child.kill('SIGINT');
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect({ code, document: JSON.parse(printed) as unknown }).toMatchObject(refused('JOB_CANCELLED'));
    const jobId = /job (\S+), 1 task/.exec(said)![1];
    const { document: network } = await onHub('status');
    const jobs = z.array(z.object({ jobId: z.string(), state: z.string() })).parse(network['jobs']);
    expect(jobs.find((job) => job.jobId === jobId)?.state).toBe('cancelled');
  });

  it('an output that cannot be written, before anything is paid', async () => {
    const file = await fileOf('hello.wasm', printing('x'));
    const before = (await onHub('status')).document['jobs'] as unknown[];
    expect(await atHome('run', file, '--output', '/nonexistent/x')).toMatchObject(refused('FILE_UNWRITABLE'));
    expect((await onHub('status')).document['jobs']).toHaveLength(before.length);
  });

  it('a result that cannot be written: the hub still has it', { skip: process.platform !== 'linux' }, async () => {
    const file = await fileOf('hello.wasm', printing('kept'));
    const answer = await atHome('run', file, '--output', '/dev/full');
    expect(answer).toMatchObject(refused('FILE_UNWRITABLE'));
    expect(JSON.stringify(answer.document)).toContain('gristmill result last');
    const { document } = await onHub('result', 'last');
    expect(Buffer.from(document['resultBase64'] as string, 'base64').toString()).toBe('kept');
  });

  it('progress that nobody reads: the job goes on, and its result is printed', async () => {
    const file = await fileOf('hello.wasm', printing('heard'));
    const words = ['run', file, '--hub', hub.url, '--home', path.join(folder, 'hub')];
    const child = spawn(process.execPath, [...COMMAND_FLAGS, COMMAND, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr.destroy();
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, printed }).toEqual({ code: 0, printed: 'heard' });
  });

  it('a port that is taken: the error is the end', async () => {
    const taken = new URL(hub.url).port;
    const home = path.join(folder, 'elsewhere');
    const answer = await gristmill('up', '--home', home, '--port', taken, '--peer-port', '0');
    expect(answer).toMatchObject(refused('PORT_TAKEN'));
    const peerPort = new URL(`tcp://${hub.addresses[0]!.split('/').slice(2, 5).join('/').replace('/tcp/', ':')}`).port;
    const peers = await gristmill('up', '--home', home, '--port', '0', '--peer-port', peerPort);
    expect(peers).toMatchObject(refused('PORT_TAKEN'));
    expect(JSON.stringify(peers.document)).toContain('--peer-port');
  });

  it('a second provider on one home, a second hub on another', async () => {
    const left = path.join(folder, 'left');
    expect(await onHub('provide', '--home', left)).toMatchObject(refused('DEVICE_IN_USE'));
    const twice = await gristmill('up', '--home', path.join(folder, 'hub'), '--port', '0', '--peer-port', '0');
    expect(twice).toMatchObject(refused('JOURNAL_LOCKED'));
  });

  it('a command line that is wrong: exit code 2', async () => {
    const [without, mistyped, nothing] = await Promise.all([gristmill('run'), gristmill('mapp'), gristmill()]);
    for (const answer of [without, mistyped, nothing]) {
      expect(answer).toMatchObject({ code: 2, document: { error: { code: 'USAGE' } } });
    }
    expect(JSON.stringify(mistyped.document)).toContain('Did you mean map?');
    expect(JSON.stringify(without.document)).toContain('gristmill run --help');
    const file = await fileOf('hello.wasm', printing('x'));
    const invalid = await atHome('run', file, '--replicas', '0');
    expect(invalid).toMatchObject({ code: 2, document: { error: { code: 'OPTION_INVALID' } } });
    const conflict = await gristmill('up', '--deployment', 'deployment.json');
    expect(conflict).toMatchObject({ code: 2, document: { error: { code: 'OPTIONS_CONFLICT' } } });
  });

  it('a voucher with a wrong signature, for another chain, or no higher than what was drawn: none costs gas', async () => {
    const own = z
      .array(
        z.object({ voucher: z.looseObject({ chainId: z.number(), cumulative: z.string() }), signature: z.string() }),
      )
      .parse(JSON.parse(await readFile(path.join(folder, 'left', 'vouchers.json'), 'utf8')));
    const [{ voucher, signature }] = own as [(typeof own)[number]];
    const cases = {
      VOUCHER_SIGNATURE_INVALID: { voucher: { ...voucher, cumulative: `${voucher.cumulative}0` }, signature },
      VOUCHER_WRONG_CHAIN: { voucher: { ...voucher, chainId: 1 }, signature },
    };
    for (const [code, changed] of Object.entries(cases)) {
      const file = await fileOf(`${code}.json`, JSON.stringify([changed]));
      expect(await atHome('settle', '--vouchers', file)).toMatchObject(refused(code));
    }
    await atHome('settle');
    const file = await fileOf('own.json', JSON.stringify(own));
    expect(await atHome('settle', '--vouchers', file)).toMatchObject(refused('VOUCHER_NOT_INCREASING'));
    expect(await atHome('settle')).toMatchObject({ code: 0, document: { claims: [] } });
  });

  it('a journal that was cut short or changed: named, and left as it was', async () => {
    const source = path.join(folder, 'hub');
    const cut = await copyOfJournal(source, 'cut', async (file) =>
      truncate(file, Math.floor((await stat(file)).size / 2)),
    );
    expect(await gristmill('audit', 'verify', '--home', cut)).toMatchObject({
      code: 1,
      document: { error: { code: expect.stringMatching(/^JOURNAL_(TRUNCATED|CORRUPT|BROKEN)$/) } },
    });

    const start = ['up', '--home', cut, '--port', '0', '--peer-port', '0'];
    expect(await gristmill(...start)).toMatchObject({
      code: 1,
      document: { error: { code: expect.stringMatching(/^JOURNAL_(TRUNCATED|CORRUPT|BROKEN)$/) } },
    });

    const changed = await copyOfJournal(source, 'changed', async (file) => {
      const content = await readFile(file);
      // A payer's budget, somewhere in the middle of an event.
      const at = content.indexOf('spentUnits') === -1 ? content.indexOf('cumulative') : content.indexOf('spentUnits');
      const handle = await open(file, 'r+');
      await handle.write(Uint8Array.of(content[at + 12]! ^ 1), 0, 1, at + 12);
      await handle.close();
    });
    expect(await gristmill('audit', 'verify', '--home', changed)).toMatchObject({
      code: 1,
      document: { error: { code: expect.stringMatching(/^JOURNAL_(CORRUPT|BROKEN)$/) } },
    });
  });
});

/** A home with a copy of the running hub's journal, damaged by `damage`. */
async function copyOfJournal(source: string, name: string, damage: (file: string) => Promise<void>): Promise<string> {
  const home = await mkdtemp(path.join(folder, `${name}-`));
  const copy = path.join(home, 'journal.db');
  const database = new DatabaseSync(path.join(source, 'journal.db'), { readOnly: true });
  database.exec(`VACUUM INTO '${copy}'`);
  database.close();
  await copyFile(path.join(source, 'hub.json'), path.join(home, 'hub.json'));
  await copyFile(path.join(source, 'hub.key'), path.join(home, 'hub.key'));
  await damage(copy);
  return home;
}
