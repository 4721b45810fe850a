import { expect, test } from 'vitest';
import { dollars, dollarsOf, type Facts } from './household-dollars.ts';

const creditOf = (status: string, income: number, given: Facts = {}) =>
  dollarsOf(status, 2024, { primary_age: 66, pension_income: dollars(income), ...given })('elderly_credit');

test('§ 22: 15 percent of 5,000 less half of what income exceeds 7,500 by, at most the tax', () => {
  // Standard deduction of 16,550: tax of 25 on 250, where 5,000 - 4,650 are left.
  expect(creditOf('single', 16_800)).toBe(25);
  expect(creditOf('single', 17_400)).toBe(7.5);
  expect(creditOf('single', 17_500)).toBe(0);
  expect(creditOf('single', 17_400, { primary_age: 64 })).toBe(0);
});

test('§ 22(c): 7,500 where both are 65, 5,000 where one is, above 10,000', () => {
  // A dependent's standard deduction leaves tax to credit.
  const taxed = { claimed_as_dependent: true };
  expect(creditOf('married_joint', 12_000, { ...taxed, spouse_age: 65 })).toBe(760);
  expect(creditOf('married_joint', 20_000, { ...taxed, spouse_age: 65 })).toBe(375);
  expect(creditOf('married_joint', 15_000, { ...taxed, spouse_age: 64 })).toBe(375);
});

test('§ 22(c)(3): less benefits and pensions that are not taxed', () => {
  expect(creditOf('single', 16_800, { social_security_benefits: dollars(300) })).toBe(7.5);
  expect(creditOf('single', 16_800, { nontaxable_pensions: dollars(200) })).toBe(22.5);
  expect(creditOf('single', 16_800, { nontaxable_pensions: dollars(400) })).toBe(0);
});

test('§ 22(e)(1): a separate filer has it when the spouses lived apart all year', () => {
  const credits = [false, true].map((lived_apart_all_year) =>
    creditOf('married_separate', 10_000, { claimed_as_dependent: true, lived_apart_all_year }),
  );
  expect(credits).toEqual([0, 187.5]);
});
