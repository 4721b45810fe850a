import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assessLines } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';
import { householdOf } from './nobody.ts';

const pack = await loadRulePack('us/federal/individual');

type Columns = readonly [single: number, joint: number, separate: number, head: number];

/** The table's joint column is headed "married filing jointly" with the note that surviving spouses use it too. */
const STATUSES = ['single', 'married_joint', 'married_separate', 'head_of_household', 'surviving_spouse'] as const;
const COLUMN = { single: 0, married_joint: 1, married_separate: 2, head_of_household: 3, surviving_spouse: 1 } as const;

function incomeTaxOn(taxableCents: bigint, status: string, year: number): string {
  // Other deductions stand for the standard one, so that income is taxable income and nothing.
  const facts = { ...householdOf(status), other_income: taxableCents + standardDeduction(status, year) };
  return assessLines(pack, facts, { year })['income_tax']!;
}

const deductions = new Map<string, bigint>();

function standardDeduction(status: string, year: number): bigint {
  const key = `${status} ${year}`;
  const known = deductions.get(key);
  if (known !== undefined) return known;
  const amount = BigInt(assessLines(pack, householdOf(status), { year })['standard_deduction']!);
  deductions.set(key, amount);
  return amount;
}

/** Both ends of a row, for every filing status: cells that differ from the law as the pack computes it. */
function differences(year: number, from: number, to: number, columns: Columns): string[] {
  const ends = [BigInt(from) * 100n, BigInt(to) * 100n - 1n];
  return STATUSES.flatMap((status) =>
    ends.flatMap((taxable) => {
      const expected = (columns[COLUMN[status]] * 100).toString();
      const actual = incomeTaxOn(taxable, status, year);
      return actual === expected ? [] : [`${year} ${status} ${taxable}: ${actual} instead of ${expected}`];
    }),
  );
}

/*
 * Rows of the IRS Tax Tables (Instructions for Form 1040 of each year), as in ustaxes/UsTaxes@4e4669e,
 * src/forms/Y<year>/tests/taxTable.csv: year, at least, single, joint, separate, head of household. Among them are the
 * rows around the ends of brackets.
 */
const ROWS: readonly (readonly [year: number, from: number, ...columns: Columns])[] = [
  [2021, 0, 0, 0, 0, 0],
  [2021, 5, 1, 1, 1, 1],
  [2021, 15, 2, 2, 2, 2],
  [2021, 25, 4, 4, 4, 4],
  [2021, 975, 99, 99, 99, 99],
  [2021, 2_975, 299, 299, 299, 299],
  [2021, 3_000, 303, 303, 303, 303],
  [2021, 9_900, 993, 993, 993, 993],
  [2021, 9_950, 998, 998, 998, 998],
  [2021, 14_200, 1508, 1423, 1508, 1423],
  [2021, 25_300, 2840, 2641, 2840, 2755],
  [2021, 40_500, 4664, 4465, 4664, 4579],
  [2021, 40_550, 4675, 4471, 4675, 4585],
  [2021, 54_200, 7678, 6109, 7678, 6226],
  [2021, 81_050, 13_585, 9334, 13_585, 12_133],
  [2021, 86_350, 14_751, 10_500, 14_751, 13_299],
  [2021, 99_950, 18_015, 13_492, 18_015, 16_563],
  [2022, 0, 0, 0, 0, 0],
  [2022, 5, 1, 1, 1, 1],
  [2022, 15, 2, 2, 2, 2],
  [2022, 25, 4, 4, 4, 4],
  [2022, 975, 99, 99, 99, 99],
  [2022, 2_975, 299, 299, 299, 299],
  [2022, 3_000, 303, 303, 303, 303],
  [2022, 10_250, 1028, 1028, 1028, 1028],
  [2022, 10_300, 1034, 1033, 1034, 1033],
  [2022, 14_650, 1556, 1468, 1556, 1468],
  [2022, 25_300, 2834, 2628, 2834, 2746],
  [2022, 41_750, 4808, 4602, 4808, 4720],
  [2022, 41_800, 4819, 4608, 4819, 4726],
  [2022, 55_900, 7921, 6300, 7921, 6421],
  [2022, 83_550, 14_004, 9621, 14_004, 12_504],
  [2022, 89_050, 15_214, 10_831, 15_214, 13_714],
  [2022, 99_950, 17_830, 13_229, 17_830, 16_330],
  [2023, 0, 0, 0, 0, 0],
  [2023, 5, 1, 1, 1, 1],
  [2023, 15, 2, 2, 2, 2],
  [2023, 25, 4, 4, 4, 4],
  [2023, 975, 99, 99, 99, 99],
  [2023, 2_975, 299, 299, 299, 299],
  [2023, 3_000, 303, 303, 303, 303],
  [2023, 10_950, 1098, 1098, 1098, 1098],
  [2023, 11_000, 1103, 1103, 1103, 1103],
  [2023, 15_700, 1667, 1573, 1667, 1573],
  [2023, 25_300, 2819, 2599, 2819, 2725],
  [2023, 44_700, 5147, 4927, 5147, 5053],
  [2023, 44_750, 5158, 4933, 5158, 5059],
  [2023, 59_850, 8480, 6745, 8480, 6874],
  [2023, 89_450, 14_992, 10_300, 14_992, 13_386],
  [2023, 95_350, 16_290, 11_598, 16_290, 14_684],
  [2023, 95_400, 16_302, 11_609, 16_302, 14_696],
  [2023, 99_950, 17_394, 12_610, 17_394, 15_788],
  [2024, 0, 0, 0, 0, 0],
  [2024, 5, 1, 1, 1, 1],
  [2024, 15, 2, 2, 2, 2],
  [2024, 25, 4, 4, 4, 4],
  [2024, 975, 99, 99, 99, 99],
  [2024, 2_975, 299, 299, 299, 299],
  [2024, 3_000, 303, 303, 303, 303],
  [2024, 11_600, 1163, 1163, 1163, 1163],
  [2024, 11_650, 1169, 1168, 1169, 1168],
  [2024, 16_550, 1757, 1658, 1757, 1658],
  [2024, 23_200, 2555, 2323, 2555, 2456],
  [2024, 25_300, 2807, 2575, 2807, 2708],
  [2024, 47_150, 5432, 5197, 5432, 5330],
  [2024, 63_100, 8941, 7111, 8941, 7247],
  [2024, 94_300, 15_805, 10_858, 15_805, 14_111],
  [2024, 99_950, 17_048, 12_101, 17_048, 15_354],
];

test.each(ROWS)('%i, row from %i', (year, from, ...columns) => {
  const width = from < 5 ? 5 : from < 25 ? 10 : from < 3000 ? 25 : 50;
  expect(differences(year, from, from + width, columns)).toEqual([]);
});

test('from 100,000 on the schedule itself applies, to the cent', () => {
  // 5,426 + 22% x (100,000 - 47,150)
  expect(incomeTaxOn(10_000_000n, 'single', 2024)).toBe('1705300');
  expect(incomeTaxOn(10_000_001n, 'single', 2024)).toBe('1705300');
  expect(incomeTaxOn(10_000_003n, 'single', 2024)).toBe('1705301');
});

test('who wants the rates themselves gets them, as on the worksheet of Form 1040-ES', () => {
  const facts = { ...householdOf('single'), other_income: 4_000_000n };
  // Taxable income 25,400: the row's middle is 25,425; 1,160 + 12% x (25,425 - 11,600) = 2,819.
  const taxes = [{}, { tax_computation: 'table' }, { tax_computation: 'schedule' }].map(
    (computation) => assessLines(pack, { ...facts, ...computation }, { year: 2024 })['income_tax'],
  );
  expect(taxes).toEqual(['281900', '281900', '281600']);
});

/**
 * Whole tables: IRS_TAX_TABLES names a folder of files `<year>.csv` with a heading and the columns at least, less than,
 * single, married filing jointly, married filing separately, head of household.
 */
const folder = process.env['IRS_TAX_TABLES'];

describe.runIf(folder !== undefined)('every cell of the tables in IRS_TAX_TABLES', () => {
  const files = folder === undefined ? [] : readdirSync(folder).filter((name) => /^\d{4}\.csv$/.test(name));
  test.each(files)('%s', { timeout: 120_000 }, (name) => {
    const [, ...rows] = readFileSync(path.join(folder!, name), 'utf8').trim().split('\n');
    const wrong = rows.flatMap((row) => {
      const [from, to, single, joint, separate, head] = row.split(',').map(Number);
      return differences(Number(name.slice(0, 4)), from!, to!, [single!, joint!, separate!, head!]);
    });
    expect(wrong).toEqual([]);
  });
});
