import { excessOver, type FormulaContext, Rational, smallerOf } from '@gristmill/tax';
import { usesTables } from './income-tax.ts';
import { line, type Lines, toTheCent } from './line.ts';
import { earnedIncomeOf, earnersOf } from './self-employment.ts';

const ZERO = Rational.zero;

/** The columns of the credit, by the number of qualifying children: § 32(b). */
const COLUMNS = ['no-children', 'one-child', 'two-children', 'three-children'] as const;
type Column = (typeof COLUMNS)[number];

export const earnedIncomeCreditLines: Lines = {
  earned_income_credit: line({
    label: 'Earned income credit',
    citation: '26 U.S.C. § 32; Form 1040, line 27; EIC Table',
    formula:
      'a share of earned income up to a maximum, reduced by a share of what earned income or adjusted gross income exceeds ' +
      'the phaseout amount by; by the EIC Table at the middle of its rows of $50, half up to the dollar',
    rounding: toTheCent,
    compute(c) {
      const earned = earnedIncomeOf(c);
      const income = c.variable('adjusted_gross_income');
      if (c.flag('claimed_as_dependent') || !earned.isAbove(ZERO)) return ZERO;
      // Where the last column, the widest, gives nothing, none does, and nobody is asked about children in vain.
      if (!creditOf(c, 'three-children', earned, income).isAbove(ZERO)) return ZERO;
      const children = c.count('earned_income_credit_children');
      const credit = creditOf(c, COLUMNS[Number(children < 3n ? children : 3n)]!, earned, income);
      if (!credit.isAbove(ZERO) || !isEligible(c, children)) return ZERO;
      return disqualifiedIncome(c).isAbove(c.amount('earned-income-credit.investment-income-limit')) ? ZERO : credit;
    },
  }),
};

function creditOf(c: FormulaContext, column: Column, earned: Rational, income: Rational): Rational {
  const maximum = c.amount(`earned-income-credit.maximum-${column}`);
  const start = c.amount(`earned-income-credit.phase-out-start-${column}`);
  const rateIn = c.rate(`earned-income-credit.phase-in-rate-${column}`);
  const rateOut = c.rate(`earned-income-credit.phase-out-rate-${column}`);
  const tables = usesTables(c);
  const at = (amount: Rational) => {
    const looked = tables ? tableRowMiddle(amount, start.plus(maximum.dividedBy(rateOut))) : amount;
    const phasedIn = smallerOf(looked.times(rateIn), maximum);
    const phasedOut = excessOver(maximum, excessOver(looked, start).times(rateOut));
    const credit = smallerOf(phasedIn, phasedOut);
    return tables ? credit.roundedTo(Rational.one, 'halfUp') : credit;
  };
  // EIC Worksheet A, line 5: adjusted gross income is looked up only where the credit is being reduced.
  if (income.isBelow(start)) return at(earned);
  const onIncome = at(income);
  return onIncome.isAbove(ZERO) ? smallerOf(onIncome, at(earned)) : ZERO;
}

/**
 * The middle of the EIC Table's row: § 32(f) has "income brackets of not greater than $50 each". The first row begins at
 * 1 dollar, and the last one ends where the credit does (the footnotes of the table).
 */
function tableRowMiddle(amount: Rational, creditEnds: Rational): Rational {
  const dollars = amount.toInteger('down');
  const end = creditEnds.toInteger('halfUp');
  if (dollars < 1n || dollars >= end) return dollars < 1n ? ZERO : creditEnds;
  const from = dollars - (dollars % 50n);
  const to = from + 50n < end ? from + 50n : end;
  return Rational.of(from + to, 2n);
}

/** § 32(i)(2) */
function disqualifiedIncome(c: FormulaContext): Rational {
  return c
    .money('taxable_interest')
    .plus(c.money('tax_exempt_interest'))
    .plus(c.money('ordinary_dividends'))
    .plus(c.money('other_investment_income'))
    .plus(excessOver(c.variable('capital_gain_or_loss'), ZERO));
}

function isEligible(c: FormulaContext, children: bigint): boolean {
  const separate = c.choice('filing_status') === 'married_separate';
  // § 32(d): a separate filer needs a qualifying child, and to have lived apart.
  if (children > 0n) return !separate || c.flag('lived_apart_last_six_months');
  if (separate) return false;
  // § 32(c)(1)(A)(ii): the taxpayer or the spouse.
  const ages = earnersOf(c).map((earner) => Rational.of(c.count(earner === '' ? 'primary_age' : 'spouse_age')));
  const below = c.quantity('earned-income-credit.age-below');
  const between = (from: Rational) => ages.some((age) => !age.isBelow(from) && age.isBelow(below));
  const from = c.quantity('earned-income-credit.age-from');
  const fromAsStudent = c.quantity('earned-income-credit.age-from-student');
  if (between(fromAsStudent.isAbove(from) ? fromAsStudent : from)) return true;
  return between(from) && !c.flag('specified_student');
}
