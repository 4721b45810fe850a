import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { GristmillError } from '@gristmill/protocol';
import { deviceMemoryBytes } from './device-memory.ts';
import { deviceFault } from './errors.ts';
import { isExecution, isOutcome } from './execution-check.ts';
import type { ExecuteRequest, Execution, Executor } from './executor.ts';
import { spawnIsolate } from './isolate-process.ts';
import { strongestWall, type Wall } from './isolate-wall.ts';
import { type FromHost, type HostSettings, keyOf, type ProgramId, type ToHost } from './isolate/messages.ts';
import { createProgramTable, type ProgramTable } from './program-table.ts';

export interface ProcessExecutorOptions {
  /** Task threads: how many tasks run at once. */
  workers: number;
  /** What the memory limits of all tasks that run at once may come to; all of this device's when left out. */
  memoryBytesMax?: number;
  /** JavaScript heap of each thread; a task's own WebAssembly memory is bounded by its limits instead. */
  heapMegabytesPerWorker?: number;
  /** Prepared programs kept for later tasks, in bytes. */
  programBytesMax?: number;
  /** How long a program may take to be checked, instrumented and compiled. */
  preparationMsMax?: number;
  /** Where tasks stand in the queue for the processor, in Unix's terms: 0 as any program, 19 last of all. */
  niceness?: number;
  /** What stands around the process; the strongest that this system offers when left out. */
  wall?: Wall;
  log?: (line: string) => void;
}

export interface ProcessExecutor extends Executor {
  /** The isolate host's process id, or null while there is none. */
  readonly pid: number | null;
  readonly wall: Wall;
  /** Ends the process; what runs or waits rejects with `EXECUTOR_CLOSED`. */
  close(): Promise<void>;
}

/** Honest modules of a hundred megabytes take a tenth of it on a slow phone. */
const PREPARATION_MS_MAX = 60_000;
/** How long a given-up thread may take to end before the whole process is ended. */
const ENDING_MS_MAX = 10_000;
/** The sandbox wants about 1 KiB of native stack a unit of `stackDepth`; only what is touched is taken from the system. */
const STACK_MEGABYTES_PER_WORKER = 64;
const PROGRAM_BYTES_MAX = 256 * 1024 * 1024;
const PROGRAM_BYTES_PER_WORKER = 64 * 1024 * 1024;
const PAGE_BYTES = 65_536;
/** Programs remembered as too slow to prepare. */
const HOPELESS_MAX = 1024;
const ERROR_OUTPUT_CHARACTERS_MAX = 2000;

interface Job {
  readonly taskId: number;
  readonly request: ExecuteRequest;
  readonly program: ProgramId;
  /** The program's key. */
  readonly key: string;
  readonly memoryBytes: number;
  resolve(execution: Execution): void;
  reject(error: unknown): void;
}

/** One life of the child process. */
interface Host {
  process: ChildProcess;
  programs: ProgramTable;
  /** Ends a preparation that takes too long; by program. */
  preparing: Map<string, NodeJS.Timeout>;
  /** Tasks handed to it, with what ends each in time once it runs. */
  running: Map<number, { job: Job; timer: NodeJS.Timeout | null }>;
  /** Tasks given up whose thread has not ended yet: they still fill memory. */
  ending: Map<number, { job: Job; timer: NodeJS.Timeout }>;
  wasReady: boolean;
  errorOutput: string;
}

/**
 * Runs tasks in worker threads of one child process behind Node's permission model and whatever wall the system has. A
 * program is prepared once and shared by all threads. A task that takes too long costs its thread; a crash costs the
 * tasks that ran in it; both are replaced, and all other tasks go on. `INVARIANTS.md` lists what it holds to.
 *
 * @throws GristmillError `ISOLATE_CRASHED` when the process does not start at all.
 */
export async function createProcessExecutor({
  workers,
  memoryBytesMax = deviceMemoryBytes(),
  heapMegabytesPerWorker = 512,
  programBytesMax = PROGRAM_BYTES_MAX,
  preparationMsMax = PREPARATION_MS_MAX,
  niceness = constants.priority.PRIORITY_BELOW_NORMAL,
  wall = strongestWall(),
  log = () => {},
}: ProcessExecutorOptions): Promise<ProcessExecutor> {
  const settings: HostSettings = {
    workers,
    heapMegabytesPerWorker,
    stackMegabytesPerWorker: STACK_MEGABYTES_PER_WORKER,
    quickjs: await readQuickjs(),
    programBytesPerWorker: PROGRAM_BYTES_PER_WORKER,
  };
  /** In the order in which they came. */
  const waiting = new Set<Job>();
  const hopeless = new Map<string, GristmillError>();
  const started = Promise.withResolvers<void>();
  let host: Host | null = null;
  let lastTaskId = 0;
  let isClosed = false;

  function startHost(): Host {
    const child = spawnIsolate({ wall, niceness });
    const life: Host = {
      process: child,
      programs: createProgramTable({ bytesMax: programBytesMax }),
      preparing: new Map(),
      running: new Map(),
      ending: new Map(),
      wasReady: false,
      errorOutput: '',
    };
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      life.errorOutput = (life.errorOutput + text).slice(-ERROR_OUTPUT_CHARACTERS_MAX);
      log(`isolate: ${text.trimEnd()}`);
    });
    child.on('message', (message: FromHost) => {
      if (host === life) hear(life, message);
    });
    child.on('error', (error) => {
      life.errorOutput += error.message;
      if (child.pid === undefined) hostEnded(life, 'did not start');
    });
    child.on('exit', (code, signal) => hostEnded(life, signal === null ? `exited with code ${code}` : `got ${signal}`));
    tell(life, { type: 'start', settings });
    for (const { key } of waiting) life.programs.want(key);
    return life;
  }

  function tell(life: Host, message: ToHost): void {
    // A channel that just broke is followed by 'exit', which settles everything.
    if (life.process.connected) life.process.send(message, () => {});
  }

  function hear(life: Host, message: FromHost): void {
    switch (message.type) {
      case 'ready':
        life.wasReady = true;
        started.resolve();
        break;
      case 'preparing':
        if (life.programs.state(message.program) !== 'preparing') return;
        life.preparing.set(message.program, setTimeout(abandon, preparationMsMax, life, message.program));
        return;
      case 'prepared':
        endPreparation(life, message.program);
        drop(life, life.programs.prepared(message.program, message.bytes));
        break;
      case 'refused': {
        const { outcome } = message;
        if (!isOutcome(outcome)) {
          distrust(life);
          return;
        }
        settleWaiting(life, message.program, (job) => job.resolve({ ...outcome, cpuMs: 0, durationMs: 0 }));
        break;
      }
      case 'unprepared': {
        const { code, message: text, ...rest } = message.error;
        settleWaiting(life, message.program, (job) => job.reject(new GristmillError(code, text, rest)));
        break;
      }
      case 'running': {
        const entry = life.running.get(message.taskId);
        if (entry === undefined || entry.timer !== null) return;
        entry.timer = setTimeout(giveUp, entry.job.request.limits.wallClockMs, life, entry.job);
        return;
      }
      case 'done':
        if (!isExecution(message.execution)) {
          distrust(life);
          return;
        }
        finish(life, message.taskId)?.resolve(message.execution);
        break;
      case 'failed': {
        const { code, message: text, ...rest } = message.error;
        finish(life, message.taskId)?.reject(new GristmillError(code, text, rest));
        break;
      }
      case 'gone': {
        clearTimeout(life.ending.get(message.taskId)?.timer);
        life.ending.delete(message.taskId);
        const job = finish(life, message.taskId);
        if (job === null) break;
        log(`A task thread ended: ${message.message}`);
        job.reject(deviceFault('ISOLATE_CRASHED', `The thread that ran the task ended: ${message.message}.`));
      }
    }
    dispatch(life);
  }

  /** Only a task that got out of its sandbox could make the host talk like this. */
  function distrust(life: Host): void {
    life.errorOutput += ' It said what no isolate says.';
    life.process.kill('SIGKILL');
  }

  function endPreparation(life: Host, key: string): void {
    clearTimeout(life.preparing.get(key));
    life.preparing.delete(key);
  }

  /** The program is not there, and whoever waited for it is told. */
  function settleWaiting(life: Host, key: string, settle: (job: Job) => void): void {
    endPreparation(life, key);
    life.programs.forget(key);
    for (const job of [...waiting].filter((one) => one.key === key)) {
      leave(life, job);
      settle(job);
    }
  }

  /** Ends the thread that prepares a program, for good: what is too slow today would be so for each task of the job. */
  function abandon(life: Host, key: string): void {
    const fault = deviceFault(
      'PROGRAM_PREPARATION_EXCEEDED',
      `The program ${key.split('/')[1]} could not be checked and compiled within ${preparationMsMax} ms.`,
    );
    log(fault.message);
    if (hopeless.size >= HOPELESS_MAX) hopeless.delete(hopeless.keys().next().value!);
    hopeless.set(key, fault);
    tell(life, { type: 'abandon', program: key });
    settleWaiting(life, key, (job) => job.reject(fault));
    dispatch(life);
  }

  /** Ends the thread together with the task it runs; another one stands ready. */
  function giveUp(life: Host, job: Job): void {
    finish(life, job.taskId);
    tell(life, { type: 'end', taskId: job.taskId });
    const timer = setTimeout(() => {
      log('A task thread does not end; the isolate process is started anew.');
      life.process.kill('SIGKILL');
    }, ENDING_MS_MAX);
    life.ending.set(job.taskId, { job, timer });
    job.reject(deviceFault('WALL_CLOCK_EXCEEDED', `The task did not end within ${job.request.limits.wallClockMs} ms.`));
    dispatch(life);
  }

  /** Takes a task off the list of those that run. */
  function finish(life: Host, taskId: number): Job | null {
    const entry = life.running.get(taskId);
    if (entry === undefined) return null;
    clearTimeout(entry.timer ?? undefined);
    life.running.delete(taskId);
    drop(life, life.programs.release(entry.job.key));
    return entry.job;
  }

  function leave(life: Host | null, job: Job): void {
    if (waiting.delete(job) && life !== null) drop(life, life.programs.release(job.key));
  }

  function drop(life: Host, programs: string[]): void {
    if (programs.length > 0) tell(life, { type: 'drop', programs });
  }

  /** Begins what can begin: in order, but a task whose program is not ready yet holds nobody up. */
  function dispatch(life: Host): void {
    let memoryBytes = [...life.running.values(), ...life.ending.values()].reduce(
      (sum, { job }) => sum + job.memoryBytes,
      0,
    );
    for (const job of waiting) {
      const state = life.programs.state(job.key);
      if (state === 'absent') prepare(life, job);
      if (state !== 'ready') continue;
      // Whoever needs much memory would never have its turn if others went past it.
      if (life.running.size >= workers || memoryBytes + job.memoryBytes > memoryBytesMax) return;
      waiting.delete(job);
      memoryBytes += job.memoryBytes;
      life.running.set(job.taskId, { job, timer: null });
      const { task, limits } = job.request;
      tell(life, { type: 'run', taskId: job.taskId, program: job.key, task, limits });
    }
  }

  function prepare(life: Host, { key, program, request }: Job): void {
    life.programs.preparing(key);
    tell(life, { type: 'prepare', program, content: request.program.content });
  }

  function hostEnded(life: Host, how: string): void {
    if (host !== life) return;
    host = null;
    for (const timer of life.preparing.values()) clearTimeout(timer);
    for (const { timer } of life.ending.values()) clearTimeout(timer);
    const lost: Job[] = [];
    for (const { job, timer } of life.running.values()) {
      clearTimeout(timer ?? undefined);
      lost.push(job);
    }
    // A process that never came up would not come up for those who wait either; the next task tries again. Nor must a
    // program that may have brought the process down while it was prepared have another one.
    for (const job of waiting) {
      if (life.wasReady && !isClosed && life.programs.state(job.key) !== 'preparing') continue;
      waiting.delete(job);
      lost.push(job);
    }
    const detail = life.errorOutput.trim() === '' ? '' : `\n${life.errorOutput.trim()}`;
    const fault = isClosed
      ? deviceFault('EXECUTOR_CLOSED', 'The executor was closed before the task ended.')
      : deviceFault('ISOLATE_CRASHED', `The isolate process ${how}.${detail}`);
    if (!isClosed) log(fault.message);
    for (const job of lost) job.reject(fault);
    started.reject(fault);
    // Not only for those who wait: the next task should find it ready.
    if (!isClosed && (life.wasReady || waiting.size > 0)) host = startHost();
  }

  /** @throws GristmillError why a task cannot even wait. */
  function refuse({ key, memoryBytes, request: { signal } }: Job): void {
    if (isClosed) throw deviceFault('EXECUTOR_CLOSED', 'The executor is closed.');
    signal?.throwIfAborted();
    const fault = hopeless.get(key);
    if (fault !== undefined) throw fault;
    if (memoryBytes > memoryBytesMax) {
      throw deviceFault(
        'DEVICE_OUT_OF_MEMORY',
        `The task may use ${memoryBytes} bytes of memory; this device offers ${memoryBytesMax}.`,
      );
    }
  }

  host = startHost();
  await started.promise;

  return {
    wall,
    get pid() {
      return host?.process.pid ?? null;
    },
    execute: (request) =>
      new Promise((resolve, reject) => {
        const { signal } = request;
        const { kind, name, nan = 'canonical' } = request.program;
        const program: ProgramId = { kind, name, nan: kind === 'wasm' ? nan : 'canonical' };
        const withdraw = (): void => {
          if (!waiting.has(job)) return;
          leave(host, job);
          job.reject(signal?.reason);
        };
        const job: Job = {
          taskId: ++lastTaskId,
          request,
          program,
          key: keyOf(program),
          memoryBytes: request.limits.memoryPages * PAGE_BYTES,
          resolve: (execution) => {
            signal?.removeEventListener('abort', withdraw);
            resolve(execution);
          },
          reject: (error) => {
            signal?.removeEventListener('abort', withdraw);
            reject(error);
          },
        };
        refuse(job);
        signal?.addEventListener('abort', withdraw);
        waiting.add(job);
        if (host === null) host = startHost();
        else host.programs.want(job.key);
        if (host.wasReady) dispatch(host);
      }),
    async close() {
      isClosed = true;
      if (host === null) return;
      const exit = once(host.process, 'exit');
      host.process.kill('SIGKILL');
      await exit;
    },
  };
}

/** The sandbox names the engine it was made for; its own dependency is the one to read. */
async function readQuickjs(): Promise<Uint8Array> {
  const sandbox = createRequire(import.meta.url).resolve('@gristmill/sandbox');
  return new Uint8Array(await readFile(createRequire(sandbox).resolve('quickjs-wasi/quickjs.wasm')));
}
