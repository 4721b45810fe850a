import fc from 'fast-check';
import { assess, assessLines, marginalLiability, marginalRate, setAside } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../src/index.ts';

const pack = await loadRulePack('uk/income-tax');

const money = (poundsMax: bigint) => fc.bigInt(0n, poundsMax * 100n);
const year = fc.constantFrom(2023, 2024, 2025, 2026);
const taxpayer = fc.record({
  country: fc.constantFrom('england', 'northern_ireland', 'scotland', 'wales'),
  trading_income: fc.oneof(money(2000n), money(200_000n)),
  trading_expenses: fc.oneof(fc.constant(0n), money(50_000n)),
  claims_trading_allowance: fc.boolean(),
  employment_income: fc.oneof(fc.constant(0n), money(150_000n)),
  pension_income: fc.oneof(fc.constant(0n), money(20_000n)),
  property_income: fc.oneof(fc.constant(0n), money(30_000n)),
  property_finance_costs: fc.oneof(fc.constant(0n), money(40_000n)),
  other_income: fc.constant(0n),
  savings_interest: fc.oneof(fc.constant(0n), money(10_000n)),
  dividends: fc.oneof(fc.constant(0n), money(30_000n)),
  tax_deducted_at_source: fc.oneof(fc.constant(0n), money(30_000n)),
  over_state_pension_age: fc.boolean(),
  prior_year_assessed_tax: money(40_000n).map((tax) => tax + 1n),
  prior_year_tax_deducted: money(40_000n),
  class_2_weeks: fc.constant(52n),
  gift_aid: fc.oneof(fc.constant(0n), money(5000n)),
  pension_contributions_at_source: fc.oneof(fc.constant(0n), money(20_000n)),
  reliefs_from_income: fc.oneof(fc.constant(0n), money(20_000n)),
  child_benefit: fc.oneof(fc.constant(0n), money(4000n)),
});

test('invariant 2: the liability is the sum of its three parts, and is paid to the penny', () => {
  fc.assert(
    fc.property(taxpayer, year, (facts, year) => {
      const lines = assessLines(pack, facts, { year });
      const of = (line: string) => BigInt(lines[line]!);
      expect(of('income_tax') + of('class_4_contributions') + of('class_2_contributions')).toBe(of('total_liability'));
      expect(facts.tax_deducted_at_source + of('payments_on_account') + of('balancing_payment')).toBe(
        of('total_liability'),
      );
    }),
  );
});

test('more earnings never lower the liability', () => {
  fc.assert(
    fc.property(taxpayer, year, money(5000n), (facts, year, more) => {
      const totalOf = (employment_income: bigint) =>
        BigInt(assess(pack, { ...facts, employment_income }, { year }).total);
      expect(totalOf(facts.employment_income + more)).toBeGreaterThanOrEqual(totalOf(facts.employment_income));
    }),
  );
});

test('invariant 5: payouts in any split add up to the liability of the year, which is what the vault holds in the end', () => {
  fc.assert(
    fc.property(taxpayer, year, fc.array(money(8000n), { minLength: 1, maxLength: 6 }), (given, year, payouts) => {
      const income = 'trading_income';
      const facts = { ...given, [income]: 0n };
      const without = BigInt(assess(pack, facts, { year }).total);
      let [earned, rises, alreadySetAside, shortfall] = [0n, 0n, 0n, 0n];
      for (const payout of payouts) {
        if (payout === 0n) continue;
        rises += marginalLiability(pack, { ...facts, [income]: earned }, { year, income, amount: payout });
        earned += payout;
        const taken = setAside(pack, facts, {
          year,
          income,
          earned,
          payout,
          alreadySetAside,
          method: { kind: 'exact' },
        });
        alreadySetAside += taken.amount - taken.release;
        shortfall = taken.shortfall;
      }
      const liability = BigInt(assess(pack, { ...facts, [income]: earned }, { year }).total);
      expect(rises).toBe(liability - without);
      expect(alreadySetAside + shortfall).toBe(liability > without ? liability - without : 0n);
    }),
    { numRuns: 50 },
  );
});

test('the marginal rate knows the 60% of the taper and 2% of Class 4', () => {
  const facts = {
    country: 'england',
    trading_income: 11_000_000n,
    trading_expenses: 0n,
    claims_trading_allowance: false,
    employment_income: 0n,
    pension_income: 0n,
    property_income: 0n,
    other_income: 0n,
    savings_interest: 0n,
    dividends: 0n,
    tax_deducted_at_source: 0n,
    over_state_pension_age: false,
    prior_year_assessed_tax: 0n,
    prior_year_tax_deducted: 0n,
  };
  expect(marginalRate(pack, facts, { year: 2026, income: 'trading_income', amount: 10_000n })).toBe(620_000);
});
