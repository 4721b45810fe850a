import type { Cid, Fault } from '@gristmill/protocol';
import type { Limits, TaskInput } from '@gristmill/sandbox';
import type { Execution, ProgramContent } from '../executor.ts';

/** What a worker thread is started with. */
export interface WorkerSettings {
  /** The JavaScript engine's own module, before instrumentation. */
  quickjs: Uint8Array;
  /** Prepared programs that a worker keeps. */
  programsMax: number;
}

export interface RunTask {
  type: 'run';
  kind: ProgramContent['kind'];
  program: Cid;
  task: TaskInput;
  limits: Limits;
}

/** executor -> worker thread. A program travels only when the worker asks for it. */
export type ToWorker = RunTask | { type: 'program'; content: Uint8Array };

/** A GristmillError as plain data: classes do not survive structured clone. */
interface ErrorData {
  code: string;
  message: string;
  hint: string;
  fault: Fault;
}

/** worker thread -> executor. */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'program-wanted' }
  /** Fetched, checked and compiled: from here on the task itself runs. */
  | { type: 'running' }
  | { type: 'done'; execution: Execution }
  | { type: 'failed'; error: ErrorData };

/** executor -> isolate host. `end` gives up a thread, with whatever it runs; the host starts another in its place. */
export type ToHost =
  | {
      type: 'start';
      workers: number;
      heapMegabytesPerWorker: number;
      stackMegabytesPerWorker: number;
      settings: WorkerSettings;
    }
  | { type: 'tell'; worker: number; message: ToWorker }
  | { type: 'end'; worker: number };

/** isolate host -> executor. Worker numbers are never used twice, so that no message is taken for a later thread's. */
export type FromHost =
  | { type: 'told'; worker: number; message: FromWorker }
  | { type: 'gone'; worker: number; message: string };
