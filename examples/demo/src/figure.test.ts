import { parseUnits } from '@gristmill/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figure } from './figure.ts';

it('writes every decimal, zeros too', () => {
  expect(figure(75_250n, { decimals: 6 })).toBe('  0.075250');
  expect(figure(10_000_000n, { decimals: 6 })).toBe(' 10.000000');
  expect(figure(7n, { decimals: 0 })).toBe('   7');
});

it('loses nothing: what it writes is read as the same amount', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n }), fc.integer({ min: 0, max: 18 }), (units, decimals) => {
      expect(parseUnits(figure(units, { decimals }), { code: 'GUSD', decimals })).toBe(units);
    }),
  );
});
