import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taxOnBrackets } from './brackets.ts';
import { Rational } from './rational.ts';

const hundredths = (value: number) => Rational.of(BigInt(value), 100n);
const schedule = fc
  .uniqueArray(fc.integer({ min: 1, max: 10_000_000 }), { maxLength: 7 })
  .chain((tops) =>
    fc.tuple(
      fc.constant([0, ...tops.toSorted((a, b) => a - b)]),
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: tops.length + 1, maxLength: tops.length + 1 }),
    ),
  );

test('1: each cent is taxed at the rate of the bracket that it lies in', () => {
  fc.assert(
    fc.property(schedule, fc.integer({ min: -100, max: 20_000_000 }), ([from, rates], cents) => {
      const brackets = from.map((each, i) => ({ from: hundredths(each), rate: hundredths(rates[i]!) }));
      const expected = from.reduce((sum, bottom, i) => {
        const inside = Math.max(Math.min(cents, from[i + 1] ?? Infinity) - bottom, 0);
        return sum + BigInt(inside) * BigInt(rates[i]!);
      }, 0n);
      expect(taxOnBrackets(hundredths(cents), brackets).equals(Rational.of(expected, 10_000n))).toBe(true);
      // What is known of a schedule after the first time changes nothing.
      expect(taxOnBrackets(hundredths(cents), brackets).equals(Rational.of(expected, 10_000n))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
