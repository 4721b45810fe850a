import { DatabaseSync } from 'node:sqlite';
import { GristmillError } from '@gristmill/protocol';
import { journalUnreadable } from './errors.ts';
import { isBusy } from './sqlite-errors.ts';

/**
 * Makes this process the journal's only writer until the function it gives is called.
 * The lock is the operating system's lock on a file of its own, so that readers are not shut out, and so that it is free
 * the moment its holder dies, however it dies.
 *
 * @throws GristmillError `JOURNAL_LOCKED` when another writer has it, `JOURNAL_UNREADABLE` when no file can be made.
 */
export function acquireJournalLock(journalPath: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(`${journalPath}.lock`, { timeout: 0 });
    // In memory: a rollback journal would leave one more file behind.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (cause) {
    lock?.close();
    throw isBusy(cause) ? locked(journalPath, cause) : journalUnreadable(journalPath, cause);
  }
  return () => lock.close();
}

function locked(journalPath: string, cause: unknown): GristmillError {
  return new GristmillError('JOURNAL_LOCKED', `Another process is writing to the journal ${journalPath}.`, {
    hint: 'Stop the other hub, or open the journal with readOnly to look at it while it runs.',
    fault: 'configuration',
    cause,
  });
}
