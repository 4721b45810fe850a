import { encode, type JournalEvent } from '@gristmill/protocol';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { chainEvents, EMPTY_HEAD, GENESIS, hashEvent, verifyChain } from './chain.ts';

const three = (): JournalEvent[] =>
  chainEvents(
    EMPTY_HEAD,
    [
      { stream: 'job/a', type: 'submitted', data: { tasks: 3, price: 9_007_199_254_740_993n } },
      { stream: 'job/a', type: 'leased', data: [1, 2, new Uint8Array([3])] },
      { stream: 'job/b', type: 'submitted', data: null },
    ],
    1_700_000_000_000,
  );

describe('hashEvent', () => {
  it('is sha-256 over the domain and the canonical list of all fields', () => {
    const [, event] = three();
    const { sequence, recordedAtMs, stream, type, data, previous } = event!;
    const list = encode([sequence, recordedAtMs, stream, type, data, previous]);
    const expected = sha256(concatBytes(utf8ToBytes('gristmill journal event 1\n'), list));
    expect(event!.hash).toEqual(expected);
  });

  it('keeps its value from release to release', () => {
    const link = { sequence: 0, recordedAtMs: 0, stream: 's', type: 't', previous: GENESIS };
    expect(bytesToHex(hashEvent(link, encode({ a: 1 })))).toBe(
      '9d57b94fd22944f6c34ea46c060b005382e2e5a1dc2acccd302843c954efe02e',
    );
  });
});

describe('chainEvents', () => {
  it('links each event to the one before, from GENESIS on', () => {
    const [first, second, third] = three();
    expect(first!.previous).toEqual(new Uint8Array(32));
    expect(second!.previous).toEqual(first!.hash);
    expect(third!.previous).toEqual(second!.hash);
    expect(verifyChain(three())).toEqual({ size: 3, hash: third!.hash });
  });

  it('gives data as every later reader sees it', () => {
    const mutable = { at: 5n, gone: undefined, list: [1] };
    const [event] = chainEvents(EMPTY_HEAD, [{ stream: 's', type: 't', data: mutable }], 0);
    mutable.list.push(2);
    expect(event!.data).toEqual({ at: 5, list: [1] });
  });

  it.each([
    ['a number that is not finite', { stream: 's', type: 't', data: Number.NaN }],
    ['a function', { stream: 's', type: 't', data: [() => 1] }],
    ['an integer beyond 64 bits', { stream: 's', type: 't', data: 1n << 64n }],
    ['an empty stream', { stream: '', type: 't', data: 1 }],
    ['a type that is not text', { stream: 's', type: '\uD800', data: 1 }],
    ['a stream that C would cut short', { stream: 'a\0b', type: 't', data: 1 }],
  ])('refuses %s', (_, event) => {
    expect(() => chainEvents(EMPTY_HEAD, [event], 0)).toThrow(
      expect.objectContaining({ code: 'JOURNAL_EVENT_MALFORMED' }),
    );
  });
});

describe('verifyChain', () => {
  it('goes on from where an earlier check ended', () => {
    const events = three();
    const head = verifyChain(events.slice(0, 1));
    expect(verifyChain(events.slice(1), head).size).toBe(3);
  });

  it.each([
    ['a gap', (events: JournalEvent[]) => events.splice(1, 1), 1, /event 1 is missing/],
    ['a link to another event', (events: JournalEvent[]) => (events[2]!.previous = events[0]!.hash), 2, /"previous"/],
    ['other data', (events: JournalEvent[]) => (events[1]!.data = [1, 2]), 1, /"hash"/],
    ['another time', (events: JournalEvent[]) => (events[0]!.recordedAtMs += 1), 0, /"hash"/],
  ])('names the place of %s and what differs', (_, spoil, sequence, what) => {
    const events = three();
    spoil(events);
    expect(() => verifyChain(events)).toThrow(
      expect.objectContaining({ code: 'JOURNAL_BROKEN', sequence, message: expect.stringMatching(what) }),
    );
  });
});
