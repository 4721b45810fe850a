import { excessOver, type FormulaContext, Rational, smallerOf } from '@gristmill/tax';
import { usesTables } from './income-tax.ts';
import { line, type Lines, toTheCent } from './line.ts';
import { earnedIncomeOf, earnersOf } from './self-employment.ts';

const ZERO = Rational.zero;

/** The columns of the credit, by the number of qualifying children: § 32(b). */
const COLUMNS = ['no-children', 'one-child', 'two-children', 'three-children'] as const;
type Column = (typeof COLUMNS)[number];

/** Where the parameters of each column lie. Made once: every assessment of a low income looks there. */
const PATHS = Object.fromEntries(
  COLUMNS.map((column) => [
    column,
    {
      maximum: `earned-income-credit.maximum-${column}`,
      rateIn: `earned-income-credit.phase-in-rate-${column}`,
      start: `earned-income-credit.phase-out-start-${column}`,
      rateOut: `earned-income-credit.phase-out-rate-${column}`,
    },
  ]),
) as Record<Column, Record<keyof Schedule, string>>;

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

/** The credit of one column, § 32(a): what is phased in, and no more than the phase-out leaves. */
function creditOf(c: FormulaContext, column: Column, earned: Rational, income: Rational): Rational {
  const paths = PATHS[column];
  const schedule = {
    maximum: c.amount(paths.maximum),
    rateIn: c.rate(paths.rateIn),
    start: c.amount(paths.start),
    rateOut: c.rate(paths.rateOut),
  };
  const at = usesTables(c) ? tableCredit : scheduleCredit;
  // EIC Worksheet A, line 5: adjusted gross income is looked up only where the credit is being reduced.
  if (income.isBelow(schedule.start)) return at(schedule, earned);
  const onIncome = at(schedule, income);
  return onIncome.isAbove(ZERO) ? smallerOf(onIncome, at(schedule, earned)) : ZERO;
}

interface Schedule {
  maximum: Rational;
  rateIn: Rational;
  start: Rational;
  rateOut: Rational;
}

function scheduleCredit({ maximum, rateIn, start, rateOut }: Schedule, amount: Rational): Rational {
  const phasedIn = smallerOf(amount.times(rateIn), maximum);
  return smallerOf(phasedIn, excessOver(maximum, excessOver(amount, start).times(rateOut)));
}

/**
 * The EIC Table's row that holds this amount, § 32(f): "income brackets of not greater than $50 each". The first begins
 * at 1 dollar, the last one ends where the credit does; one that touches the plateau has the maximum, every other one the
 * credit at its middle, half up to the dollar (Publication 596 (2024), EIC Table and its footnotes).
 */
function tableCredit(schedule: Schedule, amount: Rational): Rational {
  const { maximum, rateIn, start, rateOut } = schedule;
  const dollars = amount.toInteger('down');
  const end = start.plus(maximum.dividedBy(rateOut)).toInteger('halfUp');
  if (dollars < 1n || dollars >= end) return ZERO;
  const from = dollars - (dollars % 50n);
  const to = from + 50n < end ? from + 50n : end;
  if (Rational.of(to).times(rateIn).isAbove(maximum) && Rational.of(from).isBelow(start)) return maximum;
  return scheduleCredit(schedule, Rational.of(from + to, 2n)).roundedTo(Rational.one, 'halfUp');
}

/** § 32(i)(2) */
function disqualifiedIncome(c: FormulaContext): Rational {
  return c
    .money('taxable_interest')
    .plus(c.money('tax_exempt_interest'))
    .plus(c.money('ordinary_dividends'))
    .plus(excessOver(c.money('other_investment_income'), ZERO))
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
