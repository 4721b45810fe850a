import type { Random } from '@gristmill/protocol';

/** Repeatable bytes: xorshift32 (Marsaglia, 2003). */
export function createSeededRandom(seed: number): Random {
  let x = seed | 1;
  return {
    bytes(length) {
      return Uint8Array.from({ length }, () => {
        x ^= x << 13;
        x ^= x >>> 17;
        x ^= x << 5;
        return x & 0xff;
      });
    },
  };
}
