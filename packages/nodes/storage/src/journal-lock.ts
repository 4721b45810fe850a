import { GristmillError } from '@gristmill/protocol';
import { acquireFileLock } from './file-lock.ts';

/**
 * Makes this process the journal's only writer until the function it gives is called. The lock is on a file beside the
 * journal, so that readers are not shut out.
 *
 * @throws GristmillError `JOURNAL_LOCKED` when another writer has it; what SQLite says when no file can be made.
 */
export function acquireJournalLock(journalPath: string): () => void {
  const release = acquireFileLock(`${journalPath}.lock`);
  if (release !== null) return release;
  throw new GristmillError('JOURNAL_LOCKED', `Another process is writing to the journal ${journalPath}.`, {
    hint: 'Stop the other hub, or open the journal with readOnly to look at it while it runs.',
    fault: 'configuration',
  });
}
