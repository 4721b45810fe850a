import type { JournalEvent, NewJournalEvent } from '@gristmill/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainEvents, EMPTY_HEAD, type JournalHead, verifyChain } from './chain.ts';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => !text.includes('\0'));
const data = fc.letrec((tie) => ({
  value: fc.oneof(
    fc.integer(),
    fc.bigInt({ min: -(1n << 63n), max: (1n << 63n) - 1n }),
    fc.boolean(),
    fc.constant(null),
    fc.string(),
    fc.uint8Array({ maxLength: 8 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 3 }),
  ),
})).value;
const newEvents = fc.array(fc.record({ stream: name, type: name, data }), { minLength: 1, maxLength: 12 });
const place = fc.nat();

/** The sequence that `verifyChain` names, or null when it finds nothing. */
function brokenAt(events: JournalEvent[]): number | null {
  try {
    verifyChain(events);
    return null;
  } catch (error) {
    expect(error).toMatchObject({ code: 'JOURNAL_BROKEN' });
    return (error as { sequence: number }).sequence;
  }
}

describe('journal chain', () => {
  it('invariant 1: any change to a field is found at its event', () => {
    const changes: ((event: JournalEvent) => void)[] = [
      (event) => (event.recordedAtMs += 1),
      (event) => (event.stream += 'x'),
      (event) => (event.type += 'x'),
      (event) => (event.data = { was: event.data }),
      (event) => (event.previous = event.previous.map((byte, i) => (i === 7 ? byte ^ 1 : byte))),
      (event) => (event.hash = event.hash.map((byte, i) => (i === 31 ? byte ^ 128 : byte))),
    ];
    fc.assert(
      fc.property(newEvents, place, fc.constantFrom(...changes), (input, at, change) => {
        const events = chainEvents(EMPTY_HEAD, input, 5);
        expect(brokenAt(events)).toBeNull();
        const sequence = at % events.length;
        change(events[sequence]!);
        expect(brokenAt(events)).toBe(sequence);
      }),
    );
  });

  it('invariant 2: a missing, repeated or moved event is found where it happens', () => {
    fc.assert(
      fc.property(newEvents, place, fc.constantFrom('missing', 'repeated', 'moved'), (input, at, fault) => {
        const events = chainEvents(EMPTY_HEAD, input, 5);
        fc.pre(events.length >= 2);
        const sequence = at % (events.length - 1);
        const event = events[sequence]!;
        if (fault === 'missing') events.splice(sequence, 1);
        else if (fault === 'repeated') events.splice(sequence + 1, 0, event);
        else events.splice(sequence, 2, events[sequence + 1]!, event);
        expect(brokenAt(events)).toBe(fault === 'repeated' ? sequence + 1 : sequence);
      }),
    );
  });

  it('invariant 3: groups of any size chain to the same events', () => {
    fc.assert(
      fc.property(newEvents, fc.array(fc.integer({ min: 1, max: 4 })), (input, sizes) => {
        const grouped: JournalEvent[] = [];
        let head: JournalHead = EMPTY_HEAD;
        let rest: NewJournalEvent[] = input;
        for (const size of [...sizes, input.length]) {
          const events = chainEvents(head, rest.slice(0, size), 5);
          grouped.push(...events);
          head = verifyChain(events, head);
          rest = rest.slice(size);
        }
        expect(grouped).toEqual(chainEvents(EMPTY_HEAD, input, 5));
        // What was given once can be chained again and is the same: it is what a reader would see.
        expect(chainEvents(EMPTY_HEAD, grouped, 5)).toEqual(grouped);
      }),
    );
  });
});
