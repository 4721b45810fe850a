import { assessLines } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../src/index.ts';

const pack = await loadRulePack('uk/income-tax');

const nobody = {
  country: 'england',
  trading_income: 0n,
  trading_expenses: 0n,
  claims_trading_allowance: false,
  class_2_weeks: 0,
  employment_income: 0n,
  pension_income: 0n,
  property_income: 0n,
  other_income: 0n,
  savings_interest: 0n,
  dividends: 0n,
  tax_deducted_at_source: 0n,
  over_state_pension_age: false,
  prior_year_assessed_tax: 0n,
  prior_year_tax_deducted: 0n,
};

function pounds(line: string, facts: Record<string, unknown>, year: number): number {
  return Number(assessLines(pack, { ...nobody, ...facts }, { year })[line]) / 100;
}

function inPence(amount: number): bigint {
  return BigInt(amount * 100);
}

/* Figures of the tests of SavingTool/hmrc-income-tax@1f53e9c. */

const EARNINGS = [
  [0, 0],
  [15_000, 486],
  [25_000, 2486],
  [50_000, 7486],
  [55_000, 9432],
  [90_000, 23_432],
  [105_000, 30_432],
  [110_000, 33_432],
  [130_000, 44_703],
  [200_000, 76_203],
  [1_000_000, 436_203],
] as const;

test.each(EARNINGS)('earnings of %i pay %i in each of the years', (earned, tax) => {
  for (const year of [2023, 2024, 2025, 2026]) {
    expect(pounds('income_tax', { employment_income: inPence(earned) }, year)).toBe(tax);
  }
});

test.each([
  [15_000, 462.93],
  [22_500, 1962.93],
  [50_000, 9028.08],
  [75_000, 19_528.08],
  [90_000, 26_278.05],
  [110_000, 37_528.05],
  [125_000, 47_653.05],
  [200_000, 83_680.35],
])('Scottish earnings of %i pay %d in 2024-25, within the pound by which it begins each band later', (earned, tax) => {
  const facts = { country: 'scotland', employment_income: inPence(earned) };
  expect(Math.abs(pounds('income_tax', facts, 2024) - tax)).toBeLessThan(0.5);
});

test.each([
  [2025, 12_570, 0],
  [2025, 30_000, 1045.8],
  [2025, 50_270, 2262],
  [2025, 80_000, 2856.6],
  [2025, 150_000, 4256.6],
  [2024, 80_000, 2856.6],
  [2026, 80_000, 2856.6],
])('Class 4 of %i on %i is %d', (year, profit, contributions) => {
  expect(pounds('class_4_contributions', { trading_income: inPence(profit) }, year)).toBe(contributions);
});

test.each([
  [2025, 5000, 7000, 0],
  [2025, 30_000, 5000, 393.75],
  [2025, 48_000, 5000, 1076.25],
  [2025, 0, 30_000, 1481.37],
  [2025, 0, 60_000, 6538.87],
  [2025, 120_000, 10_000, 3478.41],
  [2025, 5000, 20_000, 1043.87],
  [2026, 30_000, 5000, 483.75],
  [2026, 48_000, 5000, 1166.25],
  [2026, 120_000, 10_000, 3571.21],
  [2023, 30_000, 5000, 350],
])(
  'in %i, beside earnings of %i dividends of %i pay %d, fractions of a penny dropped',
  (year, earned, dividends, tax) => {
    const facts = { employment_income: inPence(earned), dividends: inPence(dividends) };
    expect(pounds('tax_on_dividends', facts, year)).toBe(tax);
  },
);

// It lets the basic rate go on to 50,270 where no allowance is left, and so has 59,080.91. ITA 2007 s. 10(5) ends it at
// 37,700 of income after allowances.
test('the basic rate ends at 37,700 of taxable income, whether or not there is a personal allowance', () => {
  expect(pounds('tax_on_dividends', { dividends: inPence(200_000) }, 2025)).toBe(62_223.41);
});
