import { encode, type WorkMessage, workFrame } from '@gristmill/protocol';
import { parsePayload } from './payload.ts';

/** As `workFrame` allows. */
export const FRAME_MESSAGES_MAX = 10_000;
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

/** @throws GristmillError `PROTOCOL_VIOLATION` when the payload is not a list of messages this version knows. */
export function parseWorkFrame(payload: Uint8Array): WorkMessage[] {
  return parsePayload('a work frame', workFrame, payload);
}
