import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import {
  checkAnchor,
  type ConsistencyProof,
  type InclusionProof,
  type JournalAnchor,
  type JournalAudit,
  type JournalHead,
  MerkleLog,
} from '@gristmill/ledger';
import { type Clock, GristmillError, type Journal } from '@gristmill/protocol';
import { journalClosed, journalUnreadable } from './errors.ts';
import { createGroupCommit } from './group-commit.ts';
import { openHighWaterMark } from './high-water-mark.ts';
import {
  checkPages,
  connect,
  createJournalFile,
  inspectJournalFile,
  journalFault,
  type JournalState,
  readEvents,
} from './journal-file.ts';
import { acquireJournalLock } from './journal-lock.ts';
import { makeFolder, syncToDisk } from './sync-to-disk.ts';

export interface SqliteJournalOptions {
  /** The database file; `-wal`, `-shm`, `.lock` and `.head` files stand beside it. Made when it is not there. */
  path: string;
  clock: Pick<Clock, 'now'>;
  /** Looks at the journal as it stands, also while another process writes to it; it must exist. */
  readOnly?: boolean;
}

/** A journal in one SQLite file, with the Merkle log (RFC 9162) over its events' hashes. */
export interface SqliteJournal extends Journal {
  readonly head: JournalHead;
  /** The Merkle root over the first `size` events (default: all). @throws GristmillError `MERKLE_OUT_OF_RANGE` */
  root(size?: number): Uint8Array;
  /** That the event at `sequence` is under `root(size)`: its entry is the event's hash. @throws `MERKLE_OUT_OF_RANGE` */
  inclusionProof(sequence: number, size?: number): InclusionProof;
  /** That `root(secondSize)` only adds to `root(firstSize)`. @throws `MERKLE_OUT_OF_RANGE` */
  consistencyProof(firstSize: number, secondSize?: number): ConsistencyProof;
  /**
   * Recomputes everything from the file: each event's hash, the Merkle root, the index and the pages.
   *
   * @throws JournalError `JOURNAL_BROKEN`, `JOURNAL_TRUNCATED` or `JOURNAL_CORRUPT`, naming the first sequence at fault.
   * @throws GristmillError `JOURNAL_ANCHOR_MISMATCH` when the journal is not the one that was anchored.
   */
  verify(options?: { anchor?: JournalAnchor | undefined }): JournalAudit;
}

/**
 * Opens a journal, and checks its chain of hashes on the way; a journal that is not sound is left exactly as it is.
 *
 * @throws GristmillError `JOURNAL_LOCKED` when another process writes to it, `JOURNAL_NOT_FOUND` when it is to be read
 * and is not there, `JOURNAL_VERSION_UNSUPPORTED`, `JOURNAL_UNREADABLE`.
 * @throws JournalError `JOURNAL_TRUNCATED`, `JOURNAL_CORRUPT` or `JOURNAL_BROKEN`, with the first sequence that is lost.
 */
export async function openSqliteJournal(options: SqliteJournalOptions): Promise<SqliteJournal> {
  try {
    return options.readOnly === true ? openForReading(options) : await openForWriting(options);
  } catch (error) {
    throw error instanceof GristmillError ? error : journalUnreadable(options.path, error);
  }
}

function openForReading({ path }: SqliteJournalOptions): SqliteJournal {
  // Where it may not even be looked for, that is thrown.
  if (statSync(path, { throwIfNoEntry: false }) === undefined) {
    throw new GristmillError('JOURNAL_NOT_FOUND', `There is no journal at ${path}.`, {
      hint: 'Check the path of the hub’s data folder.',
      fault: 'configuration',
    });
  }
  const state = inspectJournalFile(path);
  const database = connect(path, { readOnly: true });
  return createJournal(database, state, {
    append() {
      return Promise.reject(
        new GristmillError('JOURNAL_READ_ONLY', `The journal ${path} was opened to be read.`, {
          hint: 'Open it without readOnly to write to it.',
          fault: 'internal',
        }),
      );
    },
    close: () => database.close(),
  });
}

async function openForWriting({ path, clock }: SqliteJournalOptions): Promise<SqliteJournal> {
  await makeFolder(dirname(path));
  // Closed in reverse order, the lock last; on failure half-way, what was opened so far.
  using opened = new DisposableStack();
  opened.defer(acquireJournalLock(path));
  if (!existsSync(path)) await createJournalFile(path);
  const state = inspectJournalFile(path);
  // A process that was killed may have left its last events to the system's memory: the mark must not reach the disk first.
  if (existsSync(`${path}-wal`)) await syncToDisk(`${path}-wal`);
  const mark = opened.adopt(openHighWaterMark(path, state.head), (each) => each.close());
  await syncToDisk(dirname(path));
  const database = opened.adopt(connectToWrite(path), (each) => each.close());
  const { append, flush } = createGroupCommit({ database, state, clock, mark });
  const resources = opened.move();
  return createJournal(database, state, {
    append,
    close() {
      flush();
      resources.dispose();
    },
  });
}

function connectToWrite(path: string): DatabaseSync {
  try {
    return connect(path, { readOnly: false });
  } catch (error) {
    // SQLite looks at more of a file that it may write to.
    throw journalFault(path, error);
  }
}

function createJournal(
  database: DatabaseSync,
  state: JournalState,
  writer: { append: Journal['append']; close(): void },
): SqliteJournal {
  return {
    append: writer.append,
    get head() {
      return state.head;
    },
    get size() {
      return state.head.size;
    },
    read({ from = 0, stream } = {}) {
      if (!database.isOpen) throw journalClosed();
      return readEvents(database, { from, stream, end: state.head.size });
    },
    root: (size) => state.log.root(size),
    inclusionProof: (sequence, size) => state.log.inclusionProof(sequence, size),
    consistencyProof: (firstSize, secondSize) => state.log.consistencyProof(firstSize, secondSize),
    verify({ anchor } = {}) {
      if (anchor !== undefined) checkAnchor(state.log, anchor);
      // Reading holds each event against its hash and against the one before. What is on disk must come to the root that
      // this process answers with, and to the anchor with it.
      const log = new MerkleLog();
      for (const { hash } of this.read()) log.append(hash);
      const root = state.log.root();
      checkAnchor(log, { size: state.head.size, root });
      checkPages(database, log.size);
      return { events: log.size, root, verified: true };
    },
    async close() {
      if (database.isOpen) writer.close();
    },
  };
}
