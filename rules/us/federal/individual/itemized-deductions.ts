import { excessOver, type FormulaContext, largerOf, Rational, smallerOf } from '@gristmill/tax';
import { line, type Lines } from './line.ts';
import { statedOrNothing } from './stated.ts';

const ZERO = Rational.zero;

export const itemizedDeductionLines: Lines = {
  state_and_local_tax_deduction: line({
    label: 'Itemized deduction for state and local taxes',
    citation: '26 U.S.C. § 164(b)(6), (7); Schedule A, line 5e',
    formula:
      'the taxes, up to the limit; from 2025 the limit is reduced by 30% of what income exceeds the threshold by, not ' +
      'below $10,000 ($5,000 on a separate return)',
    compute(c) {
      const taxes = statedOrNothing(c, 'state_and_local_taxes');
      return taxes.isAbove(ZERO) ? smallerOf(taxes, taxesLimit(c)) : ZERO;
    },
  }),
  itemized_deductions_before_reduction: line({
    label: 'Itemized deductions before their reduction',
    citation: '26 U.S.C. §§ 63(d), 163(h), 164, 170, 213; Schedule A',
    formula:
      'medical expenses above 7.5% of adjusted gross income + state and local taxes up to their limit + interest + gifts, ' +
      'from 2026 above 0.5% of adjusted gross income, + those stated as a sum',
    compute: (c) =>
      c
        .money('itemized_deductions')
        .plus(aboveShareOfIncome(c, 'medical_expenses', 'itemized-deductions.medical-floor'))
        .plus(c.variable('state_and_local_tax_deduction'))
        .plus(statedOrNothing(c, 'itemized_interest'))
        .plus(aboveShareOfIncome(c, 'charitable_contributions', 'itemized-deductions.gifts-floor')),
  }),
};

/** Taxes among the itemized deductions, which the alternative minimum tax does not allow: § 56(b)(1)(A)(ii). */
export function itemizedTaxes(c: FormulaContext): Rational {
  const inTheSum = c.money('itemized_deductions').isAbove(ZERO) ? c.money('itemized_taxes') : ZERO;
  return inTheSum.plus(c.variable('state_and_local_tax_deduction'));
}

/** § 170(p): in 2021 and from 2026, gifts in cash of those who do not itemize. */
export function giftsWithoutItemizing(c: FormulaContext): Rational {
  if (!statedOrNothing(c, 'charitable_contributions').isAbove(ZERO)) return ZERO;
  const most = c.amount('itemized-deductions.gifts-without-itemizing');
  return most.isAbove(ZERO) ? smallerOf(c.money('cash_contributions'), most) : ZERO;
}

function aboveShareOfIncome(c: FormulaContext, fact: string, share: string): Rational {
  const amount = statedOrNothing(c, fact);
  if (!amount.isAbove(ZERO)) return ZERO;
  const income = excessOver(c.variable('adjusted_gross_income'), ZERO);
  return excessOver(amount, income.times(c.rate(share)));
}

function taxesLimit(c: FormulaContext): Rational {
  const limit = c.amount('itemized-deductions.taxes-limit');
  const rate = c.rate('itemized-deductions.taxes-limit-reduction-rate');
  if (!rate.isAbove(ZERO)) return limit;
  const excess = excessOver(c.variable('adjusted_gross_income'), c.amount('itemized-deductions.taxes-limit-threshold'));
  return largerOf(limit.minus(excess.times(rate)), c.amount('itemized-deductions.taxes-limit-minimum'));
}
