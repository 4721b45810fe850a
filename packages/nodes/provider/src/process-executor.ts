import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { GristmillError } from '@gristmill/protocol';
import { deviceFault } from './errors.ts';
import type { ExecuteRequest, Execution, Executor } from './executor.ts';
import { isolateFlags, isolateHostFile } from './isolate-flags.ts';
import type { FromHost, FromWorker, ToHost, ToWorker, WorkerSettings } from './isolate/messages.ts';

export interface ProcessExecutorOptions {
  /** Worker threads: how many tasks run at once. */
  workers: number;
  /** JavaScript heap of each worker thread; a task's own WebAssembly memory is bounded by its limits instead. */
  heapMegabytesPerWorker?: number;
  log?: (line: string) => void;
}

export interface ProcessExecutor extends Executor {
  /** The isolate host's process id, or null while there is none. */
  readonly pid: number | null;
  /** Ends the process; what runs or waits rejects with `EXECUTOR_CLOSED`. */
  close(): Promise<void>;
}

/** How long a thread may take to get a program, check and compile it, before the task itself begins. */
const PREPARATION_MS_MAX = 120_000;
/** How long a given-up thread may take to end before the whole process is ended. */
const ENDING_MS_MAX = 10_000;
/** The sandbox wants about 1 KiB of native stack a unit of `stackDepth`; only what is touched is taken from the system. */
const STACK_MEGABYTES_PER_WORKER = 64;
const PROGRAMS_MAX = 16;
const ERROR_OUTPUT_CHARACTERS_MAX = 2000;

interface Job {
  request: ExecuteRequest;
  resolve(execution: Execution): void;
  reject(error: unknown): void;
}

/** A worker thread as the executor sees it. */
interface Thread {
  number: number;
  current: { job: Job; timer: NodeJS.Timeout } | null;
}

/** One life of the child process. */
interface Host {
  process: ChildProcess;
  threads: Map<number, Thread>;
  /** Threads given up that have not ended yet. */
  ending: Map<number, NodeJS.Timeout>;
  wasReady: boolean;
  errorOutput: string;
}

/**
 * Runs tasks in worker threads of one child process under Node's permission model. A task that takes too long costs its
 * thread; a crash costs the tasks that ran in it; both are replaced, and all other tasks go on.
 *
 * @throws GristmillError `ISOLATE_CRASHED` when the process does not start at all.
 */
export async function createProcessExecutor({
  workers,
  heapMegabytesPerWorker = 512,
  log = () => {},
}: ProcessExecutorOptions): Promise<ProcessExecutor> {
  const flags = isolateFlags();
  const settings: WorkerSettings = { quickjs: await readQuickjs(), programsMax: PROGRAMS_MAX };
  const waiting: Job[] = [];
  const started = Promise.withResolvers<void>();
  let host: Host | null = null;
  let isClosed = false;

  function startHost(): Host {
    const child = spawn(process.execPath, [...flags, isolateHostFile()], {
      cwd: '/',
      env: {},
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
    });
    const life: Host = { process: child, threads: new Map(), ending: new Map(), wasReady: false, errorOutput: '' };
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
    tellHost(life, {
      type: 'start',
      workers,
      heapMegabytesPerWorker,
      stackMegabytesPerWorker: STACK_MEGABYTES_PER_WORKER,
      settings,
    });
    return life;
  }

  function tellHost(life: Host, message: ToHost): void {
    // A channel that just broke is followed by 'exit', which settles everything.
    if (life.process.connected) life.process.send(message, () => {});
  }

  function tell(life: Host, thread: Thread, message: ToWorker): void {
    tellHost(life, { type: 'tell', worker: thread.number, message });
  }

  function hear(life: Host, message: FromHost): void {
    if (message.type === 'told') {
      hearThread(life, message.worker, message.message);
      return;
    }
    clearTimeout(life.ending.get(message.worker));
    life.ending.delete(message.worker);
    const thread = life.threads.get(message.worker);
    if (thread === undefined) return;
    life.threads.delete(message.worker);
    const job = release(thread);
    log(`A worker thread ended: ${message.message}`);
    job?.reject(deviceFault('ISOLATE_CRASHED', `The worker thread that ran the task ended: ${message.message}.`));
  }

  function hearThread(life: Host, number: number, message: FromWorker): void {
    if (message.type === 'ready') {
      life.wasReady = true;
      life.threads.set(number, { number, current: null });
      started.resolve();
      dispatch(life);
      return;
    }
    const thread = life.threads.get(number);
    const current = thread?.current;
    if (thread === undefined || current === null || current === undefined) return;
    const { job } = current;
    switch (message.type) {
      case 'program-wanted':
        tell(life, thread, { type: 'program', content: job.request.program.content });
        return;
      case 'running':
        clearTimeout(current.timer);
        current.timer = setTimeout(giveUp, job.request.limits.wallClockMs, life, thread, 'The task');
        return;
      case 'done':
        release(thread);
        job.resolve(message.execution);
        break;
      case 'failed': {
        release(thread);
        const { code, message: text, ...rest } = message.error;
        job.reject(new GristmillError(code, text, rest));
      }
    }
    dispatch(life);
  }

  /** Ends the thread together with the task it runs; the host starts another. */
  function giveUp(life: Host, thread: Thread, what: string): void {
    const job = release(thread);
    life.threads.delete(thread.number);
    tellHost(life, { type: 'end', worker: thread.number });
    life.ending.set(
      thread.number,
      setTimeout(() => {
        log('A worker thread does not end; the isolate process is started anew.');
        life.process.kill('SIGKILL');
      }, ENDING_MS_MAX),
    );
    job?.reject(
      deviceFault(
        'WALL_CLOCK_EXCEEDED',
        `${what} did not end within ${what === 'The task' ? job.request.limits.wallClockMs : PREPARATION_MS_MAX} ms.`,
      ),
    );
  }

  function dispatch(life: Host): void {
    for (const thread of life.threads.values()) {
      if (thread.current !== null) continue;
      const job = waiting.shift();
      if (job === undefined) return;
      const { program, task, limits } = job.request;
      const timer = setTimeout(giveUp, PREPARATION_MS_MAX, life, thread, "The program's preparation");
      thread.current = { job, timer };
      tell(life, thread, { type: 'run', kind: program.kind, program: program.name, task, limits });
    }
  }

  function hostEnded(life: Host, how: string): void {
    if (host !== life) return;
    host = null;
    for (const timer of life.ending.values()) clearTimeout(timer);
    const lost = [...life.threads.values()].map(release).filter((job) => job !== null);
    // A process that never came up would not come up for those who wait either; the next task tries again.
    if (!life.wasReady || isClosed) lost.push(...waiting.splice(0));
    const detail = life.errorOutput.trim() === '' ? '' : `\n${life.errorOutput.trim()}`;
    const fault = isClosed
      ? deviceFault('EXECUTOR_CLOSED', 'The executor was closed before the task ended.')
      : deviceFault('ISOLATE_CRASHED', `The isolate process ${how}.${detail}`);
    if (!isClosed) log(fault.message);
    for (const job of lost) job.reject(fault);
    started.reject(fault);
    if (!isClosed && waiting.length > 0) host = startHost();
  }

  host = startHost();
  await started.promise;

  return {
    get pid() {
      return host?.process.pid ?? null;
    },
    execute: (request) =>
      new Promise((resolve, reject) => {
        if (isClosed) {
          reject(deviceFault('EXECUTOR_CLOSED', 'The executor is closed.'));
          return;
        }
        const { signal } = request;
        if (signal?.aborted === true) {
          reject(signal.reason as Error);
          return;
        }
        const withdraw = (): void => {
          const position = waiting.indexOf(job);
          if (position === -1) return;
          waiting.splice(position, 1);
          job.reject(signal?.reason);
        };
        const job: Job = {
          request,
          resolve: (execution) => {
            signal?.removeEventListener('abort', withdraw);
            resolve(execution);
          },
          reject: (error) => {
            signal?.removeEventListener('abort', withdraw);
            reject(error);
          },
        };
        signal?.addEventListener('abort', withdraw);
        waiting.push(job);
        host ??= startHost();
        dispatch(host);
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

function release(thread: Thread): Job | null {
  const { current } = thread;
  thread.current = null;
  clearTimeout(current?.timer);
  return current?.job ?? null;
}

/** The sandbox names the engine it was made for; its own dependency is the one to read. */
async function readQuickjs(): Promise<Uint8Array> {
  const sandbox = createRequire(import.meta.url).resolve('@gristmill/sandbox');
  return new Uint8Array(await readFile(createRequire(sandbox).resolve('quickjs-wasi/quickjs.wasm')));
}
