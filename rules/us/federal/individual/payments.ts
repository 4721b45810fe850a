import { excessOver, type FormulaContext, largerOf, Rational, smallerOf } from '@gristmill/tax';
import { creditsBeforeChildTaxCredit } from './child-tax-credit.ts';
import { line, type Lines, toTheCent } from './line.ts';

const ZERO = Rational.zero;

export const paymentLines: Lines = {
  nonrefundable_credits: line({
    label: 'Nonrefundable credits that are used (Form 1040, line 21)',
    citation: '26 U.S.C. § 26(a); Form 1040, line 21',
    formula:
      'child tax credit + credits for care and for the elderly + other nonrefundable credits, at most the income tax ' +
      'and alternative minimum tax',
    compute: (c) =>
      smallerOf(
        c.variable('child_tax_credit').plus(creditsBeforeChildTaxCredit(c)),
        c.variable('income_tax').plus(c.variable('alternative_minimum_tax')),
      ),
  }),
  total_tax: line({
    label: 'Total tax, with self-employment tax, before refundable credits and payments (Form 1040, line 24)',
    citation: 'Form 1040, line 24',
    formula:
      'income tax + alternative minimum tax - nonrefundable credits + self-employment tax + additional Medicare tax + net ' +
      'investment income tax',
    compute: (c) =>
      c
        .variable('income_tax')
        .plus(c.variable('alternative_minimum_tax'))
        .minus(c.variable('nonrefundable_credits'))
        .plus(c.variable('self_employment_tax'))
        .plus(c.variable('additional_medicare_tax'))
        .plus(c.variable('net_investment_income_tax')),
  }),
  refundable_credits: line({
    label: 'Refundable credits (Form 1040, line 32)',
    citation: 'Form 1040, line 32',
    formula:
      'additional child tax credit + earned income credit + in 2021 the credit for care and the recovery rebate + other ' +
      'refundable credits',
    compute: (c) =>
      c
        .variable('additional_child_tax_credit')
        .plus(c.variable('earned_income_credit'))
        .plus(c.variable('refundable_dependent_care_credit'))
        .plus(c.variable('recovery_rebate_credit'))
        .plus(c.money('other_refundable_credits')),
  }),
  income_tax_after_credits: line({
    label:
      'Income, alternative minimum and net investment income tax less all credits, negative where these are more; ' +
      "TAXSIM's fiitax",
    citation: 'Form 1040, lines 22 and 32; Form 8960, line 17',
    formula:
      'income tax + alternative minimum tax - nonrefundable credits + net investment income tax - refundable credits',
    compute: (c) =>
      c
        .variable('income_tax')
        .plus(c.variable('alternative_minimum_tax'))
        .minus(c.variable('nonrefundable_credits'))
        .plus(c.variable('net_investment_income_tax'))
        .minus(c.variable('refundable_credits')),
  }),
  required_annual_payment: line({
    label: 'Required annual payment',
    citation: '26 U.S.C. § 6654(d)(1)(B), (C), (f); Form 2210, line 9',
    formula:
      'the smaller of 90% of the tax less refundable credits and 100% of the tax of the preceding year, 110% where its ' +
      'adjusted gross income was above the limit',
    rounding: toTheCent,
    compute(c) {
      const ofThisYear = taxAfterRefundableCredits(c).times(c.rate('estimated-tax.current-year-share'));
      // § 6654(d)(1)(B): the preceding year counts only if it was one of 12 months and a return was filed for it.
      if (!c.isStated('prior_year_tax')) return ofThisYear;
      const highIncome = c
        .money('prior_year_adjusted_gross_income')
        .isAbove(c.amount('estimated-tax.high-income-limit'));
      const share = c.quantity(`estimated-tax.prior-year-share${highIncome ? '-high-income' : ''}`);
      return smallerOf(ofThisYear, c.money('prior_year_tax').times(share));
    },
  }),
  estimated_tax_required: line({
    label: 'Estimated tax to pay in instalments',
    citation: '26 U.S.C. § 6654(e)(1), (g)(1)',
    formula: 'required annual payment - withholding; none where the tax less withholding is below $1,000',
    compute(c) {
      const withholding = c.money('withholding');
      const balance = excessOver(taxAfterRefundableCredits(c), withholding);
      if (balance.isBelow(c.amount('estimated-tax.small-balance'))) return ZERO;
      return excessOver(c.variable('required_annual_payment'), withholding);
    },
  }),
  balance: line({
    label: 'Amount owed, or overpaid where it is negative',
    citation: 'Form 1040, lines 34 and 37',
    formula: 'total tax - refundable credits - withholding - estimated tax paid',
    compute: (c) => afterWithholding(c).minus(c.money('estimated_tax_paid')),
  }),
  due_with_return: line({
    label: 'Due with the return when the instalments are paid',
    citation: '26 U.S.C. § 6151(a)',
    formula:
      'total tax - refundable credits - withholding - the larger of estimated tax paid and required, not below 0',
    rounding: toTheCent,
    compute: (c) =>
      excessOver(afterWithholding(c), largerOf(c.money('estimated_tax_paid'), c.variable('estimated_tax_required'))),
  }),
};

/** What § 6654(f) calls the tax: after all credits but withholding. */
function taxAfterRefundableCredits(c: FormulaContext): Rational {
  return excessOver(c.variable('total_tax'), c.variable('refundable_credits'));
}

function afterWithholding(c: FormulaContext): Rational {
  return c.variable('total_tax').minus(c.variable('refundable_credits')).minus(c.money('withholding'));
}
