import { type Bracket, excessOver, type FormulaContext, Rational, smallerOf, type Variable } from '@gristmill/tax';
import {
  bestUseOfAllowances,
  type IncomeByKind,
  type Rates,
  taxOnDividends,
  taxOnNonSavings,
  taxOnSavings,
  totalOf,
} from './allowance-allocation.ts';
import { nationalInsurance } from './national-insurance.ts';
import { payments } from './payments.ts';
import { incomeAsReturned, toThePenny, ZERO } from './rounding.ts';
import { trade } from './trade.ts';

/** Raise it with every change below that can change a result; it is part of the pack's name. */
export const formulaVersion = 2;

const HALF = Rational.of(1n, 2n);
const PERCENT = Rational.of(1n, 100n);

export const variables = {
  ...trade,
  non_savings_income: {
    label: 'Income other than savings and dividends',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 s. 16(1); pence of each source left out as in the boxes of SA100',
    formula: 'trading profit + employment + pensions + property + other income, each in whole pounds',
    compute: (c) =>
      [
        c.variable('taxable_trading_profit'),
        ...(['employment_income', 'pension_income', 'property_income', 'other_income'] as const).map((name) =>
          c.money(name),
        ),
      ].reduce((sum, income) => sum.plus(incomeAsReturned(c, income)), ZERO),
  },
  adjusted_net_income: {
    label: 'Adjusted net income',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 s. 58',
    formula:
      'all income - reliefs deducted from it - Gift Aid donations and pension contributions relieved at source, both ' +
      'grossed up',
    compute: (c) => excessOver(totalIncome(c), reliefs(c).plus(bandExtension(c))),
  },
  personal_allowance: {
    label: 'Personal allowance',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 s. 35(1), (2)',
    formula: 'the allowance - half of adjusted net income above the limit, not below 0',
    rounding: {
      step: Rational.one,
      rounding: 'up',
      citation: 'ITA 2007 s. 35(3): an allowance that is no multiple of £1 is rounded up to one',
    },
    compute(c) {
      const excess = excessOver(c.variable('adjusted_net_income'), c.amount('allowances.income-limit'));
      return excessOver(c.amount('allowances.personal-allowance'), excess.times(HALF));
    },
  },
  allowances: {
    label: 'Allowances',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 ss. 23 (step 3), 35, 38, 55B(6)',
    formula: "personal allowance, less what was transferred to the spouse, + blind person's allowance",
    compute(c) {
      const kept = marriageAllowance(c) === 'transferred' ? marriageAllowanceAmount(c) : ZERO;
      const blind =
        c.isStated('claims_blind_persons_allowance') && c.flag('claims_blind_persons_allowance')
          ? c.amount('allowances.blind-persons-allowance')
          : ZERO;
      return excessOver(c.variable('personal_allowance'), kept).plus(blind);
    },
  },
  savings_allowance: {
    label: 'Personal savings allowance',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 s. 12B',
    formula: 'by the highest rate that taxable income reaches: basic, higher or additional',
    compute(c) {
      const taxable = excessOver(totalIncome(c), deductions(c));
      const [, higher, additional] = extended(c, 'income-tax.bands');
      if (taxable.isAbove(additional!.from)) return c.amount('allowances.savings-allowance-additional');
      return c.amount(`allowances.savings-allowance-${taxable.isAbove(higher!.from) ? 'higher' : 'basic'}`);
    },
  },
  taxable_non_savings_income: {
    label: 'Taxable income other than savings and dividends',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 ss. 23 (steps 2 and 3), 25(2)',
    formula: 'non-savings income - the part of reliefs and allowances that reduces the tax most here',
    compute: (c) =>
      bestUseOfAllowances(
        { nonSavings: c.variable('non_savings_income'), savings: savings(c), dividends: dividends(c) },
        deductions(c),
        ratesOf(c),
      ).nonSavings,
  },
  taxable_savings: {
    label: 'Taxable savings income',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 ss. 23 (steps 2 and 3), 25(2)',
    formula: 'savings income - the part of reliefs and allowances that reduces the tax most here',
    compute(c) {
      const nonSavings = c.variable('taxable_non_savings_income');
      const left = excessOver(deductions(c), c.variable('non_savings_income').minus(nonSavings));
      return bestUseOfAllowances({ nonSavings, savings: savings(c), dividends: dividends(c) }, left, ratesOf(c), [
        'savings',
        'dividends',
      ]).savings;
    },
  },
  taxable_dividends: {
    label: 'Taxable dividends',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 ss. 23 (steps 2 and 3), 25(2)',
    formula: 'all taxable income - taxable non-savings income - taxable savings',
    compute: (c) =>
      excessOver(
        excessOver(totalIncome(c), deductions(c)),
        c.variable('taxable_non_savings_income').plus(c.variable('taxable_savings')),
      ),
  },
  tax_on_non_savings_income: {
    label: 'Tax on income other than savings and dividends',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 ss. 6, 10, 11A; Scottish Rate Resolutions',
    formula: 'taxable non-savings income through the bands of the UK, or of Scotland',
    rounding: toThePenny,
    compute: (c) => taxOnNonSavings(taxableIncome(c), ratesOf(c)),
  },
  tax_on_savings: {
    label: 'Tax on savings income',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 ss. 7, 11D, 12, 12A, 16',
    formula: 'nothing in the starting rate band and the savings allowance; above them the UK bands on top of the above',
    rounding: toThePenny,
    compute: (c) => taxOnSavings(taxableIncome(c), ratesOf(c)),
  },
  tax_on_dividends: {
    label: 'Tax on dividends',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 ss. 8, 13, 13A, 16',
    formula: 'nothing in the dividend allowance; above it the dividend rates, as the top slice of income',
    rounding: toThePenny,
    compute: (c) => taxOnDividends(taxableIncome(c), ratesOf(c)),
  },
  property_finance_relief: {
    label: 'Reduction of tax for finance costs of residential property',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITTOIA 2005 ss. 274A, 274AA',
    formula:
      'finance costs, at most the property profits, at most the income other than savings and dividends that reliefs and ' +
      'allowances leave, x the basic rate; not more than the tax',
    rounding: toThePenny,
    compute(c) {
      if (!c.isStated('property_finance_costs')) return ZERO;
      const costs = c.money('property_finance_costs');
      const stated = c.exact ? costs : costs.roundedTo(Rational.one, 'up');
      const adjustedTotalIncome = excessOver(c.variable('non_savings_income'), deductions(c));
      const profits = incomeAsReturned(c, c.money('property_income'));
      const relievable = smallerOf(smallerOf(stated, profits), adjustedTotalIncome);
      return smallerOf(relievable.times(basicRate(c)), chargedAtRates(c));
    },
  },
  marriage_allowance_reduction: {
    label: 'Marriage allowance received, as a reduction of tax',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 ss. 55B, 55C',
    formula: 'the transferred allowance x the basic rate, for who is liable at no higher rate; not more than the tax',
    rounding: toThePenny,
    compute(c) {
      if (marriageAllowance(c) !== 'received' || isLiableAboveBasicRate(c)) return ZERO;
      const left = excessOver(chargedAtRates(c), c.variable('property_finance_relief'));
      return smallerOf(marriageAllowanceAmount(c).times(basicRate(c)), left);
    },
  },
  child_benefit_charge: {
    label: 'High Income Child Benefit Charge',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITEPA 2003 ss. 681B, 681C',
    formula: 'child benefit x 1% for each full step of adjusted net income above the threshold, at most all of it',
    rounding: { step: Rational.one, rounding: 'down', citation: 'ITEPA 2003 s. 681C' },
    compute: childBenefitCharge,
  },
  income_tax: {
    label: 'Income tax',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'ITA 2007 s. 23 (steps 5 to 7)',
    formula:
      'tax on non-savings income, savings and dividends - relief for finance costs - marriage allowance received + child ' +
      'benefit charge',
    compute: (c) =>
      excessOver(
        chargedAtRates(c),
        c.variable('property_finance_relief').plus(c.variable('marriage_allowance_reduction')),
      ).plus(c.variable('child_benefit_charge')),
  },
  ...nationalInsurance,
  total_liability: {
    label: 'Income tax and National Insurance for the tax year',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'TMA 1970 ss. 9, 59B; SSCBA 1992 ss. 11A, 15',
    formula: 'income tax + Class 4 + Class 2 contributions, before tax deducted at source is taken off',
    compute: (c) =>
      c.variable('income_tax').plus(c.variable('class_4_contributions')).plus(c.variable('class_2_contributions')),
  },
  ...payments,
} as const satisfies Record<string, Variable>;

function totalIncome(c: FormulaContext): Rational {
  return c.variable('non_savings_income').plus(savings(c)).plus(dividends(c));
}

/** Reliefs go up to the pound, in the boxes of a return. */
function reliefs(c: FormulaContext): Rational {
  if (!c.isStated('reliefs_from_income')) return ZERO;
  const claimed = c.money('reliefs_from_income');
  return c.exact ? claimed : claimed.roundedTo(Rational.one, 'up');
}

/** What steps 2 and 3 of ITA 2007 s. 23 take off income. */
function deductions(c: FormulaContext): Rational {
  return reliefs(c).plus(c.variable('allowances'));
}

function savings(c: FormulaContext): Rational {
  return incomeAsReturned(c, c.money('savings_interest'));
}

function dividends(c: FormulaContext): Rational {
  return incomeAsReturned(c, c.money('dividends'));
}

/** By how much the basic and the higher rate limit rise: FA 2004 s. 192(4), ITA 2007 s. 414(2)(b). */
function bandExtension(c: FormulaContext): Rational {
  const contributions = c.isStated('pension_contributions_at_source')
    ? c.money('pension_contributions_at_source')
    : ZERO;
  if (!c.isStated('gift_aid')) return contributions;
  return contributions.plus(c.money('gift_aid').dividedBy(Rational.one.minus(basicRate(c))));
}

function basicRate(c: FormulaContext): Rational {
  return c.brackets('income-tax.bands')[0]!.rate;
}

/** The bands with their limits raised, from the `first` one on. */
function extended(c: FormulaContext, path: string, first = 1): readonly Bracket[] {
  const extension = bandExtension(c);
  if (extension.equals(ZERO)) return c.brackets(path);
  return c.brackets(path).map(({ from, rate }, i) => ({ from: i < first ? from : from.plus(extension), rate }));
}

/**
 * Of the Scottish limits those of the basic rate and above it are raised, and the one of the starter rate stays:
 * ITA 2007 s. 414(2)(b) and FA 2004 s. 192(4), as amended by SI 2018/459.
 */
function nonSavingsBands(c: FormulaContext): readonly Bracket[] {
  return c.choice('country') === 'scotland'
    ? extended(c, 'income-tax.scottish-bands', 2)
    : extended(c, 'income-tax.bands');
}

function ratesOf(c: FormulaContext): Rates {
  return {
    nonSavings: nonSavingsBands(c),
    savings: extended(c, 'income-tax.savings-bands'),
    dividends: extended(c, 'income-tax.dividend-bands'),
    startingRateLimit: c.amount('income-tax.starting-rate-limit'),
    savingsAllowance: c.variable('savings_allowance'),
    dividendAllowance: c.amount('allowances.dividend-allowance'),
  };
}

function taxableIncome(c: FormulaContext): IncomeByKind {
  return {
    nonSavings: c.variable('taxable_non_savings_income'),
    savings: c.variable('taxable_savings'),
    dividends: c.variable('taxable_dividends'),
  };
}

function chargedAtRates(c: FormulaContext): Rational {
  return c
    .variable('tax_on_non_savings_income')
    .plus(c.variable('tax_on_savings'))
    .plus(c.variable('tax_on_dividends'));
}

function marriageAllowance(c: FormulaContext): string {
  return c.isStated('marriage_allowance') ? c.choice('marriage_allowance') : 'none';
}

/** A tenth of the personal allowance, rounded up to a multiple of £10: ITA 2007 s. 55B(4), (5). */
function marriageAllowanceAmount(c: FormulaContext): Rational {
  return c
    .amount('allowances.personal-allowance')
    .times(c.rate('allowances.marriage-allowance-share'))
    .roundedTo(Rational.of(10n), 'up');
}

/** ITA 2007 s. 55B(2): no rate but the basic, the savings and the dividend ordinary ones; in Scotland up to intermediate. */
function isLiableAboveBasicRate(c: FormulaContext): boolean {
  const taxable = taxableIncome(c);
  const [, higher] = extended(c, 'income-tax.bands');
  if (totalOf(taxable).isAbove(higher!.from)) return true;
  if (c.choice('country') !== 'scotland') return false;
  const [, , , scottishHigher] = nonSavingsBands(c);
  return taxable.nonSavings.isAbove(scottishHigher!.from);
}

function childBenefitCharge(c: FormulaContext): Rational {
  if (!c.isStated('child_benefit')) return ZERO;
  const excess = excessOver(c.variable('adjusted_net_income'), c.amount('child-benefit-charge.threshold'));
  const steps = excess.dividedBy(c.amount('child-benefit-charge.step'));
  const percent = c.exact ? steps : Rational.of(steps.toInteger('down'));
  return c.money('child_benefit').times(smallerOf(percent.times(PERCENT), Rational.one));
}
