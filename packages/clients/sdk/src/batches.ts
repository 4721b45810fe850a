import { optionMalformed } from './errors.ts';
import { encodeValues } from './values.ts';

/** Enough to keep many devices busy, few enough that starting tasks costs next to nothing. */
const TASKS_A_JOB = 64;
/** A task that fails or goes astray costs no more than this many inputs once more. */
const INPUTS_A_TASK_MAX = 1000;
const BYTES_A_TASK = 1024 * 1024;

/** Some inputs of a map, as one task gets them. */
export interface Batch {
  /** The position of its first input among all. */
  first: number;
  stdin: Uint8Array;
}

/**
 * Cuts the inputs of a map into tasks: `size` inputs each, or what starts few tasks, keeps many devices busy and uploads
 * about 1 MiB a task.
 *
 * @throws GristmillError `JOB_MALFORMED` when `size` is no number of inputs, `VALUE_UNSUPPORTED` for an input that cannot be sent.
 */
export function batchesOf(inputs: readonly unknown[], size?: number): Batch[] {
  if (size !== undefined && !(Number.isInteger(size) && size >= 1)) {
    throw optionMalformed('batch', `${size} is not a number of inputs`);
  }
  const usual = size ?? Math.min(INPUTS_A_TASK_MAX, Math.max(1, Math.ceil(inputs.length / TASKS_A_JOB)));
  return Array.from({ length: Math.ceil(inputs.length / usual) }, (_, i) => i * usual).flatMap((first) =>
    cut(inputs, first, Math.min(first + usual, inputs.length), size === undefined ? BYTES_A_TASK : Infinity),
  );
}

/** One batch, or its halves for as long as they are large. */
function cut(inputs: readonly unknown[], first: number, end: number, bytesMax: number): Batch[] {
  const stdin = encodeValues(inputs.slice(first, end), first);
  if (stdin.length <= bytesMax || end - first === 1) return [{ first, stdin }];
  const middle = Math.ceil((first + end) / 2);
  return [...cut(inputs, first, middle, bytesMax), ...cut(inputs, middle, end, bytesMax)];
}
