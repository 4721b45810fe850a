import fc from 'fast-check';
import { assessLines } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../src/index.ts';

const pack = await loadRulePack('uk/income-tax');

/*
 * Income tax and Class 4 of 2025-26 written a second time: whole pounds, rates in ten-thousandths, every band as the
 * overlap of two intervals, and the law's "greatest reduction" (ITA 2007 s. 25(2)) as a search by trial.
 */
type Band = [from: number, to: number, rate: number];

const END = Number.MAX_SAFE_INTEGER;
const UK: Band[] = [
  [0, 37_700, 2000],
  [37_700, 125_140, 4000],
  [125_140, END, 4500],
];
const SCOTLAND: Band[] = [
  [0, 2827, 1900],
  [2827, 14_921, 2000],
  [14_921, 31_092, 2100],
  [31_092, 62_430, 4200],
  [62_430, 125_140, 4500],
  [125_140, END, 4800],
];
const DIVIDENDS: Band[] = [
  [0, 37_700, 875],
  [37_700, 125_140, 3375],
  [125_140, END, 3935],
];

const overlap = (from: number, to: number, bands: Band[]) =>
  bands.reduce((tax, [low, high, rate]) => tax + Math.max(0, Math.min(to, high) - Math.max(from, low)) * rate, 0);
const pence = (tenThousandths: number) => Math.floor(tenThousandths / 100);

interface Income {
  scottish: boolean;
  reliefs: number;
  earned: number;
  interest: number;
  dividends: number;
}

/** Reliefs and the personal allowance, which go the same way: ITA 2007 s. 25(2). */
function allowanceOf({ earned, interest, dividends, reliefs }: Income): number {
  const adjusted = Math.max(0, earned + interest + dividends - reliefs);
  return reliefs + Math.max(0, 12_570 - Math.floor(Math.max(0, adjusted - 100_000) / 2));
}

/** Tax in pence, when so much of the allowance is set against earnings and interest, and the rest against dividends. */
function taxOn(income: Income, onEarned: number, onInterest: number): number {
  const onDividends = Math.min(income.dividends, allowanceOf(income) - onEarned - onInterest);
  const earned = income.earned - onEarned;
  const interest = income.interest - onInterest;
  const dividends = income.dividends - onDividends;
  const taxable = earned + interest + dividends;
  const savingsAllowance = taxable > 125_140 ? 0 : taxable > 37_700 ? 500 : 1000;
  const nil = Math.min(interest, Math.max(0, 5000 - earned) + savingsAllowance);
  const start = earned + interest;
  return (
    pence(overlap(0, earned, income.scottish ? SCOTLAND : UK)) +
    pence(overlap(earned + nil, start, UK)) +
    pence(overlap(start + Math.min(500, dividends), start + dividends, DIVIDENDS))
  );
}

/** Trades pounds of allowance between the kinds of income for as long as that saves tax. */
function localBest(income: Income, onEarned: number, onInterest: number): number {
  let [bestEarned, bestInterest] = [onEarned, onInterest];
  let best = taxOn(income, bestEarned, bestInterest);
  for (let step = 8192; step >= 1;) {
    const better = MOVES.map(
      ([earned, interest]) => [bestEarned + earned * step, bestInterest + interest * step] as const,
    )
      .filter(([earned, interest]) => isAllocation(income, earned, interest))
      .find(([earned, interest]) => taxOn(income, earned, interest) < best);
    if (better === undefined) step /= 2;
    else {
      [bestEarned, bestInterest] = better;
      best = taxOn(income, bestEarned, bestInterest);
    }
  }
  return best;
}

const MOVES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, -1],
  [-1, 1],
] as const;

/** All of the allowance is used, as far as there is income. */
function isAllocation(income: Income, onEarned: number, onInterest: number): boolean {
  const { earned, interest, dividends } = income;
  const used = Math.min(allowanceOf(income), earned + interest + dividends);
  const onDividends = used - onEarned - onInterest;
  return (
    onEarned >= 0 &&
    onEarned <= earned &&
    onInterest >= 0 &&
    onInterest <= interest &&
    onDividends >= 0 &&
    onDividends <= dividends
  );
}

const pounds = (...most: number[]) => fc.oneof(...most.map((max) => fc.integer({ min: 0, max })));
const income = fc.record({
  scottish: fc.boolean(),
  reliefs: pounds(0, 0, 20_000),
  earned: pounds(0, 13_000, 60_000, 300_000),
  interest: pounds(0, 8000, 60_000),
  dividends: pounds(0, 8000, 150_000),
});

function linesOf({ scottish, reliefs, earned, interest, dividends }: Income) {
  return assessLines(
    pack,
    {
      country: scottish ? 'scotland' : 'wales',
      trading_income: 0n,
      trading_expenses: 0n,
      employment_income: BigInt(earned) * 100n,
      pension_income: 0n,
      property_income: 0n,
      other_income: 0n,
      reliefs_from_income: BigInt(reliefs) * 100n,
      savings_interest: BigInt(interest) * 100n + 99n,
      dividends: BigInt(dividends) * 100n,
      tax_deducted_at_source: 0n,
      over_state_pension_age: false,
      prior_year_assessed_tax: 0n,
      prior_year_tax_deducted: 0n,
    },
    { year: 2025 },
  );
}

test('invariant 1: agrees to the penny with whole-pound arithmetic on the same use of the allowance', () => {
  fc.assert(
    fc.property(income, (given) => {
      const lines = linesOf(given);
      const onEarned = given.earned - Number(lines['taxable_non_savings_income']) / 100;
      const onInterest = given.interest - Number(lines['taxable_savings']) / 100;
      expect(Number(lines['income_tax'])).toBe(taxOn(given, onEarned, onInterest));
    }),
    { numRuns: 500 },
  );
});

test('no other use of the allowance saves more: ITA 2007 s. 25(2)', () => {
  fc.assert(
    fc.property(income, fc.nat(32_570), fc.nat(32_570), (given, wantedEarned, wantedInterest) => {
      const used = Math.min(allowanceOf(given), given.earned + given.interest + given.dividends);
      const onEarned = Math.min(Math.max(wantedEarned, used - given.interest - given.dividends), given.earned, used);
      const onInterest = Math.min(
        Math.max(wantedInterest, used - onEarned - given.dividends),
        given.interest,
        used - onEarned,
      );
      // Each of the three kinds of income drops its own fraction of a penny.
      expect(Number(linesOf(given)['income_tax'])).toBeLessThanOrEqual(localBest(given, onEarned, onInterest) + 3);
    }),
    { numRuns: 1000 },
  );
});
