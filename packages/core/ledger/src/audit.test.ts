import type { JournalEvent } from '@gristmill/protocol';
import { describe, expect, it } from 'vitest';
import { auditJournal } from './audit.ts';
import { chainEvents, EMPTY_HEAD } from './chain.ts';
import { merkleRoot } from './merkle.ts';

const events = (): JournalEvent[] =>
  chainEvents(
    EMPTY_HEAD,
    Array.from({ length: 9 }, (_, i) => ({ stream: `s/${i % 2}`, type: 'counted', data: i })),
    7,
  );

const journalOf = (kept: JournalEvent[], size = kept.length) => ({ size, read: () => kept });
const rootOf = (list: JournalEvent[]): Uint8Array => merkleRoot(list.map((event) => event.hash));

describe('auditJournal', () => {
  it('recomputes a sound journal', () => {
    expect(auditJournal(journalOf(events()))).toEqual({ events: 9, root: rootOf(events()), verified: true });
    expect(auditJournal(journalOf([])).events).toBe(0);
  });

  it('accepts what was anchored of it at any time', () => {
    for (let size = 0; size <= 9; size += 1) {
      const anchor = { size, root: rootOf(events().slice(0, size)) };
      expect(auditJournal(journalOf(events()), { anchor }).verified).toBe(true);
    }
  });

  it('names the event that was changed', () => {
    const kept = events();
    kept[4]!.data = 'other';
    expect(() => auditJournal(journalOf(kept))).toThrow(
      expect.objectContaining({ code: 'JOURNAL_BROKEN', sequence: 4 }),
    );
  });

  it('misses events that the journal or the anchor counted', () => {
    const missing = expect.objectContaining({ code: 'JOURNAL_TRUNCATED', sequence: 6 });
    const anchor = { size: 9, root: rootOf(events()) };
    expect(() => auditJournal(journalOf(events().slice(0, 6)), { anchor })).toThrow(missing);
    expect(() => auditJournal(journalOf(events().slice(0, 6), 9))).toThrow(missing);
  });

  it('sees a whole rewritten chain by its anchor', () => {
    const anchor = { size: 5, root: rootOf(events().slice(0, 5)) };
    const rewritten = chainEvents(EMPTY_HEAD, [...events().slice(0, 3), ...events().slice(4)], 7);
    expect(auditJournal(journalOf(rewritten)).verified).toBe(true);
    expect(() => auditJournal(journalOf(rewritten), { anchor })).toThrow(
      expect.objectContaining({ code: 'JOURNAL_ANCHOR_MISMATCH' }),
    );
  });
});
