import { divideRounded } from '@gristmill/protocol';
import { loadRulePack } from '@gristmill/rules';
import { assess, type FactsInput } from '@gristmill/tax';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { payoutShare } from './payout-share.ts';

const pack = await loadRulePack('eu/de/income-tax');
const facts: FactsInput = {
  assessment: 'single',
  business_income: 0n,
  other_income: 2_000_000n,
  deductions: 0n,
  tax_withheld: 0n,
  solidarity_withheld: 0n,
  last_assessed_tax: 0n,
};
const inForce = { year: 2025 };
const income = 'business_income';

function owedOn(earned: bigint, stated = facts): bigint {
  const totalOn = (amount: bigint) => BigInt(assess(pack, { ...stated, [income]: amount }, inForce).total);
  return totalOn(earned < 0n ? 0n : earned) - totalOn(0n);
}

it('is the marginal tax, and makes up for what is missing or too much', () => {
  const question = { inForce, income, earned: 1_000_000n, nextPayout: 500_000n };
  const target = owedOn(1_000_000n);
  const even = payoutShare(pack, facts, { ...question, setAside: target });
  expect(even).toMatchObject({ ppm: even.marginalPpm, target, missing: 0n });
  const short = payoutShare(pack, facts, { ...question, setAside: target - 50_000n });
  expect(short).toMatchObject({ ppm: even.marginalPpm + 100_000, missing: 50_000n });
  expect(payoutShare(pack, facts, { ...question, setAside: target + 50_000n }).ppm).toBe(even.marginalPpm - 100_000);
  expect(payoutShare(pack, facts, { ...question, setAside: 0n, nextPayout: 100n }).ppm).toBe(1_000_000);
  expect(payoutShare(pack, facts, { ...question, setAside: 9_000_000n }).ppm).toBe(0);
  expect(payoutShare(pack, facts, { ...question, earned: -5n, setAside: 0n })).toMatchObject({
    target: 0n,
    missing: 0n,
  });
});

it('a year of payouts that a router splits by their shares ends within two euros of what it owes', () => {
  const payouts = fc.array(fc.bigInt({ min: 50_000n, max: 1_500_000n }), { minLength: 6, maxLength: 12 });
  fc.assert(
    fc.property(payouts, fc.bigInt({ min: 0n, max: 900_000n }), (amounts, other) => {
      let [earned, vault] = [0n, 0n];
      let stated = facts;
      for (const [i, amount] of amounts.entries()) {
        // Other income comes to light half way, and a fifth of a payout is given back to a customer.
        if (i === 2) stated = { ...facts, other_income: 2_000_000n + other };
        if (i === 3) earned -= amounts[0]! / 5n;
        const { ppm } = payoutShare(pack, stated, { inForce, income, earned, setAside: vault, nextPayout: amount });
        vault += divideRounded(amount * BigInt(ppm), 1_000_000n, 'up');
        earned += amount;
      }
      const due = owedOn(earned, stated);
      const difference = vault > due ? vault - due : due - vault;
      // The law floors income and tax to whole euros; the share follows the line between.
      expect(difference).toBeLessThanOrEqual(200n);
    }),
    { numRuns: 60 },
  );
});
