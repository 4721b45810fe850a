import { expect, test } from 'vitest';
import { dollars, dollarsOf, wagesOf } from './household-dollars.ts';

const deductionOf = (line: string, fact: string, status = 'single', year = 2025) => {
  return (income: number, amount = 30_000) =>
    dollarsOf(status, year, { ...wagesOf(income), [fact]: dollars(amount) })(line);
};
const tips = (...where: [status?: string, year?: number]) => deductionOf('tips_deduction', 'qualified_tips', ...where);
const overtime = (...where: [status?: string, year?: number]) =>
  deductionOf('overtime_deduction', 'qualified_overtime', ...where);
const carLoan = (...where: [status?: string, year?: number]) =>
  deductionOf('car_loan_interest_deduction', 'car_loan_interest', ...where);

test('§ 224: tips up to 25,000, less 100 for each whole 1,000 above 150,000 (300,000 on a joint return)', () => {
  expect([150_000, 150_999, 151_000, 170_500, 400_000].map((income) => tips()(income))).toEqual([
    25_000, 25_000, 24_900, 23_000, 0,
  ]);
  expect(tips()(50_000, 8000)).toBe(8000);
  expect([300_000, 310_000].map((income) => tips('married_joint')(income))).toEqual([25_000, 24_000]);
  expect(tips('married_separate')(50_000)).toBe(0);
});

test('§ 225: overtime up to 12,500, on a joint return 25,000', () => {
  expect([100_000, 160_000].map((income) => overtime()(income))).toEqual([12_500, 11_500]);
  expect(overtime('married_joint')(100_000)).toBe(25_000);
  expect(overtime('married_separate')(100_000)).toBe(0);
});

test('§ 163(h)(4): car loan interest up to 10,000, less 200 for each 1,000 "or portion thereof" above 100,000', () => {
  expect([100_000, 100_001, 101_000, 101_001, 150_000].map((income) => carLoan()(income))).toEqual([
    10_000, 9800, 9800, 9600, 0,
  ]);
  expect(carLoan('married_separate')(100_001)).toBe(9800);
  // "$200,000 in the case of a joint return", which no surviving spouse files; both reference engines give it.
  expect([carLoan('married_joint')(200_000), carLoan('surviving_spouse')(110_000)]).toEqual([10_000, 8000]);
});

test('taxable years 2025 to 2028 only, on top of the standard deduction, and against the minimum tax too', () => {
  expect([tips('single', 2024)(50_000), overtime('single', 2024)(50_000), carLoan('single', 2024)(50_000)]).toEqual([
    0, 0, 0,
  ]);
  const of = dollarsOf('single', 2026, {
    ...wagesOf(80_000),
    qualified_tips: dollars(5000),
    qualified_overtime: dollars(3000),
    car_loan_interest: dollars(1000),
  });
  expect(of('taxable_income')).toBe(80_000 - 16_100 - 9000);
  expect(of('alternative_minimum_taxable_income')).toBe(80_000 - 9000);
});
