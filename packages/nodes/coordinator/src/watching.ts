import type { JobEvent, JobId, Journal } from '@gristmill/protocol';
import { jobEventOf, parseEvent } from './events.ts';
import type { Recorder } from './recorder.ts';

export interface WatchOptions {
  /** Only this job; the watch then ends with its end. */
  jobId?: JobId;
  /** The journal sequence to begin with; 0 is the beginning. */
  from?: number;
  signal?: AbortSignal;
}

/** Events read from the journal at a time, so that no reader keeps it open while its consumer thinks. */
const CHUNK = 512;

/**
 * What happens to jobs, from the journal: first what happened, then what happens, without a gap. A slow watcher costs no
 * memory, because it reads at its own pace.
 */
export async function* watchJobs(
  {
    journal,
    recorder,
    isStopped,
    hasEnded,
  }: { journal: Journal; recorder: Recorder; isStopped: () => boolean; hasEnded: (jobId: JobId) => boolean },
  { jobId, from = 0, signal }: WatchOptions,
): AsyncGenerator<JobEvent> {
  const isOver = (): boolean => signal?.aborted ?? false;
  let next = from;
  for (;;) {
    if (isOver()) return;
    const change = recorder.changed();
    const { size } = journal;
    const events = journal.read(jobId === undefined ? { from: next } : { from: next, stream: `job:${jobId}` });
    const chunk = [...Iterator.from(events).take(CHUNK)];
    for (const recorded of chunk) {
      next = recorded.sequence + 1;
      const event = parseEvent(recorded);
      const shown = event === null ? null : jobEventOf(event, recorded.sequence);
      if (shown === null) continue;
      yield shown;
      if (jobId !== undefined && isEnd(shown)) return;
      if (isOver()) return;
    }
    if (chunk.length === CHUNK) continue;
    next = Math.max(next, size);
    if (isStopped()) return;
    if (jobId !== undefined && hasEnded(jobId)) {
      // Its end is in the journal or on its way there; whoever begins behind it has seen everything.
      await recorder.settled();
      if (journal.size === size) return;
      continue;
    }
    await untilEither(change, signal);
  }
}

/** Leaves nothing behind on a signal that outlives many changes. */
function untilEither(change: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return change;
  return new Promise((resolve) => {
    const finish = (): void => {
      signal.removeEventListener('abort', finish);
      resolve();
    };
    signal.addEventListener('abort', finish, { once: true });
    void change.then(() => finish());
  });
}

function isEnd({ type }: JobEvent): boolean {
  return type === 'delivered' || type === 'failed' || type === 'cancelled';
}
