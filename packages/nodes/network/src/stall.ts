import type { Stream } from '@libp2p/interface';

const WATCH_MS = 15_000;
/** Two kilobytes a second: the slowest link that is still waited for. */
const MOVED_BYTES_MIN = 32 * 1024;

/**
 * Cuts a stream when hardly anything moves on it for a quarter of a minute, so that neither a silent peer nor one that
 * trickles holds memory, while a slow link takes as long as it takes. `movedBytes` says how much has moved in all.
 * Gives what ends the watch.
 */
export function cutWhenStalled(stream: Pick<Stream, 'abort'>, movedBytes: () => number): () => void {
  let before = movedBytes();
  const watch = setInterval(() => {
    const now = movedBytes();
    if (now - before < MOVED_BYTES_MIN) stream.abort(new Error(`hardly anything moved for ${WATCH_MS / 1000} s`));
    before = now;
  }, WATCH_MS).unref();
  return () => clearInterval(watch);
}
