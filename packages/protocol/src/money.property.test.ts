import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideRounded, formatUnits, parseUnits, priceOfFuel } from './money.ts';

const amount = fc.bigInt({ min: 0n, max: 10n ** 24n });
const divisor = fc.bigInt({ min: 1n, max: 10n ** 12n });
const asset = fc.record({ code: fc.constant('GUSD'), decimals: fc.integer({ min: 0, max: 18 }) });

describe('money', () => {
  it('rounds as named: down and up are neighbours of the exact quotient, the halves are the nearest integer', () => {
    fc.assert(
      fc.property(amount, divisor, (numerator, denominator) => {
        const down = divideRounded(numerator, denominator, 'down');
        const up = divideRounded(numerator, denominator, 'up');
        expect(down * denominator <= numerator && numerator <= up * denominator).toBe(true);
        expect(up - down).toBe(numerator % denominator === 0n ? 0n : 1n);
        for (const rounding of ['halfUp', 'halfEven'] as const) {
          const nearest = divideRounded(numerator, denominator, rounding);
          const error = nearest * denominator - numerator;
          expect((error < 0n ? -error : error) * 2n <= denominator).toBe(true);
        }
      }),
    );
  });

  it('tells the halves apart only at exact halves', () => {
    expect([1n, 3n, 5n].map((half) => divideRounded(half, 2n, 'halfUp'))).toEqual([1n, 2n, 3n]);
    expect([1n, 3n, 5n].map((half) => divideRounded(half, 2n, 'halfEven'))).toEqual([0n, 2n, 2n]);
  });

  it('reads what it writes', () => {
    fc.assert(
      fc.property(amount, asset, (units, of) => {
        expect(parseUnits(formatUnits(units, of).split(' ')[0]!, of)).toBe(units);
      }),
    );
  });

  it('refuses what is not an amount', () => {
    const of = { code: 'GUSD', decimals: 2 };
    for (const text of ['', '-1', '1,5', '1.234', '1e3', 'abc', '.5', '0x10']) {
      expect(() => parseUnits(text, of)).toThrow(expect.objectContaining({ code: 'MONEY_MALFORMED' }));
    }
    expect(() => divideRounded(-1n, 2n, 'down')).toThrow(expect.objectContaining({ code: 'MONEY_NEGATIVE' }));
    expect(() => divideRounded(1n, 0n, 'down')).toThrow(expect.objectContaining({ code: 'MONEY_DIVISION_BY_ZERO' }));
  });

  it('never lets work be free, and never charges more than one unit above the exact price', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 9n }), (fuel, rate) => {
        const price = priceOfFuel(fuel, rate);
        expect(price * 1_000_000_000n >= fuel * rate).toBe(true);
        expect((price - 1n) * 1_000_000_000n < fuel * rate).toBe(true);
      }),
    );
  });
});
