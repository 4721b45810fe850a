import { setImmediate } from 'node:timers/promises';
import type { Clock } from '@gristmill/protocol';

export interface ManualClock extends Clock {
  /** Moves time on, waking each sleeper at its moment, and lets everything that follows from it happen. */
  advance(ms: number): Promise<void>;
  /** Moves time on from sleeper to sleeper until `isDone`; false when `limitMs` passed first. */
  advanceUntil(isDone: () => boolean, limitMs: number): Promise<boolean>;
}

/** Lets all that is due at this moment happen: in-memory parts only ever wait for promises. */
export async function quiesce(): Promise<void> {
  await setImmediate();
}

export function createManualClock(startMs = Date.UTC(2026, 0, 1)): ManualClock {
  let nowMs = startMs;
  const sleepers = new Set<{ atMs: number; wake: () => void }>();

  async function advanceUntil(isDone: () => boolean, limitMs: number): Promise<boolean> {
    const endMs = nowMs + limitMs;
    await quiesce();
    while (!isDone()) {
      const next = [...sleepers].reduce<number>((earliest, { atMs }) => Math.min(earliest, atMs), Infinity);
      if (next > endMs) {
        nowMs = endMs;
        return false;
      }
      nowMs = Math.max(nowMs, next);
      for (const sleeper of sleepers) if (sleeper.atMs <= nowMs) sleeper.wake();
      await quiesce();
    }
    return true;
  }

  return {
    now: () => nowMs,
    sleep(ms, signal) {
      if (signal?.aborted === true) return Promise.resolve();
      return new Promise((resolve) => {
        const sleeper = { atMs: nowMs + ms, wake };
        function wake(): void {
          sleepers.delete(sleeper);
          signal?.removeEventListener('abort', wake);
          resolve();
        }
        sleepers.add(sleeper);
        signal?.addEventListener('abort', wake);
      });
    },
    advanceUntil,
    async advance(ms) {
      await advanceUntil(() => false, ms);
    },
  };
}
