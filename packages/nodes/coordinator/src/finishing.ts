import { asGristmillError, type BlobStore, type GristmillError } from '@gristmill/protocol';
import { aggregate } from './aggregation.ts';
import { hasEnded } from './budget.ts';
import { escrowWithdrawn, invariantBroken, type JobError, outputLost } from './errors.ts';
import type { Paymaster } from './paying.ts';
import type { Recorder } from './recorder.ts';
import type { Sessions } from './sessions.ts';
import type { AttemptRecord, JobRecord } from './state.ts';

export interface Finishing {
  /** Aggregates a job whose tasks are all verified, pays, and delivers; tries again later when the world is in the way. */
  deliver(job: JobRecord): void;
  fail(job: JobRecord, error: JobError): void;
  cancel(job: JobRecord, reason: string): void;
}

export function createFinishing({
  recorder,
  sessions,
  paymaster,
  blobs,
  retryLater,
  isOverdue,
  onRevoked,
  log,
}: {
  recorder: Recorder;
  sessions: Sessions;
  paymaster: Paymaster;
  blobs: BlobStore;
  retryLater: (again: () => void) => void;
  /** Whether a job's deadline has passed. */
  isOverdue: (job: JobRecord) => boolean;
  onRevoked: (attempts: readonly AttemptRecord[]) => void;
  log: (message: string, error?: unknown) => void;
}): Finishing {
  const delivering = new Set<JobRecord>();

  function deliver(job: JobRecord): void {
    if (delivering.has(job)) return;
    delivering.add(job);
    tryToDeliver(job)
      .catch((error: unknown) => {
        log(`Job ${job.jobId} could not be delivered yet.`, error);
        retryLater(() => deliver(job));
      })
      .finally(() => delivering.delete(job));
  }

  async function tryToDeliver(job: JobRecord): Promise<void> {
    const outputs: Uint8Array[] = [];
    for (const { verified } of job.tasks) {
      const { output } = verified!.result;
      const content = await blobs.get(output);
      if (content === null) {
        // The disk may come back, but nobody waits for it longer than for the job.
        if (!isOverdue(job)) throw invariantBroken(`The verified output ${output} is not in the blob store.`);
        fail(job, outputLost(output));
        return;
      }
      outputs.push(content);
    }
    const combined = combine(job, outputs);
    if (!(combined instanceof Uint8Array)) {
      fail(job, combined.toJSON());
      return;
    }
    const result = await blobs.put(combined);
    const short = await paymaster.settle();
    if (job.state !== 'aggregating') return;
    const { payer } = job.spec;
    const fundedUnits = short.get(payer);
    if (fundedUnits !== undefined) {
      fail(job, escrowWithdrawn(payer, fundedUnits, job.spentUnits));
      return;
    }
    recorder.record([{ type: 'job.delivered', data: { jobId: job.jobId, result } }]);
  }

  function fail(job: JobRecord, error: JobError): void {
    if (hasEnded(job)) return;
    recorder.record([{ type: 'job.failed', data: { jobId: job.jobId, error } }], () => revoke(job));
  }

  function cancel(job: JobRecord, reason: string): void {
    if (hasEnded(job)) return;
    recorder.record([{ type: 'job.cancelled', data: { jobId: job.jobId, reason } }], () => revoke(job));
  }

  /** What is still out may stop, unless it can still be judged; its money is held a moment for reports on their way. */
  function revoke(job: JobRecord): void {
    const live = job.tasks
      .filter(({ verified }) => verified === null)
      .flatMap(({ attempts }) => attempts.filter(({ phase }) => phase === 'leased'));
    for (const [provider, theirs] of Map.groupBy(live, (attempt) => attempt.provider)) {
      sessions.send(provider, { type: 'revoke', attemptIds: theirs.map(({ attemptId }) => attemptId) });
    }
    onRevoked(live);
  }

  return { deliver, fail, cancel };
}

/** The result, or why the outputs cannot make one, which no retry would change. */
function combine({ spec }: JobRecord, outputs: readonly Uint8Array[]): Uint8Array | GristmillError {
  try {
    return aggregate(spec.aggregation, outputs);
  } catch (error) {
    return asGristmillError(error);
  }
}
