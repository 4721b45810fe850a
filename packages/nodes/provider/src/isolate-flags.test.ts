import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { endless } from '../test/programs.ts';
import { isolateFlags, isolateFolders, isolateHostFile } from './isolate-flags.ts';
import { behindWall, strongestWall, type Wall } from './isolate-wall.ts';
import { type FromHost, type HostSettings, keyOf, type ProgramId, type ToHost } from './isolate/messages.ts';

/** Each attempt, and the code of the error it ended with. */
const ATTEMPTS = `
  const attempt = async (what) => { try { await what(); return 'done' } catch (error) { return error.code ?? error.message } };
  const { readFileSync, writeFileSync, readdirSync } = process.getBuiltinModule('node:fs');
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { Worker, parentPort } = process.getBuiltinModule('node:worker_threads');
  const inspector = process.getBuiltinModule('node:inspector');
  const { dlopen } = process;
  const attempts = async () => ({
    readOwnCode: await attempt(() => readFileSync(OWN)),
    readFile: await attempt(() => readFileSync('/etc/hostname')),
    listFolder: await attempt(() => readdirSync('/')),
    importFile: await attempt(() => import('file:///etc/hostname')),
    writeFile: await attempt(() => writeFileSync(TARGET, 'x')),
    spawn: await attempt(() => spawnSync('true')),
    addon: await attempt(() => dlopen.call(process, { exports: {} }, '/tmp/no.node')),
    inspect: await attempt(() => inspector.open(0)),
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

test('[5] A thread that is locked down has not even that, with the modules in its hands.', async () => {
  const lockDown = new URL('./isolate/lock-down.ts', import.meta.url).href;
  const thread = `${ATTEMPTS}
    import(${JSON.stringify(lockDown)}).then(async ({ lockDown }) => {
      lockDown();
      parentPort.postMessage(await attempts());
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

test('[5] A task that breaks out finds no module, no socket, no process and no file.', async () => {
  const entry = new URL('../test/escaped-worker.ts', import.meta.url).href;
  const settings = { quickjs: new Uint8Array(), programBytesPerWorker: 0 };
  const found = (await probe(`
    const worker = new Worker(new URL(${JSON.stringify(entry)}), { workerData: ${JSON.stringify(settings)} });
    worker.on('message', (message) => {
      if (message.type !== 'escaped') return;
      console.log(JSON.stringify(message.found));
      worker.terminate();
    });`)) as Record<string, string>;
  const { environment, eval: evaluation, Function: construction, 'put back': redefinition, ...rest } = found;
  expect([evaluation, construction, redefinition]).toEqual(['EvalError', 'EvalError', 'TypeError']);
  expect(environment).toBe('');
  for (const [what, came] of Object.entries(rest)) {
    expect([what, came]).toEqual([what, what.startsWith('import') ? DENIED : 'nothing']);
  }
});

const wall = strongestWall();

test.skipIf(wall === 'none')(
  `[5] Behind the wall (${wall}) there is no network, even with the module in hand.`,
  async () => {
    const server = createServer((socket) => socket.end());
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const script = `
    const socket = process.getBuiltinModule('node:net').connect(${port}, '127.0.0.1');
    socket.on('connect', () => { console.log('connected'); process.exit(); });
    socket.on('error', ({ code }) => console.log(code));`;
    const dial = async (kind: Wall): Promise<string> => {
      const node = [process.execPath, ...isolateFlags(), '--eval', script];
      const [command, ...args] = behindWall(kind, node, isolateFolders()) as [string, ...string[]];
      const child = spawn(command, args, { env: {}, cwd: '/', stdio: ['ignore', 'pipe', 'ignore'] });
      return (await text(child.stdout)).trim();
    };
    expect(await dial('none')).toBe('connected');
    expect(await dial(wall)).toMatch(/^E(NETUNREACH|CONNREFUSED|ADDRNOTAVAIL)$/);
    server.close();
  },
);

test('The isolate host ends with the process that started it, even while a thread is busy.', async () => {
  const child = spawn(process.execPath, [...isolateFlags(), isolateHostFile()], {
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const exit = once(child, 'exit');
  const settings: HostSettings = {
    workers: 1,
    heapMegabytesPerWorker: 64,
    stackMegabytesPerWorker: 4,
    quickjs: new Uint8Array(),
    programBytesPerWorker: 1024,
  };
  const tell = (message: ToHost) => child.send(message);
  const heard = async () => ((await once(child, 'message')) as [FromHost])[0];
  tell({ type: 'start', settings });
  expect(await heard()).toEqual({ type: 'ready' });
  const program: ProgramId = { kind: 'wasm', name: endless.name, nan: 'canonical' };
  tell({ type: 'prepare', program, content: endless.content });
  expect(await heard()).toMatchObject({ type: 'preparing', program: keyOf(program) });
  expect(await heard()).toMatchObject({ type: 'prepared', program: keyOf(program) });
  tell({
    type: 'run',
    taskId: 1,
    program: keyOf(program),
    task: { args: [], env: {}, stdin: new Uint8Array(), files: new Map(), seed: new Uint8Array(), startTime: 0 },
    limits: { fuel: 2n ** 62n, memoryPages: 1, stackDepth: 10, outputBytes: 0, wallClockMs: 1 },
  });
  expect(await heard()).toEqual({ type: 'running', taskId: 1 });
  child.disconnect();
  expect(await exit).toEqual([0, null]);
});
