import { type TaxpayerBooks, taxpayerBooks } from '@gristmill/ledger';
import { type Clock, GristmillError, type Journal, type JournalEvent, type NewJournalEvent } from '@gristmill/protocol';
import { openSqliteJournal, type SqliteJournal } from '@gristmill/storage';
import type { Home } from '../../home.ts';

/** The file in a home that holds what its owner earned, spent and paid to authorities. */
export const TAXPAYER_JOURNAL = 'remittances.db';

const RETRY_MS = 200;

/**
 * Writes events about money that carry an `id` in their data into a taxpayer's journal, those that it does not have yet,
 * and leaves the journal to others again. While another process writes to it, this waits.
 *
 * @returns how many were new.
 * @throws GristmillError `JOURNAL_LOCKED` when another process keeps it longer than `waitMs`; what the journal throws.
 */
export async function recordInBooks(
  path: string,
  clock: Clock,
  events: readonly NewJournalEvent[],
  options: { waitMs?: number } = {},
): Promise<number> {
  const journal = await openTaxpayerJournal(path, clock, options);
  try {
    const known = new Set(idsIn(journal));
    const fresh = [...new Map(events.map((event) => [idOf(event) ?? event, event])).values()].filter(
      (event) => !known.has(idOf(event)),
    );
    if (fresh.length > 0) await journal.append(fresh);
    return fresh.length;
  } finally {
    await journal.close();
  }
}

/** All that a taxpayer's journal says, as it stands, also while another process writes to it; nothing where there is none. */
export async function readBooks(path: string, clock: Pick<Clock, 'now'>): Promise<JournalEvent[]> {
  try {
    const journal = await openSqliteJournal({ path, clock, readOnly: true });
    try {
      return [...journal.read()];
    } finally {
      await journal.close();
    }
  } catch (error) {
    if (error instanceof GristmillError && error.code === 'JOURNAL_NOT_FOUND') return [];
    throw error;
  }
}

/** The books in a home, as they stand. @throws GristmillError as `taxpayerBooks` */
export async function booksOf(home: Pick<Home, 'path'>, clock: Pick<Clock, 'now'>): Promise<TaxpayerBooks> {
  return taxpayerBooks(await readBooks(home.path(TAXPAYER_JOURNAL), clock));
}

/**
 * The journal of a taxpayer to write to. Others write to it for a moment at a time: this waits until they are done.
 *
 * @throws GristmillError `JOURNAL_LOCKED` when another process keeps it longer than `waitMs`; as `openSqliteJournal`.
 */
export async function openTaxpayerJournal(
  path: string,
  clock: Clock,
  { waitMs = 60_000 }: { waitMs?: number } = {},
): Promise<SqliteJournal> {
  const untilMs = clock.now() + waitMs;
  for (;;) {
    try {
      return await openSqliteJournal({ path, clock });
    } catch (error) {
      const isTaken = error instanceof GristmillError && error.code === 'JOURNAL_LOCKED';
      if (!isTaken || clock.now() >= untilMs) throw error;
      await clock.sleep(RETRY_MS);
    }
  }
}

function* idsIn(journal: Pick<Journal, 'read'>): Iterable<unknown> {
  for (const event of journal.read()) {
    const id = idOf(event);
    if (id !== undefined) yield id;
  }
}

function idOf({ data }: Pick<NewJournalEvent, 'data'>): unknown {
  return (data as { id?: unknown } | null)?.id;
}
