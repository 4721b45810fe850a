import fc from 'fast-check';
import { assess, marginalRate } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';
import { householdOf } from './nobody.ts';

const pack = await loadRulePack('us/federal/individual');

/*
 * The 2026 law of a single person without employees, written a second time and differently: every amount is an integer
 * multiple of 10^-30 / 75,000 dollar, a scale on which each step below is whole (asserted), and the schedule is the
 * printed "amount plus rate of the excess" instead of a sum over brackets.
 */
const DOLLAR = 10n ** 30n * 75_000n;

function whole(numerator: bigint, denominator: bigint): bigint {
  expect(numerator % denominator).toBe(0n);
  return numerator / denominator;
}

/** Rev. Proc. 2025-32, table for single individuals: over, but not over, tax, percent of the excess. */
const TABLE_3: [over: bigint, taxInCents: bigint, percent: bigint][] = [
  [640_600n, 192_979_25n, 37n],
  [256_225n, 58_448_00n, 35n],
  [201_775n, 41_024_00n, 32n],
  [105_700n, 17_966_00n, 24n],
  [50_400n, 5_800_00n, 22n],
  [12_400n, 1_240_00n, 12n],
  [0n, 0n, 10n],
];

function schedule(taxable: bigint): bigint {
  const [over, taxInCents, percent] = TABLE_3.find(([over]) => taxable > over * DOLLAR) ?? TABLE_3.at(-1)!;
  return whole(taxInCents * DOLLAR, 100n) + whole((taxable - over * DOLLAR) * percent, 100n);
}

/** Starts of the Tax Table's rows, in dollars. */
const ROW_STARTS = [0n, 5n, 15n];
for (let start = 25n; start < 3000n; start += 25n) ROW_STARTS.push(start);
for (let start = 3000n; start <= 100_000n; start += 50n) ROW_STARTS.push(start);

function incomeTaxInCents(taxable: bigint): bigint {
  if (taxable >= 100_000n * DOLLAR) return roundHalfUp(schedule(taxable), DOLLAR / 100n);
  const row = ROW_STARTS.findIndex((_, i) => taxable < ROW_STARTS[i + 1]! * DOLLAR);
  const middle = whole((ROW_STARTS[row]! + ROW_STARTS[row + 1]!) * DOLLAR, 2n);
  return roundHalfUp(schedule(middle), DOLLAR) * 100n;
}

function roundHalfUp(amount: bigint, step: bigint): bigint {
  return (amount + step / 2n) / step;
}

function oracle(profitCents: bigint, wagesCents: bigint) {
  const profit = whole(profitCents * DOLLAR, 100n);
  const wages = whole(wagesCents * DOLLAR, 100n);
  const net = whole(profit * 9235n, 10_000n);
  const netEarnings = net < 400n * DOLLAR ? 0n : net;
  const base = 184_500n * DOLLAR > wages ? 184_500n * DOLLAR - wages : 0n;
  const capped = netEarnings < base ? netEarnings : base;
  const selfEmployment = whole(capped * 124n, 1000n) + whole(netEarnings * 29n, 1000n);
  const half = whole(selfEmployment, 2n);
  const before = profit + wages - half > 16_100n * DOLLAR ? profit + wages - half - 16_100n * DOLLAR : 0n;
  const income = profit - half;
  const over = before > 201_750n * DOLLAR ? before - 201_750n * DOLLAR : 0n;
  const lost = over < 75_000n * DOLLAR ? over : 75_000n * DOLLAR;
  const component = whole(income * (75_000n * DOLLAR - lost), 5n * 75_000n * DOLLAR);
  const ceiling = whole(before, 5n);
  const ordinary = component < ceiling ? component : ceiling;
  const deduction = ordinary < 400n * DOLLAR && income >= 1000n * DOLLAR ? 400n * DOLLAR : ordinary;
  const taxable = before > deduction ? before - deduction : 0n;
  const threshold = 200_000n * DOLLAR;
  const wagesOver = wages > threshold ? wages - threshold : 0n;
  const room = wages > threshold ? 0n : threshold - wages;
  const additional = whole((wagesOver + (netEarnings > room ? netEarnings - room : 0n)) * 9n, 1000n);
  const selfEmploymentTax = roundHalfUp(selfEmployment, DOLLAR / 100n);
  const additionalMedicareTax = roundHalfUp(additional, DOLLAR / 100n);
  const exact = schedule(taxable) + selfEmployment + additional;
  return { total: incomeTaxInCents(taxable) + selfEmploymentTax + additionalMedicareTax, exact };
}

function factsOf(profit: bigint, wages: bigint) {
  return {
    ...householdOf('single'),
    self_employment_income: profit,
    wages,
    social_security_wages: wages,
    medicare_wages: wages,
    // This oracle knows no earned income credit; at 20 there is none without a child.
    primary_age: 20,
  };
}

test('agrees to the cent with integer arithmetic written a second time', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.bigInt(0n, 300_000n), fc.bigInt(0n, 20_000_000n), fc.bigInt(15_000_000n, 120_000_000n)),
      fc.oneof(fc.constant(0n), fc.bigInt(0n, 40_000_000n)),
      (profit, wages) => {
        expect(assess(pack, factsOf(profit, wages), { year: 2026 }).total).toBe(oracle(profit, wages).total.toString());
      },
    ),
    { numRuns: 1000 },
  );
});

test('the marginal rate is the exact slope of that same law, rounded up', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 18_000_000n), fc.bigInt(1n, 1_000_000n), (profit, amount) => {
      const rise = oracle(profit + amount, 0n).exact - oracle(profit, 0n).exact;
      const run = whole(amount * DOLLAR, 100n);
      const expected = rise <= 0n ? 0n : (rise * 1_000_000n + run - 1n) / run;
      const payout = { year: 2026, income: 'self_employment_income', amount };
      const rate = marginalRate(pack, factsOf(profit, 0n), payout);
      expect(rate).toBe(Number(expected > 1_000_000n ? 1_000_000n : expected));
    }),
    { numRuns: 300 },
  );
});
