import { type Bracket, excessOver, type Rational, smallerOf, taxOnBrackets } from '@gristmill/tax';
import { ZERO } from './rounding.ts';

/** Income by kind: before allowances, or what is left of it after them. */
export interface IncomeByKind {
  nonSavings: Rational;
  savings: Rational;
  dividends: Rational;
}

const KINDS = ['nonSavings', 'savings', 'dividends'] as const;

/** The bands and nil rates that one taxpayer's income meets. */
export interface Rates {
  nonSavings: readonly Bracket[];
  savings: readonly Bracket[];
  dividends: readonly Bracket[];
  startingRateLimit: Rational;
  savingsAllowance: Rational;
  dividendAllowance: Rational;
}

export function totalOf({ nonSavings, savings, dividends }: IncomeByKind): Rational {
  return nonSavings.plus(savings).plus(dividends);
}

export function taxOnNonSavings({ nonSavings }: IncomeByKind, rates: Rates): Rational {
  return taxOnBrackets(nonSavings, rates.nonSavings);
}

/** Savings lie on top of other income; the lowest of them at nil (ITA 2007 ss. 12, 12A, 16). */
export function taxOnSavings({ nonSavings, savings }: IncomeByKind, rates: Rates): Rational {
  const startingBand = excessOver(rates.startingRateLimit, nonSavings);
  const nil = smallerOf(startingBand.plus(rates.savingsAllowance), savings);
  return taxOnSlice(nonSavings.plus(nil), nonSavings.plus(savings), rates.savings);
}

/** Dividends are the top slice; the lowest of them at nil (ITA 2007 ss. 13A, 16). */
export function taxOnDividends({ nonSavings, savings, dividends }: IncomeByKind, rates: Rates): Rational {
  const start = nonSavings.plus(savings);
  const nil = smallerOf(rates.dividendAllowance, dividends);
  return taxOnSlice(start.plus(nil), start.plus(dividends), rates.dividends);
}

/** The tax on the part of income between two points of the bands. */
function taxOnSlice(from: Rational, to: Rational, bands: readonly Bracket[]): Rational {
  return taxOnBrackets(to, bands).minus(taxOnBrackets(from, bands));
}

function taxOn(taxable: IncomeByKind, rates: Rates): Rational {
  return taxOnNonSavings(taxable, rates).plus(taxOnSavings(taxable, rates)).plus(taxOnDividends(taxable, rates));
}

/**
 * What is left of each kind of income when `allowances` are deducted "in the way which will result in the greatest
 * reduction in the taxpayer's liability" (ITA 2007 s. 25(2)). Usually that is from other income, then savings, then
 * dividends. It is another way where a nil rate can be made to cover income that would meet a dearer band.
 *
 * The total stays the same however allowances are split, and the tax is linear between the points where one kind of
 * income crosses a band or leaves a nil rate. So the least tax is found where two such lines, or the ends, meet.
 */
export function bestUseOfAllowances(
  income: IncomeByKind,
  allowances: Rational,
  rates: Rates,
  /** Where allowances may be set; the rest of them was set before. */
  against: readonly (keyof IncomeByKind)[] = KINDS,
): IncomeByKind {
  const reducible = against.reduce((sum, kind) => sum.plus(income[kind]), ZERO);
  const total = totalOf(income).minus(smallerOf(reducible, allowances));
  const least = (kind: keyof IncomeByKind) =>
    against.includes(kind) ? excessOver(income[kind], allowances) : income[kind];
  const low = { nonSavings: least('nonSavings'), savings: least('savings'), dividends: least('dividends') };
  const taxable = (nonSavings: Rational, savings: Rational): IncomeByKind => ({
    nonSavings,
    savings,
    dividends: total.minus(nonSavings).minus(savings),
  });
  const left = excessOver(allowances, income.nonSavings.minus(low.nonSavings));
  const usual = taxable(low.nonSavings, smallerOf(total.minus(low.nonSavings), excessOver(income.savings, left)));
  if (!allowances.isAbove(ZERO) || !income.savings.plus(income.dividends).isAbove(ZERO)) return usual;

  const within = (kind: keyof IncomeByKind, points: readonly Rational[]) => {
    const high = smallerOf(income[kind], total);
    if (!high.isAbove(low[kind])) return [low[kind]];
    return [low[kind], high, ...points.filter((point) => point.isAbove(low[kind]) && point.isBelow(high))];
  };
  const { savingsAllowance, dividendAllowance, startingRateLimit } = rates;
  const limits = rates.savings.slice(1).map(({ from }) => from);
  const nonSavingsPoints = within('nonSavings', [
    startingRateLimit,
    ...rates.nonSavings.slice(1).map(({ from }) => from),
    ...limits,
    ...limits.map((limit) => limit.minus(savingsAllowance)),
  ]);
  const dividendsPoints = within('dividends', [
    dividendAllowance,
    ...limits.flatMap((limit) => [total.minus(limit), total.plus(dividendAllowance).minus(limit)]),
    // Where other income and savings together fill the starting rate band and the savings allowance.
    total.minus(startingRateLimit).minus(savingsAllowance),
  ]);
  const savingsPoints = within('savings', [savingsAllowance]);

  let best = usual;
  let tax = taxOn(usual, rates);
  const consider = (nonSavings: Rational, savings: Rational) => {
    const candidate = taxable(nonSavings, savings);
    if (!KINDS.every((kind) => isBetween(candidate[kind], low[kind], income[kind]))) return;
    const candidateTax = taxOn(candidate, rates);
    if (candidateTax.isBelow(tax)) [best, tax] = [candidate, candidateTax];
  };
  for (const nonSavings of nonSavingsPoints) {
    for (const savings of savingsPoints) consider(nonSavings, savings);
    for (const dividends of dividendsPoints) consider(nonSavings, total.minus(nonSavings).minus(dividends));
  }
  if (nonSavingsPoints.length === 1) return best;
  for (const dividends of dividendsPoints) {
    for (const savings of savingsPoints) consider(total.minus(dividends).minus(savings), savings);
  }
  return best;
}

function isBetween(amount: Rational, low: Rational, high: Rational): boolean {
  return !amount.isBelow(low) && !amount.isAbove(high);
}
