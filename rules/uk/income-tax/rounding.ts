import { type FormulaContext, Rational } from '@gristmill/tax';

export const ZERO = Rational.zero;

/** Fractions of a penny are given up in the taxpayer's favour. */
export const toThePenny = {
  step: Rational.of(1n, 100n),
  rounding: 'down',
  citation: 'HMRC, Self Assessment tax calculation: tax is worked out to the penny, fractions of one are left out',
} as const;

/**
 * Income as the boxes of a return take it: whole pounds, pence left out ("round down your income", notes to SA100).
 * The slope of the law does not see it.
 */
export function incomeAsReturned(c: FormulaContext, income: Rational): Rational {
  return c.exact ? income : income.roundedTo(Rational.one, 'down');
}
