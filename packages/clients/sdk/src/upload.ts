import type { HubClient } from './hub-client.ts';

/** Uploads under way at a time: enough to hide the network's delay. */
const UPLOADS_MAX = 16;
/** What they may come to, for a hub reads each into its memory; what is larger goes alone. */
const BYTES_UNDER_WAY_MAX = 64 * 1024 * 1024;

/** Uploads each content, a few at a time; after the first that fails, or the abort, none begins any more. */
export async function uploadAll(
  hub: Pick<HubClient, 'putBlob'>,
  contents: Iterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let bytesUnderWay = 0;
  for (const content of contents) {
    while (
      underWay.size === UPLOADS_MAX ||
      (underWay.size > 0 && bytesUnderWay + content.length > BYTES_UNDER_WAY_MAX)
    ) {
      await Promise.race(underWay);
    }
    signal?.throwIfAborted();
    const upload = put(content);
    underWay.add(upload);
    // The first failure is told by who waits below; those behind it have nobody to tell.
    upload.then(
      () => underWay.delete(upload),
      () => undefined,
    );
  }
  await Promise.all(underWay);

  async function put(content: Uint8Array): Promise<void> {
    bytesUnderWay += content.length;
    await hub.putBlob(content, { patient: true, signal });
    bytesUnderWay -= content.length;
  }
}
