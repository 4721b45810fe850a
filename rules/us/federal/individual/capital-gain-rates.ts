import { excessOver, type FormulaContext, largerOf, Rational, smallerOf } from '@gristmill/tax';
import { statedOrNothing } from './stated.ts';

const ZERO = Rational.zero;

/** Net capital gain by the rates that it may be taxed at. */
export interface CapitalGain {
  /** With qualified dividends: Schedule D Tax Worksheet, line 10. */
  all: Rational;
  /** What is taxed at 0, 15 and 20 percent, the adjusted net capital gain of § 1(h)(3): line 13. */
  adjusted: Rational;
  /** § 1(h)(6): Schedule D, line 19, at most the net capital gain. */
  unrecaptured1250: Rational;
}

/** Everybody's gain is adjusted net capital gain but for what Schedule D has on its lines 18 and 19. */
export function capitalGainOf(c: FormulaContext): CapitalGain {
  const all = c.variable('preferential_income');
  const unrecaptured1250 = statedOrNothing(c, 'unrecaptured_section_1250_gain');
  const at28 = statedOrNothing(c, 'twenty_eight_percent_rate_gain');
  if (!unrecaptured1250.isAbove(ZERO) && !at28.isAbove(ZERO)) return { all, adjusted: all, unrecaptured1250 };
  const net = netCapitalGain(c);
  return {
    all,
    adjusted: all.minus(smallerOf(net, unrecaptured1250.plus(at28))),
    unrecaptured1250: smallerOf(net, unrecaptured1250),
  };
}

/** § 1222(11): what net long-term gain exceeds net short-term loss by. */
export function netCapitalGain(c: FormulaContext): Rational {
  const longTerm = c.money('long_term_capital_gain');
  return excessOver(smallerOf(longTerm, longTerm.plus(c.money('short_term_capital_gain'))), ZERO);
}

/**
 * The tax on taxable income with each kind of gain at no more than its own rate: § 1(h)(1). `ordinaryTax` is that of the
 * schedule or table. As the Schedule D Tax Worksheet has it; without the gains of lines 18 and 19 of Schedule D that is
 * the Qualified Dividends and Capital Gain Tax Worksheet.
 */
export function taxWithGainRates(
  c: FormulaContext,
  taxableIncome: Rational,
  gain: CapitalGain,
  ordinaryTax: (income: Rational) => Rational,
): Rational {
  const { belowAdjusted, ordinary } = partsBelowGain(c, taxableIncome, gain);
  const adjusted = smallerOf(taxableIncome, gain.adjusted);
  const unrecaptured1250 = excessOver(gain.unrecaptured1250, excessOver(gain.all.plus(ordinary), taxableIncome));
  const at28 = taxableIncome.minus(ordinary).minus(adjusted).minus(unrecaptured1250);
  return ordinaryTax(ordinary)
    .plus(taxOnAdjustedGain(c, { adjusted, belowAdjusted, ordinary }))
    .plus(unrecaptured1250.times(c.rate('capital-gains.section-1250-rate')))
    .plus(at28.times(c.rate('capital-gains.collectibles-rate')));
}

/**
 * What lies below adjusted net capital gain (Schedule D Tax Worksheet, line 14), and how much of it the schedules tax
 * (line 21): § 1(h)(1)(A). What they tax at less than 25 percent is not taxed at 25 or 28.
 */
export function partsBelowGain(
  c: FormulaContext,
  taxableIncome: Rational,
  gain: CapitalGain,
): Record<'belowAdjusted' | 'ordinary', Rational> {
  const belowAdjusted = excessOver(taxableIncome, gain.adjusted);
  const ordinary = largerOf(excessOver(taxableIncome, gain.all), smallerOf(belowAdjusted, below25Percent(c)));
  return { belowAdjusted, ordinary };
}

/**
 * Tax at 0, 15 and 20 percent: § 1(h)(1)(B) to (D). The zero rate has what `belowAdjusted` leaves of its band, the 15 percent
 * rate what that and `ordinary` income leave of its own.
 */
export function taxOnAdjustedGain(
  c: FormulaContext,
  { adjusted, belowAdjusted, ordinary }: Record<'adjusted' | 'belowAdjusted' | 'ordinary', Rational>,
): Rational {
  const roomAtZero = excessOver(c.amount('capital-gains.zero-rate-top'), belowAdjusted);
  const aboveZero = excessOver(adjusted, roomAtZero);
  const roomAtMiddle = excessOver(c.amount('capital-gains.fifteen-percent-top'), ordinary.plus(roomAtZero));
  const middle = smallerOf(aboveZero, roomAtMiddle);
  return middle
    .times(c.rate('capital-gains.middle-rate'))
    .plus(aboveZero.minus(middle).times(c.rate('capital-gains.highest-rate')));
}

function below25Percent(c: FormulaContext): Rational {
  const quarter = Rational.of(1n, 4n);
  return c.brackets('income-tax.brackets').find(({ rate }) => !rate.isBelow(quarter))!.from;
}
