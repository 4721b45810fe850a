import { excessOver, type FormulaContext, largerOf, Rational, smallerOf } from '@gristmill/tax';
import { selfEmployedDeductions } from './income.ts';
import { line, type Lines } from './line.ts';
import { earnersOf, halfOfSelfEmploymentTax, sumOver } from './self-employment.ts';

/** One trade or business, named by the prefix of its facts. */
type Trade = '' | 'spouse_' | 'pass_through_';

const ZERO = Rational.zero;

export const qualifiedBusinessIncomeLines: Lines = {
  qualified_business_income: line({
    label: 'Qualified business income',
    citation: '26 U.S.C. § 199A(c); Treas. Reg. § 1.199A-3(b)(1)(vi)',
    formula: 'net profits and losses - one-half of self-employment tax - deductions of the self-employed',
    compute: (c) => sumOver(tradesOf(c), (trade) => incomeOf(c, trade)),
  }),
  qualified_business_income_component: line({
    label: 'Qualified business income component',
    citation: '26 U.S.C. § 199A(b)(2), (b)(3), (c)(2), (d)(3); Treas. Reg. § 1.199A-1(d)(2)(iii); Form 8995-A',
    formula:
      'income of each trade less its part of losses x 20%; above the threshold a specified service counts in part, ' +
      'and the excess over the wage and property limit is phased out',
    compute: qualifiedBusinessIncomeComponent,
  }),
  qualified_business_income_deduction: line({
    label: 'Qualified business income deduction',
    citation: '26 U.S.C. § 199A(a), (b)(1)(B), (i); Form 8995, lines 6 to 15',
    formula:
      'component + 20% of qualified REIT dividends, at most 20% of taxable income before it less net capital gain; ' +
      'at least the minimum for active qualified business income',
    compute: qualifiedBusinessIncomeDeduction,
  }),
};

function tradesOf(c: FormulaContext): readonly Trade[] {
  return [...earnersOf(c), 'pass_through_'];
}

function incomeOf(c: FormulaContext, trade: Trade): Rational {
  if (trade === 'pass_through_') return c.money('pass_through_income');
  return c
    .money(`${trade}self_employment_income`)
    .minus(halfOfSelfEmploymentTax(c, trade))
    .minus(selfEmployedDeductions(c, trade));
}

function qualifiedBusinessIncomeComponent(c: FormulaContext): Rational {
  const rate = c.rate('qualified-business-income.rate');
  const excess = thresholdExcess(c);
  if (!excess.isAbove(ZERO)) {
    const income = c.variable('qualified_business_income');
    return income.isAbove(ZERO) ? excessOver(income, c.money('qbi_loss_carryforward')).times(rate) : ZERO;
  }
  const phasedIn = phasedInShare(c, excess);
  const incomes = tradesOf(c)
    .map((trade) => ({ trade, income: incomeOf(c, trade) }))
    .filter(({ income }) => !income.equals(ZERO))
    .map(({ trade, income }) => {
      // A specified service counts with its applicable percentage, in income, wages and property alike: § 199A(d)(3).
      const counted = countedShare(c, trade, phasedIn);
      return { trade, counted, income: income.times(counted) };
    });
  const positive = incomes.filter(({ income }) => income.isAbove(ZERO));
  const gains = sumOver(positive, ({ income }) => income);
  if (!gains.isAbove(ZERO)) return ZERO;
  const net = sumOver(incomes, ({ income }) => income).minus(c.money('qbi_loss_carryforward'));
  if (!net.isAbove(ZERO)) return ZERO;
  // The losses of some trades are apportioned among the others by their income.
  const kept = net.dividedBy(gains);
  return sumOver(positive, ({ trade, counted, income }) => {
    const uncapped = income.times(kept).times(rate);
    return uncapped.minus(excessOver(uncapped, wageAndPropertyLimit(c, trade, counted)).times(phasedIn));
  });
}

function wageAndPropertyLimit(c: FormulaContext, trade: Trade, counted: Rational): Rational {
  const wages = c.money(`${trade}qbi_wages_paid`).times(counted);
  const property = c.money(`${trade}qbi_property_basis`).times(counted);
  return largerOf(
    wages.times(c.rate('qualified-business-income.wage-limit-rate')),
    wages
      .times(c.rate('qualified-business-income.wage-and-property-limit-rate'))
      .plus(property.times(c.rate('qualified-business-income.property-limit-rate'))),
  );
}

function qualifiedBusinessIncomeDeduction(c: FormulaContext): Rational {
  const rate = c.rate('qualified-business-income.rate');
  const taxable = excessOver(c.variable('taxable_income_before_qbi_deduction'), c.variable('preferential_income'));
  const ordinary = smallerOf(
    c.variable('qualified_business_income_component').plus(reitDividends(c).times(rate)),
    taxable.times(rate),
  );
  const minimum = c.amount('qualified-business-income.minimum-deduction');
  if (!minimum.isAbove(ordinary)) return ordinary;
  const excess = thresholdExcess(c);
  const phasedIn = excess.isAbove(ZERO) ? phasedInShare(c, excess) : null;
  const activeIncome = sumOver(tradesOf(c), (trade) => {
    const income = incomeOf(c, trade);
    return phasedIn === null || income.equals(ZERO) ? income : income.times(countedShare(c, trade, phasedIn));
  });
  if (activeIncome.isBelow(c.amount('qualified-business-income.minimum-income'))) return ordinary;
  return c.flag('materially_participates') ? minimum : ordinary;
}

function reitDividends(c: FormulaContext): Rational {
  const ordinary = c.money('ordinary_dividends');
  if (!ordinary.isAbove(ZERO) || !ordinary.isAbove(c.money('qualified_dividends'))) return ZERO;
  return c.money('section_199a_dividends');
}

function countedShare(c: FormulaContext, trade: Trade, phasedIn: Rational): Rational {
  return c.flag(`${trade}specified_service_trade`) ? Rational.one.minus(phasedIn) : Rational.one;
}

function thresholdExcess(c: FormulaContext): Rational {
  return excessOver(c.variable('taxable_income_before_qbi_deduction'), c.amount('qualified-business-income.threshold'));
}

/** How far into the phase-in range taxable income reaches, from 0 to 1. */
function phasedInShare(c: FormulaContext, excess: Rational): Rational {
  return smallerOf(excess.dividedBy(c.amount('qualified-business-income.phase-in-range')), Rational.one);
}
