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
  // 2024 and 2025 as Publication 596 has them too.
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

/*
 * Rows of the EIC Table 2024 (IRS Publication 596 (2024), as in aoncevay/agent-mt@6229777,
 * data/irs_to_process/article/p596en.md): at least; single with 0, 1, 2 and 3 children; joint likewise. Among them are
 * those that touch a plateau, and the one of 18,550, which ends at 18,591.
 */
test.each([
  [1, 2, 9, 10, 11, 2, 9, 10, 11],
  [50, 6, 26, 30, 34, 6, 26, 30, 34],
  [2450, 189, 842, 990, 1114, 189, 842, 990, 1114],
  [8200, 629, 2797, 3290, 3701, 629, 2797, 3290, 3701],
  [8250, 632, 2814, 3310, 3724, 632, 2814, 3310, 3724],
  [10_300, 632, 3511, 4130, 4646, 632, 3511, 4130, 4646],
  [12_350, 476, 4213, 4950, 5569, 632, 4213, 4950, 5569],
  [12_400, 472, 4213, 4970, 5591, 632, 4213, 4970, 5591],
  [17_350, 93, 4213, 6950, 7819, 622, 4213, 6950, 7819],
  [17_400, 89, 4213, 6960, 7830, 619, 4213, 6960, 7830],
  [18_500, 5, 4213, 6960, 7830, 534, 4213, 6960, 7830],
  [18_550, 2, 4213, 6960, 7830, 531, 4213, 6960, 7830],
  [22_700, 0, 4213, 6960, 7830, 213, 4213, 6960, 7830],
  [22_750, 0, 4204, 6948, 7818, 209, 4213, 6960, 7830],
  [24_750, 0, 3885, 6527, 7397, 56, 4213, 6960, 7830],
  [29_600, 0, 3110, 5506, 6376, 0, 4213, 6960, 7830],
  [29_650, 0, 3102, 5495, 6365, 0, 4207, 6953, 7823],
  [40_000, 0, 1448, 3316, 4186, 0, 2553, 4773, 5643],
  [49_000, 0, 9, 1420, 2290, 0, 1115, 2878, 3748],
  [59_800, 0, 0, 0, 16, 0, 0, 603, 1473],
  [66_750, 0, 0, 0, 0, 0, 0, 0, 9],
])('EIC Table 2024, row from %i', (from, ...cells) => {
  for (const [i, dollars] of cells.entries()) {
    const status = i < 4 ? 'single' : 'married_joint';
    expect(creditOn(from, i % 4, status, 2024)).toBe((dollars * 100).toString());
    expect(creditOn(Math.max(from + 40, 1), i % 4, status, 2024)).toBe((dollars * 100).toString());
  }
});

test('the last rows end where the footnotes of the EIC Table 2024 say', () => {
  // At least 49,050 but less than 49,084: $3; 62,650 to 62,688, joint: $4; 59,850 to 59,899: $5.
  expect([49_050, 49_083, 49_084].map((wages) => creditOn(wages, 1, 'single', 2024))).toEqual(['300', '300', '0']);
  expect([62_650, 62_687, 62_688].map((wages) => creditOn(wages, 2, 'married_joint', 2024))).toEqual([
    '400',
    '400',
    '0',
  ]);
  expect([59_850, 59_898, 59_899].map((wages) => creditOn(wages, 3, 'single', 2024))).toEqual(['500', '500', '0']);
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
