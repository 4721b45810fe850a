// The isolate host: a child process under Node's permission model that keeps threads, prepared programs, and passes
// messages on. It runs neither the sandbox nor task code itself, so it always answers.
import type { Outcome } from '@gristmill/sandbox';
import { collectGarbage } from './garbage.ts';
import { closeRoads } from './lock-down.ts';
import {
  type FromHost,
  type FromPreparer,
  type FromWorker,
  type HostSettings,
  keyOf,
  type Prepare,
  type PreparedProgram,
  type ToHost,
  type ToWorker,
} from './messages.ts';
import { createThreadPool, type ThreadPool } from './thread-pool.ts';

/** Task threads that stand ready: for who loses its thread, and for who loses the next before it is replaced. */
const SPARE_WORKERS = 2;
/** Preparing threads at most: so many slow programs at once do not keep others from being prepared. */
const PREPARERS_MAX = 4;

interface KeptProgram {
  program: PreparedProgram;
  /** Held for no other reason than that the engine shares its code between threads while somebody does. */
  compiled: unknown;
}

const [workerFile, preparerFile] = import.meta.url.endsWith('.ts')
  ? [new URL('./worker.ts', import.meta.url), new URL('./preparer.ts', import.meta.url)]
  : [new URL('./worker.js', import.meta.url), new URL('./preparer.js', import.meta.url)];
const programs = new Map<string, KeptProgram>();
let preparers: ThreadPool<string, Prepare> | null = null;
let workers: ThreadPool<number, ToWorker> | null = null;

/** The first JavaScript task: when it is done, the other threads start the engine too. */
let firstJavaScript: number | null = null;

function send(message: FromHost): void {
  process.send?.(message);
}

function start(settings: HostSettings): void {
  const resourceLimits = {
    maxOldGenerationSizeMb: settings.heapMegabytesPerWorker,
    stackSizeMb: settings.stackMegabytesPerWorker,
  };
  let wasReady = false;
  workers = createThreadPool<number, ToWorker, FromWorker>({
    file: workerFile,
    options: { workerData: settings, resourceLimits },
    threadsMin: settings.workers,
    threadsMax: settings.workers + SPARE_WORKERS,
    spare: SPARE_WORKERS,
    onReady() {
      if (!wasReady) send({ type: 'ready' });
      wasReady = true;
    },
    onAnswer: hearWorker,
    onGone: (taskId, message) => send({ type: 'gone', taskId, message }),
  });
  preparers = createThreadPool<string, Prepare, FromPreparer>({
    file: preparerFile,
    options: { resourceLimits },
    threadsMin: 1,
    threadsMax: PREPARERS_MAX,
    spare: 1,
    onBegin: (program) => send({ type: 'preparing', program }),
    onAnswer: hearPreparer,
    onGone: (program, reason) =>
      send({
        type: 'unprepared',
        program,
        error: {
          code: 'ISOLATE_CRASHED',
          message: `The thread that prepared the program ended: ${reason}.`,
          hint: 'The program may need more memory to be checked than this device gives.',
          fault: 'platform',
        },
      }),
  });
}

function hearWorker(taskId: number, message: FromWorker): void {
  switch (message.type) {
    case 'ready':
      return;
    case 'program-wanted': {
      const kept = programs.get(message.program);
      if (kept !== undefined) workers?.tell(taskId, { type: 'program', program: kept.program });
      return;
    }
    case 'running':
      send({ type: 'running', taskId });
      return;
    case 'done':
      send({ ...message, taskId });
      collectGarbage(sizeOf(message.execution));
      return;
    case 'failed':
      send({ ...message, taskId });
      return;
    case 'idle':
      workers?.finish(taskId);
      if (taskId === firstJavaScript) workers?.warmUp({ type: 'warm-up' });
  }
}

function hearPreparer(program: string, message: FromPreparer): void {
  if (message.type === 'prepared') {
    const { module, compiled } = message;
    programs.set(program, { program: { kind: 'wasm', module }, compiled });
    // The engine's own code for it is of about the module's size again.
    send({ type: 'prepared', program, bytes: module.original.length + 2 * module.bytes.length });
  } else if (message.type === 'refused') {
    send({ type: 'refused', program, outcome: message.outcome });
  } else if (message.type === 'failed') {
    send({ type: 'unprepared', program, error: message.error });
  }
  preparers?.finish(program);
}

function sizeOf({ stdout, stderr, files }: Outcome): number {
  return [...files.values()].reduce((sum, { length }) => sum + length, stdout.length + stderr.length);
}

process.on('message', (message: ToHost) => {
  switch (message.type) {
    case 'start':
      start(message.settings);
      return;
    case 'prepare': {
      const { program, content } = message;
      const key = keyOf(program);
      if (program.kind === 'wasm') {
        preparers?.begin(key, { content, nan: program.nan });
        return;
      }
      programs.set(key, { program: { kind: 'javascript', source: content }, compiled: null });
      send({ type: 'prepared', program: key, bytes: content.length });
      return;
    }
    case 'abandon':
      preparers?.end(message.program);
      return;
    case 'drop':
      for (const program of message.programs) programs.delete(program);
      return;
    case 'run': {
      const { taskId, program, task, limits } = message;
      if (programs.get(program)?.program.kind === 'javascript') firstJavaScript ??= taskId;
      workers?.begin(taskId, { type: 'run', program, task, limits });
      return;
    }
    case 'end':
      workers?.end(message.taskId);
  }
});

// The executor went away, whichever way: nobody waits for what runs here.
process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole terminal group; the executor's process decides what ends when.
process.on('SIGINT', () => {});
closeRoads();
