import { auditJournal, chainEvents, EMPTY_HEAD, verifyChain } from '@gristmill/ledger';
import type { Clock, Journal, JournalEvent, NewJournalEvent } from '@gristmill/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A place where one journal can be opened, closed and opened again. */
export interface JournalPlace {
  open(clock: Pick<Clock, 'now'>): Promise<Journal>;
  remove(): Promise<void>;
}

const T0 = 1_700_000_000_000;
const refusal = (code: string) => expect.objectContaining({ code });

function counted(stream: string, from: number, to: number): NewJournalEvent[] {
  return Array.from({ length: to - from }, (_, i) => ({ stream, type: 'counted', data: { n: from + i } }));
}

const sequences = (events: Iterable<JournalEvent>): number[] => Array.from(events, (event) => event.sequence);

/** What every fulfilment of the `Journal` port does. */
export function describeJournal(name: string, makePlace: () => Promise<JournalPlace>): void {
  describe(`${name} fulfils Journal`, () => {
    let place: JournalPlace;
    let journal: Journal;
    let nowMs: number;
    const reopen = async (): Promise<void> => {
      await journal.close();
      journal = await place.open({ now: () => nowMs });
    };

    beforeEach(async () => {
      nowMs = T0;
      place = await makePlace();
      journal = await place.open({ now: () => nowMs });
    });
    afterEach(async () => {
      await journal.close();
      await place.remove();
    });

    it('starts empty', () => {
      expect(journal.size).toBe(0);
      expect([...journal.read()]).toEqual([]);
    });

    it('gives what it wrote, to the caller, to readers and after it was opened again', async () => {
      const data = {
        text: 'grüße 𝄞',
        bytes: Uint8Array.of(0, 255),
        list: [null, true, -1, 0.5, [], {}],
        amount: 2n ** 63n - 1n,
        small: 5n,
        absent: undefined,
      };
      const [written] = await journal.append([{ stream: 'job/ä', type: 'submitted', data }]);
      expect(written).toMatchObject({ sequence: 0, recordedAtMs: T0, stream: 'job/ä', type: 'submitted' });
      expect(written!.data).toEqual({ ...data, small: 5, absent: undefined });
      expect([...journal.read()]).toEqual([written]);
      await reopen();
      expect([...journal.read()]).toEqual([written]);
      expect(journal.size).toBe(1);
    });

    it('chains the events of all appends, in the order they were called', async () => {
      const groups: JournalEvent[][] = await Promise.all([
        journal.append(counted('a', 0, 3)),
        journal.append(counted('b', 0, 1)),
        journal.append(counted('a', 3, 5)),
      ]);
      nowMs += 9;
      groups.push(await journal.append(counted('c', 0, 2)));
      expect(groups.map(sequences)).toEqual([[0, 1, 2], [3], [4, 5], [6, 7]]);
      expect([...journal.read()]).toEqual(groups.flat());
      expect(verifyChain(journal.read()).size).toBe(8);
      expect(groups[3]![0]!.recordedAtMs).toBe(T0 + 9);
      expect(chainEvents(EMPTY_HEAD, groups.flat(), T0).slice(0, 6)).toEqual(groups.flat().slice(0, 6));
    });

    it('goes on where it stood when it is opened again', async () => {
      await journal.append(counted('a', 0, 4));
      await reopen();
      await journal.append(counted('a', 4, 6));
      expect(verifyChain(journal.read()).size).toBe(6);
      expect(auditJournal(journal).events).toBe(6);
    });

    it('reads from a place on, one stream, or both', async () => {
      await journal.append(counted('a', 0, 3));
      await journal.append([...counted('b', 0, 2), ...counted('a', 3, 4)]);
      expect(sequences(journal.read({ from: 4 }))).toEqual([4, 5]);
      expect(sequences(journal.read({ stream: 'a' }))).toEqual([0, 1, 2, 5]);
      expect(sequences(journal.read({ stream: 'a', from: 2 }))).toEqual([2, 5]);
      expect(sequences(journal.read({ stream: 'none' }))).toEqual([]);
      expect(sequences(journal.read({ from: 6 }))).toEqual([]);
    });

    it('reads what stood when it was asked, in pages, while more is written', async () => {
      await journal.append(counted('a', 0, 700));
      const reading = journal.read({ from: 1 })[Symbol.iterator]();
      const first = reading.next();
      await journal.append(counted('a', 700, 800));
      expect(first.value).toMatchObject({ sequence: 1, data: { n: 1 } });
      let seen = 1;
      for (let next = reading.next(); next.done !== true; next = reading.next()) seen += 1;
      expect(seen).toBe(699);
      expect(journal.size).toBe(800);
    });

    it('refuses bad data for its caller alone, and writes the others', async () => {
      const [good, bad, alsoGood] = await Promise.allSettled([
        journal.append(counted('a', 0, 1)),
        journal.append([...counted('a', 1, 2), { stream: 'a', type: 'bad', data: Number.POSITIVE_INFINITY }]),
        journal.append(counted('a', 2, 3)),
      ]);
      expect(good.status).toBe('fulfilled');
      expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'JOURNAL_EVENT_MALFORMED' } });
      expect(alsoGood.status).toBe('fulfilled');
      expect(Array.from(journal.read(), (event) => event.data)).toEqual([{ n: 0 }, { n: 2 }]);
    });

    it('writes the data as it was when append was called', async () => {
      const data = { n: 1 };
      const appended = journal.append([{ stream: 'a', type: 'counted', data }]);
      data.n = 2;
      await appended;
      expect(Array.from(journal.read(), (event) => event.data)).toEqual([{ n: 1 }]);
    });

    it('appends nothing when asked to append nothing', async () => {
      expect(await journal.append([])).toEqual([]);
      expect(journal.size).toBe(0);
    });

    it('writes what waits before it closes, and nothing after', async () => {
      const appended = journal.append(counted('a', 0, 2));
      await journal.close();
      expect(await appended).toHaveLength(2);
      await expect(journal.append(counted('a', 2, 3))).rejects.toThrow(refusal('JOURNAL_CLOSED'));
      expect(() => [...journal.read()]).toThrow(refusal('JOURNAL_CLOSED'));
      await reopen();
      expect(journal.size).toBe(2);
    });

    it('writes for every caller that stands in line for many turns', async () => {
      const callers = Array.from({ length: 40 }, async (_, caller) => {
        for (let n = 0; n < 10; n += 1) await journal.append(counted(`caller/${caller}`, n, n + 1));
      });
      await Promise.all(callers);
      expect(verifyChain(journal.read()).size).toBe(400);
      for (let caller = 0; caller < 40; caller += 1) {
        const own = Array.from(journal.read({ stream: `caller/${caller}` }), (event) => event.data);
        expect(own).toEqual(Array.from({ length: 10 }, (_, n) => ({ n })));
      }
    });
  });
}
