import { createHash } from 'node:crypto';
import { closeSync, constants, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { JournalHead } from '@gristmill/ledger';
import { GristmillError } from '@gristmill/protocol';

/**
 * The last acknowledged head of a journal, in a small file beside it.
 *
 * SQLite cannot tell a damaged or shortened -wal file from one that a crash cut off: it silently forgets what follows.
 * The mark tells: it is written after each commit and before anyone is told of it, so a journal that is shorter than its
 * mark has lost acknowledged events. It is synced when it is opened, and then no more: after a power cut it may be older
 * than the journal, never newer.
 */
export interface HighWaterMark {
  raise(head: JournalHead): void;
  close(): void;
}

function highWaterMarkPath(journalPath: string): string {
  return `${journalPath}.head`;
}

/** Opens the mark for writing. `head` must be on disk already, and then the mark is there too. */
export function openHighWaterMark(journalPath: string, head: JournalHead): HighWaterMark {
  const descriptor = openSync(highWaterMarkPath(journalPath), constants.O_RDWR | constants.O_CREAT);
  const raise = (head: JournalHead): void => void writeSync(descriptor, lineOf(head), 0);
  try {
    raise(head);
    fsyncSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return {
    raise,
    close: () => closeSync(descriptor),
  };
}

/**
 * The mark beside a journal, null when there is none (a copy of the journal alone has none).
 *
 * @throws GristmillError `JOURNAL_CORRUPT` when it is not what was written.
 */
export function readHighWaterMark(journalPath: string): JournalHead | null {
  let line: string;
  try {
    line = readFileSync(highWaterMarkPath(journalPath), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  if (line === '') return null;
  const [size = '', hash = ''] = line.split(' ');
  const head = { size: Number(size), hash: new Uint8Array(Buffer.from(hash, 'hex')) };
  if (line === lineOf(head)) return head;
  throw new GristmillError('JOURNAL_CORRUPT', `${highWaterMarkPath(journalPath)} is damaged: "${line.trim()}".`, {
    hint: 'The journal itself may be sound: move this file away, open the journal read-only and verify it.',
    fault: 'platform',
  });
}

/** Fixed width, so that a newer line covers an older one; the digits at the end show damage. */
function lineOf({ size, hash }: JournalHead): string {
  const content = `${String(size).padStart(16, '0')} ${Buffer.from(hash).toString('hex')}`;
  return `${content} ${createHash('sha256').update(content).digest('hex').slice(0, 16)}\n`;
}
