import { readdir, readFile, readlink } from 'node:fs/promises';
import { constants, getPriority } from 'node:os';
import type { Limits, TaskInput } from '@gristmill/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bulky } from '../test/hostile-modules.ts';
import { deep, echo, endless, greedy, javaScript, strange } from '../test/programs.ts';
import { probeDevice } from './probe-device.ts';
import type { ProgramContent } from './executor.ts';
import { createProcessExecutor, type ProcessExecutor } from './process-executor.ts';

const PAGE_BYTES = 65_536;

function task(changes: Partial<TaskInput> = {}): TaskInput {
  return {
    args: [],
    env: {},
    stdin: new TextEncoder().encode('grist'),
    files: new Map(),
    seed: new Uint8Array(32),
    startTime: 0,
    ...changes,
  };
}

function limits(changes: Partial<Limits> = {}): Limits {
  return {
    fuel: 10n ** 9n,
    memoryPages: 100,
    stackDepth: 1000,
    outputBytes: 10_000,
    wallClockMs: 60_000,
    ...changes,
  };
}

const endlessFuel = { fuel: 2n ** 62n };

describe('with one worker', () => {
  let executor: ProcessExecutor;
  beforeAll(async () => {
    executor = await createProcessExecutor({ niceness: 0, workers: 1 });
  });
  afterAll(() => executor.close());

  const runEcho = () => executor.execute({ program: echo, task: task(), limits: limits() });

  test('A module runs, and the same task gives the same outcome.', async () => {
    const first = await runEcho();
    expect(first).toMatchObject({ status: 'exited', exitCode: 0, stdout: new TextEncoder().encode('grist') });
    expect(first.fuelUsed).toBeGreaterThan(0n);
    expect(first.cpuMs).toBeGreaterThan(0);
    expect((await runEcho()).fuelUsed).toBe(first.fuelUsed);
  });

  test('A JavaScript program runs.', async () => {
    const { status, stdout } = await executor.execute({
      program: javaScript('export default (x) => x * 2;'),
      task: task({ stdin: new TextEncoder().encode('[1,2,3]') }),
      limits: limits({ fuel: 10n ** 12n, memoryPages: 1000 }),
    });
    expect(status).toBe('exited');
    expect(JSON.parse(new TextDecoder().decode(stdout))).toEqual([2, 4, 6]);
  });

  test('A program travels to a worker once.', async () => {
    let travels = 0;
    const program = {
      ...greedy,
      get content() {
        travels += 1;
        return greedy.content;
      },
    };
    for (let i = 0; i < 3; i++) await executor.execute({ program, task: task(), limits: limits() });
    expect(travels).toBe(1);
  });

  test('[2] What the sandbox refuses is an outcome that costs nothing.', async () => {
    for (let i = 0; i < 2; i++) {
      const outcome = await executor.execute({ program: strange, task: task(), limits: limits() });
      expect(outcome).toMatchObject({ status: 'trapped', exitCode: null, fuelUsed: 0n });
      expect(outcome.trap).toMatch(/^MODULE_IMPORT_REFUSED: .*format_disk/);
    }
    const files = new Map([
      ['/a', new Uint8Array()],
      ['/a/b', new Uint8Array()],
    ]);
    const outcome = await executor.execute({ program: echo, task: task({ files }), limits: limits() });
    expect(outcome).toMatchObject({ status: 'trapped', fuelUsed: 0n });
    expect(outcome.trap).toMatch(/^TASK_FILES_INVALID: /);
  });

  test('[6] Memory stops at the limit of the job.', async () => {
    const { stdout, peakMemoryBytes } = await executor.execute({ program: greedy, task: task(), limits: limits() });
    expect(new DataView(stdout.buffer, stdout.byteOffset).getUint32(0, true)).toBe(100);
    expect(peakMemoryBytes).toBe(100 * PAGE_BYTES);
  });

  test('[6] Endless recursion ends at the depth limit, with the engine unharmed.', async () => {
    const outcome = await executor.execute({ program: deep, task: task(), limits: limits({ stackDepth: 50_000 }) });
    expect(outcome).toMatchObject({ exitCode: null });
    expect(['limit', 'trapped']).toContain(outcome.status);
    expect((await runEcho()).status).toBe('exited');
  });

  test('[2] [6] An endless task ends by the clock, and the next one runs.', async () => {
    await expect(
      executor.execute({ program: endless, task: task(), limits: limits({ ...endlessFuel, wallClockMs: 200 }) }),
    ).rejects.toMatchObject({ code: 'WALL_CLOCK_EXCEEDED', fault: 'platform' });
    expect((await runEcho()).status).toBe('exited');
  });

  test('[2] [6] When the process is killed, what ran is lost and what waited runs.', async () => {
    const running = executor.execute({ program: endless, task: task(), limits: limits(endlessFuel) });
    const waiting = runEcho();
    const { pid } = executor;
    process.kill(pid!, 'SIGKILL');
    await expect(running).rejects.toMatchObject({ code: 'ISOLATE_CRASHED', fault: 'platform' });
    expect((await waiting).status).toBe('exited');
    expect(executor.pid).not.toBe(pid);
  });

  test('What waits can be taken back.', async () => {
    const running = runEcho();
    const signal = AbortSignal.abort(new Error('not wanted'));
    await expect(executor.execute({ program: endless, task: task(), limits: limits(), signal })).rejects.toThrow(
      'not wanted',
    );
    const later = new AbortController();
    const waiting = executor.execute({
      program: endless,
      task: task(),
      limits: limits(endlessFuel),
      signal: later.signal,
    });
    later.abort(new Error('not wanted any more'));
    await expect(waiting).rejects.toThrow('not wanted any more');
    expect((await running).status).toBe('exited');
    expect((await runEcho()).status).toBe('exited');
  });

  test('The probe measures a speed.', async () => {
    const { fuelPerSecond, cores, memoryBytes } = await probeDevice({ executor });
    expect(fuelPerSecond).toBeGreaterThan(1_000_000);
    expect(cores).toBeGreaterThan(0);
    expect(memoryBytes).toBeGreaterThan(0);
  });
});

test('Two tasks run at the same time; closing ends what still runs.', async () => {
  const executor = await createProcessExecutor({ niceness: 0, workers: 2 });
  const long = executor.execute({ program: endless, task: task(), limits: limits(endlessFuel) });
  const ended = expect(long).rejects.toMatchObject({ code: 'EXECUTOR_CLOSED' });
  const short = await executor.execute({ program: echo, task: task(), limits: limits() });
  expect(short.status).toBe('exited');
  await executor.close();
  await ended;
  expect(executor.pid).toBeNull();
  await expect(executor.execute({ program: echo, task: task(), limits: limits() })).rejects.toMatchObject({
    code: 'EXECUTOR_CLOSED',
  });
});

test('[7] A program is prepared once, however many tasks want it at once and on whichever thread they run.', async () => {
  const executor = await createProcessExecutor({ niceness: 0, workers: 2 });
  try {
    let travels = 0;
    const program = {
      ...echo,
      get content() {
        travels += 1;
        return echo.content;
      },
    };
    const run = () => executor.execute({ program, task: task(), limits: limits() });
    const outcomes = await Promise.all(Array.from({ length: 8 }, run));
    expect(outcomes.map(({ status }) => status)).toEqual(Array(8).fill('exited'));
    expect(new Set(outcomes.map(({ fuelUsed }) => fuelUsed)).size).toBe(1);
    expect(travels).toBe(1);
    // The other form of NaNs is another program; it costs the same.
    const optimistic = await executor.execute({
      program: { ...echo, nan: 'optimistic' },
      task: task(),
      limits: limits(),
    });
    expect(optimistic).toMatchObject({ status: 'exited', fuelUsed: outcomes[0]!.fuelUsed });
  } finally {
    await executor.close();
  }
});

test('[7] A program that made room for others is prepared anew.', async () => {
  const executor = await createProcessExecutor({ niceness: 0, workers: 1, programBytesMax: 1 });
  try {
    for (const program of [echo, greedy, echo]) {
      expect((await executor.execute({ program, task: task(), limits: limits() })).status).toBe('exited');
    }
  } finally {
    await executor.close();
  }
});

test('[2] [7] A program that is too slow to prepare is declined, and not tried again; others are prepared meanwhile.', async () => {
  const log: string[] = [];
  const executor = await createProcessExecutor({
    niceness: 0,
    workers: 1,
    preparationMsMax: 1,
    log: (line) => log.push(line),
  });
  try {
    const slow = bulky(1000, 2000);
    const run = (program: ProgramContent) => executor.execute({ program, task: task(), limits: limits() });
    const fault = { code: 'PROGRAM_PREPARATION_EXCEEDED', fault: 'platform' };
    const both = await Promise.allSettled([run(slow), run(slow)]);
    expect(both).toMatchObject([{ reason: fault }, { reason: fault }]);
    await expect(run(slow)).rejects.toMatchObject(fault);
    expect(log.filter((line) => line.includes('could not be checked'))).toHaveLength(1);
    // JavaScript needs no preparation; a module would race the millisecond here.
    const js = await executor.execute({
      program: javaScript('export default (x) => x;'),
      task: task({ stdin: new TextEncoder().encode('[1]') }),
      limits: limits({ memoryPages: 1000 }),
    });
    expect(js.status).toBe('exited');
  } finally {
    await executor.close();
  }
});

test('[8] Tasks run at once only as far as their memory limits go together, in the order in which they came.', async () => {
  const executor = await createProcessExecutor({ niceness: 0, workers: 4, memoryBytesMax: 100 * PAGE_BYTES });
  try {
    const run = (memoryPages: number) =>
      executor.execute({ program: echo, task: task(), limits: limits({ memoryPages }) });
    await expect(run(101)).rejects.toMatchObject({ code: 'DEVICE_OUT_OF_MEMORY', fault: 'platform' });
    // Both programs are ready from here on, so that nobody waits for anything but memory.
    await run(1);
    await executor.execute({ program: endless, task: task(), limits: limits({ fuel: 1n }) });
    const ended: number[] = [];
    const large = executor
      .execute({
        program: endless,
        task: task(),
        limits: limits({ memoryPages: 60, wallClockMs: 400, ...endlessFuel }),
      })
      .catch(({ code }: { code: string }) => {
        expect(code).toBe('WALL_CLOCK_EXCEEDED');
        ended.push(60);
      });
    const others = [41, 10].map((memoryPages) => run(memoryPages).then(() => ended.push(memoryPages)));
    await Promise.all([large, ...others]);
    expect(ended[0]).toBe(60);
    expect(ended.slice(1).toSorted((a, b) => a - b)).toEqual([10, 41]);
  } finally {
    await executor.close();
  }
});

test.skipIf(process.platform !== 'linux')('[9] The isolate stands behind the owner in every queue.', async () => {
  const executor = await createProcessExecutor({ workers: 1 });
  try {
    expect(getPriority(executor.pid!)).toBe(constants.priority.PRIORITY_BELOW_NORMAL);
    const threads = await readdir(`/proc/${executor.pid}/task`);
    expect(threads.map((thread) => getPriority(Number(thread)))).toEqual(
      Array(threads.length).fill(constants.priority.PRIORITY_BELOW_NORMAL),
    );
    expect(Number(await readFile(`/proc/${executor.pid}/oom_score_adj`, 'utf8'))).toBe(1000);
    expect(await readFile(`/proc/${executor.pid}/environ`, 'utf8')).not.toContain('PATH=');
    expect(await readlink(`/proc/${executor.pid}/fd/0`)).toBe('/dev/null');
  } finally {
    await executor.close();
  }
});

test('[6] A thread that runs out of heap is lost with its task alone, and replaced.', async () => {
  const executor = await createProcessExecutor({ niceness: 0, workers: 2, heapMegabytesPerWorker: 24 });
  try {
    const args = Array.from({ length: 200_000 }, (_, i) => `argument ${i}`.padEnd(100));
    const bomb = executor.execute({ program: echo, task: task({ args }), limits: limits() });
    const failed = expect(bomb).rejects.toMatchObject({ code: 'ISOLATE_CRASHED' });
    const { pid } = executor;
    expect((await executor.execute({ program: echo, task: task(), limits: limits() })).status).toBe('exited');
    await failed;
    for (let i = 0; i < 3; i++) {
      expect((await executor.execute({ program: echo, task: task(), limits: limits() })).status).toBe('exited');
    }
    expect(executor.pid).toBe(pid);
  } finally {
    await executor.close();
  }
});
