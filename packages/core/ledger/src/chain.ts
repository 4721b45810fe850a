import { decode, encode, GristmillError, type JournalEvent, type NewJournalEvent } from '@gristmill/protocol';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { equalBytes } from './bytes.ts';
import { journalBroken } from './errors.ts';

/** The hash before the first event: 32 zero bytes. */
export const GENESIS: Uint8Array = new Uint8Array(32);

/** Where a journal stands: how many events it has, and the hash of the last one (`GENESIS` when it has none). */
export interface JournalHead {
  readonly size: number;
  readonly hash: Uint8Array;
}

export const EMPTY_HEAD: JournalHead = { size: 0, hash: GENESIS };

/** A new event whose data is already canonical bytes, and reads as it will read for ever. */
export interface EncodedEvent extends NewJournalEvent {
  encodedData: Uint8Array;
}

/** An event with its place in the chain, and the bytes to keep. */
export interface EncodedJournalEvent extends JournalEvent {
  encodedData: Uint8Array;
}

/** What an event's hash covers, apart from its data. */
export type EventLink = Omit<JournalEvent, 'data' | 'hash'>;

// Domain separation: no other hash in Gristmill starts with these bytes.
const DOMAIN = utf8ToBytes('gristmill journal event 1\n');
const CBOR_ARRAY_OF_6 = Uint8Array.of(0x86);
const CBOR_32_BYTES = Uint8Array.of(0x58, 0x20);

/**
 * The hash of an event: sha-256 of `gristmill journal event 1\n` and the canonical dag-cbor of
 * `[sequence, recordedAtMs, stream, type, data, previous]`. `encodedData` is `data` as canonical bytes, so that a store
 * can check the very bytes it keeps.
 */
export function hashEvent(event: EventLink, encodedData: Uint8Array): Uint8Array {
  // dag-cbor writes a list as its length and then its items, so the items can be joined without decoding the data.
  const items = encode([event.sequence, event.recordedAtMs, event.stream, event.type]).subarray(1);
  return sha256(concatBytes(DOMAIN, CBOR_ARRAY_OF_6, items, encodedData, CBOR_32_BYTES, event.previous));
}

/**
 * An event as the journal will keep it. The data is copied and takes the form that every later reader sees, so that a
 * fold over live events and a fold over a reopened journal cannot differ.
 *
 * @throws GristmillError `JOURNAL_EVENT_MALFORMED` when dag-cbor cannot carry the data, or a name is empty or not text.
 */
export function encodeEvent({ stream, type, data }: NewJournalEvent): EncodedEvent {
  for (const [field, name] of Object.entries({ stream, type })) {
    if (name === '' || name.includes('\0') || !name.isWellFormed()) {
      throw malformed(`${field} ${JSON.stringify(name)} is empty or holds characters that are not text.`, undefined);
    }
  }
  try {
    const encodedData = encode(data);
    return { stream, type, data: decode(encodedData), encodedData };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw malformed(`its data cannot be written: ${reason}`, cause);
  }

  function malformed(what: string, cause: unknown): GristmillError {
    return new GristmillError('JOURNAL_EVENT_MALFORMED', `Event "${type}" of stream "${stream}": ${what}`, {
      hint: 'Use dag-cbor values only: null, booleans, strings, finite numbers, 64-bit integers, bytes, lists, plain objects.',
      fault: 'internal',
      cause,
    });
  }
}

/** Gives encoded events their places after `head`. */
export function chainEncodedEvents(
  head: JournalHead,
  encodedEvents: readonly EncodedEvent[],
  recordedAtMs: number,
): EncodedJournalEvent[] {
  let previous = head.hash;
  return encodedEvents.map((event, i) => {
    const link = { sequence: head.size + i, recordedAtMs, stream: event.stream, type: event.type, previous };
    const hash = hashEvent(link, event.encodedData);
    previous = hash;
    return { ...link, data: event.data, hash, encodedData: event.encodedData };
  });
}

/**
 * Gives new events their places after `head`.
 *
 * @throws GristmillError `JOURNAL_EVENT_MALFORMED`
 */
export function chainEvents(
  head: JournalHead,
  newEvents: readonly NewJournalEvent[],
  recordedAtMs: number,
): JournalEvent[] {
  const chained = chainEncodedEvents(head, newEvents.map(encodeEvent), recordedAtMs);
  return chained.map(withoutEncodedData);
}

/** The event as readers see it. */
export function withoutEncodedData(event: EncodedJournalEvent): JournalEvent {
  const { sequence, recordedAtMs, stream, type, data, previous, hash } = event;
  return { sequence, recordedAtMs, stream, type, data, previous, hash };
}

/**
 * Checks one event against the head before it, and gives the head after it.
 *
 * @throws JournalError `JOURNAL_BROKEN` when its place, its link or its hash is not what it must be.
 */
export function verifyEvent(
  head: JournalHead,
  event: Omit<JournalEvent, 'data'>,
  encodedData: Uint8Array,
): JournalHead {
  if (event.sequence !== head.size) {
    throw journalBroken(head.size, `event ${head.size} is missing: the next one says it is ${event.sequence}.`);
  }
  if (!equalBytes(event.previous, head.hash)) {
    throw journalBroken(
      head.size,
      `"previous" is ${bytesToHex(event.previous)}, but the event before has hash ${bytesToHex(head.hash)}.`,
    );
  }
  const hash = hashEvent(event, encodedData);
  if (!equalBytes(event.hash, hash)) {
    throw journalBroken(
      head.size,
      `"hash" is ${bytesToHex(event.hash)}, but the event's content hashes to ${bytesToHex(hash)}.`,
    );
  }
  return { size: head.size + 1, hash };
}

/**
 * Checks a run of events that starts after `from` (default: the beginning), and gives the head after it.
 *
 * @throws JournalError `JOURNAL_BROKEN` naming the first sequence that differs and what differs: a gap, `previous`, or `hash`.
 */
export function verifyChain(events: Iterable<JournalEvent>, from: JournalHead = EMPTY_HEAD): JournalHead {
  let head = from;
  for (const event of events) head = verifyEvent(head, event, encode(event.data));
  return head;
}
