import { createHash } from 'node:crypto';
import { cid, type Cid, count, digestOf, encode, GristmillError, type PeerId } from '@gristmill/protocol';
import type { Stream } from '@libp2p/interface';
import { blobCorrupt, blobNotFound, blobTooLarge, messageOf, peerUnreachable, protocolViolation } from './errors.ts';
import { createFrameReader, frame, frameHead } from './frame.ts';
import { incoming } from './incoming.ts';
import { drained } from './outgoing.ts';
import { parsePayload } from './payload.ts';
import type { SharedReads } from './shared-reads.ts';
import { cutWhenStalled } from './stall.ts';

const BLOB_BYTES_MAX = 256 * 1_048_576;
/** What is taken; what is sent is smaller, so that others on the connection, and the watch on a slow link, see it move. */
const CHUNK_BYTES_MAX = 256 * 1024;
const CHUNK_BYTES_SENT = 32 * 1024;
/** A CID as a dag-cbor string has 61 bytes. */
const REQUEST_BYTES_MAX = 128;

// The exchange, all in length-prefixed frames: the asker sends the CID (a dag-cbor string); the answer is the blob's
// length (a dag-cbor integer, or null when it is not there), then its bytes in frames of at most 256 KiB.

/**
 * Asks for a blob on a fresh stream and checks the bytes against the name while they arrive.
 *
 * @throws GristmillError `BLOB_NOT_FOUND`, `BLOB_CORRUPT`, `BLOB_TOO_LARGE`, `PROTOCOL_VIOLATION`,
 * `PEER_UNREACHABLE` (lost or stalled before the end); the signal's reason when it aborts.
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
  const chunks = chunksOf(stream, signal);
  const reader = createFrameReader({ frameBytesMax: CHUNK_BYTES_MAX });
  let content: Uint8Array | null = null;
  let filled = 0;
  const hash = createHash('sha256');
  try {
    stream.send(frame(encode(name)));
    for await (const chunk of chunks) {
      const hashed = filled;
      for (const payload of reader.push(chunk)) {
        if (content === null) {
          content = new Uint8Array(readAnswer(payload, name, peer, Math.min(bytesMax, BLOB_BYTES_MAX)));
          continue;
        }
        if (payload.length === 0 || payload.length > content.length - filled) {
          throw protocolViolation(`blob ${name} in chunks that do not add up to its ${content.length} bytes.`);
        }
        content.set(payload, filled);
        filled += payload.length;
      }
      if (content === null) continue;
      // All that came at once, since a peer may send its bytes in frames of one.
      hash.update(content.subarray(hashed, filled));
      if (filled === content.length) {
        if (!hash.digest().equals(digestOf(name))) throw blobCorrupt(name, peer);
        void stream.close().catch(() => {});
        return content;
      }
    }
    throw new Error('the connection was lost or stalled');
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
 * Answers the one request of a stream, no faster than the asker reads. An asker that goes away, stalls or breaks the
 * protocol is cut off without further ado.
 *
 * @throws what reading throws; the asker then sees the stream cut.
 */
export async function answerBlobRequest(stream: Stream, readContent: SharedReads): Promise<void> {
  const name = await readRequest(stream);
  if (name === null) return;
  try {
    await readContent(name, (content) => sendAnswer(stream, content));
  } catch (error) {
    stream.abort(new Error(messageOf(error)));
    throw error;
  }
}

async function sendAnswer(stream: Stream, content: Uint8Array | null): Promise<void> {
  let sentBytes = 0;
  const endWatch = cutWhenStalled(stream, () => sentBytes - stream.writeBufferLength);
  try {
    stream.send(frame(encode(content === null ? null : content.length)));
    // Longer than that no asker takes it, so it learns the length and nothing more.
    const end = content === null || content.length > BLOB_BYTES_MAX ? 0 : content.length;
    while (sentBytes < end) {
      const chunk = content!.subarray(sentBytes, sentBytes + CHUNK_BYTES_SENT);
      stream.send(frameHead(chunk.length));
      stream.send(chunk);
      sentBytes += chunk.length;
      // Any room that the asker makes is called a drain; only when nothing waits any more is there room for a chunk.
      while (stream.writableNeedsDrain) await drained(stream);
    }
    await stream.close();
  } catch (error) {
    stream.abort(new Error(messageOf(error)));
  } finally {
    endWatch();
  }
}

async function readRequest(stream: Stream): Promise<Cid | null> {
  try {
    const reader = createFrameReader({ frameBytesMax: REQUEST_BYTES_MAX });
    for await (const chunk of chunksOf(stream)) {
      const [request] = reader.push(chunk);
      if (request !== undefined) return parsePayload('a blob request', cid, request);
    }
    throw new Error('the stream ended before its request');
  } catch (error) {
    stream.abort(new Error(messageOf(error)));
    return null;
  }
}

/** What comes on a stream, until it ends. A signal cuts the stream, and so does a peer that stalls. */
async function* chunksOf(stream: Stream, signal?: AbortSignal): AsyncGenerator<Uint8Array, void> {
  const input = incoming(stream);
  let movedBytes = 0;
  const endWatch = cutWhenStalled(stream, () => movedBytes);
  const cut = (): void => stream.abort(new Error('aborted'));
  signal?.addEventListener('abort', cut);
  try {
    signal?.throwIfAborted();
    for (let chunk = await input.read(); chunk !== null; chunk = await input.read()) {
      movedBytes += chunk.length;
      yield chunk;
    }
  } finally {
    signal?.removeEventListener('abort', cut);
    endWatch();
    input.stop();
  }
}
