import { excessOver, type FormulaContext, Rational, smallerOf, type Variable } from '@gristmill/tax';
import { incomeAsReturned, toThePenny, ZERO } from './rounding.ts';

/** Contributions of the self-employed: Class 4 on profits, Class 2 by the week. */
export const nationalInsurance = {
  class_4_contributions: {
    label: 'Class 4 National Insurance contributions',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'SSCBA 1992 s. 15(3), (3ZA); SI 2001/1004 regs. 91, 93 (age)',
    formula: 'profits between the limits x main rate + profits above x additional rate; none over State Pension age',
    rounding: toThePenny,
    compute(c) {
      if (c.flag('over_state_pension_age')) return ZERO;
      const profits = incomeAsReturned(c, c.variable('taxable_trading_profit'));
      const upper = c.amount('national-insurance.upper-profits-limit');
      const main = excessOver(smallerOf(profits, upper), c.amount('national-insurance.lower-profits-limit'));
      return main
        .times(c.rate('national-insurance.class-4-main-rate'))
        .plus(excessOver(profits, upper).times(c.rate('national-insurance.class-4-additional-rate')));
    },
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

function class2Status(c: FormulaContext): string {
  if (c.flag('over_state_pension_age')) return 'not_liable';
  const profits = c.variable('taxable_trading_profit');
  const compulsoryFrom = c.amount('national-insurance.class-2-compulsory-from');
  // Zero says that the year has no such threshold.
  if (compulsoryFrom.isAbove(ZERO) && !profits.isBelow(compulsoryFrom)) return 'compulsory';
  if (!profits.isAbove(ZERO) && !c.money('trading_income').isAbove(ZERO)) return 'not_liable';
  return profits.isBelow(c.amount('national-insurance.small-profits-threshold')) ? 'voluntary' : 'treated_as_paid';
}
