import { asGristmillError, type GristmillError, type Journal } from '@gristmill/protocol';
import { journalFailed, stopped } from './errors.ts';
import { type CoordinatorEvent, toJournal } from './events.ts';
import { apply, type State } from './state.ts';

export interface Recorder {
  /**
   * Applies events to the state now, writes them, and only then calls `after`: decisions run ahead of the disk, but
   * nothing is said to anyone before it is on it. All that is recorded in one turn of the event loop is written together
   * or not at all.
   */
  record(events: readonly CoordinatorEvent[], after?: () => void): void;
  /**
   * Resolves once all that was recorded so far is on disk.
   * @throws GristmillError `JOURNAL_FAILED`, `COORDINATOR_STOPPED`
   */
  settled(): Promise<void>;
  /** Resolves when something more was written, or nothing will be any more. */
  changed(): Promise<void>;
  /** Writes what is left and refuses everything after it. */
  stop(): Promise<void>;
}

interface Entry {
  readonly events: readonly CoordinatorEvent[];
  readonly written: () => void;
  readonly abandoned: (reason: GristmillError) => void;
}

/** Group commit: while one append is on its way to the disk, all that comes waits together for the next. */
export function createRecorder({
  journal,
  state,
  onFailure,
  onError,
}: {
  journal: Journal;
  state: State;
  /** The journal or the state can no longer be trusted: nothing will be recorded any more. */
  onFailure: (error: GristmillError) => void;
  onError: (error: unknown) => void;
}): Recorder {
  let waiting: Entry[] = [];
  let isWriting = false;
  let refusal: GristmillError | null = null;
  let change = Promise.withResolvers<void>();

  function enqueue(entry: Entry): void {
    waiting.push(entry);
    if (isWriting) return;
    isWriting = true;
    queueMicrotask(() => {
      write().catch((error: unknown) => fail(asGristmillError(error)));
    });
  }

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        const events = batch.flatMap((entry) => entry.events.map(toJournal));
        if (events.length > 0) await journal.append(events);
      } catch (cause) {
        waiting = [...batch, ...waiting];
        fail(journalFailed(cause));
        return;
      }
      for (const { written } of batch) {
        try {
          written();
        } catch (error) {
          onError(error);
        }
      }
      announce();
    }
    isWriting = false;
  }

  function announce(): void {
    change.resolve();
    change = Promise.withResolvers();
  }

  function fail(error: GristmillError): void {
    if (refusal !== null) return;
    refusal = error;
    const abandoned = waiting;
    waiting = [];
    for (const entry of abandoned) entry.abandoned(error);
    announce();
    onFailure(error);
  }

  function settled(): Promise<void> {
    if (refusal !== null) return Promise.reject(refusal);
    return new Promise((resolve, reject) => enqueue({ events: [], written: resolve, abandoned: reject }));
  }

  return {
    record(events, after = () => {}) {
      if (refusal !== null) throw refusal;
      try {
        for (const event of events) apply(state, event);
      } catch (error) {
        fail(asGristmillError(error));
        throw error;
      }
      enqueue({ events, written: after, abandoned: () => {} });
    },
    settled,
    changed: () => (refusal === null ? change.promise : Promise.resolve()),
    async stop() {
      if (refusal !== null) return;
      const last = settled().catch(onError);
      const closed = stopped();
      await last;
      refusal ??= closed;
      announce();
    },
  };
}
