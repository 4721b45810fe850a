import { assess } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';

const pack = await loadRulePack('us/federal/self-employment');

const STANDARD_DEDUCTION_2024 = {
  single: 14_600,
  married_joint: 29_200,
  married_separate: 14_600,
  head_of_household: 21_900,
  surviving_spouse: 29_200,
};
type Status = keyof typeof STANDARD_DEDUCTION_2024;

function incomeTaxOn(taxableCents: bigint, status: Status): string {
  const wages = taxableCents + BigInt(STANDARD_DEDUCTION_2024[status]) * 100n;
  const facts = {
    filing_status: status,
    self_employment_income: 0n,
    wages,
    social_security_wages: 0n,
    medicare_wages: 0n,
    other_income: 0n,
  };
  const lines = assess(pack, facts, { year: 2024 }).lines;
  return lines.find(({ variable }) => variable === 'income_tax')!.amount;
}

// Rows of the IRS Tax Table 2024, as in ustaxes/UsTaxes src/forms/Y2024/tests/taxTable.csv: at least, single, joint, separate, head of household.
const ROWS = [
  [0, 0, 0, 0, 0],
  [5, 1, 1, 1, 1],
  [15, 2, 2, 2, 2],
  [25, 4, 4, 4, 4],
  [975, 99, 99, 99, 99],
  [2975, 299, 299, 299, 299],
  [3000, 303, 303, 303, 303],
  [11_600, 1163, 1163, 1163, 1163],
  [11_650, 1169, 1168, 1169, 1168],
  [16_500, 1751, 1653, 1751, 1653],
  [16_550, 1757, 1658, 1757, 1658],
  [16_600, 1763, 1663, 1763, 1664],
  [23_200, 2555, 2323, 2555, 2456],
  [25_300, 2807, 2575, 2807, 2708],
  [47_100, 5423, 5191, 5423, 5324],
  [47_150, 5432, 5197, 5432, 5330],
  [49_450, 5938, 5473, 5938, 5606],
  [96_250, 16_234, 11_287, 16_234, 14_540],
  [99_950, 17_048, 12_101, 17_048, 15_354],
] as const;

test.each(ROWS)('row from %i', (from, single, joint, separate, head) => {
  const expected = {
    single,
    married_joint: joint,
    married_separate: separate,
    head_of_household: head,
    // The table's joint column is headed "married filing jointly" with the note that surviving spouses use it too.
    surviving_spouse: joint,
  };
  const lastCent = from < 5 ? 499n : from < 25 ? 999n : from < 3000 ? 2499n : 4999n;
  for (const [status, dollars] of Object.entries(expected) as [Status, number][]) {
    for (const taxable of [BigInt(from) * 100n, BigInt(from) * 100n + lastCent]) {
      expect(incomeTaxOn(taxable, status)).toBe((dollars * 100).toString());
    }
  }
});

test('from 100,000 on the schedule itself applies, to the cent', () => {
  // 5,426 + 22% x (100,000 - 47,150)
  expect(incomeTaxOn(10_000_000n, 'single')).toBe('1705300');
  expect(incomeTaxOn(10_000_001n, 'single')).toBe('1705300');
  expect(incomeTaxOn(10_000_003n, 'single')).toBe('1705301');
});
