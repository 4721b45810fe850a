import type { HeldBytes } from './held-bytes.ts';

/** What a reader gets at a time. */
const CHUNK_BYTES = 64 * 1024;

/**
 * Content as a stream that goes at its reader's pace; it is held until the stream ends or is cancelled.
 *
 * @throws GristmillError `BODIES_FULL`
 */
export function pacedBody(content: Uint8Array, held: HeldBytes): ReadableStream<Uint8Array> {
  held.hold(content.length);
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        if (at < content.length) {
          controller.enqueue(content.subarray(at, at + CHUNK_BYTES));
          at += CHUNK_BYTES;
        } else {
          held.release(content.length);
          controller.close();
        }
      },
      cancel: () => held.release(content.length),
    },
    // Nothing is taken out before somebody reads.
    { highWaterMark: 0 },
  );
}
