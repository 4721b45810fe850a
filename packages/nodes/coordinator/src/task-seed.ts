import { createHash } from 'node:crypto';
import type { JobId } from '@gristmill/protocol';

/**
 * The 32 bytes that seed a task's random numbers: sha-256 of the UTF-8 text `<job id>/<task index>`. Every attempt at a task
 * gets the same, and whoever repeats a task to check it can derive it.
 */
export function taskSeed(jobId: JobId, taskIndex: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(`${jobId}/${taskIndex}`).digest());
}
