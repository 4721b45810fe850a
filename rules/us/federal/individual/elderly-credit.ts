import { excessOver, type FormulaContext, Rational, smallerOf } from '@gristmill/tax';
import { line, type Lines, toTheCent } from './line.ts';
import { earnersOf } from './self-employment.ts';

const ZERO = Rational.zero;

export const elderlyCreditLines: Lines = {
  elderly_credit: line({
    label: 'Credit for the elderly',
    citation: '26 U.S.C. §§ 22, 26(a); Schedule R, line 22; Schedule 3, line 6d',
    formula:
      '15% of an initial amount for who is 65 or older, less benefits and pensions that are not taxed and half of what ' +
      'adjusted gross income exceeds the threshold by; at most the tax that the credit for care leaves',
    rounding: toTheCent,
    compute(c) {
      const initial = initialAmount(c);
      if (!initial.isAbove(ZERO)) return ZERO;
      const excess = excessOver(c.variable('adjusted_gross_income'), c.amount('elderly-credit.threshold'));
      const untaxedBenefits = c.money('social_security_benefits').minus(c.variable('taxable_social_security_benefits'));
      const left = initial.minus(excess.times(c.rate('elderly-credit.reduction-share'))).minus(untaxedBenefits);
      const tax = excessOver(
        c.variable('income_tax').plus(c.variable('alternative_minimum_tax')),
        c.variable('dependent_care_credit'),
      );
      // Nobody is asked for pensions in vain.
      if (!left.isAbove(ZERO) || !tax.isAbove(ZERO)) return ZERO;
      // § 22(e)(1): married people have it on a joint return, or when they live apart.
      if (c.choice('filing_status') === 'married_separate' && !c.flag('lived_apart_all_year')) return ZERO;
      return smallerOf(excessOver(left, c.money('nontaxable_pensions')).times(c.rate('elderly-credit.rate')), tax);
    },
  }),
};

/** § 22(c)(2)(A) */
function initialAmount(c: FormulaContext): Rational {
  const age = c.quantity('elderly-credit.age');
  const persons = earnersOf(c).map((earner) => Rational.of(c.count(earner === '' ? 'primary_age' : 'spouse_age')));
  const elderly = persons.filter((each) => !each.isBelow(age)).length;
  if (elderly === 0) return ZERO;
  return c.amount(`elderly-credit.initial-amount${elderly < persons.length ? '-one-of-two' : ''}`);
}
