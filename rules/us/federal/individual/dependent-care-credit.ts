import { excessOver, type FormulaContext, largerOf, Rational, smallerOf } from '@gristmill/tax';
import { line, type Lines, toTheCent } from './line.ts';
import { earnedIncomeOfEach } from './self-employment.ts';
import { statedOrNothing } from './stated.ts';

const ZERO = Rational.zero;
const POINT = Rational.of(1n, 100n);

export const dependentCareCreditLines: Lines = {
  dependent_care_credit_before_limit: line({
    label: 'Credit for child and dependent care before the limit of the tax',
    citation: '26 U.S.C. § 21(a), (c), (d), (g); Form 2441, line 9a',
    formula:
      'the smallest of the expenses, their maximum less excluded benefits, and the earned income of each spouse, x a rate ' +
      'that falls by one point for each step of adjusted gross income, or a fraction of it, above the threshold',
    compute: creditBeforeLimit,
  }),
  dependent_care_credit: line({
    label: 'Credit for child and dependent care, nonrefundable',
    citation: '26 U.S.C. §§ 21(a), 26(a); Form 2441, line 11; Schedule 3, line 2',
    formula: 'the credit, at most the income tax and alternative minimum tax; none in 2021, when it is refundable',
    rounding: toTheCent,
    compute(c) {
      const credit = c.variable('dependent_care_credit_before_limit');
      if (!credit.isAbove(ZERO) || isRefundable(c)) return ZERO;
      return smallerOf(credit, c.variable('income_tax').plus(c.variable('alternative_minimum_tax')));
    },
  }),
  refundable_dependent_care_credit: line({
    label: 'Credit for child and dependent care, refundable',
    citation: '26 U.S.C. § 21(g)(1); Schedule 3 (2021), line 13g',
    formula: 'in 2021 the whole credit',
    rounding: toTheCent,
    compute(c) {
      const credit = c.variable('dependent_care_credit_before_limit');
      return credit.isAbove(ZERO) && isRefundable(c) ? credit : ZERO;
    },
  }),
};

function isRefundable(c: FormulaContext): boolean {
  return c.quantity('dependent-care-credit.refundable').equals(Rational.one);
}

function creditBeforeLimit(c: FormulaContext): Rational {
  const expenses = statedOrNothing(c, 'care_expenses');
  if (!expenses.isAbove(ZERO)) return ZERO;
  const cared = c.count('care_qualifying_individuals');
  if (cared === 0n) return ZERO;
  // § 21(e)(2), (4): married people have it on a joint return, or when they live apart.
  if (c.choice('filing_status') === 'married_separate' && !c.flag('lived_apart_last_six_months')) return ZERO;
  const most = excessOver(
    c.amount(`dependent-care-credit.expenses-maximum-${cared === 1n ? 'one' : 'several'}`),
    c.money('dependent_care_benefits'),
  );
  const counted = smallerOf(expenses, most);
  return counted.isAbove(ZERO) ? smallerOf(counted, earnedIncomeLimit(c, counted)).times(rateOf(c)) : ZERO;
}

/** § 21(d): the lower of the spouses' earned incomes; one who studies or is disabled is deemed to have earned something. */
function earnedIncomeLimit(c: FormulaContext, counted: Rational): Rational {
  const [first, second] = earnedIncomeOfEach(c);
  if (second === undefined) return first!;
  const lower = smallerOf(first!, second);
  if (!lower.isBelow(counted)) return lower;
  return smallerOf(lower.plus(c.money('deemed_earned_income')), largerOf(first!, second));
}

function rateOf(c: FormulaContext): Rational {
  const middle = c.rate('dependent-care-credit.middle-rate');
  const lowest = c.rate('dependent-care-credit.lowest-rate');
  const pointsOf = (reduction: 'first' | 'second') => {
    const excess = excessOver(
      c.variable('adjusted_gross_income'),
      c.amount(`dependent-care-credit.${reduction}-threshold`),
    );
    const steps = excess.dividedBy(c.amount(`dependent-care-credit.${reduction}-step`)).toInteger('up');
    return Rational.of(steps).times(POINT);
  };
  const afterFirst = largerOf(c.rate('dependent-care-credit.highest-rate').minus(pointsOf('first')), middle);
  return middle.isAbove(lowest) ? largerOf(afterFirst.minus(pointsOf('second')), lowest) : afterFirst;
}
