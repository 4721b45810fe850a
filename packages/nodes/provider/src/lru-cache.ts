/** Values by key within a number of bytes; what was unused for longest goes first. */
export interface LruCache<Key, Value> {
  /** The value, which counts as a use of it. */
  get(key: Key): Value | undefined;
  /** Keeps a value and gives the keys that had to make room: its own, when it is larger than all there is. */
  set(key: Key, value: Value, bytes: number): Key[];
  readonly bytesUsed: number;
}

export function createLruCache<Key, Value>({ bytesMax }: { bytesMax: number }): LruCache<Key, Value> {
  /** The front was unused for longest. */
  const kept = new Map<Key, { value: Value; bytes: number }>();
  let bytesUsed = 0;

  function remove(key: Key): void {
    bytesUsed -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  }

  return {
    get bytesUsed() {
      return bytesUsed;
    },
    get(key) {
      const entry = kept.get(key);
      if (entry === undefined) return undefined;
      kept.delete(key);
      kept.set(key, entry);
      return entry.value;
    },
    set(key, value, bytes) {
      remove(key);
      if (bytes > bytesMax) return [key];
      kept.set(key, { value, bytes });
      bytesUsed += bytes;
      const removed: Key[] = [];
      for (const oldest of kept.keys()) {
        if (bytesUsed <= bytesMax) break;
        remove(oldest);
        removed.push(oldest);
      }
      return removed;
    },
  };
}
