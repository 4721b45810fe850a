import { encode, GristmillError, type Journal } from '@gristmill/protocol';
import { bytesToHex } from '@noble/hashes/utils.js';
import { equalBytes } from './bytes.ts';
import { EMPTY_HEAD, verifyEvent } from './chain.ts';
import { journalTruncated } from './errors.ts';
import { MerkleLog } from './merkle.ts';

/** What was published of a journal: its Merkle root when it had `size` events. */
export interface JournalAnchor {
  readonly size: number;
  readonly root: Uint8Array;
}

/** A journal that was recomputed from its first event to its last. */
export interface JournalAudit {
  readonly events: number;
  readonly root: Uint8Array;
  readonly verified: true;
}

/**
 * Recomputes every hash of a journal, and holds it against what was published of it earlier.
 *
 * @throws JournalError `JOURNAL_BROKEN` naming the first event that differs, `JOURNAL_TRUNCATED` when events that the
 * journal counts, or the anchor counted, are missing.
 * @throws GristmillError `JOURNAL_ANCHOR_MISMATCH` when the events the anchor covers are not the ones it was made of.
 */
export function auditJournal(
  journal: Pick<Journal, 'read' | 'size'>,
  { anchor }: { anchor?: JournalAnchor | undefined } = {},
): JournalAudit {
  const sizeAtStart = journal.size;
  const log = new MerkleLog();
  let head = EMPTY_HEAD;
  for (const event of journal.read()) {
    head = verifyEvent(head, event, encode(event.data));
    log.append(event.hash);
  }
  if (head.size < sizeAtStart) throw journalTruncated(head.size, sizeAtStart);
  if (anchor !== undefined) checkAnchor(log, anchor);
  return { events: head.size, root: log.root(), verified: true };
}

/**
 * Holds a journal's Merkle log against what was published of it.
 *
 * @throws JournalError `JOURNAL_TRUNCATED` when the anchor counted more events than there are.
 * @throws GristmillError `JOURNAL_ANCHOR_MISMATCH` when the events the anchor covers are not the ones it was made of.
 */
export function checkAnchor(log: MerkleLog, anchor: JournalAnchor): void {
  if (anchor.size > log.size) throw journalTruncated(log.size, anchor.size);
  const root = log.root(anchor.size);
  if (equalBytes(root, anchor.root)) return;
  throw new GristmillError(
    'JOURNAL_ANCHOR_MISMATCH',
    `The first ${anchor.size} events have Merkle root ${bytesToHex(root)}, but ${bytesToHex(anchor.root)} was anchored.`,
    {
      hint: 'This journal was rewritten, or the anchor belongs to another one. Compare it with a copy made before.',
      fault: 'platform',
    },
  );
}
