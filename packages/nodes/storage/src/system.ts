import { randomBytes } from 'node:crypto';
import type { Clock, Random } from '@gristmill/protocol';

/** `setTimeout` counts in 32 bits and fires at once beyond them, so a longer sleep is taken in stretches. */
const TIMER_MS_MAX = 2 ** 31 - 1;

/** The machine's clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    for (let rest = ms; rest > 0 && signal?.aborted !== true; rest -= TIMER_MS_MAX) {
      await timer(Math.min(rest, TIMER_MS_MAX), signal);
    }
  },
};

function timer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timeout);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timeout = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
  });
}

/** The operating system's random numbers, fit for keys. */
export const systemRandom: Random = { bytes: (length) => new Uint8Array(randomBytes(length)) };
