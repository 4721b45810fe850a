import { assessLines } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';
import { householdOf } from './nobody.ts';

const pack = await loadRulePack('us/federal/individual');

function creditOn(dollars: number, children: number, filing_status: string, year: number, more = {}): string {
  const facts = {
    ...householdOf(filing_status),
    wages: dollars * 100,
    earned_income_credit_children: children,
    ...more,
  };
  return assessLines(pack, facts, { year })['earned_income_credit']!;
}

// Rev. Proc. 2021-45, 2022-38, 2023-34 and 2024-40: year, children, completed phaseout amount single and joint. The
// maximum amounts are published in whole dollars, which moves the end by up to 3.
test.each([
  [2022, 0, 16_480, 22_610],
  [2022, 1, 43_492, 49_622],
  [2022, 2, 49_399, 55_529],
  [2022, 3, 53_057, 59_187],
  [2023, 1, 46_560, 53_120],
  [2023, 2, 52_918, 59_478],
  [2023, 3, 56_838, 63_398],
  [2024, 0, 18_591, 25_511],
  [2024, 1, 49_084, 56_004],
  [2024, 2, 55_768, 62_688],
  [2024, 3, 59_899, 66_819],
  [2025, 0, 19_104, 26_214],
  [2025, 1, 50_434, 57_554],
  [2025, 2, 57_310, 64_430],
  [2025, 3, 61_555, 68_675],
])('%i, %i children: the credit ends at the completed phaseout amounts', (year, children, single, joint) => {
  for (const [status, end] of [
    ['single', single],
    ['married_joint', joint],
  ] as const) {
    expect(Number(creditOn(end - 30, children, status, year))).toBeGreaterThan(0);
    expect(creditOn(end + 4, children, status, year)).toBe('0');
  }
});

// EIC Table 2023: rows of 50 dollars at their middle, half up.
test.each([
  [1, 3, 1100],
  [49, 3, 1100],
  [50, 3, 3400],
  [50, 2, 3000],
  [99, 1, 2600],
  [99, 0, 600],
  [17_620, 0, 200],
])('%i of wages with %i children in 2023', (dollars, children, cents) => {
  expect(creditOn(dollars, children, 'single', 2023)).toBe(cents.toString());
});

test.each([
  [24, 2023, false],
  [25, 2023, true],
  [64, 2023, true],
  [65, 2023, false],
  [18, 2021, false],
  [19, 2021, true],
  [80, 2021, true],
])('without a child, at %i in %i: %s (26 U.S.C. § 32(c)(1)(A)(ii), (n)(1))', (primary_age, year, expected) => {
  expect(creditOn(8000, 0, 'single', year, { primary_age }) !== '0').toBe(expected);
});

test('a specified student of 2021 must be 24', () => {
  expect(creditOn(8000, 0, 'single', 2021, { primary_age: 23, specified_student: true })).toBe('0');
  expect(creditOn(8000, 0, 'single', 2021, { primary_age: 24, specified_student: true })).not.toBe('0');
});

test('before the act of March 2021 the credit without a child was the small one', () => {
  const facts = { ...householdOf('single'), wages: 800_000n, tax_computation: 'schedule' };
  const creditOf = (knownAt: string) => assessLines(pack, facts, { year: 2021, knownAt })['earned_income_credit'];
  expect(creditOf('2021-03-10')).toBe('54300');
  expect(creditOf('2021-03-11')).toBe('122400');
});

test('neither investors, nor dependents, nor separate filers who live together have it', () => {
  const limit = { taxable_interest: 1_100_000n };
  expect(creditOn(8000, 1, 'single', 2023, limit)).not.toBe('0');
  expect(creditOn(8000, 1, 'single', 2023, { taxable_interest: 1_100_001n })).toBe('0');
  expect(creditOn(8000, 1, 'single', 2023, { claimed_as_dependent: true })).toBe('0');
  expect(creditOn(8000, 1, 'married_separate', 2023)).toBe('0');
  expect(creditOn(8000, 1, 'married_separate', 2023, { lived_apart_last_six_months: true })).not.toBe('0');
  expect(creditOn(8000, 0, 'married_separate', 2023, { lived_apart_last_six_months: true })).toBe('0');
});
