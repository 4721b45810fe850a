import { GristmillError, type GristmillErrorOptions } from '@gristmill/protocol';

/** A fault of a journal itself, with the place: `sequence` is the first event that cannot be trusted. */
export class JournalError extends GristmillError {
  override readonly name = 'JournalError';
  readonly sequence: number;

  constructor(code: string, sequence: number, message: string, options: GristmillErrorOptions) {
    super(code, message, options);
    this.sequence = sequence;
  }
}

/** `JOURNAL_BROKEN`: `what` is wrong with the event at `sequence`. */
export function journalBroken(sequence: number, what: string, cause?: unknown): JournalError {
  return new JournalError('JOURNAL_BROKEN', sequence, `The journal is broken at sequence ${sequence}: ${what}`, {
    hint: `Do not write to it. Events before ${sequence} are sound; restore the rest from a backup or another copy.`,
    fault: 'platform',
    cause,
  });
}

/** `JOURNAL_TRUNCATED`: nothing can be read from `sequence` on; there were `expectedSize` events (null: unknown). */
export function journalTruncated(sequence: number, expectedSize: number | null, cause?: unknown): JournalError {
  return new JournalError(
    'JOURNAL_TRUNCATED',
    sequence,
    `The journal is truncated: it ends before sequence ${sequence}${expectedSize === null ? '' : `, but it had ${expectedSize} events`}.`,
    {
      hint: 'Nothing was changed. Restore the file, with its -wal file if there was one, from a backup or another copy.',
      fault: 'platform',
      cause,
    },
  );
}
