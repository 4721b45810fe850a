import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Limits, TaskInput } from '@gristmill/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bulky,
  endlessStart,
  fileFlood,
  hugeBranchTable,
  memoryBomb,
  nestedBlocks,
  outputFlood,
  trapping,
} from '../test/hostile-modules.ts';
import { deep, echo, endless, javaScript, strange } from '../test/programs.ts';
import type { Execution, ProgramContent } from './executor.ts';
import { createProcessExecutor, type ProcessExecutor } from './process-executor.ts';

const MEGABYTE = 2 ** 20;
/** What caches, code and unused heap may come to beyond where the process began, once it is quiet. */
const MEMORY_LEFT_MAX = 600 * MEGABYTE;
const MEMORY_WAIT_MS = 20_000;

const plainLimits: Limits = {
  fuel: 100_000_000n,
  memoryPages: 100,
  stackDepth: 1000,
  outputBytes: 10_000,
  wallClockMs: 60_000,
};

let executor: ProcessExecutor;
let pid: number | null;
let memoryAtFirst: number;

function execute(
  program: ProgramContent,
  limits: Partial<Limits> = {},
  task: Partial<TaskInput> = {},
): Promise<Execution> {
  return executor.execute({
    program,
    task: {
      args: [],
      env: {},
      stdin: new TextEncoder().encode('[1]'),
      files: new Map(),
      seed: new Uint8Array(32),
      startTime: 0,
      ...task,
    },
    limits: { ...plainLimits, ...limits },
  });
}

/** Memory of the isolate process that is really there, in bytes; 0 where the system does not tell. */
async function residentBytes(): Promise<number> {
  if (process.platform !== 'linux') return 0;
  const status = await readFile(`/proc/${executor.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) * 1024;
}

/** How long the next task took from asking to answer, for the report; no test depends on it. */
const nextTaskMs: number[] = [];

/** The host is well: the same process, and the next task comes to what it always does. */
async function expectHealthy(): Promise<void> {
  const startedAt = performance.now();
  expect(await execute(echo)).toMatchObject({ status: 'exited', exitCode: 0, stdout: new TextEncoder().encode('[1]') });
  nextTaskMs.push(performance.now() - startedAt);
  expect(executor.pid).toBe(pid);
}

async function expectMemoryBack(): Promise<void> {
  const deadline = performance.now() + MEMORY_WAIT_MS;
  let resident = await residentBytes();
  while (resident > memoryAtFirst + MEMORY_LEFT_MAX && performance.now() < deadline) {
    await sleep(100);
    resident = await residentBytes();
  }
  expect(resident).toBeLessThanOrEqual(memoryAtFirst + MEMORY_LEFT_MAX);
}

beforeAll(async () => {
  executor = await createProcessExecutor({ niceness: 0, workers: 1 });
  pid = executor.pid;
  await execute(echo);
  memoryAtFirst = await residentBytes();
});
afterAll(async () => {
  await executor.close();
  const sorted = nextTaskMs.toSorted((a, b) => a - b);
  console.info(
    `next task after a hostile one: median ${sorted[sorted.length >> 1]?.toFixed(1)} ms, worst ${sorted.at(-1)?.toFixed(1)} ms`,
  );
});

describe('modules', () => {
  test.each(Object.entries(trapping))('[2] [6] %s is a trap and an outcome.', async (_, program) => {
    const outcome = await execute(program);
    expect(outcome).toMatchObject({ status: 'trapped', exitCode: null });
    expect(await execute(program)).toMatchObject({ trap: outcome.trap, fuelUsed: outcome.fuelUsed });
    await expectHealthy();
  });

  test.each([
    ['a loop', endless],
    ['a start function', endlessStart],
  ])('[2] [6] %s without end is out of fuel, or too slow for the clock, and then no outcome.', async (_, program) => {
    expect(await execute(program)).toMatchObject({ status: 'out-of-fuel', fuelUsed: plainLimits.fuel });
    await expectHealthy();
    await expect(execute(program, { fuel: 2n ** 62n, wallClockMs: 50 })).rejects.toMatchObject({
      code: 'WALL_CLOCK_EXCEEDED',
      fault: 'platform',
    });
    await expectHealthy();
  });

  test('[6] A thread lost to the clock time and again is replaced each time.', async () => {
    for (let i = 0; i < 5; i++) {
      await expect(execute(endless, { fuel: 2n ** 62n, wallClockMs: 20 })).rejects.toMatchObject({
        code: 'WALL_CLOCK_EXCEEDED',
      });
    }
    // More in a row than threads stand by: the next one waits until another has started.
    expect((await execute(echo)).status).toBe('exited');
    await expectHealthy();
  });

  test('[6] Recursion without end stops at the depth limit.', async () => {
    expect(await execute(deep, { stackDepth: 60_000 })).toMatchObject({ status: 'limit', trap: 'stackDepth' });
    await expectHealthy();
  });

  test('[2] [6] Imports that nobody offers are refused.', async () => {
    expect((await execute(strange)).trap).toMatch(/^MODULE_IMPORT_REFUSED/);
    await expectHealthy();
  });

  test('[6] Half a gigabyte written on every page is given back.', async () => {
    const pages = 8192;
    const outcome = await execute(memoryBomb(pages), { memoryPages: pages, fuel: 10n ** 12n });
    expect(outcome).toMatchObject({ status: 'exited', peakMemoryBytes: pages * 65_536 });
    await expectHealthy();
    await expectMemoryBack();
    expect(await execute(memoryBomb(pages))).toMatchObject({ status: 'trapped' });
    await expectHealthy();
  });

  test('[6] 100 MB of output come out whole or stop at the limit, and are given back.', async () => {
    const flood = outputFlood(1600);
    expect(await execute(flood, { outputBytes: 10 * MEGABYTE })).toMatchObject({
      status: 'limit',
      trap: 'outputBytes',
    });
    await expectHealthy();
    const { status, stdout } = await execute(flood, { outputBytes: 200 * MEGABYTE });
    expect([status, stdout.length]).toEqual(['exited', 100 * MEGABYTE]);
    await expectHealthy();
    await expectMemoryBack();
  });

  test('[6] A million files stop at the limit.', async () => {
    const { status, trap } = await execute(fileFlood(1_000_000), { fuel: 10n ** 15n, outputBytes: MEGABYTE });
    expect([status, trap]).toEqual(['limit', 'outputBytes']);
    await expectHealthy();
  });

  test('[6] What a module is too large for in some way is refused or run, and no thread is lost.', async () => {
    for (const program of [
      hugeBranchTable(5000),
      hugeBranchTable(1_000_000),
      nestedBlocks(100_000),
      bulky(2000, 500),
    ]) {
      const { status, fuelUsed, trap } = await execute(program);
      expect(['exited', 'trapped']).toContain(status);
      if (status === 'trapped') {
        expect(fuelUsed).toBe(0n);
        expect(trap).toMatch(/^MODULE_/);
      }
      await expectHealthy();
    }
  });

  test('[2] Bytes that are no module are refused.', async () => {
    for (const length of [0, 1, 8, 100_000]) {
      const content = new Uint8Array(length).fill(0xff);
      const program: ProgramContent = { ...echo, content, name: `${echo.name}${length}` as ProgramContent['name'] };
      expect((await execute(program)).trap).toMatch(/^MODULE_MALFORMED/);
    }
    await expectHealthy();
  });
});

describe('JavaScript', () => {
  const limits: Partial<Limits> = { fuel: 300_000_000n, memoryPages: 4096, outputBytes: MEGABYTE };
  const hostile: [name: string, source: string, input?: string][] = [
    ['a regular expression that backtracks for ever', 'export default () => /^(a+)+$/.test("a".repeat(40) + "!");'],
    ['a string that doubles', 'export default () => { let s = "x"; for (;;) s += s; };'],
    ['arrays of arrays', 'export default () => { const a = []; for (;;) a.push(new Array(1e6).fill(1)); };'],
    ['the longest array', 'export default () => new Array(2 ** 32 - 1).fill(0).length;'],
    [
      'promises without end',
      'export default async () => { for (const p = []; ; ) p.push(Promise.resolve().then(() => p)); };',
    ],
    ['microtasks without end', 'export default () => { const f = () => Promise.resolve().then(f); return f(); };'],
    ['a promise that never settles', 'export default () => new Promise(() => {});'],
    ['a module that never ends', 'for (;;);'],
    ['recursion', 'export default function f() { return f() + 1; }'],
    ['a proxy that never answers', 'export default () => new Proxy({}, { ownKeys() { for (;;); } });'],
    ['deep output', 'export default () => { let o = {}; for (let i = 0; i < 1e6; i++) o = { o }; return o; };'],
    ['deep input', 'export default () => 1;', `${'['.repeat(300_000)}${']'.repeat(300_000)}`],
    ['a number of ten million digits', 'export default () => String(7n ** (10n ** 7n)).length;'],
    ['an error that cannot be described', 'export default () => { throw { get message() { for (;;); } }; };'],
    ['a log without end', 'export default () => { for (;;) console.log("x".repeat(1000)); };'],
    ['no JavaScript', 'export default (((('],
    [
      'reaching for the host',
      'export default () => [typeof process, typeof require, typeof fetch, typeof WebAssembly].map((t) => { if (t !== "undefined") for (;;); throw new Error("nothing there"); });',
    ],
  ];

  test.each(hostile)('[2] [6] %s is an outcome, the same each time.', async (_, source, input = '[1]') => {
    const run = () => execute(javaScript(source), limits, { stdin: new TextEncoder().encode(input) });
    const { status, exitCode, trap, fuelUsed } = await run();
    expect(['exited', 'out-of-fuel', 'limit', 'trapped']).toContain(status);
    if (status === 'exited') expect(exitCode).toBe(1);
    expect(await run()).toMatchObject({ status, exitCode, fuelUsed, ...(trap !== undefined && { trap }) });
    await expectHealthy();
  });

  test('[6] Whatever one task does to the language, the next finds it as it should be.', async () => {
    const vandal = `
      Object.prototype.toJSON = () => 7; Array.prototype.map = null; globalThis.JSON = null; Promise.prototype.then = null;
      Object.freeze(Object.prototype); export default () => 1;`;
    await execute(javaScript(vandal), limits);
    const { stdout } = await execute(javaScript('export default (x) => ({ x: [x].map((y) => y + 1) });'), limits);
    expect(JSON.parse(new TextDecoder().decode(stdout))).toEqual([{ x: [2] }]);
    await expectHealthy();
  });
});

test('[6] In the end the memory is back.', () => expectMemoryBack());
