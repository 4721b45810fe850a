import { excessOver, type FormulaContext, Rational, type Variable } from '@gristmill/tax';
import { toThePenny, ZERO } from './rounding.ts';

/** When the liability is paid: half of last year's twice on account, the rest or a repayment afterwards. */
export const payments = {
  payments_on_account: {
    label: 'Payments on account for this tax year, both together',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'TMA 1970 s. 59A(1), (2); SI 1996/1654 regs. 3, 4; Class 2 left out: SSCBA 1992 s. 11A(1)',
    formula:
      "last year's assessed tax less what was deducted at source, in two halves; " +
      'none when that is below the limit or less than a fifth of what was assessed',
    compute: (c) => onAccount(c, c.money('prior_year_assessed_tax'), c.money('prior_year_tax_deducted')),
  },
  balancing_payment: {
    label: 'Balancing payment, or repayment when negative',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'TMA 1970 s. 59B',
    formula: 'total liability - tax deducted at source - payments on account',
    compute: (c) => c.variable('total_liability').minus(taxDeducted(c)).minus(c.variable('payments_on_account')),
  },
  next_payments_on_account: {
    label: 'Payments on account for the next tax year, both together',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'TMA 1970 s. 59A(1), (2)',
    formula: 'as above, from the income tax and Class 4 contributions of this year',
    compute: (c) => onAccount(c, c.variable('income_tax').plus(c.variable('class_4_contributions')), taxDeducted(c)),
  },
} as const satisfies Record<string, Variable>;

function taxDeducted(c: FormulaContext): Rational {
  return c.money('tax_deducted_at_source');
}

function onAccount(c: FormulaContext, assessed: Rational, deducted: Rational): Rational {
  const relevant = excessOver(assessed, deducted);
  if (relevant.isBelow(c.amount('payments.minimum'))) return ZERO;
  if (relevant.isBelow(assessed.times(c.rate('payments.minimum-share')))) return ZERO;
  const half = relevant.times(Rational.of(1n, 2n));
  return (c.exact ? half : half.roundedTo(toThePenny.step, toThePenny.rounding)).times(Rational.of(2n));
}
