import type { DatabaseSync } from 'node:sqlite';
import {
  chainEncodedEvents,
  type EncodedEvent,
  type EncodedJournalEvent,
  encodeEvent,
  withoutEncodedData,
} from '@gristmill/ledger';
import { type Clock, GristmillError, type Journal, type JournalEvent } from '@gristmill/protocol';
import { journalClosed } from './errors.ts';
import type { HighWaterMark } from './high-water-mark.ts';
import { type JournalState, readHead } from './journal-file.ts';
import { isSyncFailure } from './sqlite-errors.ts';

export interface GroupCommitComponents {
  database: DatabaseSync;
  state: JournalState;
  clock: Pick<Clock, 'now'>;
  mark: HighWaterMark;
}

export interface GroupCommit {
  append: Journal['append'];
  /** Writes what waits, now. */
  flush: () => void;
}

/** One caller of `append` who waits for the disk. */
interface Waiting {
  events: EncodedEvent[];
  resolve(events: JournalEvent[]): void;
  reject(error: GristmillError): void;
}

/**
 * Writes all appends of one turn of the event loop in one transaction, with one fsync, in the order they came.
 * The wait for the disk is what an append costs, and so a hundred together cost little more than one.
 */
export function createGroupCommit({ database, state, clock, mark }: GroupCommitComponents): GroupCommit {
  const insertEvent = database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?)');
  const updateHead = database.prepare('UPDATE journal SET size = ?, hash = ?');
  let waiting: Waiting[] = [];
  /** Set when disk and memory may no longer agree; then nothing more is written. */
  let failure: GristmillError | null = null;

  return { append, flush };

  async function append(newEvents: Parameters<Journal['append']>[0]): Promise<JournalEvent[]> {
    if (!database.isOpen) throw journalClosed();
    // Encoded now: bad data is its caller's error alone, and later changes to the object are not written.
    const events = newEvents.map(encodeEvent);
    if (events.length === 0) return [];
    return new Promise((resolve, reject) => {
      waiting.push({ events, resolve, reject });
      // After the callbacks of this turn have had their say.
      if (waiting.length === 1) setImmediate(flush);
    });
  }

  function flush(): void {
    const group = waiting;
    waiting = [];
    if (group.length === 0) return;
    try {
      if (failure !== null) throw failure;
      const events = chainEncodedEvents(
        state.head,
        group.flatMap((each) => each.events),
        Math.floor(clock.now()),
      );
      commit(events);
      settle(group, events);
    } catch (cause) {
      const error = cause instanceof GristmillError ? cause : writeFailed(state.head.size, cause);
      for (const each of group) each.reject(error);
    }
  }

  /** Writes the events, all or none; on return they are on disk. */
  function commit(events: readonly EncodedJournalEvent[]): void {
    const last = events.at(-1)!;
    try {
      database.exec('BEGIN IMMEDIATE');
      for (const { sequence, recordedAtMs, previous, hash, stream, type, encodedData } of events) {
        insertEvent.run(sequence, recordedAtMs, previous, hash, stream, type, encodedData);
      }
      updateHead.run(last.sequence + 1, last.hash);
      database.exec('COMMIT');
    } catch (cause) {
      throw rollBack(cause);
    }
    state.head = { size: last.sequence + 1, hash: last.hash };
    for (const { hash } of events) state.log.append(hash);
  }

  function rollBack(cause: unknown): GristmillError {
    const error = writeFailed(state.head.size, cause);
    // The system may have dropped what it could not write, and would report the next fsync as a success all the same. Only
    // opening it again tells what is there.
    if (isSyncFailure(cause)) failure = error;
    try {
      if (database.isTransaction) database.exec('ROLLBACK');
      if (readHead(database).size !== state.head.size) failure = error;
    } catch {
      failure = error;
    }
    return error;
  }

  function settle(group: readonly Waiting[], events: readonly EncodedJournalEvent[]): void {
    try {
      mark.raise(state.head);
    } catch (cause) {
      // These events are on disk and their callers may know; but the next ones could be lost without a trace.
      failure = writeFailed(state.head.size, cause);
    }
    let at = 0;
    for (const each of group) {
      each.resolve(events.slice(at, at + each.events.length).map(withoutEncodedData));
      at += each.events.length;
    }
  }
}

function writeFailed(size: number, cause: unknown): GristmillError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new GristmillError('JOURNAL_WRITE_FAILED', `Events after the first ${size} could not be written: ${reason}.`, {
    hint: isSyncFailure(cause)
      ? 'Whether they were kept shows when the journal is opened again; nothing more is written until then. Check the disk.'
      : 'Nothing of them was kept. Check the disk and its free space, and that no other program has the file open.',
    fault: 'platform',
    cause,
  });
}
