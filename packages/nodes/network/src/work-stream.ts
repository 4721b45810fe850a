import { GristmillError, type PeerId, type WorkMessage, type WorkStream } from '@gristmill/protocol';
import type { Stream } from '@libp2p/interface';
import { messageOf, messageTooLarge, protocolViolation, sendQueueFull, streamClosed } from './errors.ts';
import { createFrameReader, frame } from './frame.ts';
import { incoming } from './incoming.ts';
import { closed, drained } from './outgoing.ts';
import { BATCH_BYTES_MAX, encodeMessage, joinMessages, LIST_HEAD_BYTES_MAX, parseWorkFrame } from './work-frame.ts';

/** A frame above this is refused before it is stored. */
const FRAME_BYTES_MAX = 8 * 1_048_576;
/** How long a closing stream waits for the peer to take what is queued and to close too. */
const CLOSE_PATIENCE_MS = 2_000;

interface WorkStreamOptions {
  stream: Stream;
  peer: PeerId;
  /** Unsent bytes above which a peer counts as not reading. */
  queuedBytesMax: number;
}

/**
 * A `WorkStream` over one libp2p stream.
 *
 * - What is sent in one turn of the event loop leaves as one frame (several above 128 KiB).
 * - A peer that is slow to read is waited for; one that leaves more than `queuedBytesMax` unread loses the stream
 *   (`SEND_QUEUE_FULL`), since skipping messages would be worse.
 * - A peer that breaks the protocol is told so with a `refusal`, and the stream closes.
 */
export function createWorkStream({ stream, peer, queuedBytesMax }: WorkStreamOptions): WorkStream {
  const input = incoming(stream);
  const reader = createFrameReader({ frameBytesMax: FRAME_BYTES_MAX });
  /** The frames of the chunk that was read last, and the messages of the last of them: those nobody has taken yet. */
  let frames = reader.push(new Uint8Array());
  let inbox: WorkMessage[] = [];
  let inboxNext = 0;
  let failure: GristmillError | null = null;

  let queue: Uint8Array[] = [];
  let queuedBytes = 0;
  let flushing: Promise<void> | null = null;
  let open = true;
  let closing: Promise<void> | null = null;

  function enqueue(encoded: readonly Uint8Array[]): void {
    for (const item of encoded) {
      queue.push(item);
      queuedBytes += item.length;
    }
    // After the I/O of this turn: all that its callbacks and their promises send goes into one frame.
    if (queue.length > 0) flushing ??= new Promise<void>((resolve) => setImmediate(resolve)).then(flush);
  }

  async function flush(): Promise<void> {
    try {
      while (queue.length > 0) {
        if (stream.writableNeedsDrain) await drained(stream);
        else stream.send(frame(nextBatch()));
      }
    } catch {
      // The stream is lost. Its reader learns that by the end of messages(), its sender by STREAM_CLOSED.
      open = false;
      queue = [];
      queuedBytes = 0;
    } finally {
      flushing = null;
    }
  }

  function nextBatch(): Uint8Array {
    let count = 0;
    let batchBytes = 0;
    while (count < queue.length) {
      const itemBytes = queue[count]!.length;
      if (count > 0 && batchBytes + itemBytes > BATCH_BYTES_MAX) break;
      batchBytes += itemBytes;
      count += 1;
    }
    queuedBytes -= batchBytes;
    return joinMessages(queue.splice(0, count));
  }

  const cut = (): void => stream.abort(new Error('the stream did not close in order, or not in time'));

  /** Sends what is queued, closes both ways, and cuts the stream when the peer does not follow in time. */
  function shut(): Promise<void> {
    open = false;
    closing ??= (async () => {
      const patience = AbortSignal.timeout(CLOSE_PATIENCE_MS);
      patience.addEventListener('abort', cut);
      try {
        await flushing;
        await stream.close({ signal: patience });
        await closed(stream);
      } catch {
        cut();
      } finally {
        patience.removeEventListener('abort', cut);
      }
    })();
    return closing;
  }

  /** The messages of the next frame, or null at the end. */
  async function readFrame(): Promise<WorkMessage[] | null> {
    let { value: payload } = frames.next();
    // A chunk of many frames is not to hold up everybody else.
    if (payload !== undefined) await new Promise((resolve) => setImmediate(resolve));
    while (payload === undefined) {
      const chunk = await input.read();
      if (chunk === null) return null;
      frames = reader.push(chunk);
      ({ value: payload } = frames.next());
    }
    return parseWorkFrame(payload);
  }

  function refuse(error: GristmillError): void {
    failure = error;
    input.stop();
    if (open) {
      const { code, message, hint } = error;
      enqueue([encodeMessage({ type: 'refusal', code, message, hint })]);
    }
    void shut();
  }

  stream.addEventListener('remoteCloseWrite', () => void shut());
  stream.addEventListener('close', () => void shut());

  return {
    peer,
    send(...messages) {
      if (!open) throw streamClosed(peer);
      const encoded = messages.map((message) => {
        const item = encodeMessage(message);
        const itemBytesMax = FRAME_BYTES_MAX - LIST_HEAD_BYTES_MAX;
        if (item.length > itemBytesMax) throw messageTooLarge(message.type, item.length, itemBytesMax);
        return item;
      });
      enqueue(encoded);
      if (queuedBytes > queuedBytesMax) {
        failure = sendQueueFull(peer, queuedBytes, queuedBytesMax);
        open = false;
        stream.abort(failure);
        throw failure;
      }
    },
    async *messages() {
      while (failure === null) {
        while (inboxNext < inbox.length) yield inbox[inboxNext++]!;
        try {
          const messages = await readFrame();
          if (messages === null) break;
          inbox = messages;
          inboxNext = 0;
        } catch (error) {
          refuse(error instanceof GristmillError ? error : protocolViolation(messageOf(error), error));
        }
      }
      if (failure !== null) throw failure;
    },
    async close() {
      input.stop();
      await shut();
    },
  };
}
