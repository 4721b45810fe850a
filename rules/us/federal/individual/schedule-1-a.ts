import { excessOver, type FormulaContext, Rational, smallerOf } from '@gristmill/tax';
import { line, type Lines } from './line.ts';
import { statedOrNothing } from './stated.ts';

const ZERO = Rational.zero;

export const scheduleOneALines: Lines = {
  tips_deduction: line({
    label: 'Deduction for tips',
    citation: '26 U.S.C. § 224; Schedule 1-A, part II',
    formula:
      'qualified tips up to the maximum, less $100 for each whole $1,000 of income above the threshold; none on a separate ' +
      'return',
    compute: (c) => (isSeparate(c) ? ZERO : deduction(c, 'qualified_tips', 'tips', 'down')),
  }),
  overtime_deduction: line({
    label: 'Deduction for overtime',
    citation: '26 U.S.C. § 225; Schedule 1-A, part III',
    formula:
      'qualified overtime compensation up to the maximum, less $100 for each whole $1,000 of income above the threshold; ' +
      'none on a separate return',
    compute: (c) => (isSeparate(c) ? ZERO : deduction(c, 'qualified_overtime', 'overtime', 'down')),
  }),
  car_loan_interest_deduction: line({
    label: 'Deduction for car loan interest',
    citation: '26 U.S.C. § 163(h)(4); Schedule 1-A, part IV',
    formula:
      'the interest up to the maximum, less $200 for each $1,000 of income, or a portion of it, above the threshold',
    compute: (c) => deduction(c, 'car_loan_interest', 'car-loan-interest', 'up'),
  }),
};

/** Tips, overtime and car loan interest together. */
export function scheduleOneADeductions(c: FormulaContext): Rational {
  return Object.keys(scheduleOneALines).reduce((sum, name) => sum.plus(c.variable(name)), ZERO);
}

/** §§ 224(f), 225(e): married people have them on a joint return only. */
function isSeparate(c: FormulaContext): boolean {
  return c.choice('filing_status') === 'married_separate';
}

function deduction(
  c: FormulaContext,
  fact: string,
  parameters: 'tips' | 'overtime' | 'car-loan-interest',
  // "For each $1,000" are whole ones; § 163(h)(4)(C)(ii) alone says "(or portion thereof)".
  steps: 'down' | 'up',
): Rational {
  const stated = statedOrNothing(c, fact);
  if (!stated.isAbove(ZERO)) return ZERO;
  const most = c.amount(`schedule-1-a.${parameters}-maximum`);
  if (!most.isAbove(ZERO)) return ZERO;
  const excess = excessOver(c.variable('adjusted_gross_income'), c.amount(`schedule-1-a.${parameters}-threshold`));
  const counted = Rational.of(excess.dividedBy(c.amount('schedule-1-a.step')).toInteger(steps));
  return excessOver(smallerOf(stated, most), counted.times(c.amount(`schedule-1-a.${parameters}-reduction`)));
}
