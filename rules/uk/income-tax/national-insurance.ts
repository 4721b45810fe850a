import { excessOver, type FormulaContext, Rational, smallerOf, type Variable } from '@gristmill/tax';
import { incomeAsReturned, toThePenny, ZERO } from './rounding.ts';

/** Contributions of the self-employed: Class 4 on profits, Class 2 by the week. */
export const nationalInsurance = {
  class_4_contributions: {
    label: 'Class 4 National Insurance contributions',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'SSCBA 1992 s. 15(3), (3ZA); SI 2001/1004 regs. 91, 93 (age), 100 (annual maximum)',
    formula:
      'profits between the limits x main rate + profits above x additional rate, at most the annual maximum; ' +
      'none over State Pension age',
    rounding: toThePenny,
    compute: class4,
  },
  class_2_status: {
    label: 'How Class 2 contributions stand',
    entity: 'person',
    period: 'year',
    unit: 'choice',
    options: ['compulsory', 'treated_as_paid', 'voluntary', 'not_liable'],
    citation: 'SSCBA 1992 s. 11 (as amended by the NIC (Reduction in Rates) Act 2023 s. 3 from 2024-25)',
    formula:
      'to 2023-24 compulsory from the lower profits threshold; from the small profits threshold treated as paid; ' +
      'below it voluntary; over State Pension age not liable',
    compute: class2Status,
  },
  class_2_contributions: {
    label: 'Class 2 National Insurance contributions',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'SSCBA 1992 ss. 11, 11A',
    formula: 'weeks x weekly rate, where they are compulsory or paid voluntarily',
    compute(c) {
      const status = c.decision('class_2_status');
      const paid =
        status === 'compulsory' ||
        (status === 'voluntary' && c.isStated('pays_class_2_voluntarily') && c.flag('pays_class_2_voluntarily'));
      return paid
        ? c.amount('national-insurance.class-2-weekly-rate').times(Rational.of(c.count('class_2_weeks')))
        : ZERO;
    },
  },
} as const satisfies Record<string, Variable>;

function class4(c: FormulaContext): Rational {
  if (c.flag('over_state_pension_age')) return ZERO;
  const profits = incomeAsReturned(c, c.variable('taxable_trading_profit'));
  const lower = c.amount('national-insurance.lower-profits-limit');
  const upper = c.amount('national-insurance.upper-profits-limit');
  const mainRate = c.rate('national-insurance.class-4-main-rate');
  const additionalRate = c.rate('national-insurance.class-4-additional-rate');
  const between = excessOver(smallerOf(profits, upper), lower);
  const above = excessOver(profits, upper).times(additionalRate);
  const due = between.times(mainRate).plus(above);
  if (!c.isStated('class_1_contributions_at_main_rate')) return due;

  // Reg. 100(3): what contributions of an employee leave of the main rate; profits beyond that pay the additional one.
  const atMainRate = excessOver(
    upper.minus(lower).times(mainRate).plus(annualClass2(c)),
    c.money('class_1_contributions_at_main_rate').plus(class2InMaximum(c)),
  );
  const beyond = excessOver(between, atMainRate.dividedBy(mainRate));
  return smallerOf(due, atMainRate.plus(beyond.times(additionalRate)).plus(above));
}

/** Step three, which a year without compulsory Class 2 contributions leaves out. */
function annualClass2(c: FormulaContext): Rational {
  const weeks = c.quantity('national-insurance.annual-maximum-class-2-weeks');
  return weeks.times(c.amount('national-insurance.class-2-weekly-rate'));
}

/** Step four counts the Class 2 contributions that were paid, in the years that have step three. */
function class2InMaximum(c: FormulaContext): Rational {
  return annualClass2(c).isAbove(ZERO) ? c.variable('class_2_contributions') : ZERO;
}

function class2Status(c: FormulaContext): string {
  if (c.flag('over_state_pension_age')) return 'not_liable';
  const profits = c.variable('taxable_trading_profit');
  const compulsoryFrom = c.amount('national-insurance.class-2-compulsory-from');
  // Zero says that the year has no such threshold.
  if (compulsoryFrom.isAbove(ZERO) && !profits.isBelow(compulsoryFrom)) return 'compulsory';
  if (!profits.isAbove(ZERO) && !c.money('trading_income').isAbove(ZERO)) return 'not_liable';
  return profits.isBelow(c.amount('national-insurance.small-profits-threshold')) ? 'voluntary' : 'treated_as_paid';
}
