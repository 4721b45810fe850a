import { encode, type WorkMessage, workMessage } from '@gristmill/protocol';
import { protocolViolation } from './errors.ts';
import { decodePayload, parseValue } from './payload.ts';

/** As `workFrame` allows. */
export const FRAME_MESSAGES_MAX = 10_000;
/** A batch above this goes out as several frames, so that a receiver can start on the first. */
export const BATCH_BYTES_MAX = 128 * 1024;
/**
 * Values (and names of fields) in a frame. Reading and checking a value costs far more than receiving it, when it is wrong
 * above all. No batch can hold more, since each takes a byte, and no message by itself, by its schema.
 */
const FRAME_ITEMS_MAX = BATCH_BYTES_MAX;
const WHAT = 'a work frame';
/** The CBOR head of a list of up to that many items (RFC 8949 §3: one byte and a 16-bit count). */
export const LIST_HEAD_BYTES_MAX = 3;

/**
 * The dag-cbor list of messages that are each encoded already: byte for byte what encoding the list would give.
 * Messages are encoded when they are queued, so their sizes are known and a batch costs one copy.
 */
export function joinMessages(encoded: readonly Uint8Array[]): Uint8Array {
  const head = listHead(encoded.length);
  const joined = new Uint8Array(encoded.reduce((bytes, item) => bytes + item.length, head.length));
  joined.set(head);
  let at = head.length;
  for (const item of encoded) {
    joined.set(item, at);
    at += item.length;
  }
  return joined;
}

/** CBOR major type 4 (array) with its count in the shortest form, as deterministic encoding asks. */
function listHead(count: number): Uint8Array {
  if (count < 24) return Uint8Array.of(0x80 | count);
  if (count < 0x100) return Uint8Array.of(0x98, count);
  return Uint8Array.of(0x99, count >>> 8, count & 0xff);
}

export function encodeMessage(message: WorkMessage): Uint8Array {
  return encode(message);
}

/**
 * The messages of a frame. The first that is wrong ends it, so that a frame full of mistakes costs no more than one.
 *
 * @throws GristmillError `PROTOCOL_VIOLATION` when the payload is not a list of messages this version knows, or an empty one.
 */
export function parseWorkFrame(payload: Uint8Array): WorkMessage[] {
  const items = decodePayload(WHAT, payload, FRAME_ITEMS_MAX);
  if (!Array.isArray(items) || items.length === 0 || items.length > FRAME_MESSAGES_MAX) {
    throw protocolViolation(`${WHAT} that is not a list of 1 to ${FRAME_MESSAGES_MAX} messages.`);
  }
  return items.map((item: unknown, i) => parseValue(WHAT, workMessage, item, [i]));
}
