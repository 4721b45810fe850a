import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { decode, GristmillError, type JournalEvent } from '@gristmill/protocol';
import {
  EMPTY_HEAD,
  GENESIS,
  journalBroken,
  type JournalHead,
  journalTruncated,
  MerkleLog,
  verifyEvent,
} from '@gristmill/ledger';
import { journalClosed, journalCorrupt, journalUnreadable } from './errors.ts';
import { readHighWaterMark } from './high-water-mark.ts';
import { isDamage } from './sqlite-errors.ts';
import { syncToDisk } from './sync-to-disk.ts';

const SCHEMA_VERSION = 1;

// `journal` says how many events there must be, so that rows cut off the end are missed.
// The hashes come before the names and the data, so that the chain can be walked without reading large events.
const SCHEMA = `
  CREATE TABLE journal (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    schema_version INTEGER NOT NULL,
    size INTEGER NOT NULL,
    hash BLOB NOT NULL
  ) STRICT;
  CREATE TABLE event (
    sequence INTEGER PRIMARY KEY,
    recorded_at_ms INTEGER NOT NULL,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL,
    stream TEXT NOT NULL,
    type TEXT NOT NULL,
    data BLOB NOT NULL
  ) STRICT;
  CREATE INDEX event_by_stream ON event (stream);
  INSERT INTO journal VALUES (1, ${SCHEMA_VERSION}, 0, zeroblob(32));
`;

/** How long a statement waits for someone who has the file open with other tools, before it fails. */
const BUSY_TIMEOUT_MS = 250;

export function connect(path: string, { readOnly }: { readOnly: boolean }): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly, timeout: BUSY_TIMEOUT_MS });
  try {
    // FULL in WAL mode: one fsync a commit, and a commit that returned survives a power cut. On macOS a plain fsync leaves
    // the data in the drive's cache.
    database.exec('PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON');
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Makes an empty journal at `path`, whole or not at all: a file of no or few bytes under that name is always a damaged
 * journal, never a new one.
 *
 * @throws JournalError `JOURNAL_TRUNCATED` when the file is gone but its companions tell that it had events.
 */
export async function createJournalFile(path: string): Promise<void> {
  const lostEvents = readHighWaterMark(path)?.size ?? 0;
  if (lostEvents > 0 || (existsSync(`${path}-wal`) && statSync(`${path}-wal`).size > 0)) {
    throw journalTruncated(0, lostEvents || null, new Error(`${path} does not exist, but its companion files do`));
  }
  const unfinished = `${path}.new`;
  for (const suffix of ['', '-wal', '-shm']) await rm(unfinished + suffix, { force: true });
  const database = connect(unfinished, { readOnly: false });
  try {
    database.exec('PRAGMA journal_mode = WAL');
    database.exec(`BEGIN; ${SCHEMA} COMMIT`);
  } finally {
    database.close();
  }
  await syncToDisk(unfinished);
  await rename(unfinished, path);
  await syncToDisk(dirname(path));
}

/** What memory holds of a journal file. */
export interface JournalState {
  head: JournalHead;
  readonly log: MerkleLog;
}

/**
 * Walks the chain of hashes from the first event to the last, checks the last one's content, and has SQLite check its pages
 * and its index, without writing to the file in any way. (Every other event's content is checked when it is read.)
 *
 * @throws JournalError `JOURNAL_TRUNCATED`, `JOURNAL_CORRUPT` or `JOURNAL_BROKEN`, with the first sequence that is lost.
 * @throws GristmillError `JOURNAL_VERSION_UNSUPPORTED`, or `JOURNAL_UNREADABLE` when the file cannot be opened at all.
 */
export function inspectJournalFile(path: string): JournalState {
  // The mark first: a hub that is writing meanwhile only moves the journal past it.
  const mark = readHighWaterMark(path);
  let database: DatabaseSync | undefined;
  try {
    database = connect(path, { readOnly: true });
    database.exec('BEGIN');
    return walk(database, mark);
  } catch (error) {
    throw error instanceof GristmillError ? error : journalFault(path, error, mark);
  } finally {
    database?.close();
  }
}

function walk(database: DatabaseSync, mark: JournalHead | null): JournalState {
  const expected = readHead(database);
  const log = new MerkleLog();
  let previous = GENESIS;
  for (const row of database.prepare('SELECT sequence, previous, hash FROM event ORDER BY sequence').iterate()) {
    const sequence = log.size;
    if (row.sequence !== sequence) throw journalBroken(sequence, `event ${sequence} is missing.`);
    if (!isHash(row.previous) || !isHash(row.hash)) throw journalBroken(sequence, 'its hashes are not hashes.');
    if (!equalBytes(row.previous, previous)) {
      // Either this link or the hash it should name was changed; only the content of the event before can tell.
      checkContent(database, sequence - 1);
      throw journalBroken(sequence, '"previous" is not the hash of the event before.');
    }
    if (sequence + 1 === mark?.size && !equalBytes(row.hash, mark.hash)) {
      checkContent(database, sequence);
      throw journalBroken(sequence, 'it is not the event that was acknowledged.');
    }
    log.append(row.hash);
    previous = row.hash;
  }
  const expectedSize = Math.max(expected.size, mark?.size ?? 0);
  if (log.size < expectedSize) throw journalTruncated(log.size, expectedSize);
  if (log.size > expected.size) throw journalBroken(expected.size, 'the journal does not count this event.');
  if (!equalBytes(previous, expected.hash)) {
    checkContent(database, log.size - 1);
    throw journalBroken(Math.max(0, log.size - 1), 'its hash is not the one the journal ends with.');
  }
  checkContent(database, log.size - 1);
  // An index that leads past an event would keep it from who reads its stream: a payment could be made twice.
  checkPages(database, log.size);
  return { head: expected, log };
}

/** @throws JournalError `JOURNAL_BROKEN` when the event's hash is not the hash of its content. */
function checkContent(database: DatabaseSync, sequence: number): void {
  if (sequence >= 0) readEvents(database, { from: sequence, end: sequence + 1 }).next();
}

/** How many events the journal says it has, and the hash of the last one. */
export function readHead(database: DatabaseSync): JournalHead {
  const row = database.prepare('SELECT schema_version, size, hash FROM journal').get();
  if (row?.schema_version !== SCHEMA_VERSION) {
    throw new GristmillError(
      'JOURNAL_VERSION_UNSUPPORTED',
      `The journal's format is version ${String(row?.schema_version)}; this Gristmill reads version ${SCHEMA_VERSION}.`,
      { hint: 'Open it with the version of Gristmill that wrote it.', fault: 'configuration' },
    );
  }
  if (typeof row.size !== 'number' || !isHash(row.hash)) {
    throw journalCorrupt(0, 'its head is not a size and a hash', undefined);
  }
  return { size: row.size, hash: row.hash };
}

/** Rows fetched at a time, so that no statement stays open, and holds up a checkpoint, while the reader thinks. */
const PAGE_ROWS = 256;

/**
 * Events from `from` up to but not including `end`, each checked against its hash before anyone sees it.
 *
 * @throws JournalError `JOURNAL_BROKEN`, `JOURNAL_CORRUPT`, `JOURNAL_TRUNCATED`
 * @throws GristmillError `JOURNAL_CLOSED` when the journal is closed meanwhile.
 */
export function* readEvents(
  database: DatabaseSync,
  { from, end, stream }: { from: number; end: number; stream?: string | undefined },
): Generator<JournalEvent, void, undefined> {
  let next = from;
  let head: JournalHead | undefined = from === 0 ? EMPTY_HEAD : undefined;
  let pageRows = PAGE_ROWS;
  while (next < end) {
    if (!database.isOpen) throw journalClosed();
    let rows;
    try {
      rows =
        stream === undefined
          ? database.prepare(`${SELECT_EVENTS} LIMIT ?`).all(next, end, pageRows)
          : database.prepare(`${SELECT_STREAM} LIMIT ?`).all(next, end, stream, pageRows);
    } catch (error) {
      if (pageRows === 1) throw journalCorrupt(next, 'it cannot be read', error);
      // One by one from here, to find the event that cannot be read.
      pageRows = 1;
      continue;
    }
    for (const row of rows) {
      const { event, encodedData } = parseRow(row, next);
      // What stands before is not read here: between the events of one stream, and before the first.
      if (stream !== undefined) head = { size: event.sequence, hash: event.previous };
      else head ??= { size: next, hash: event.previous };
      if (event.sequence < next) throw journalBroken(next, `event ${event.sequence} stands in its place.`);
      head = verifyEvent(head, event, encodedData);
      yield { ...event, data: decodeData(encodedData, event.sequence) };
      next = event.sequence + 1;
    }
    if (rows.length < pageRows) break;
  }
  if (stream === undefined && next < end) throw journalTruncated(next, end);
}

function decodeData(encodedData: Uint8Array, sequence: number): unknown {
  try {
    return decode(encodedData);
  } catch (cause) {
    throw journalBroken(sequence, 'its data is not what any Gristmill writes.', cause);
  }
}

const COLUMNS = 'sequence, recorded_at_ms, previous, hash, stream, type, data';
const SELECT_EVENTS = `SELECT ${COLUMNS} FROM event WHERE sequence >= ? AND sequence < ? ORDER BY sequence`;
const SELECT_STREAM = `SELECT ${COLUMNS} FROM event WHERE sequence >= ? AND sequence < ? AND stream = ? ORDER BY sequence`;

function parseRow(
  row: Record<string, SQLOutputValue>,
  next: number,
): { event: Omit<JournalEvent, 'data'>; encodedData: Uint8Array } {
  const { sequence, recorded_at_ms: recordedAtMs, previous, hash, stream, type, data } = row;
  if (
    typeof sequence !== 'number' ||
    typeof recordedAtMs !== 'number' ||
    typeof stream !== 'string' ||
    typeof type !== 'string' ||
    !(data instanceof Uint8Array) ||
    !isHash(previous) ||
    !isHash(hash)
  ) {
    throw journalBroken(next, 'its row is not one that was written.');
  }
  return { event: { sequence, recordedAtMs, stream, type, previous, hash }, encodedData: data };
}

/** What is wrong with a file that SQLite refuses, found without changing it. */
export function journalFault(path: string, cause: unknown, mark: JournalHead | null = null): GristmillError {
  if (isShorterThanItSays(path)) return journalTruncated(countReadableEvents(path), mark?.size ?? null, cause);
  if (isDamage(cause)) return journalCorrupt(countReadableEvents(path), 'it cannot be read', cause);
  return journalUnreadable(path, cause);
}

/** The file's own header counts its pages (https://www.sqlite.org/fileformat.html, 1.3). */
function isShorterThanItSays(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const header = Buffer.alloc(100);
  const descriptor = openSync(path, 'r');
  try {
    if (readSync(descriptor, header, 0, header.length, 0) < header.length) return true;
  } finally {
    closeSync(descriptor);
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return false;
  const pageSize = header.readUInt16BE(16);
  return statSync(path).size < header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize);
}

/** How many events, from the first on, can still be read from a damaged file. */
function countReadableEvents(path: string): number {
  let count = 0;
  try {
    // SQLite refuses a file with fewer pages than its header says, unless it may write to the schema: then it reads on
    // up to the first page that is missing. The connection is read-only, so nothing is written.
    const database = new DatabaseSync(path, { readOnly: true, defensive: false });
    try {
      database.exec('PRAGMA writable_schema = ON');
      for (const { sequence } of database.prepare('SELECT sequence FROM event ORDER BY sequence').iterate()) {
        if (sequence !== count) break;
        count += 1;
      }
    } finally {
      database.close();
    }
  } catch {
    // This is where it breaks.
  }
  return count;
}

/**
 * Has SQLite check its pages, and its index against the `size` events.
 *
 * @throws JournalError `JOURNAL_BROKEN` when it is an event that was changed.
 * @throws GristmillError `JOURNAL_CORRUPT` when it is something else.
 */
export function checkPages(database: DatabaseSync, size: number): void {
  let finding: unknown;
  try {
    finding = database.prepare('PRAGMA integrity_check(1)').get()?.integrity_check;
  } catch (error) {
    finding = error instanceof Error ? error.message : error;
  }
  if (finding === 'ok') return;
  // An event that is not the one that was written is named, and explains the rest.
  let next = 0;
  for (const { sequence } of readEvents(database, { from: 0, end: size })) next = sequence + 1;
  throw new GristmillError(
    'JOURNAL_CORRUPT',
    `Each of the ${next} events is sound, but SQLite finds in their file: ${String(finding)}.`,
    {
      hint: 'Check the disk and restore the file from a copy; where only the index is named, `sqlite3 FILE REINDEX` mends it.',
      fault: 'platform',
    },
  );
}

function isHash(value: SQLOutputValue | undefined): value is Uint8Array<ArrayBuffer> {
  return value instanceof Uint8Array && value.length === 32;
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
