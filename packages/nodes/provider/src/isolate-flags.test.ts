import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { endless } from '../test/programs.ts';
import { isolateFlags, isolateHostFile } from './isolate-flags.ts';
import type { FromHost, ToHost, ToWorker } from './isolate/messages.ts';

/** Each attempt, and the code of the error it ended with. */
const ATTEMPTS = `
  const attempt = async (what) => { try { await what(); return 'done' } catch (error) { return error.code ?? error.message } };
  const { readFileSync, writeFileSync, readdirSync } = process.getBuiltinModule('node:fs');
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const attempts = async () => ({
    readOwnCode: await attempt(() => readFileSync(OWN)),
    readFile: await attempt(() => readFileSync('/etc/hostname')),
    listFolder: await attempt(() => readdirSync('/')),
    importFile: await attempt(() => import('file:///etc/hostname')),
    writeFile: await attempt(() => writeFileSync(TARGET, 'x')),
    spawn: await attempt(() => spawnSync('true')),
    addon: await attempt(() => process.dlopen({ exports: {} }, '/tmp/no.node')),
    inspect: await attempt(() => process.getBuiltinModule('node:inspector').open(0)),
    thread: await attempt(() => new Worker('', { eval: true, execArgv: [] })),
    environment: Object.keys(process.env).length,
  });`;

async function probe(script: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'gristmill-isolate-'));
  const constants = `const OWN = ${JSON.stringify(isolateHostFile())}; const TARGET = ${JSON.stringify(join(folder, 'x'))};`;
  const child = spawn(process.execPath, [...isolateFlags(), '--eval', `${constants}${ATTEMPTS}${script}`], {
    env: {},
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await rm(folder, { recursive: true });
  expect(err).toBe('');
  return JSON.parse(out);
}

const DENIED = 'ERR_ACCESS_DENIED';

test('[5] Under the flags of the isolate host, nothing but its own code and threads can be reached.', async () => {
  expect(await probe('attempts().then((found) => console.log(JSON.stringify(found)));')).toEqual({
    readOwnCode: 'done',
    readFile: DENIED,
    listFolder: DENIED,
    importFile: DENIED,
    writeFile: DENIED,
    spawn: DENIED,
    addon: 'ERR_DLOPEN_DISABLED',
    inspect: DENIED,
    thread: 'done',
    environment: 0,
  });
});

test('[5] A worker thread that is locked down has not even that.', async () => {
  const lockDown = new URL('./isolate/lock-down.ts', import.meta.url).href;
  const thread = `${ATTEMPTS}
    import(${JSON.stringify(lockDown)}).then(async ({ lockDown }) => {
      lockDown();
      process.getBuiltinModule('node:worker_threads').parentPort.postMessage(await attempts());
    });`;
  const script = `
    const worker = new Worker(
      'const OWN = ' + JSON.stringify(OWN) + '; const TARGET = ' + JSON.stringify(TARGET) + ';' + ${JSON.stringify(thread)},
      { eval: true });
    worker.on('message', (found) => console.log(JSON.stringify(found)));`;
  expect(await probe(script)).toEqual({
    readOwnCode: DENIED,
    readFile: DENIED,
    listFolder: DENIED,
    importFile: DENIED,
    writeFile: DENIED,
    spawn: DENIED,
    addon: 'ERR_DLOPEN_DISABLED',
    inspect: DENIED,
    thread: DENIED,
    environment: 0,
  });
});

test('The isolate host ends with the process that started it, even while a thread is busy.', async () => {
  const child = spawn(process.execPath, [...isolateFlags(), isolateHostFile()], {
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const exit = once(child, 'exit');
  const start: ToHost = {
    type: 'start',
    workers: 1,
    heapMegabytesPerWorker: 64,
    stackMegabytesPerWorker: 4,
    settings: { quickjs: new Uint8Array(), programsMax: 1 },
  };
  const tell = (message: ToWorker) => child.send({ type: 'tell', worker: 1, message } satisfies ToHost);
  const heard = async () => ((await once(child, 'message')) as [FromHost])[0];
  child.send(start);
  expect(await heard()).toEqual({ type: 'told', worker: 1, message: { type: 'ready' } });
  tell({
    type: 'run',
    kind: 'wasm',
    program: endless.name,
    task: { args: [], env: {}, stdin: new Uint8Array(), files: new Map(), seed: new Uint8Array(), startTime: 0 },
    limits: { fuel: 2n ** 62n, memoryPages: 1, stackDepth: 10, outputBytes: 0, wallClockMs: 1 },
  });
  expect(await heard()).toMatchObject({ message: { type: 'program-wanted' } });
  tell({ type: 'program', content: endless.content });
  expect(await heard()).toMatchObject({ message: { type: 'running' } });
  child.disconnect();
  expect(await exit).toEqual([0, null]);
});
