import type { HubClient } from './hub-client.ts';

/** Uploads under way at a time: enough to hide the network's delay, few enough for any hub's memory. */
const UPLOADS_MAX = 16;

/** Uploads each content, a few at a time; after the first that fails, or the abort, none begins any more. */
export async function uploadAll(
  hub: Pick<HubClient, 'putBlob'>,
  contents: Iterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  // All loops take from one generator: the first that throws closes it, and so ends the others.
  const queue = (function* () {
    yield* contents;
  })();
  await Promise.all(
    Array.from({ length: UPLOADS_MAX }, async () => {
      for (const content of queue) {
        signal?.throwIfAborted();
        await hub.putBlob(content);
      }
    }),
  );
}
