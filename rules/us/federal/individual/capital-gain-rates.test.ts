import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dollars, dollarsOf, wagesOf } from './household-dollars.ts';

/** Single persons of 2024: Rev. Proc. 2023-34, and Schedule D Tax Worksheet (2024), lines 15, 19 and 26. */
const SCHEDULE: [from: number, rate: number][] = [
  [0, 10],
  [11_600, 12],
  [47_150, 22],
  [100_525, 24],
  [191_950, 32],
  [243_725, 35],
  [609_350, 37],
];
const LINE_15 = 47_025;
const LINE_19 = 191_950;
const LINE_26 = 518_900;

/** Cents, as rates are whole percents of whole dollars. */
function schedule(income: number): number {
  return SCHEDULE.reduce((sum, [from, rate], i) => {
    const to = SCHEDULE[i + 1]?.[0] ?? Infinity;
    return sum + Math.max(0, Math.min(income, to) - from) * rate;
  }, 0);
}

/** The worksheet as printed, line by line, with the lines that it skips: `sd18` and `sd19` are lines of Schedule D. */
function scheduleDTaxWorksheet(l1: number, l2: number, gain: number, sd18: number, sd19: number): number {
  const l6 = l2;
  const l9 = gain;
  const l10 = l6 + l9;
  const l11 = sd18 + sd19;
  const l12 = Math.min(l9, l11);
  const l13 = l10 - l12;
  const l14 = Math.max(0, l1 - l13);
  const l16 = Math.min(l1, LINE_15);
  const l17 = Math.min(l14, l16);
  const l18 = Math.max(0, l1 - l10);
  const l19 = Math.min(l1, LINE_19);
  const l20 = Math.min(l14, l19);
  const l21 = Math.max(l18, l20);
  const l22 = l16 - l17;
  let [l31, l34, l40, l43] = [0, 0, 0, 0];
  if (l1 !== l16) {
    const l23 = Math.min(l1, l13);
    const l25 = Math.max(0, l23 - l22);
    const l27 = Math.min(l1, LINE_26);
    const l28 = l21 + l22;
    const l29 = Math.max(0, l27 - l28);
    const l30 = Math.min(l25, l29);
    l31 = l30 * 15;
    const l32 = l22 + l30;
    if (l1 !== l32) {
      const l33 = l23 - l32;
      l34 = l33 * 20;
      let l39 = 0;
      if (sd19 !== 0) {
        const l35 = Math.min(l9, sd19);
        const l36 = l10 + l21;
        const l38 = Math.max(0, l36 - l1);
        l39 = Math.max(0, l35 - l38);
        l40 = l39 * 25;
      }
      if (sd18 !== 0) l43 = (l1 - (l21 + l22 + l30 + l33 + l39)) * 28;
    }
  }
  const l45 = l31 + l34 + l40 + l43 + schedule(l21);
  return Math.min(l45, schedule(l1));
}

const amount = (most: number) => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most }));

test('income tax is what the Schedule D Tax Worksheet makes of it, line by line', () => {
  fc.assert(
    fc.property(
      amount(700_000),
      amount(60_000),
      amount(600_000),
      amount(200_000),
      amount(200_000),
      (wages, dividends, gain, at28, at25) => {
        const of = dollarsOf('single', 2024, {
          ...wagesOf(wages),
          ordinary_dividends: dollars(dividends),
          qualified_dividends: dollars(dividends),
          long_term_capital_gain: dollars(gain),
          twenty_eight_percent_rate_gain: dollars(at28),
          unrecaptured_section_1250_gain: dollars(at25),
        });
        const expected = scheduleDTaxWorksheet(of('taxable_income'), dividends, gain, at28, at25);
        expect(Math.round(of('income_tax') * 100)).toBe(expected);
      },
    ),
    { numRuns: 1000 },
  );
});

/** Single persons of 2024 with wages and a long-term gain of which `special` is. */
const linesOn = (wages: number, gain: number, special: Record<string, number>) =>
  dollarsOf('single', 2024, {
    ...wagesOf(wages),
    long_term_capital_gain: dollars(gain),
    ...Object.fromEntries(Object.entries(special).map(([kind, amount]) => [kind, dollars(amount)])),
  });

const AT_25 = 'unrecaptured_section_1250_gain';
const AT_28 = 'twenty_eight_percent_rate_gain';
const taxOnGain = (wages: number, kind: string) =>
  linesOn(wages, 10_000, { [kind]: 10_000 })('income_tax') - linesOn(wages, 0, {})('income_tax');
const minimumTax = (special: Record<string, number>) => linesOn(0, 1_000_000, special)('tentative_minimum_tax');

test('§ 1(h)(1)(A), (E), (F): what is taxed below 25 percent stays there, then 25 and 28 percent', () => {
  // Taxable income of 60,000 and then 250,000 without the gain: 22 percent, and 25 or 28 instead of 35.
  expect([AT_25, AT_28].map((kind) => taxOnGain(74_600, kind))).toEqual([2200, 2200]);
  expect([AT_25, AT_28].map((kind) => taxOnGain(264_600, kind))).toEqual([2500, 2800]);
});

test('Form 6251, part III: unrecaptured section 1250 gain at 25 percent, 28-percent rate gain at the rates of the tax', () => {
  // The exemption is gone: 471,875 at 15 percent and 481,100 at 20.
  expect(minimumTax({})).toBe(167_001.25);
  // 985,400 - 900,000 of taxable income is below the adjusted gain (lines 20 and 27): none at 0, 433,500 at 15 percent,
  // 466,500 at 20, and 100,000 at 25 or 26.
  expect(minimumTax({ [AT_25]: 100_000 })).toBe(65_025 + 93_300 + 25_000);
  expect(minimumTax({ [AT_28]: 100_000 })).toBe(65_025 + 93_300 + 26_000);
});
