import { divideRounded, type Rounding } from '@gristmill/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excessOver, largerOf, Rational, smallerOf } from './rational.ts';

/** The same number as a plain pair of big integers: what the quick arithmetic has to agree with. */
interface Pair {
  n: bigint;
  d: bigint;
}

const EDGE = 2n ** 53n;
/** Amounts as households have them, and those around the ends of what a double holds exactly. */
const integer = fc.oneof(
  fc.bigInt(-(10n ** 12n), 10n ** 12n),
  fc.bigInt(EDGE - 3n, EDGE + 3n),
  fc.bigInt(-EDGE - 3n, -EDGE + 3n),
  fc.bigInt(-(10n ** 40n), 10n ** 40n),
  fc.constantFrom(0n, 1n, -1n, 2n ** 26n, 2n ** 27n, 94_906_266n, 94_906_265n),
);
const positive = fc.oneof(
  fc.constantFrom(1n, 2n, 100n, 10_000n, 37n, 10n ** 10n),
  fc.bigInt(1n, 10n ** 6n),
  fc.bigInt(EDGE - 3n, EDGE + 3n),
  fc.bigInt(1n, 10n ** 30n),
);
const pair = fc.record({ n: integer, d: positive });
/** Some as they are read, and some as arithmetic leaves them: not in lowest terms. */
const number = fc.tuple(pair, fc.constantFrom(1n, 2n, 100n, 2n ** 30n)).map(([{ n, d }, factor]): [Rational, Pair] => [
  Rational.of(n)
    .dividedBy(Rational.of(d * factor))
    .times(Rational.of(factor)),
  { n, d },
]);
const rational = number.map(([value]) => value);
const rounding = fc.constantFrom<Rounding>('down', 'up', 'halfUp', 'halfEven');

function expectPair(actual: Rational, { n, d }: Pair): void {
  expect(actual.numerator * d).toBe(n * actual.denominator);
  expect(actual.denominator > 0n).toBe(true);
  expect(gcd(actual.numerator, actual.denominator)).toBe(1n);
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

test('1: sums, products, quotients and order are those of the fractions, at any size', () => {
  fc.assert(
    fc.property(number, number, ([a, p], [b, q]) => {
      expectPair(a.plus(b), { n: p.n * q.d + q.n * p.d, d: p.d * q.d });
      expectPair(a.minus(b), { n: p.n * q.d - q.n * p.d, d: p.d * q.d });
      expectPair(a.times(b), { n: p.n * q.n, d: p.d * q.d });
      if (q.n !== 0n) {
        const sign = q.n < 0n ? -1n : 1n;
        expectPair(a.dividedBy(b), { n: sign * p.n * q.d, d: sign * q.n * p.d });
      }
      const [left, right] = [p.n * q.d, q.n * p.d];
      expect(a.compare(b)).toBe(left < right ? -1 : left > right ? 1 : 0);
      expect([a.isBelow(b), a.equals(b), a.isAbove(b)]).toEqual([left < right, left === right, left > right]);
    }),
    { numRuns: 2000 },
  );
});

test('1: long computations stay exact', () => {
  const step = fc.tuple(fc.constantFrom('plus', 'minus', 'times', 'dividedBy'), number);
  fc.assert(
    fc.property(number, fc.array(step, { maxLength: 12 }), ([start, { n, d }], steps) => {
      let value = start;
      let exact = { n, d };
      for (const [verb, [by, { n: m, d: e }]] of steps) {
        if (verb === 'dividedBy' && m === 0n) continue;
        value = value[verb](by);
        if (verb === 'plus') exact = { n: exact.n * e + m * exact.d, d: exact.d * e };
        if (verb === 'minus') exact = { n: exact.n * e - m * exact.d, d: exact.d * e };
        if (verb === 'times') exact = { n: exact.n * m, d: exact.d * e };
        if (verb === 'dividedBy') exact = { n: exact.n * e * (m < 0n ? -1n : 1n), d: exact.d * (m < 0n ? -m : m) };
      }
      expectPair(value, exact);
    }),
  );
});

test('1: roundings are those of divideRounded, at any size', () => {
  fc.assert(
    fc.property(integer, positive, positive, rounding, (numerator, n, d, how) => {
      const value = Rational.of(numerator < 0n ? -numerator : numerator, n);
      const rounded = divideRounded(value.numerator, value.denominator, how);
      expect(value.toInteger(how)).toBe(rounded);
      const step = Rational.of(1n, d);
      const steps = divideRounded(value.numerator * d, value.denominator, how);
      expectPair(value.roundedTo(step, how), { n: steps, d });
    }),
    { numRuns: 1000 },
  );
});

test('parts are shown to the nearest, halves away from zero, and read as they were', () => {
  fc.assert(
    fc.property(number, fc.constantFrom(1n, 100n, 1000n, 10n ** 18n), integer, ([value, { n, d }], perUnit, amount) => {
      const magnitude = divideRounded((n < 0n ? -n : n) * perUnit, d, 'halfUp');
      expect(value.toNearestParts(Rational.of(perUnit))).toBe((n < 0n ? -magnitude : magnitude).toString());
      expectPair(Rational.parts(amount, Rational.of(perUnit)), { n: amount, d: perUnit });
    }),
    { numRuns: 1000 },
  );
});

test('smallerOf, largerOf and excessOver agree with order', () => {
  fc.assert(
    fc.property(rational, rational, (a, b) => {
      expect(smallerOf(a, b).plus(largerOf(a, b)).equals(a.plus(b))).toBe(true);
      expect(excessOver(a, b).equals(largerOf(a, b).minus(b))).toBe(true);
    }),
  );
});

test('decimals are read and written without loss', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.integer({ min: 0, max: 20 }), (digits, places) => {
      const value = Rational.of(digits, 10n ** BigInt(places));
      const read = Rational.parse(value.toString());
      expectPair(read, { n: digits, d: 10n ** BigInt(places) });
      expect(read.toString()).toBe(value.toString());
    }),
  );
});
