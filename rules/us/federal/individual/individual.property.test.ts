import fc from 'fast-check';
import { assessLines, marginalLiability, marginalRate, setAside } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';
import { facts } from './facts.ts';
import { householdOf } from './nobody.ts';

const pack = await loadRulePack('us/federal/individual');

const cents = (dollarsMax: bigint) => fc.bigInt(0n, dollarsMax * 100n);
const maybe = (amount: fc.Arbitrary<bigint>) => fc.oneof({ weight: 2, arbitrary: fc.constant(0n) }, amount);
const gainOrLoss = (dollarsMax: bigint) => maybe(fc.bigInt(-dollarsMax * 100n, dollarsMax * 100n));
const year = fc.constantFrom(2021, 2022, 2023, 2024, 2025, 2026);

const trade = (prefix: '' | 'spouse_' | 'pass_through_') =>
  fc.record({
    [`${prefix}specified_service_trade`]: fc.boolean(),
    [`${prefix}qbi_wages_paid`]: maybe(cents(200_000n)),
    [`${prefix}qbi_property_basis`]: maybe(cents(500_000n)),
  });

const income = fc.record({
  primary_age: fc.integer({ min: 17, max: 90 }),
  primary_blind: fc.boolean(),
  claimed_as_dependent: fc.boolean(),
  self_employment_income: fc.oneof(cents(3000n), cents(150_000n), cents(1_500_000n)),
  pass_through_income: gainOrLoss(400_000n),
  wages: maybe(fc.oneof(cents(40_000n), cents(600_000n))),
  social_security_wages: maybe(cents(200_000n)),
  taxable_interest: maybe(cents(30_000n)),
  short_term_capital_gain: gainOrLoss(20_000n),
  long_term_capital_gain: gainOrLoss(700_000n),
  other_investment_income: gainOrLoss(40_000n),
  pension_income: maybe(cents(90_000n)),
  social_security_benefits: maybe(cents(50_000n)),
  other_income: gainOrLoss(50_000n),
  qbi_loss_carryforward: maybe(cents(20_000n)),
  materially_participates: fc.boolean(),
});
const onTheReturn = fc.record({
  itemized_deductions: maybe(cents(90_000n)),
  medical_expenses: maybe(cents(30_000n)),
  state_and_local_taxes: maybe(cents(60_000n)),
  itemized_interest: maybe(cents(30_000n)),
  qualified_tips: maybe(cents(30_000n)),
  qualified_overtime: maybe(cents(20_000n)),
  unrecaptured_section_1250_gain: maybe(cents(200_000n)),
  twenty_eight_percent_rate_gain: maybe(cents(200_000n)),
  other_deductions: maybe(cents(5000n)),
  other_nonrefundable_credits: maybe(cents(3000n)),
  other_refundable_credits: maybe(cents(3000n)),
  withholding: maybe(cents(60_000n)),
  estimated_tax_paid: maybe(cents(20_000n)),
  tax_computation: fc.constantFrom('table', 'schedule'),
});
const derived = fc.record({
  beyondSocialSecurity: cents(200_000n),
  dividends: maybe(cents(60_000n)),
  qualifiedPercent: fc.bigInt(0n, 100n),
  dependents: fc.integer({ min: 0, max: 5 }),
  children: fc.integer({ min: 0, max: 5 }),
  infants: fc.integer({ min: 0, max: 5 }),
  care_expenses: maybe(cents(5000n)),
  spousesPercentOfWages: fc.bigInt(0n, 100n),
});
const spouse = fc.record({
  spouse_age: fc.integer({ min: 17, max: 90 }),
  spouse_blind: fc.boolean(),
  spouse_self_employment_income: gainOrLoss(300_000n),
});

/** A return with every answer it may be asked for; those that the tests vary are named. */
type Household = Record<string, bigint | number | string | boolean> & {
  filing_status: string;
  dependents: number;
  materially_participates: boolean;
} & Record<
    'wages' | 'self_employment_income' | 'social_security_benefits' | 'withholding' | 'estimated_tax_paid',
    bigint
  >;

const household = fc
  .record({
    filing_status: fc.constantFrom(...facts.filing_status.options),
    income,
    onTheReturn,
    derived,
    spouse,
    trades: fc.tuple(trade(''), trade('pass_through_')),
    spousesTrade: trade('spouse_'),
    separate: fc.record({ spouse_itemizes: fc.boolean(), lived_apart_all_year: fc.boolean() }),
  })
  .map((parts): Household => {
    const { filing_status, derived } = parts;
    const qualified = (derived.dividends * derived.qualifiedPercent) / 100n;
    const children = Math.min(derived.children, derived.dependents);
    return {
      ...householdOf(filing_status),
      filing_status,
      ...parts.income,
      ...parts.onTheReturn,
      ...parts.trades[0],
      ...parts.trades[1],
      ...(filing_status === 'married_joint' ? { ...parts.spouse, ...parts.spousesTrade } : {}),
      ...(filing_status === 'married_separate' ? parts.separate : {}),
      // A wage earner's Medicare wages are never below the social security wages.
      medicare_wages: parts.income.social_security_wages + derived.beyondSocialSecurity,
      itemized_taxes: parts.onTheReturn.itemized_deductions / 3n,
      ordinary_dividends: derived.dividends,
      qualified_dividends: qualified,
      section_199a_dividends: (derived.dividends - qualified) / 2n,
      dependents: derived.dependents,
      child_tax_credit_children: children,
      children_under_6: Math.min(derived.infants, children),
      earned_income_credit_children: children,
      care_expenses: derived.care_expenses,
      care_qualifying_individuals: children,
      ...(filing_status === 'married_joint'
        ? { spouse_wages: (parts.income.wages * derived.spousesPercentOfWages) / 100n }
        : {}),
    };
  });

function amountsOf(given: Household, year: number): (line: string) => bigint {
  const lines = assessLines(pack, given, { year });
  return (line) => BigInt(lines[line] ?? '0');
}

test('the total is the sum of its taxes less nonrefundable credits, to the cent', () => {
  fc.assert(
    fc.property(household, year, (given, year) => {
      const of = amountsOf(given, year);
      const incomeTaxes = of('income_tax') + of('alternative_minimum_tax');
      expect(of('nonrefundable_credits')).toBeLessThanOrEqual(incomeTaxes);
      expect(of('total_tax')).toBe(
        incomeTaxes -
          of('nonrefundable_credits') +
          of('self_employment_tax') +
          of('additional_medicare_tax') +
          of('net_investment_income_tax'),
      );
    }),
  );
});

test('instalments, withholding and what is due with the return pay exactly what is owed, or more', () => {
  fc.assert(
    fc.property(household, year, (given, year) => {
      const of = amountsOf(given, year);
      const owed = of('total_tax') - of('refundable_credits');
      const instalments =
        given.estimated_tax_paid > of('estimated_tax_required')
          ? given.estimated_tax_paid
          : of('estimated_tax_required');
      const paid = given.withholding + instalments + of('due_with_return');
      if (of('due_with_return') > 0n) expect(paid).toBe(owed);
      else expect(paid).toBeGreaterThanOrEqual(owed);
      expect(of('balance')).toBe(owed - given.withholding - given.estimated_tax_paid);
      // 90% of the tax, to the cent.
      const most = owed > 0n ? (owed * 9n + 9n) / 10n : 0n;
      expect(of('required_annual_payment')).toBeLessThanOrEqual(most);
    }),
  );
});

test('deductions never exceed what they are taken from', () => {
  fc.assert(
    fc.property(household, year, (given, year) => {
      const of = amountsOf(given, year);
      const cap = of('taxable_income_before_qbi_deduction') / 5n + 1n;
      expect(of('qualified_business_income_deduction') <= (cap > 40_000n ? cap : 40_000n)).toBe(true);
      expect(of('self_employment_tax_deduction') * 2n).toBeLessThanOrEqual(of('self_employment_tax') + 2n);
      expect(of('taxable_social_security_benefits') * 100n).toBeLessThanOrEqual(
        given.social_security_benefits * 85n + 100n,
      );
      const lossLimit = given.filing_status === 'married_separate' ? 150_000n : 300_000n;
      expect(of('capital_gain_or_loss')).toBeGreaterThanOrEqual(-lossLimit);
    }),
  );
});

test('net capital gain never costs more than it would as ordinary income', () => {
  fc.assert(
    fc.property(household, year, fc.bigInt(0n, 50_000_000n), (given, year, gain) => {
      const before = { ...given, short_term_capital_gain: 0n, long_term_capital_gain: 0n, tax_computation: 'schedule' };
      const asGain = amountsOf({ ...before, long_term_capital_gain: gain }, year)('income_tax');
      const asOrdinary = amountsOf({ ...before, short_term_capital_gain: gain }, year);
      // Ordinary income may raise what 20% of taxable income limits the deduction of § 199A to, by less than a cent even.
      const slack = asOrdinary('qualified_business_income_deduction') + 1n;
      expect(asGain).toBeLessThanOrEqual(asOrdinary('income_tax') + slack);
    }),
  );
});

test('more wages never lower the tax of anyone who does not pay for care', () => {
  fc.assert(
    fc.property(household, year, fc.bigInt(1n, 1_000_000n), (paying, year, more) => {
      // What is earned limits the expenses for care that count: § 21(d).
      const given = { ...paying, care_expenses: 0n };
      // The loss of a specified service trade counts the less the more is earned, § 199A(d)(3), and the deduction grows.
      fc.pre(!losesInServiceTrade(given));
      const richer = { ...given, wages: given.wages + more };
      expect(amountsOf(richer, year)('total_tax')).toBeGreaterThanOrEqual(amountsOf(given, year)('total_tax'));
    }),
  );
});

test('one more dollar of wages owes at most a dollar, but for the steps of §§ 21(a)(2), 24(b)(1), 224 and 225', () => {
  fc.assert(
    fc.property(household, year, (given, year) => {
      const before = { ...given, tax_computation: 'schedule' };
      const after = { ...before, wages: before.wages + 100n };
      const rise = amountsOf(after, year)('total_tax') - amountsOf(before, year)('total_tax');
      // $50 for each $1,000 or a fraction of it, in 2021 once for the increase and once for the rest; and one percent of
      // at most 5,000 for care.
      const steps = given.dependents === 0 ? 0n : 10_000n;
      // $100 less of each deduction for each $1,000, §§ 224(b)(2) and 225(b)(2), at no more than 37%.
      const smaller = ['qualified_tips', 'qualified_overtime'].filter(
        (name) => ((given as Record<string, unknown>)[name] ?? 0n) !== 0n,
      );
      expect(rise).toBeLessThanOrEqual(100n + steps + 3_700n * BigInt(smaller.length));
    }),
  );
});

test('more profit never lowers the tax, but where the minimum deduction of § 199A(i) sets in', () => {
  fc.assert(
    fc.property(household, year, fc.bigInt(1n, 1_000_000n), (paying, year, more) => {
      const given = { ...paying, care_expenses: 0n };
      const richer = { ...given, self_employment_income: given.self_employment_income + more };
      const [before, after] = [amountsOf(given, year), amountsOf(richer, year)];
      // A dependent's standard deduction grows with what it earns (§ 63(c)(5)), so that profit adds nothing to taxable
      // income, while the deduction of § 199A that comes with it takes some away.
      fc.pre(!isDependent(given));
      // Nor does profit add anything where it takes the place of a disallowed loss (§ 461(l)).
      fc.pre(before('business_income') === statedProfitOf(given));
      const minimumSetsIn = year === 2026 && given.materially_participates;
      const cliff = minimumSetsIn ? 40_000n : 0n;
      expect(after('total_tax')).toBeGreaterThanOrEqual(before('total_tax') - cliff);
    }),
  );
});

function losesInServiceTrade(given: Record<string, unknown>): boolean {
  const trades = [
    ['self_employment_income', 'specified_service_trade'],
    ['spouse_self_employment_income', 'spouse_specified_service_trade'],
    ['pass_through_income', 'pass_through_specified_service_trade'],
  ] as const;
  return trades.some(
    ([profit, isService]) => given[isService] === true && ((given[profit] as bigint | undefined) ?? 0n) < 0n,
  );
}

function isDependent(given: Record<string, unknown>): boolean {
  return given['claimed_as_dependent'] === true;
}

/** The profits and losses of all trades and businesses, before § 461(l) limits a loss. */
function statedProfitOf(given: Record<string, unknown>): bigint {
  const names = ['self_employment_income', 'spouse_self_employment_income', 'pass_through_income'];
  return names.reduce((sum, name) => sum + ((given[name] as bigint | undefined) ?? 0n), 0n);
}

test('the marginal rate is between nothing and all', () => {
  fc.assert(
    fc.property(household, year, fc.bigInt(1n, 500_000n), (given, year, amount) => {
      const rate = marginalRate(pack, given, { year, income: 'self_employment_income', amount });
      expect(Number.isInteger(rate) && rate >= 0 && rate <= 1_000_000).toBe(true);
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
        let sum = amountsOf(facts, year)('total_tax');
        for (const amount of payouts) {
          sum += marginalLiability(pack, facts, { year, income, amount });
          facts[income] += amount;
        }
        expect(sum).toBe(amountsOf(facts, year)('total_tax'));
      },
    ),
    { numRuns: 50 },
  );
});

test('what is set aside over a year is what its payouts owe, in whatever order they come', () => {
  fc.assert(
    fc.property(
      household,
      year,
      fc.array(fc.bigInt(100_000n, 2_000_000n), { minLength: 2, maxLength: 5 }),
      (given, year, payouts) => {
        const facts = { ...given, self_employment_income: 0n };
        const earned = payouts.reduce((sum, payout) => sum + payout, 0n);
        const owed =
          amountsOf({ ...facts, self_employment_income: earned }, year)('total_tax') -
          amountsOf(facts, year)('total_tax');
        for (const order of [payouts, payouts.toReversed()]) {
          let inVault = 0n;
          let soFar = 0n;
          let shortfall = 0n;
          for (const payout of order) {
            soFar += payout;
            const share = setAside(pack, facts, {
              year,
              income: 'self_employment_income',
              earned: soFar,
              payout,
              alreadySetAside: inVault,
              method: { kind: 'exact' },
            });
            inVault += share.amount - share.release;
            shortfall = share.shortfall;
          }
          expect(inVault + shortfall).toBe(owed > 0n ? owed : 0n);
        }
      },
    ),
    { numRuns: 50 },
  );
});
