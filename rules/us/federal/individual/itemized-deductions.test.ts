import { expect, test } from 'vitest';
import { dollars, dollarsOf, type Facts, wagesOf } from './household-dollars.ts';

const taxesAllowed = (status: string, year: number, income: number, taxes = 60_000) =>
  dollarsOf(status, year, { ...wagesOf(income), state_and_local_taxes: dollars(taxes) })(
    'state_and_local_tax_deduction',
  );
const itemized = (year: number, given: Facts) =>
  dollarsOf('single', year, { ...wagesOf(100_000), ...given })('itemized_deductions_before_reduction');
const taxableIncome = (status: string, year: number, given: Facts) =>
  dollarsOf(status, year, { ...wagesOf(100_000), ...given })('taxable_income');

test('§ 164(b)(6): 10,000 of taxes, 5,000 on a separate return, until 2024', () => {
  expect(taxesAllowed('married_joint', 2021, 100_000)).toBe(10_000);
  expect(taxesAllowed('single', 2024, 900_000)).toBe(10_000);
  expect(taxesAllowed('married_separate', 2024, 100_000)).toBe(5000);
  expect(taxesAllowed('single', 2024, 100_000, 7000)).toBe(7000);
});

test('§ 164(b)(7): 40,000 in 2025 and 40,400 in 2026, less 30% above 500,000 and 505,000, not below 10,000', () => {
  expect([500_000, 550_000, 600_000, 700_000].map((income) => taxesAllowed('single', 2025, income))).toEqual([
    40_000, 25_000, 10_000, 10_000,
  ]);
  expect([505_000, 515_000, 700_000].map((income) => taxesAllowed('married_joint', 2026, income))).toEqual([
    40_400, 37_400, 10_000,
  ]);
  expect([250_000, 260_000, 400_000].map((income) => taxesAllowed('married_separate', 2025, income))).toEqual([
    20_000, 17_000, 5000,
  ]);
});

test('§ 213(a): medical expenses above 7.5% of adjusted gross income', () => {
  expect(itemized(2024, { medical_expenses: dollars(7500) })).toBe(0);
  expect(itemized(2024, { medical_expenses: dollars(9000) })).toBe(1500);
});

test('§ 170(b)(1)(I): from 2026 gifts above 0.5% of adjusted gross income', () => {
  const gifts = { charitable_contributions: dollars(5000), cash_contributions: dollars(5000) };
  expect([itemized(2025, gifts), itemized(2026, gifts)]).toEqual([5000, 4500]);
});

test('all of them, with those stated as a sum', () => {
  const of = dollarsOf('single', 2024, {
    ...wagesOf(100_000),
    itemized_deductions: dollars(2000),
    itemized_taxes: dollars(500),
    medical_expenses: dollars(9000),
    state_and_local_taxes: dollars(12_000),
    itemized_interest: dollars(8000),
    charitable_contributions: dollars(1000),
  });
  expect(of('itemized_deductions_before_reduction')).toBe(2000 + 1500 + 10_000 + 8000 + 1000);
  expect(of('taxable_income')).toBe(100_000 - 22_500);
  // § 56(b)(1)(A)(ii): no taxes against the alternative minimum tax.
  expect(of('alternative_minimum_taxable_income')).toBe(77_500 + 10_500);
});

test('§ 170(p): gifts in cash of those who do not itemize, in 2021 and from 2026', () => {
  const gifts = { charitable_contributions: dollars(3000), cash_contributions: dollars(2500) };
  const lessFor = (status: string, year: number, given: Facts = gifts) =>
    taxableIncome(status, year, {}) - taxableIncome(status, year, given);
  expect([2021, 2022, 2025, 2026].map((year) => lessFor('single', year))).toEqual([300, 0, 0, 1000]);
  expect([2021, 2026].map((year) => lessFor('married_joint', year))).toEqual([600, 2000]);
  expect(lessFor('married_joint', 2026, { ...gifts, cash_contributions: dollars(400) })).toBe(400);
});

test('the larger of itemized deductions and the standard deduction with gifts is deducted', () => {
  // 16,100 + 1,000 in 2026 against 16,900 of itemized deductions.
  const given = { charitable_contributions: dollars(2500), cash_contributions: dollars(2500) };
  expect(taxableIncome('single', 2026, { ...given, itemized_interest: dollars(14_900) })).toBe(100_000 - 17_100);
  expect(taxableIncome('single', 2026, { ...given, itemized_interest: dollars(15_200) })).toBe(100_000 - 17_200);
});
