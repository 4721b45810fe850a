import { expect, test } from 'vitest';
import { dollars, dollarsOf, type Facts, wagesOf } from './household-dollars.ts';

const rebate = (status: string, income: number, given: Facts = {}, year = 2021) =>
  dollarsOf(status, year, { ...wagesOf(income), economic_impact_payment: 0n, ...given })('recovery_rebate_credit');

test('§ 6428B(b), (d): 1,400 for each person, reduced over a range of 5,000, 7,500 or 10,000', () => {
  expect([75_000, 76_000, 77_500, 80_000].map((income) => rebate('single', income))).toEqual([1400, 1120, 700, 0]);
  const family = { dependents: 2, child_tax_credit_children: 2 };
  expect([150_000, 155_000, 160_000].map((income) => rebate('married_joint', income, family))).toEqual([5600, 2800, 0]);
  expect([112_500, 116_250, 120_000].map((income) => rebate('head_of_household', income, family))).toEqual([
    4200, 2100, 0,
  ]);
});

test('§ 6428B(d)(2)(A): "$150,000 in the case of a joint return or a surviving spouse"', () => {
  // PolicyEngine takes 75,000 for a surviving spouse.
  expect(rebate('surviving_spouse', 150_000)).toBe(1400);
});

test('§ 6428B(c), (f): not for a dependent, less what was paid in advance, and in 2021 only', () => {
  expect(rebate('single', 20_000, { claimed_as_dependent: true })).toBe(0);
  expect(rebate('single', 20_000, { economic_impact_payment: dollars(1000) })).toBe(400);
  expect(rebate('single', 20_000, { economic_impact_payment: dollars(2000) })).toBe(0);
  expect(rebate('single', 20_000, {}, 2022)).toBe(0);
});
