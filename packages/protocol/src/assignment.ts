import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { type Cid, cidOf } from './canonical.ts';
import { inNanForm, type Job, type JobId, limits, type NanForm, program, task } from './job.ts';
import { bytes, count } from './units.ts';

/**
 * All that a task's result follows from. A lease hands it out; a receipt names what was run by its CID, so that nobody
 * can hold a result against another program or input than its provider was given.
 */
export const assignment = z.strictObject({
  program,
  task,
  limits,
  /** 32 bytes; seeds the task's random numbers, see `taskSeed`. */
  seed: bytes,
  startTimeMs: count,
});
export type Assignment = z.infer<typeof assignment>;

/** The name of an assignment; of a value that holds more, such as a lease, only the assignment counts. */
export function assignmentCid({ program, task, limits, seed, startTimeMs }: Assignment): Cid {
  return cidOf({ program, task, limits, seed, startTimeMs });
}

/** What a job has its provider run for one of its tasks, in a form of NaNs. */
export function assignmentOf(jobId: JobId, spec: Job, taskIndex: number, nan: NanForm): Assignment {
  return {
    program: inNanForm(spec.program, nan),
    task: spec.tasks[taskIndex]!,
    limits: spec.limits,
    seed: taskSeed(jobId, taskIndex),
    startTimeMs: spec.startTimeMs,
  };
}

/**
 * The 32 bytes that seed a task's random numbers, and name the task on chain: sha-256 of the UTF-8 text
 * `<job id>/<task index>`. Every attempt at a task gets the same, and whoever repeats a task to check it can derive it.
 */
export function taskSeed(jobId: JobId, taskIndex: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(sha256(utf8ToBytes(`${jobId}/${taskIndex}`)));
}
