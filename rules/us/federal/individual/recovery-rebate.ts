import { excessOver, type FormulaContext, Rational } from '@gristmill/tax';
import { line, type Lines, toTheCent } from './line.ts';
import { earnersOf } from './self-employment.ts';

const ZERO = Rational.zero;

export const recoveryRebateLines: Lines = {
  recovery_rebate_credit: line({
    label: 'Recovery rebate credit of 2021',
    citation: '26 U.S.C. § 6428B; Form 1040 (2021), line 30',
    formula:
      '$1,400 for each person on the return, in the part that adjusted gross income leaves of the range of its reduction, ' +
      'less the economic impact payment received in advance, not below 0',
    rounding: toTheCent,
    compute(c) {
      if (!c.isStated('economic_impact_payment')) return ZERO;
      const amount = c.amount('recovery-rebate.amount');
      // § 6428B(c)(2)
      if (!amount.isAbove(ZERO) || c.flag('claimed_as_dependent')) return ZERO;
      const persons = BigInt(earnersOf(c).length) + c.count('dependents');
      const full = amount.times(Rational.of(persons));
      return excessOver(excessOver(full, full.times(reducedShare(c))), c.money('economic_impact_payment'));
    },
  }),
};

/** § 6428B(d)(1) */
function reducedShare(c: FormulaContext): Rational {
  const threshold = c.amount('recovery-rebate.threshold');
  const excess = excessOver(c.variable('adjusted_gross_income'), threshold);
  return excess.dividedBy(c.amount('recovery-rebate.end').minus(threshold));
}
