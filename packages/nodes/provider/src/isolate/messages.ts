import type { Cid, Fault, NanForm } from '@gristmill/protocol';
import type { InstrumentedModule, Limits, Outcome, TaskInput } from '@gristmill/sandbox';
import type { Execution, ProgramContent } from '../executor.ts';

/** What runs, and how: the key of everything that is kept of a program. */
export interface ProgramId {
  kind: ProgramContent['kind'];
  name: Cid;
  nan: NanForm;
}

/** The profile that programs are prepared for: part of the key, so that a program prepared for another is not taken for it. */
const PROFILE = 'gristmill-1';

export function keyOf({ kind, name, nan }: ProgramId): string {
  return `${kind}/${name}/${PROFILE}/${nan}`;
}

/** A program as a task thread takes it: plain data, the same for all of them. */
export type PreparedProgram = { kind: 'wasm'; module: InstrumentedModule } | { kind: 'javascript'; source: Uint8Array };

/** A GristmillError as plain data: classes do not survive structured clone. */
export interface ErrorData {
  code: string;
  message: string;
  hint: string;
  fault: Fault;
}

export interface RunTask {
  type: 'run';
  program: string;
  task: TaskInput;
  limits: Limits;
}

/** isolate host -> task thread. A program travels only when the thread asks for it. */
export type ToWorker =
  | RunTask
  | { type: 'program'; program: PreparedProgram }
  /** There are JavaScript tasks about: start their engine before one comes, and answer `ready`. */
  | { type: 'warm-up' };

/** task thread -> isolate host. */
export type FromWorker =
  | { type: 'ready' }
  | { type: 'program-wanted'; program: string }
  /** From here on the task itself runs. */
  | { type: 'running' }
  | { type: 'done'; execution: Execution }
  | { type: 'failed'; error: ErrorData }
  /** After `done` or `failed`, once the task's memory is given back. */
  | { type: 'idle' };

/** isolate host -> preparing thread. */
export interface Prepare {
  content: Uint8Array;
  nan: NanForm;
}

/** preparing thread -> isolate host. `compiled` is a WebAssembly.Module: while somebody holds it, threads share its code. */
export type FromPreparer =
  | { type: 'ready' }
  | { type: 'prepared'; module: InstrumentedModule; compiled: unknown }
  | { type: 'refused'; outcome: Outcome }
  | { type: 'failed'; error: ErrorData };

/** What the isolate host is started with. */
export interface HostSettings {
  /** Task threads; one more stands ready for when one is ended. */
  workers: number;
  heapMegabytesPerWorker: number;
  stackMegabytesPerWorker: number;
  /** The JavaScript engine's own module, before instrumentation. */
  quickjs: Uint8Array;
  /** Prepared programs that one task thread keeps, in bytes. */
  programBytesPerWorker: number;
}

/** executor -> isolate host. */
export type ToHost =
  | { type: 'start'; settings: HostSettings }
  | { type: 'prepare'; program: ProgramId; content: Uint8Array }
  /** Ends the thread that prepares it. */
  | { type: 'abandon'; program: string }
  | { type: 'drop'; programs: string[] }
  | { type: 'run'; taskId: number; program: string; task: TaskInput; limits: Limits }
  /** Ends the thread that runs it. */
  | { type: 'end'; taskId: number };

/** isolate host -> executor. */
export type FromHost =
  | { type: 'ready' }
  /** A thread is at work on it now. */
  | { type: 'preparing'; program: string }
  | { type: 'prepared'; program: string; bytes: number }
  | { type: 'refused'; program: string; outcome: Outcome }
  | { type: 'unprepared'; program: string; error: ErrorData }
  | { type: 'running'; taskId: number }
  | { type: 'done'; taskId: number; execution: Execution }
  | { type: 'failed'; taskId: number; error: ErrorData }
  /** Its thread ended: asked to, or by itself. */
  | { type: 'gone'; taskId: number; message: string };
