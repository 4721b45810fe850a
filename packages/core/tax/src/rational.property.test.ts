import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excessOver, largerOf, Rational, smallerOf } from './rational.ts';

const rational = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n))
  .map(([numerator, denominator]) => Rational.of(numerator, denominator));

test('addition and multiplication commute, and undo exactly', () => {
  fc.assert(
    fc.property(rational, rational, (a, b) => {
      expect(a.plus(b)).toEqual(b.plus(a));
      expect(a.times(b)).toEqual(b.times(a));
      expect(a.plus(b).minus(b)).toEqual(a);
      if (b.numerator !== 0n) expect(a.times(b).dividedBy(b)).toEqual(a);
    }),
  );
});

test('every rational is in lowest terms, so equal numbers are equal objects', () => {
  fc.assert(
    fc.property(rational, fc.bigInt(1n, 1000n), (a, factor) => {
      expect(Rational.of(a.numerator * factor, a.denominator * factor)).toEqual(a);
      expect(Rational.of(-a.numerator, -a.denominator)).toEqual(a);
    }),
  );
});

test('order agrees with subtraction; smallerOf, largerOf and excessOver agree with order', () => {
  fc.assert(
    fc.property(rational, rational, (a, b) => {
      expect(a.compare(b)).toBe(Math.sign(Number(a.minus(b).numerator)));
      expect(smallerOf(a, b).plus(largerOf(a, b))).toEqual(a.plus(b));
      expect(excessOver(a, b)).toEqual(largerOf(a, b).minus(b));
    }),
  );
});

test('decimals are read and written without loss', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.integer({ min: 0, max: 9 }), (digits, places) => {
      const value = Rational.of(digits, 10n ** BigInt(places));
      expect(Rational.parse(value.toString())).toEqual(value);
    }),
  );
});

test('rounding to a step stays within one step, on the named side', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(1n, 10n ** 4n), (numerator, denominator) => {
      const value = Rational.of(numerator, denominator);
      const cent = Rational.of(1n, 100n);
      const down = value.roundedTo(cent, 'down');
      const up = value.roundedTo(cent, 'up');
      const near = value.roundedTo(cent, 'halfUp');
      expect(down.isAbove(value) || up.isBelow(value)).toBe(false);
      expect(up.minus(down).isAbove(cent)).toBe(false);
      expect(near.equals(value.minus(down).times(Rational.of(2n)).isBelow(cent) ? down : up)).toBe(true);
    }),
  );
});
