import { excessOver, type FormulaContext, largerOf, Rational, smallerOf } from '@gristmill/tax';
import { line, type Lines, toTheCent } from './line.ts';
import { earnedIncomeOf, earnersOf, halfOfSelfEmploymentTax, sumOver } from './self-employment.ts';

const ZERO = Rational.zero;

export const childTaxCreditLines: Lines = {
  child_tax_credit_before_limit: line({
    label: 'Child tax credit and credit for other dependents before the limit of the tax',
    citation: '26 U.S.C. § 24(a), (b)(1), (h), (i)(3), (i)(4); Schedule 8812, line 12',
    formula:
      'credit for each qualifying child and other dependent, reduced by $50 for each $1,000 of income, or a fraction of it, ' +
      'above the threshold',
    compute: creditBeforeLimit,
  }),
  child_tax_credit: line({
    label: 'Child tax credit and credit for other dependents, nonrefundable',
    citation: '26 U.S.C. §§ 24(a), 26(a); Schedule 8812, line 14; Form 1040, line 19',
    formula: 'the credit, at most the income tax and alternative minimum tax that other credits leave',
    rounding: toTheCent,
    compute: (c) =>
      smallerOf(
        c.variable('child_tax_credit_before_limit'),
        excessOver(
          c.variable('income_tax').plus(c.variable('alternative_minimum_tax')),
          creditsBeforeChildTaxCredit(c),
        ),
      ),
  }),
  additional_child_tax_credit: line({
    label: 'Additional child tax credit',
    citation: '26 U.S.C. § 24(d), (h)(5), (i)(1); Schedule 8812, line 27; Form 1040, line 28',
    formula:
      'what the tax left of the credit, at most the refundable amount for each child and 15% of earned income above $2,500 ' +
      '(with three children also social security taxes less the earned income credit); in 2021 all of it for children',
    rounding: toTheCent,
    compute: additionalChildTaxCredit,
  }),
};

/** Schedule 8812, Credit Limit Worksheet A: the nonrefundable credits that the tax is used up by first. */
export function creditsBeforeChildTaxCredit(c: FormulaContext): Rational {
  return c
    .variable('dependent_care_credit')
    .plus(c.variable('elderly_credit'))
    .plus(c.money('other_nonrefundable_credits'));
}

function qualifyingChildrenOf(c: FormulaContext): bigint {
  return c.count('dependents') === 0n ? 0n : c.count('child_tax_credit_children');
}

function otherDependentsCredit(c: FormulaContext): Rational {
  const others = c.count('dependents') - qualifyingChildrenOf(c);
  return others === 0n ? ZERO : c.amount('child-tax-credit.other-dependent-amount').times(Rational.of(others));
}

function creditBeforeLimit(c: FormulaContext): Rational {
  if (c.count('dependents') === 0n) return ZERO;
  const children = Rational.of(qualifyingChildrenOf(c));
  const full = c
    .amount('child-tax-credit.amount')
    .times(children)
    .plus(otherDependentsCredit(c))
    .plus(increaseOf2021(c, children));
  const excess = excessOver(c.variable('adjusted_gross_income'), c.amount('child-tax-credit.threshold'));
  return excessOver(full, reductionFor(c, excess));
}

/** § 24(i)(3), (4): the increase has a phase-out of its own, which ends at the latest where the ordinary one begins. */
function increaseOf2021(c: FormulaContext, children: Rational): Rational {
  const increase = c.amount('child-tax-credit.increase');
  if (!increase.isAbove(ZERO) || !children.isAbove(ZERO)) return ZERO;
  const under6 = Rational.of(c.count('children_under_6'));
  const full = increase.times(children).plus(c.amount('child-tax-credit.increase-under-6').times(under6));
  const from = c.amount('child-tax-credit.increase-threshold');
  const range = c.amount('child-tax-credit.threshold').minus(from);
  const most = smallerOf(full, range.times(c.rate('child-tax-credit.increase-reduction-share')));
  return full.minus(smallerOf(reductionFor(c, excessOver(c.variable('adjusted_gross_income'), from)), most));
}

/** "$50 for each $1,000 (or fraction thereof)": § 24(b)(1). */
function reductionFor(c: FormulaContext, excess: Rational): Rational {
  const steps = excess.dividedBy(c.amount('child-tax-credit.reduction-step')).toInteger('up');
  return c.amount('child-tax-credit.reduction').times(Rational.of(steps));
}

function additionalChildTaxCredit(c: FormulaContext): Rational {
  const children = qualifyingChildrenOf(c);
  if (children === 0n) return ZERO;
  const credit = c.variable('child_tax_credit_before_limit');
  const left = credit.minus(c.variable('child_tax_credit'));
  if (!left.isAbove(ZERO)) return ZERO;
  if (c.quantity('child-tax-credit.fully-refundable').equals(Rational.one)) {
    return smallerOf(left, excessOver(credit, otherDependentsCredit(c)));
  }
  const most = smallerOf(left, c.amount('child-tax-credit.refundable-maximum').times(Rational.of(children)));
  const ofEarnedIncome = excessOver(
    earnedIncomeOf(c),
    c.amount('child-tax-credit.refundable-earned-income-floor'),
  ).times(c.rate('child-tax-credit.refundable-rate'));
  const many = !Rational.of(children).isBelow(c.quantity('child-tax-credit.payroll-tax-children'));
  if (!many || !ofEarnedIncome.isBelow(most)) return smallerOf(most, ofEarnedIncome);
  const ofPayrollTax = excessOver(socialSecurityTaxes(c), c.variable('earned_income_credit'));
  return smallerOf(most, largerOf(ofEarnedIncome, ofPayrollTax));
}

/** § 24(d)(2): what employees pay under § 3101 on the wages stated, and half of self-employment tax. */
function socialSecurityTaxes(c: FormulaContext): Rational {
  const base = c.amount('self-employment-tax.wage-base');
  const onSocialSecurityWages = sumOver(earnersOf(c), (earner) =>
    smallerOf(c.money(`${earner}social_security_wages`), base),
  ).times(c.rate('self-employment-tax.employee-social-security-rate'));
  return onSocialSecurityWages
    .plus(c.money('medicare_wages').times(c.rate('self-employment-tax.employee-medicare-rate')))
    .plus(sumOver(earnersOf(c), (earner) => halfOfSelfEmploymentTax(c, earner)));
}
