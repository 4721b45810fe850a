import type { Cid } from '@gristmill/protocol';
import { createLruCache } from './lru-cache.ts';

/** Content by name, kept while there is room. */
export interface ContentCache {
  /** The content, from memory or else from `fetch`; several that want the same content at once share one fetch. */
  get(name: Cid, fetch: () => Promise<Uint8Array>): Promise<Uint8Array>;
  readonly bytesUsed: number;
}

/** Keeps up to `bytesMax` bytes; what was unused for longest goes first. */
export function createContentCache({ bytesMax }: { bytesMax: number }): ContentCache {
  const kept = createLruCache<Cid, Uint8Array>({ bytesMax });
  const coming = new Map<Cid, Promise<Uint8Array>>();

  async function fetchAndKeep(name: Cid, fetch: () => Promise<Uint8Array>): Promise<Uint8Array> {
    try {
      const content = await fetch();
      kept.set(name, content, content.length);
      return content;
    } finally {
      coming.delete(name);
    }
  }

  return {
    get bytesUsed() {
      return kept.bytesUsed;
    },
    async get(name, fetch) {
      const content = kept.get(name);
      if (content !== undefined) return content;
      const shared = coming.get(name) ?? fetchAndKeep(name, fetch);
      if (!coming.has(name)) coming.set(name, shared);
      return shared;
    },
  };
}
