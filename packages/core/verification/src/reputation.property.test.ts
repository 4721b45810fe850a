import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterLapse,
  afterRight,
  afterWrong,
  isDistrusted,
  isTrusted,
  newcomer,
  reputationOf,
  type Standing,
} from './reputation.ts';

const conduct = { right: afterRight, wrong: afterWrong, lapse: afterLapse };
const histories = fc.array(fc.constantFrom('right', 'wrong', 'lapse'), { maxLength: 300 });

function after(history: readonly (keyof typeof conduct)[], from: Standing = newcomer): Standing {
  return history.reduce((standing, what) => conduct[what](standing), from);
}

function repeat<T>(what: T, times: number): T[] {
  return Array.from({ length: times }, () => what);
}

describe('reputation', () => {
  it('invariant 6: is strictly between 0 and 1, and each observation moves it its own way', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const standing = after(history);
        const reputation = reputationOf(standing);
        expect(reputation).toBeGreaterThan(0);
        expect(reputation).toBeLessThan(1);
        expect(reputationOf(afterRight(standing))).toBeGreaterThan(reputation);
      }),
    );
  });

  it('invariant 6: a lapse lowers whom nobody caught lying', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('right', 'lapse'), { maxLength: 300 }), (history) => {
        const standing = after(history);
        expect(reputationOf(afterLapse(standing))).toBeLessThan(reputationOf(standing));
      }),
    );
  });

  it('counts each observation once, all earlier ones a fiftieth lighter, and weighs lies and lapses', () => {
    expect(after(['right', 'lapse', 'wrong'])).toEqual({ right: 0.98 * 0.98, lapsed: 0.98, wrong: 1 });
    expect(reputationOf({ right: 1, wrong: 1, lapsed: 5 })).toBe(1.4 / (1 + 25 + 1 + 2));
  });

  it('invariant 7: who has only been right stands above a newcomer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), (times) => {
        expect(reputationOf(after(repeat('right', times)))).toBeGreaterThan(reputationOf(newcomer));
      }),
    );
  });

  it('invariant 8: a lie costs more than the truth before it earned', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), (times) => {
        const before = reputationOf(after(repeat('right', times)));
        const honest = after(repeat('right', times + 1));
        expect(before - reputationOf(afterWrong(honest))).toBeGreaterThan(0);
      }),
    );
    const cycle = (honest: number): Standing =>
      after(repeat([...repeat('right' as const, honest), 'wrong' as const], 100).flat());
    expect(reputationOf(cycle(9))).toBeLessThan(0.4);
    expect(isDistrusted(cycle(4))).toBe(true);
    expect(reputationOf(after(repeat('right', 500)))).toBeGreaterThan(0.95);
  });

  it('invariant 9: lapses alone make nobody distrusted, and honest work heals', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), (times) => {
        expect(isDistrusted(after(repeat('lapse', times)))).toBe(false);
      }),
    );
    expect(isDistrusted(after(['wrong']))).toBe(true);
    expect(isDistrusted(after(repeat('right', 200), after(['wrong'])))).toBe(false);
  });
});

describe('whose word counts', () => {
  it('invariant 12: where bonds are asked for, nothing but a bond or a history makes a word count', () => {
    fc.assert(
      fc.property(
        histories,
        fc.bigInt({ min: 0n, max: 10n }),
        fc.bigInt({ min: 0n, max: 10n }),
        (history, bond, bondMin) => {
          const standing = after(history);
          const counts = isTrusted(standing, bond, bondMin);
          if (isDistrusted(standing)) expect(counts).toBe(false);
          else expect(counts).toBe(bond >= bondMin || reputationOf(standing) >= 0.8);
          if (counts) expect(isTrusted(standing, bond + 1n, bondMin)).toBe(true);
        },
      ),
    );
    expect(isTrusted(newcomer, 0n, 0n)).toBe(true);
    expect(isTrusted(newcomer, 9n, 10n)).toBe(false);
    expect(isTrusted(after(repeat('right', 6)), 0n, 10n)).toBe(false);
    expect(isTrusted(after(repeat('right', 7)), 0n, 10n)).toBe(true);
    // A bond is no pardon.
    expect(isTrusted(after(['wrong']), 1_000n, 10n)).toBe(false);
  });
});
