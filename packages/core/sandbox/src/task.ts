import type { OutcomeStatus } from '@gristmill/protocol';

/** All that a task can see. The same input gives the same outcome on every device. */
export interface TaskInput {
  /** Arguments after the program's own name. */
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  stdin: Uint8Array;
  /** The in-memory file tree the task starts with; paths are absolute or relative to `/`. */
  files: ReadonlyMap<string, Uint8Array>;
  /**
   * Directories of the file tree that a WASI program finds open, by absolute path, from descriptor 3 on; all it reaches
   * lies in them. One that is not there is made. The whole tree, `['/']`, when not given; none at all with `[]`.
   */
  preopens?: readonly string[];
  /** Seeds every random number of the task; any length, 32 bytes by custom. */
  seed: Uint8Array;
  /** What the virtual clock shows when the task starts, in milliseconds since the Unix epoch. */
  startTime: number;
}

/** What a task may use. */
export interface Limits {
  fuel: bigint;
  /** Most pages (65,536 bytes each) the task's memory may have. */
  memoryPages: number;
  /** Most nested calls; a frame of more than 64 values counts for more (see README). */
  stackDepth: number;
  /** Most bytes of stdout, stderr and files together that the task may leave. */
  outputBytes: number;
  /** Guards the device. Enforced by the process that hosts the sandbox, never here: it is no part of a result. */
  wallClockMs: number;
}

/** What a task came to. */
export interface Outcome {
  status: OutcomeStatus;
  /** The program's own exit code when `status` is `exited`, otherwise `null`. */
  exitCode: number | null;
  /** Why it did not exit: the trap and its place in the module, or the name of the limit it ran into. */
  trap?: string;
  stdout: Uint8Array;
  stderr: Uint8Array;
  /** Files that the task made or changed, by absolute path. */
  files: Map<string, Uint8Array>;
  fuelUsed: bigint;
  peakMemoryBytes: number;
}
