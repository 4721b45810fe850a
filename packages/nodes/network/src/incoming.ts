import type { Stream } from '@libp2p/interface';

/** Above this many unread bytes the peer is asked to wait; below half of it, to go on. */
const UNREAD_BYTES_HIGH = 1_048_576;

/** The receiving side of a libp2p stream, read at the reader's pace. */
export interface Incoming {
  /** The next bytes, or null once the peer has closed, was lost, or `stop` was called. */
  read(): Promise<Uint8Array | null>;
  /** Ends reading now; what is unread or still comes is dropped. */
  stop(): void;
}

/**
 * Listens from this moment on, so nothing is missed between opening a stream and reading it, and holds the peer back
 * (by pausing the stream, which stops its yamux window) when the reader falls behind.
 */
export function incoming(stream: Stream): Incoming {
  let unread: Uint8Array[] = [];
  let unreadBytes = 0;
  let ended = false;
  let resuming = false;
  let wake = Promise.withResolvers<void>();

  function notify(): void {
    wake.resolve();
    wake = Promise.withResolvers();
  }

  function pauseWhenFull(): void {
    // libp2p's resume() hands over what it had stored and only then reopens the window, so a pause from within
    // would be undone: it waits until resume() has returned.
    if (!resuming && !ended && unreadBytes > UNREAD_BYTES_HIGH && stream.readStatus === 'readable') stream.pause();
  }

  function resume(): void {
    if (stream.readStatus !== 'paused') return;
    resuming = true;
    try {
      stream.resume();
    } catch {
      // The connection went away while the stream was paused. What it had stored has been handed over by now.
    } finally {
      resuming = false;
    }
    pauseWhenFull();
  }

  function end(): void {
    ended = true;
    notify();
  }

  stream.addEventListener('message', ({ data }) => {
    if (ended) return;
    unread.push(data instanceof Uint8Array ? data : data.subarray());
    unreadBytes += data.byteLength;
    notify();
    pauseWhenFull();
  });
  // 'end': the peer closed its side. It may be raised just before the data of the same packet, hence the microtask.
  stream.addEventListener('end', () => queueMicrotask(end));
  stream.addEventListener('close', () => {
    resume();
    end();
  });
  if (stream.readableEnded || (stream.status !== 'open' && stream.status !== 'closing')) queueMicrotask(end);

  return {
    async read() {
      for (;;) {
        if (unread.length > 0 || ended) break;
        await wake.promise;
      }
      const next = unread.shift() ?? null;
      unreadBytes -= next?.length ?? 0;
      if (unreadBytes < UNREAD_BYTES_HIGH / 2) resume();
      return next;
    },
    stop() {
      unread = [];
      unreadBytes = 0;
      end();
      resume();
    },
  };
}
