import { decode, encode, type WorkMessage, workMessage } from '@gristmill/protocol';
import { protocolViolation } from './errors.ts';
import { decodePayload, parseValue } from './payload.ts';

/** As `workFrame` allows. */
export const FRAME_MESSAGES_MAX = 10_000;
/**
 * What one message may be made of. Checking a value costs far more than receiving it, when it is wrong above all; the
 * longest message that is ours, a list of a few thousand attempts, is well below.
 */
export const MESSAGE_VALUES_MAX = 50_000;
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

/** Whether a message, of so many bytes when encoded, is made of more values (items, fields) than a peer takes. */
export function hasTooManyValues(message: unknown, encodedBytes: number): boolean {
  // Each value takes a byte, so what is short need not be counted.
  return encodedBytes > MESSAGE_VALUES_MAX && countValues(message) > MESSAGE_VALUES_MAX;
}

function countValues(value: unknown): number {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return 1;
  return Object.values(value).reduce((sum: number, item) => sum + countValues(item), 1);
}

/**
 * The messages of a frame. The first that is wrong ends it, so that a frame full of mistakes costs no more than one.
 *
 * @throws GristmillError `PROTOCOL_VIOLATION` when the payload is not a list of messages this version knows, or an empty one.
 */
export function parseWorkFrame(payload: Uint8Array): WorkMessage[] {
  const items = decodePayload(WHAT, payload);
  if (!Array.isArray(items) || items.length === 0 || items.length > FRAME_MESSAGES_MAX) {
    throw protocolViolation(`${WHAT} that is not a list of 1 to ${FRAME_MESSAGES_MAX} messages.`);
  }
  return items.map((item: unknown, i) => {
    if (hasTooManyValues(item, payload.length)) {
      throw protocolViolation(`${WHAT}: a message of more than ${MESSAGE_VALUES_MAX} values at /${i}.`);
    }
    return parseValue(WHAT, workMessage, item, [i]);
  });
}
