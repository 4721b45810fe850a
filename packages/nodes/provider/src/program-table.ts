/** What the isolate process holds of a program: being prepared, or ready to run. */
type ProgramState = 'absent' | 'preparing' | 'ready';

/** Which programs the isolate process keeps ready, counted so that what is waited for is never dropped. */
export interface ProgramTable {
  state(key: string): ProgramState;
  preparing(key: string): void;
  /** It takes `bytes` there. Gives the programs to drop for it. */
  prepared(key: string, bytes: number): string[];
  /** It is not there after all. */
  forget(key: string): void;
  /** A task wants it: it stays until `release`. */
  want(key: string): void;
  /** Gives the programs to drop. */
  release(key: string): string[];
}

/** Keeps programs of up to `bytesMax` bytes, and beyond that those that are wanted; unused for longest goes first. */
export function createProgramTable({ bytesMax }: { bytesMax: number }): ProgramTable {
  /** Those that are there, the front unused for longest. */
  const ready = new Map<string, number>();
  const underway = new Set<string>();
  const wanted = new Map<string, number>();
  let bytesUsed = 0;

  function forget(key: string): void {
    underway.delete(key);
    bytesUsed -= ready.get(key) ?? 0;
    ready.delete(key);
  }

  function makeRoom(): string[] {
    const dropped: string[] = [];
    for (const key of ready.keys()) {
      if (bytesUsed <= bytesMax) break;
      if (wanted.has(key)) continue;
      forget(key);
      dropped.push(key);
    }
    return dropped;
  }

  return {
    state: (key) => (ready.has(key) ? 'ready' : underway.has(key) ? 'preparing' : 'absent'),
    preparing(key) {
      underway.add(key);
    },
    prepared(key, bytes) {
      forget(key);
      ready.set(key, bytes);
      bytesUsed += bytes;
      return makeRoom();
    },
    forget,
    want(key) {
      wanted.set(key, (wanted.get(key) ?? 0) + 1);
      const bytes = ready.get(key);
      if (bytes === undefined) return;
      ready.delete(key);
      ready.set(key, bytes);
    },
    release(key) {
      const left = (wanted.get(key) ?? 0) - 1;
      if (left > 0) wanted.set(key, left);
      else wanted.delete(key);
      return makeRoom();
    },
  };
}
