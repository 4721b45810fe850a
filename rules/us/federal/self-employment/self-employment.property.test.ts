import fc from 'fast-check';
import { assess, marginalLiability, marginalRate } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';
import { facts } from './formulas.ts';

const pack = await loadRulePack('us/federal/self-employment');

const cents = (dollarsMax: bigint) => fc.bigInt(0n, dollarsMax * 100n);
const year = fc.constantFrom(2024, 2025, 2026);
const household = fc
  .record({
    filing_status: fc.constantFrom(...facts.filing_status.options),
    self_employment_income: fc.oneof(cents(3000n), cents(150_000n), cents(1_500_000n)),
    wages: fc.oneof(fc.constant(0n), cents(400_000n)),
    social_security_wages: fc.oneof(fc.constant(0n), cents(200_000n)),
    beyondSocialSecurity: cents(200_000n),
    other_income: fc.oneof(fc.constant(0n), cents(50_000n)),
    specified_service_trade: fc.boolean(),
    qbi_wages_paid: fc.oneof(fc.constant(0n), cents(200_000n)),
    qbi_property_basis: fc.oneof(fc.constant(0n), cents(500_000n)),
    materially_participates: fc.boolean(),
  })
  .map(({ beyondSocialSecurity, ...given }) => ({
    ...given,
    medicare_wages: given.social_security_wages + beyondSocialSecurity,
  }));
type Household = typeof household extends fc.Arbitrary<infer T> ? T : never;

function amountsOf(given: Household, year: number): { lines: Record<string, bigint>; total: bigint } {
  const { lines, total } = assess(pack, given, { year });
  return {
    lines: Object.fromEntries(lines.map(({ variable, amount }) => [variable, BigInt(amount)])),
    total: BigInt(total),
  };
}

test('the total is the sum of its three taxes, to the cent', () => {
  fc.assert(
    fc.property(household, year, (given, year) => {
      const { lines, total } = amountsOf(given, year);
      expect(lines['income_tax']! + lines['self_employment_tax']! + lines['additional_medicare_tax']!).toBe(total);
    }),
  );
});

test('deductions never exceed what they are taken from', () => {
  fc.assert(
    fc.property(household, year, (given, year) => {
      const { lines } = amountsOf(given, year);
      expect(lines['taxable_income']!).toBeLessThanOrEqual(lines['taxable_income_before_qbi_deduction']!);
      expect(lines['self_employment_tax_deduction']! * 2n).toBeLessThanOrEqual(lines['self_employment_tax']! + 2n);
      const cap = lines['taxable_income_before_qbi_deduction']! / 5n + 1n;
      expect(lines['qualified_business_income_deduction']! <= (cap > 40_000n ? cap : 40_000n)).toBe(true);
    }),
  );
});

test('more wages never lower the tax of anyone', () => {
  fc.assert(
    fc.property(household, year, fc.bigInt(1n, 1_000_000n), (given, year, more) => {
      const richer = { ...given, wages: given.wages + more };
      expect(amountsOf(richer, year).total).toBeGreaterThanOrEqual(amountsOf(given, year).total);
    }),
  );
});

test('more profit never lowers the tax, but where the minimum deduction of § 199A(i) sets in', () => {
  fc.assert(
    fc.property(household, year, fc.bigInt(1n, 1_000_000n), (given, year, more) => {
      const richer = { ...given, self_employment_income: given.self_employment_income + more };
      const [before, after] = [amountsOf(given, year), amountsOf(richer, year)];
      const minimumSetsIn =
        given.materially_participates &&
        year === 2026 &&
        after.lines['qualified_business_income_deduction'] === 40_000n &&
        before.lines['qualified_business_income_deduction']! < 40_000n;
      if (!minimumSetsIn) expect(after.total).toBeGreaterThanOrEqual(before.total);
      else expect(after.total).toBeGreaterThanOrEqual(before.total - 40_000n);
    }),
  );
});

test('the marginal rate is between nothing and all', () => {
  fc.assert(
    fc.property(household, year, fc.bigInt(1n, 500_000n), (given, year, amount) => {
      const rate = marginalRate(pack, given, { year, income: 'self_employment_income', amount });
      expect(Number.isInteger(rate) && rate >= 0 && rate <= 1_000_000).toBe(true);
    }),
  );
});

test('setting aside at the marginal rate is never short by more than the Tax Table is off the schedule', () => {
  fc.assert(
    fc.property(household, year, fc.bigInt(1n, 500_000n), (given, year, amount) => {
      const payout = { year, income: 'self_employment_income', amount };
      const rate = marginalRate(pack, given, payout);
      if (rate === 1_000_000) return;
      const setAside = (amount * BigInt(rate) + 999_999n) / 1_000_000n;
      // One row is at most $50 wide at up to 24%, twice (before and after), and each is rounded by half a dollar.
      expect(marginalLiability(pack, given, payout) - setAside).toBeLessThanOrEqual(1300n);
    }),
  );
});

test('the marginal liabilities of payouts of any size add up to the liability of the year', () => {
  fc.assert(
    fc.property(
      household,
      year,
      fc.array(fc.bigInt(1n, 2_000_000n), { minLength: 1, maxLength: 6 }),
      (given, year, payouts) => {
        const income = 'self_employment_income';
        const facts = { ...given, [income]: 0n };
        let sum = BigInt(assess(pack, facts, { year }).total);
        for (const amount of payouts) {
          sum += marginalLiability(pack, facts, { year, income, amount });
          facts[income] += amount;
        }
        expect(sum).toBe(BigInt(assess(pack, facts, { year }).total));
      },
    ),
    { numRuns: 50 },
  );
});
