import { asGristmillError, type BlobStore, type Cid, type GristmillError } from '@gristmill/protocol';
import { aggregate } from './aggregation.ts';
import { hasEnded } from './budget.ts';
import { escrowWithdrawn, invariantBroken, type JobError, outputLost, resultTooLarge } from './errors.ts';
import type { Paymaster } from './paying.ts';
import type { Recorder } from './recorder.ts';
import type { Sessions } from './sessions.ts';
import type { AttemptRecord, JobRecord } from './state.ts';

export interface Finishing {
  /**
   * One more of a job's tasks is verified. When all are: pays, aggregates and delivers, and tries again later when the
   * world is in the way. Fails a job at once whose result becomes too large to put together.
   */
  advance(job: JobRecord): void;
  fail(job: JobRecord, error: JobError): void;
  cancel(job: JobRecord, reason: string): void;
}

export function createFinishing({
  recorder,
  sessions,
  paymaster,
  blobs,
  resultBytesMax,
  retryLater,
  isOverdue,
  onRevoked,
  log,
}: {
  recorder: Recorder;
  sessions: Sessions;
  paymaster: Paymaster;
  blobs: BlobStore;
  resultBytesMax: number;
  retryLater: (again: () => void, tries: number) => void;
  /** Whether a job's deadline has passed. */
  isOverdue: (job: JobRecord) => boolean;
  onRevoked: (attempts: readonly AttemptRecord[]) => void;
  log: (message: string, error?: unknown) => void;
}): Finishing {
  const delivering = new Set<JobRecord>();
  let assembling: Promise<unknown> = Promise.resolve();

  function advance(job: JobRecord): void {
    if (job.outputBytes > resultBytesMax) fail(job, resultTooLarge(job.outputBytes, resultBytesMax).toJSON());
    else if (job.state === 'aggregating') deliver(job);
  }

  function deliver(job: JobRecord, tries = 0): void {
    if (delivering.has(job)) return;
    delivering.add(job);
    tryToDeliver(job)
      .catch((error: unknown) => {
        log(`Job ${job.jobId} could not be delivered yet.`, error);
        retryLater(() => deliver(job, tries + 1), tries);
      })
      .finally(() => delivering.delete(job));
  }

  /** Pays first: while the chain is away, nothing is read and put together in vain. */
  async function tryToDeliver(job: JobRecord): Promise<void> {
    const { short } = await paymaster.settle();
    const { payer } = job.spec;
    const fundedUnits = short.get(payer);
    if (fundedUnits !== undefined) {
      fail(job, escrowWithdrawn(payer, fundedUnits, job.spentUnits));
      return;
    }
    const result = await inTurn(() => assemble(job));
    if (typeof result !== 'string') fail(job, result);
    else recorder.record([{ type: 'job.delivered', data: { jobId: job.jobId, result } }]);
  }

  /** One job's outputs are in memory at a time. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = assembling.then(work, work);
    assembling = done;
    return done;
  }

  /** The result's name, or why there is none; rejects when a later try may bring one. */
  async function assemble(job: JobRecord): Promise<Cid | JobError> {
    const outputs: Uint8Array[] = [];
    for (const { verified } of job.tasks) {
      const { output } = verified!.result;
      const content = await blobs.get(output);
      if (content === null) {
        // The disk may come back, but nobody waits for it longer than for the job.
        if (!isOverdue(job)) throw invariantBroken(`The verified output ${output} is not in the blob store.`);
        return outputLost(output);
      }
      outputs.push(content);
    }
    const combined = combine(job, outputs);
    return combined instanceof Uint8Array ? blobs.put(combined) : combined.toJSON();
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

  return { advance, fail, cancel };
}

/** The result, or why the outputs cannot make one, which no retry would change. */
function combine({ spec }: JobRecord, outputs: readonly Uint8Array[]): Uint8Array | GristmillError {
  try {
    return aggregate(spec.aggregation, outputs);
  } catch (error) {
    return asGristmillError(error);
  }
}
