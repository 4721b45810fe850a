import { expect, test } from 'vitest';
import { dollars, dollarsOf, type Facts, wagesOf } from './household-dollars.ts';

const LINE = 'dependent_care_credit_before_limit';
const twoChildren: Facts = {
  dependents: 2,
  child_tax_credit_children: 2,
  care_expenses: dollars(1000),
  care_qualifying_individuals: 2,
  dependent_care_benefits: 0n,
};

/** The credit on expenses of 1,000, so a tenth of it is the percentage. */
const percentageAt = (status: string, year: number) => (income: number) =>
  dollarsOf(status, year, {
    ...twoChildren,
    ...wagesOf(income),
    ...(status === 'married_joint' ? { spouse_wages: dollars(income / 2) } : {}),
  })(LINE) / 10;

const spouses = (first: number, second: number, more: Facts = {}) =>
  dollarsOf('married_joint', 2024, {
    ...twoChildren,
    ...wagesOf(first + second),
    care_expenses: dollars(7000),
    spouse_wages: dollars(second),
    ...more,
  })(LINE);

test('§ 21(a)(2): 35 percent, one point less for each $2,000 or fraction above $15,000, not below 20', () => {
  const incomes = [15_000, 15_000.01, 17_000, 17_001, 27_500, 29_000, 43_000, 43_001, 90_000];
  for (const year of [2022, 2025]) {
    expect(incomes.map(percentageAt('head_of_household', year))).toEqual([35, 34, 34, 33, 28, 28, 21, 20, 20]);
  }
});

test('§ 21(g) of 2021: 50 percent to $125,000, down to 20, and from $400,000 on down to nothing', () => {
  const incomes = [15_000, 125_000, 125_001, 183_000, 185_000, 400_000, 400_001, 436_000, 438_000.01];
  expect(incomes.map(percentageAt('head_of_household', 2021))).toEqual([50, 50, 49, 21, 20, 20, 19, 2, 0]);
  // Fully refundable: § 21(g)(1).
  const of = dollarsOf('head_of_household', 2021, { ...twoChildren, ...wagesOf(10_000) });
  expect([of('dependent_care_credit'), of('refundable_dependent_care_credit')]).toEqual([0, 500]);
});

test('Pub. L. 119-21 § 70405, from 2026: 50 percent, down to 35, and above $75,000 ($150,000 on a joint return) to 20', () => {
  const incomes = [15_000, 16_000, 45_000, 75_000, 75_001, 79_001, 105_000, 200_000];
  expect(incomes.map(percentageAt('head_of_household', 2026))).toEqual([50, 49, 35, 35, 34, 32, 20, 20]);
  // "$2,000 ($4,000 in the case of a joint return)"
  const joint = [75_001, 150_000, 150_001, 154_001, 210_000];
  expect(joint.map(percentageAt('married_joint', 2026))).toEqual([35, 35, 34, 33, 20]);
});

const creditOn = (individuals: number, year: number, benefits = 0) =>
  dollarsOf('head_of_household', year, {
    ...twoChildren,
    ...wagesOf(100_000),
    care_expenses: dollars(20_000),
    care_qualifying_individuals: individuals,
    dependent_care_benefits: dollars(benefits),
  })(LINE);

test('§ 21(c): 3,000 or 6,000 of expenses, 8,000 or 16,000 in 2021, less excluded benefits', () => {
  expect([creditOn(0, 2024), creditOn(1, 2024), creditOn(2, 2024), creditOn(3, 2024)]).toEqual([0, 600, 1200, 1200]);
  expect([creditOn(1, 2021), creditOn(2, 2021)]).toEqual([4000, 8000]);
  expect([creditOn(2, 2024, 5000), creditOn(2, 2024, 6000)]).toEqual([200, 0]);
});

test('§ 21(d): no more than the lower earned income, to which a student or disabled spouse adds what is deemed earned', () => {
  expect(spouses(60_000, 40_000)).toBe(1200);
  expect(spouses(60_000, 4000)).toBe(800);
  expect(spouses(60_000, 0)).toBe(0);
  expect(spouses(60_000, 0, { deemed_earned_income: dollars(500 * 9) })).toBe(900);
  expect(spouses(0, 0, { deemed_earned_income: dollars(6000) })).toBe(0);
  // 4,000 of wages are lost on a trade.
  expect(spouses(60_000, 5000, { spouse_self_employment_income: dollars(-4000) })).toBe(200);
});

test('§ 21(e)(2), (4): a separate filer has it when the spouses lived apart', () => {
  const credits = [false, true].map((lived_apart_last_six_months) =>
    dollarsOf('married_separate', 2024, { ...twoChildren, ...wagesOf(50_000), lived_apart_last_six_months })(LINE),
  );
  expect(credits).toEqual([0, 200]);
});

test('§ 26(a): at most the tax, and before the credit for children', () => {
  // Tax on 6,100 is 610.
  const of = dollarsOf('head_of_household', 2024, { ...twoChildren, ...wagesOf(28_000), care_expenses: dollars(6000) });
  expect([of(LINE), of('dependent_care_credit'), of('child_tax_credit')]).toEqual([1680, 610, 0]);
  expect(of('additional_child_tax_credit')).toBe(3400);
});
