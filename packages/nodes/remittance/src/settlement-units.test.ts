import { expect, test } from 'vitest';
import { settlementUnitsAtPar, unitsAtPar } from './settlement-units.ts';

const usd = { code: 'USD', decimals: 2 };

test('cents become units of an asset with more decimals, exactly', () => {
  expect(settlementUnitsAtPar(123n, usd, { code: 'GUSD', decimals: 6 })).toBe(1_230_000n);
  expect(settlementUnitsAtPar(123n, usd, usd)).toBe(123n);
});

test('an asset that cannot carry a cent is refused', () => {
  expect(() => settlementUnitsAtPar(123n, usd, { code: 'COARSE', decimals: 1 })).toThrow(
    expect.objectContaining({ code: 'ASSET_TOO_COARSE' }),
  );
});

test('units of one asset are units of another at par, and less than one of them is nothing', () => {
  const gusd = { code: 'GUSD', decimals: 6 };
  expect(unitsAtPar(1_239_999n, gusd, usd)).toBe(123n);
  expect(unitsAtPar(123n, usd, gusd)).toBe(1_230_000n);
});
