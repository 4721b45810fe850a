/** At most so many at a time; the others wait their turn, first come, first served. */
export interface Slots {
  /** Runs `work` when a slot is free. A wait that is aborted rejects with the signal's reason and takes no slot. */
  run<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
}

export function createSlots(count: number): Slots {
  let free = count;
  const waiting = new Set<() => void>();

  async function take(signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return;
    }
    const turn = Promise.withResolvers<void>();
    const onTurn = (): void => turn.resolve();
    const onAbort = (): void => {
      // Once the turn has come this changes nothing: the slot is handed on by `run`.
      if (waiting.delete(onTurn)) turn.reject(signal?.reason);
    };
    waiting.add(onTurn);
    signal?.addEventListener('abort', onAbort);
    await turn.promise.finally(() => signal?.removeEventListener('abort', onAbort));
  }

  function give(): void {
    const [next] = waiting;
    if (next === undefined) {
      free += 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    async run(work, signal) {
      await take(signal);
      try {
        return await work();
      } finally {
        give();
      }
    },
  };
}
