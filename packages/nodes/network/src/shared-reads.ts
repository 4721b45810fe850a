import type { BlobStore, Cid } from '@gristmill/protocol';

/** Reads the content and uses it; whoever uses the same content at the same time gets the same bytes. */
export type SharedReads = <Result>(name: Cid, use: (content: Uint8Array | null) => Promise<Result>) => Promise<Result>;

/** A job's program is asked for by all its providers at once: it is read, and kept in memory, once for all of them. */
export function shareReads(source: Pick<BlobStore, 'get'>): SharedReads {
  const inUse = new Map<Cid, { content: Promise<Uint8Array | null>; users: number }>();

  return async (name, use) => {
    const read = inUse.get(name) ?? { content: source.get(name), users: 0 };
    inUse.set(name, read);
    read.users += 1;
    try {
      return await use(await read.content);
    } finally {
      read.users -= 1;
      if (read.users === 0) inUse.delete(name);
    }
  };
}
