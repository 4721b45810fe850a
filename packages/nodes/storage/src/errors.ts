import { JournalError } from '@gristmill/ledger';
import { GristmillError } from '@gristmill/protocol';

export function journalCorrupt(sequence: number, what: string, cause?: unknown): JournalError {
  const reason = cause instanceof Error ? ` (${cause.message})` : '';
  return new JournalError(
    'JOURNAL_CORRUPT',
    sequence,
    `The journal file is damaged at sequence ${sequence}: ${what}${reason}.`,
    {
      hint: 'Nothing was changed. Restore the file from a backup or another copy.',
      fault: 'platform',
      cause,
    },
  );
}

export function journalUnreadable(path: string, cause: unknown): GristmillError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new GristmillError('JOURNAL_UNREADABLE', `The journal ${path} cannot be opened: ${reason}.`, {
    hint: 'Check that the path is a file you may read, in a folder you may write to, on a disk with space left.',
    fault: 'configuration',
    cause,
  });
}

/** What the system says of a blob folder: full, gone, not ours. */
export function blobFolderFailed(path: string, cause: unknown): GristmillError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new GristmillError('BLOB_FOLDER_FAILED', `The blob folder ${path} cannot be used: ${reason}.`, {
    hint: 'Check the disk and its free space, and that the folder is there and yours to write to; then do it again.',
    fault: 'platform',
    cause,
  });
}

export function journalClosed(): GristmillError {
  return new GristmillError('JOURNAL_CLOSED', 'The journal is closed.', {
    hint: 'Stop what still uses it before you close it.',
    fault: 'internal',
  });
}
