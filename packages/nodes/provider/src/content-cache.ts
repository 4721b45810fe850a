import type { Cid } from '@gristmill/protocol';

/** Content by name, kept while there is room. */
export interface ContentCache {
  /** The content, from memory or else from `fetch`; several that want the same content at once share one fetch. */
  get(name: Cid, fetch: () => Promise<Uint8Array>): Promise<Uint8Array>;
  readonly bytesUsed: number;
}

/** Keeps up to `bytesMax` bytes; what was unused for longest goes first. */
export function createContentCache({ bytesMax }: { bytesMax: number }): ContentCache {
  const kept = new Map<Cid, Uint8Array>();
  const coming = new Map<Cid, Promise<Uint8Array>>();
  let bytesUsed = 0;

  function keep(name: Cid, content: Uint8Array): void {
    if (content.length > bytesMax) return;
    kept.set(name, content);
    bytesUsed += content.length;
    for (const [oldest, { length }] of kept) {
      if (bytesUsed <= bytesMax) return;
      kept.delete(oldest);
      bytesUsed -= length;
    }
  }

  async function fetchAndKeep(name: Cid, fetch: () => Promise<Uint8Array>): Promise<Uint8Array> {
    try {
      const content = await fetch();
      keep(name, content);
      return content;
    } finally {
      coming.delete(name);
    }
  }

  return {
    get bytesUsed() {
      return bytesUsed;
    },
    async get(name, fetch) {
      const content = kept.get(name);
      if (content !== undefined) {
        kept.delete(name);
        kept.set(name, content);
        return content;
      }
      const shared = coming.get(name) ?? fetchAndKeep(name, fetch);
      if (!coming.has(name)) coming.set(name, shared);
      return shared;
    },
  };
}
