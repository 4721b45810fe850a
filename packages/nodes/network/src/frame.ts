import { frameTooLarge, protocolViolation } from './errors.ts';

/** Four groups of seven bits: no frame is longer than 256 MiB, whatever limit a reader sets. */
const LENGTH_BYTES_MAX = 4;

/** A payload with its length before it, the way libp2p protocols frame messages. */
export function frame(payload: Uint8Array): Uint8Array {
  const head = frameHead(payload.length);
  const framed = new Uint8Array(head.length + payload.length);
  framed.set(head);
  framed.set(payload, head.length);
  return framed;
}

/**
 * What stands before a payload of so many bytes: its length as an unsigned varint (LEB128).
 * https://github.com/multiformats/unsigned-varint
 */
export function frameHead(length: number): Uint8Array {
  const head: number[] = [];
  let rest = length;
  while (rest >= 0x80) {
    head.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  head.push(rest);
  return Uint8Array.from(head);
}

/** Cuts a stream of bytes back into the payloads that were framed, however the bytes were chunked on the way. */
export interface FrameReader {
  /**
   * The payloads that end in this chunk. Run it to its end: what is left of the chunk is kept for the next one.
   *
   * @throws GristmillError `FRAME_TOO_LARGE` as soon as a length says so, before anything is stored;
   * `PROTOCOL_VIOLATION` when a length is not in its shortest form. The reader is of no use after either.
   */
  push(chunk: Uint8Array): Generator<Uint8Array, void>;
}

export function createFrameReader({ frameBytesMax }: { frameBytesMax: number }): FrameReader {
  let length = 0;
  let lengthBytes = 0;
  let payload: Uint8Array | null = null;
  let filled = 0;

  /** Takes one byte of the length; true when it was the last. */
  function takeLengthByte(byte: number): boolean {
    if (byte === 0 && lengthBytes > 0) throw protocolViolation('a frame length with needless bytes');
    length |= (byte & 0x7f) << (7 * lengthBytes);
    lengthBytes += 1;
    const more = (byte & 0x80) !== 0;
    if (length > frameBytesMax || (more && lengthBytes === LENGTH_BYTES_MAX)) throw frameTooLarge(frameBytesMax);
    return !more;
  }

  return {
    *push(chunk) {
      let at = 0;
      while (at < chunk.length) {
        if (payload === null) {
          const complete = takeLengthByte(chunk[at]!);
          at += 1;
          if (!complete) continue;
          payload = new Uint8Array(length);
        }
        const part = chunk.subarray(at, at + payload.length - filled);
        payload.set(part, filled);
        at += part.length;
        filled += part.length;
        if (filled === payload.length) {
          const whole = payload;
          payload = null;
          length = lengthBytes = filled = 0;
          yield whole;
        }
      }
    },
  };
}
