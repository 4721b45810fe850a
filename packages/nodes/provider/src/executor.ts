import type { Cid, NanForm } from '@gristmill/protocol';
import type { Limits, Outcome, TaskInput } from '@gristmill/sandbox';

/** What to run: a module or a source text, with its name. */
export interface ProgramContent {
  kind: 'wasm' | 'javascript';
  name: Cid;
  content: Uint8Array;
  /** How a module's NaNs are kept alike; canonical when left out, and for JavaScript always. */
  nan?: NanForm;
}

export interface ExecuteRequest {
  program: ProgramContent;
  task: TaskInput;
  limits: Limits;
  /** Takes the task back while it waits for its turn; one that runs already may finish. */
  signal?: AbortSignal;
}

/** An outcome, and what it took here. The added fields are this device's own account and no part of the result. */
export interface Execution extends Outcome {
  /** CPU time of the thread that ran it. */
  cpuMs: number;
  durationMs: number;
}

/** Runs tasks, several at a time, each as if it were alone. */
export interface Executor {
  /**
   * What the sandbox refuses in a program or its input is an outcome too (`trapped`, no fuel, the reason in `trap`), for all
   * devices agree on it.
   *
   * @throws GristmillError of fault `platform` when this device failed, which is never a result: `WALL_CLOCK_EXCEEDED`,
   *   `PROGRAM_PREPARATION_EXCEEDED`, `ISOLATE_CRASHED`, `EXECUTOR_CLOSED`, `JAVASCRIPT_ENGINE_UNAVAILABLE`, and
   *   `DEVICE_OUT_OF_MEMORY`, `DEVICE_OUT_OF_STACK`, `DEVICE_CANNOT_COMPILE`. The signal's reason when it was taken back in
   *   time.
   */
  execute(request: ExecuteRequest): Promise<Execution>;
}
