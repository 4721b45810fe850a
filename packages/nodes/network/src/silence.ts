import type { StreamMuxerFactory } from '@libp2p/interface';

/** The peer is pinged this often, so one that is alive is heard from in every interval. */
export const HEARTBEAT_MS = 10_000;
/** Wide, because a device may well be starved by the work it was given. */
const SILENT_HEARTBEATS_MAX = 3;

/**
 * A muxer that ends a connection on which nothing at all was heard for three heartbeats: the peer vanished without a word
 * (power, Wi-Fi) or stands still.
 *
 * libp2p's own monitor asks for the answer to a ping within a time instead. That ends slow but busy connections: behind
 * some megabytes of a blob that are on their way already, an answer takes longer than any such time.
 */
export function endWhenSilent<Components>(
  createMuxerFactory: (components: Components) => StreamMuxerFactory,
): (components: Components) => StreamMuxerFactory {
  return (components) => {
    const muxers = createMuxerFactory(components);
    return {
      protocol: muxers.protocol,
      createStreamMuxer(connection) {
        let silentHeartbeats = 0;
        // Counting heartbeats instead of time: a device that was asleep, or too busy to listen, has missed them itself.
        const heartbeat = setInterval(() => {
          silentHeartbeats += 1;
          if (silentHeartbeats >= SILENT_HEARTBEATS_MAX) connection.abort(new Error('nothing was heard from the peer'));
        }, HEARTBEAT_MS).unref();
        connection.addEventListener('message', () => {
          silentHeartbeats = 0;
        });
        connection.addEventListener('close', () => clearInterval(heartbeat));
        return muxers.createStreamMuxer(connection);
      },
    };
  };
}
