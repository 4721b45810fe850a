import { excessOver, type FormulaContext, largerOf, Rational, smallerOf } from '@gristmill/tax';
import { netCapitalGain } from './capital-gain-rates.ts';
import { line, type Lines } from './line.ts';
import { earnersOf, sumOver } from './self-employment.ts';

export const incomeLines: Lines = {
  capital_gain_or_loss: line({
    label: 'Capital gain or loss',
    citation: '26 U.S.C. § 1211(b); Form 1040, line 7; Schedule D, lines 16 and 21',
    formula: 'short-term + long-term; a loss only up to the limit',
    compute(c) {
      const net = c.money('short_term_capital_gain').plus(c.money('long_term_capital_gain'));
      return largerOf(net, negative(c.amount('capital-gains.loss-limit')));
    },
  }),
  preferential_income: line({
    label: 'Qualified dividends and net capital gain',
    citation: '26 U.S.C. §§ 1(h)(11), 1222(11); Qualified Dividends and Capital Gain Tax Worksheet, line 4',
    formula: 'qualified dividends + what net long-term gain exceeds net short-term loss by',
    compute: (c) => qualifiedDividends(c).plus(netCapitalGain(c)),
  }),
  business_income: line({
    label: 'Business income or loss',
    citation: '26 U.S.C. §§ 61(a)(2), 461(l); Schedule 1, lines 3 and 5; Form 461',
    formula:
      'profits less losses of all trades or businesses; a loss only up to the threshold for excess business losses',
    compute(c) {
      const selfEmployment = sumOver(earnersOf(c), (earner) => c.money(`${earner}self_employment_income`));
      const net = selfEmployment.plus(c.money('pass_through_income'));
      return net.isBelow(Rational.zero)
        ? largerOf(net, negative(c.amount('business-loss.excess-loss-threshold')))
        : net;
    },
  }),
  income_before_social_security: line({
    label: 'Adjusted gross income without social security benefits',
    citation: '26 U.S.C. §§ 61, 62, 86(b)(2); Form 1040, lines 1 to 10',
    formula:
      'wages + interest + ordinary dividends + pensions + capital gain or loss + business income + other income ' +
      '- one-half of self-employment tax - adjustments',
    compute: (c) =>
      sumOver(
        [
          'wages',
          'taxable_interest',
          'ordinary_dividends',
          'pension_income',
          'other_investment_income',
          'other_income',
        ],
        (fact) => c.money(fact),
      )
        .plus(c.variable('capital_gain_or_loss'))
        .plus(c.variable('business_income'))
        .minus(c.variable('self_employment_tax_deduction'))
        .minus(sumOver(earnersOf(c), (earner) => selfEmployedDeductions(c, earner)))
        .minus(c.money('other_adjustments')),
  }),
  taxable_social_security_benefits: line({
    label: 'Taxable social security benefits',
    citation: '26 U.S.C. § 86(a), (c); Form 1040, line 6b; Social Security Benefits Worksheet',
    formula:
      '50% of what income with half of the benefits exceeds the base amount by, and 85% above the adjusted base amount; ' +
      'at most 50% or 85% of the benefits',
    compute: taxableSocialSecurityBenefits,
  }),
  adjusted_gross_income: line({
    label: 'Adjusted gross income',
    citation: '26 U.S.C. § 62(a); Form 1040, line 11',
    formula: 'income without social security benefits + the taxable part of them',
    compute: (c) => c.variable('income_before_social_security').plus(c.variable('taxable_social_security_benefits')),
  }),
};

/** Deductions that a profit must be there for: 26 U.S.C. §§ 162(l)(2)(A), 404(a)(8)(C). */
export function selfEmployedDeductions(c: FormulaContext, earner: '' | 'spouse_'): Rational {
  const profit = c.money(`${earner}self_employment_income`);
  return profit.isAbove(Rational.zero) ? c.money(`${earner}self_employed_deductions`) : Rational.zero;
}

function qualifiedDividends(c: FormulaContext): Rational {
  return c.money('ordinary_dividends').isAbove(Rational.zero) ? c.money('qualified_dividends') : Rational.zero;
}

function taxableSocialSecurityBenefits(c: FormulaContext): Rational {
  const benefits = c.money('social_security_benefits');
  if (!benefits.isAbove(Rational.zero)) return Rational.zero;
  const lower = c.rate('social-security-benefits.lower-share');
  const higher = c.rate('social-security-benefits.higher-share');
  const provisional = c
    .variable('income_before_social_security')
    .plus(c.money('tax_exempt_interest'))
    .plus(benefits.times(lower));
  // § 86(c)(1)(C), (2)(C): zero for who files separately and did not live apart from the spouse all year.
  const together = c.choice('filing_status') === 'married_separate' && !c.flag('lived_apart_all_year');
  const base = together ? Rational.zero : c.amount('social-security-benefits.base-amount');
  const adjustedBase = together ? Rational.zero : c.amount('social-security-benefits.adjusted-base-amount');
  const underLowerTier = smallerOf(benefits.times(lower), excessOver(provisional, base).times(lower));
  const aboveAdjustedBase = excessOver(provisional, adjustedBase);
  if (!aboveAdjustedBase.isAbove(Rational.zero)) return underLowerTier;
  return smallerOf(
    benefits.times(higher),
    aboveAdjustedBase.times(higher).plus(smallerOf(underLowerTier, adjustedBase.minus(base).times(lower))),
  );
}

function negative(amount: Rational): Rational {
  return Rational.zero.minus(amount);
}
