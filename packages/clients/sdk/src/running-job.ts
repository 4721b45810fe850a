import { type Cid, GristmillError, type Job, type JobId, type JobView, jobIdOf } from '@gristmill/protocol';
import { answerMalformed } from './errors.ts';
import type { HubClient, RequestOptions } from './hub-client.ts';
import type { JobOptions } from './job-options.ts';
import { TaskFailed } from './task-failed.ts';

/** Outputs under way at a time: enough to hide the network's delay, few enough for a reader that stops. */
const FETCHES_MAX = 8;

/** A job on its way. */
export interface RunningJob {
  readonly jobId: JobId;
  /** Resolves when the job is delivered. @throws GristmillError with the job's own code when it failed. */
  result(): Promise<{ content: Uint8Array; view: JobView }>;
  /** Each task's output as soon as it is verified, in task order. */
  outputs(): AsyncGenerator<Uint8Array>;
  cancel(): Promise<JobView>;
}

/** Follows a submitted job's events until it ends. */
export function watchJob({
  hub,
  spec,
  options: { signal, onEvent },
  cancel,
}: {
  hub: HubClient;
  spec: Job;
  options: JobOptions;
  cancel: (jobId: JobId) => Promise<JobView>;
}): RunningJob {
  const jobId = jobIdOf(spec);
  const verified: (Cid | undefined)[] = [];
  let broken: { taskIndex: number; output: Cid } | null = null;
  const waiting = new Set<() => void>();
  let ended = false;
  const finished = follow();
  // A failure is told to whoever asks for the result or iterates the outputs, not to the process.
  finished.catch(() => undefined);

  return { jobId, result: () => finished, outputs, cancel: () => cancel(jobId) };

  async function follow(): Promise<{ content: Uint8Array; view: JobView }> {
    try {
      for await (const event of hub.jobEvents(jobId, signal ? { signal } : {})) {
        onEvent?.(event);
        if (event.type === 'verified') {
          if (event.succeeded) verified[event.taskIndex] = event.output;
          else broken = event;
        }
        if (event.type === 'failed') throw await failureOf(event.error);
        if (event.type === 'cancelled') {
          throw new GristmillError('JOB_CANCELLED', `Job ${jobId} was cancelled.`, {
            hint: 'Submit it again to run it.',
          });
        }
        if (event.type === 'delivered') {
          const [content, view] = await Promise.all([
            hub.getBlob(event.result, patiently()),
            hub.job(jobId, patiently()),
          ]);
          return { content, view };
        }
        wake();
      }
      throw answerMalformed(hub.url, `ended the events of job ${jobId} before the job`);
    } catch (error) {
      // Who aborts no longer wants the work either; the reason for the failure stays the abort.
      if (signal?.aborted === true) await cancel(jobId).catch(() => undefined);
      throw error;
    } finally {
      ended = true;
      wake();
    }
  }

  /** What the task wrote says more than the hub does, but the job's own error stands without it. */
  async function failureOf(error: { code: string; message: string; hint: string }): Promise<GristmillError> {
    if (broken === null) return new GristmillError(error.code, error.message, { hint: error.hint });
    let output: Uint8Array = new Uint8Array();
    try {
      output = await hub.getBlob(broken.output, patiently());
    } catch {
      // The hub may have thrown it away.
    }
    return new TaskFailed(error, broken.taskIndex, output);
  }

  async function* outputs(): AsyncGenerator<Uint8Array> {
    /** Of this task and those behind it. */
    const fetches: Promise<Uint8Array>[] = [];
    for (let index = 0; index < spec.tasks.length; index += 1) {
      while (verified[index] === undefined && !ended) await new Promise<void>((resolve) => waiting.add(resolve));
      if (verified[index] === undefined) await finished;
      if (verified[index] === undefined) throw answerMalformed(hub.url, `delivered job ${jobId} without task ${index}`);
      while (fetches.length < FETCHES_MAX) {
        const output = verified[index + fetches.length];
        if (output === undefined) break;
        const fetching = hub.getBlob(output, patiently());
        // A failure is told in its turn, if anybody still reads by then.
        fetching.catch(() => undefined);
        fetches.push(fetching);
      }
      yield await fetches.shift()!;
    }
  }

  /** The signal ends what is still wanted of the job; what it has delivered can be read after that. */
  function patiently(): RequestOptions {
    return { patient: true, signal: ended ? undefined : signal };
  }

  function wake(): void {
    for (const resolve of waiting) resolve();
    waiting.clear();
  }
}
