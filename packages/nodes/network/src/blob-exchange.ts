import { createHash } from 'node:crypto';
import {
  type BlobStore,
  cid,
  type Cid,
  count,
  digestOf,
  encode,
  GristmillError,
  type PeerId,
} from '@gristmill/protocol';
import type { Stream } from '@libp2p/interface';
import { blobCorrupt, blobNotFound, blobTooLarge, messageOf, peerUnreachable, protocolViolation } from './errors.ts';
import { createFrameReader, frame } from './frame.ts';
import { incoming } from './incoming.ts';
import { drained } from './outgoing.ts';
import { parsePayload } from './payload.ts';

const BLOB_BYTES_MAX = 256 * 1_048_576;
const CHUNK_BYTES_MAX = 256 * 1024;
/** A stream on which nothing moves for this long is given up, so a silent peer holds no memory. */
const STALL_MS = 30_000;

// The exchange, all in length-prefixed frames: the asker sends the CID (a dag-cbor string); the answer is the blob's
// length (a dag-cbor integer, or null when it is not there), then its bytes in frames of at most 256 KiB.

/**
 * Asks for a blob on a fresh stream and checks the bytes against the name while they arrive.
 *
 * @throws GristmillError `BLOB_NOT_FOUND`, `BLOB_CORRUPT`, `BLOB_TOO_LARGE`, `PROTOCOL_VIOLATION`,
 * `PEER_UNREACHABLE` (lost or silent before the end); the signal's reason when it aborts.
 */
export async function askForBlob(
  stream: Stream,
  {
    peer,
    name,
    signal,
    bytesMax = BLOB_BYTES_MAX,
  }: { peer: PeerId; name: Cid; signal?: AbortSignal | undefined; bytesMax?: number | undefined },
): Promise<Uint8Array> {
  const frames = framesOf(stream, signal);
  let content: Uint8Array | null = null;
  let filled = 0;
  const hash = createHash('sha256');
  try {
    stream.send(frame(encode(name)));
    for await (const payload of frames) {
      if (content === null) {
        content = new Uint8Array(readAnswer(payload, name, peer, Math.min(bytesMax, BLOB_BYTES_MAX)));
      } else {
        if (payload.length === 0 || payload.length > content.length - filled) {
          throw protocolViolation(`blob ${name} in chunks that do not add up to its ${content.length} bytes.`);
        }
        content.set(payload, filled);
        filled += payload.length;
        hash.update(payload);
      }
      if (filled === content.length) {
        if (!hash.digest().equals(digestOf(name))) throw blobCorrupt(name, peer);
        void stream.close().catch(() => {});
        return content;
      }
    }
    throw new Error('the connection was lost');
  } catch (cause) {
    stream.abort(new Error('the exchange was given up'));
    signal?.throwIfAborted();
    if (cause instanceof GristmillError) throw cause;
    throw peerUnreachable(peer, `blob ${name} broke off after ${filled} bytes: ${messageOf(cause)}.`, cause);
  }
}

function readAnswer(payload: Uint8Array, name: Cid, peer: PeerId, bytesMax: number): number {
  const length = parsePayload('a blob answer', count.nullable(), payload);
  if (length === null) throw blobNotFound(name, peer);
  if (length > bytesMax) throw blobTooLarge(name, length, bytesMax);
  return length;
}

/**
 * Answers the one request of a stream, no faster than the asker reads. An asker that goes away or breaks the protocol
 * is cut off without further ado.
 *
 * @throws what `source.get` throws; the asker then sees the stream cut.
 */
export async function answerBlobRequest(stream: Stream, source: Pick<BlobStore, 'get'>): Promise<void> {
  const name = await readRequest(stream);
  if (name === null) return;
  let content: Uint8Array | null;
  try {
    content = await source.get(name);
  } catch (error) {
    stream.abort(new Error(messageOf(error)));
    throw error;
  }
  try {
    stream.send(frame(encode(content === null ? null : content.length)));
    // Longer than that no asker takes it, so it learns the length and nothing more.
    const end = content === null || content.length > BLOB_BYTES_MAX ? 0 : content.length;
    for (let at = 0; at < end; at += CHUNK_BYTES_MAX) {
      if (!stream.send(frame(content!.subarray(at, at + CHUNK_BYTES_MAX)))) await inTime(stream, drained(stream));
    }
    await inTime(stream, stream.close());
  } catch (error) {
    stream.abort(new Error(messageOf(error)));
  }
}

async function readRequest(stream: Stream): Promise<Cid | null> {
  try {
    const request = await framesOf(stream).next();
    return parsePayload('a blob request', cid, request.value ?? new Uint8Array());
  } catch (error) {
    stream.abort(new Error(messageOf(error)));
    return null;
  }
}

/** The payloads that come on a stream, until it ends. A signal or a silence of `STALL_MS` cuts the stream. */
async function* framesOf(stream: Stream, signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const input = incoming(stream);
  const reader = createFrameReader({ frameBytesMax: CHUNK_BYTES_MAX });
  const cut = (): void => stream.abort(new Error('aborted'));
  signal?.addEventListener('abort', cut);
  try {
    signal?.throwIfAborted();
    for (;;) {
      const chunk = await inTime(stream, input.read());
      if (chunk === null) return;
      yield* reader.push(chunk);
    }
  } finally {
    signal?.removeEventListener('abort', cut);
    input.stop();
  }
}

/** Waits for something on a stream, and cuts the stream when it takes too long; then the wait ends by itself. */
async function inTime<Value>(stream: Stream, waiting: Promise<Value>): Promise<Value> {
  const timer = setTimeout(() => stream.abort(new Error('nothing moved for too long')), STALL_MS);
  try {
    return await waiting;
  } finally {
    clearTimeout(timer);
  }
}
