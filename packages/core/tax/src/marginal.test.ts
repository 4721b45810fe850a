import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assess } from './assess.ts';
import { windowTax, windowTaxPack } from './example-pack.ts';
import { marginalLiability, marginalRate } from './marginal.ts';
import { Rational } from './rational.ts';
import { defineRulePack } from './rule-pack.ts';
import type { NumberVariable } from './variable.ts';

const at = (rent: bigint) => ({ dwelling: 'cottage', rent, listed: false });
const payout = (amount: bigint) => ({ year: 2026, income: 'rent', amount });

test('within a bracket it is that bracket, across a threshold the mean of both, rounded up to a part per million', () => {
  expect(marginalRate(windowTaxPack, at(0n), payout(10_000n))).toBe(60_000);
  expect(marginalRate(windowTaxPack, at(60_000n), payout(1n))).toBe(125_000);
  expect(marginalRate(windowTaxPack, at(40_000n), payout(20_000n))).toBe(92_500);
  // (10,000 x 6% + 20,000 x 12.5%) / 30,000 = 0.10333...
  expect(marginalRate(windowTaxPack, at(40_000n), payout(30_000n))).toBe(103_334);
});

test('marginal liabilities of any split of a payout add up to the difference that the whole payout makes', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(1n, 30_000n), { minLength: 1, maxLength: 12 }), (amounts) => {
      let rent = 12_345n;
      let sum = 0n;
      for (const amount of amounts) {
        sum += marginalLiability(windowTaxPack, at(rent), payout(amount));
        rent += amount;
      }
      const total = (facts: ReturnType<typeof at>) => BigInt(assess(windowTaxPack, facts, { year: 2026 }).total);
      expect(sum).toBe(total(at(rent)) - total(at(12_345n)));
    }),
  );
});

test('a liability has the roundings of the law, a rate has none', () => {
  const tax = windowTax.variables['tax'] as NumberVariable;
  const rounding = { step: Rational.one, rounding: 'down', citation: 'Window Act § 9' } as const;
  const wholeAmounts = defineRulePack({
    ...windowTax,
    variables: { ...windowTax.variables, tax: { ...tax, rounding } },
  });
  // 6% of 16.00 and of 17.00: 0.96 and 1.02.
  expect(marginalLiability(wholeAmounts, at(0n), payout(1_600n))).toBe(0n);
  expect(marginalLiability(wholeAmounts, at(1_600n), payout(100n))).toBe(100n);
  expect(marginalRate(wholeAmounts, at(1_600n), payout(100n))).toBe(60_000);
});

test('a relief that wins over the payout never gives a negative rate', () => {
  const facts = { dwelling: 'cottage', rent: 100_000n, listed: true };
  expect(marginalLiability(windowTaxPack, facts, payout(100n))).toBe(-1239n);
  expect(marginalRate(windowTaxPack, facts, payout(100n))).toBe(0);
});

test('refuses a payout of nothing, to what is no money, or on facts that lack it', () => {
  const malformed = expect.objectContaining({ code: 'FACTS_MALFORMED' });
  expect(() => marginalRate(windowTaxPack, at(0n), payout(0n))).toThrow(malformed);
  expect(() => marginalRate(windowTaxPack, at(0n), { ...payout(1n), income: 'dwelling' })).toThrow(malformed);
  expect(() => marginalRate(windowTaxPack, { dwelling: 'cottage' }, payout(1n))).toThrow(
    expect.objectContaining({ code: 'FACTS_MISSING' }),
  );
});
