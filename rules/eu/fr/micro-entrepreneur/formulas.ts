import {
  type Contradiction,
  excessOver,
  type FactDeclarations,
  type FormulaContext,
  largerOf,
  Rational,
  smallerOf,
  type Variable,
} from '@gristmill/tax';
import { paymentByPeriod } from '../../../src/payment-by-period.ts';

/** Raise it with every change below that can change a result; it is part of the pack's name. */
export const formulaVersion = 1;

const ZERO = Rational.zero;

export const facts = {
  period_end: { kind: 'date', label: 'last day of the month or quarter that is declared' },
  sales_turnover: {
    kind: 'money',
    label: 'receipts from selling goods, food to take away or eat in, and lodging (CGI art. 50-0, 1, 1°)',
  },
  services_turnover: {
    kind: 'money',
    label: 'receipts from commercial and craft services (BIC, CGI art. 50-0, 1, 2°)',
  },
  liberal_turnover: {
    kind: 'money',
    label: 'receipts from other services and liberal professions outside the Cipav (BNC, general scheme)',
  },
  cipav_turnover: { kind: 'money', label: 'receipts from liberal professions in the Cipav (BNC)' },
  tourism_rental_turnover: {
    kind: 'money',
    label: 'receipts from letting classified furnished tourist lodgings (BIC)',
  },
  pays_final_tax: {
    kind: 'flag',
    label: 'whether income tax is paid with each declaration (versement libératoire, CGI art. 151-0)',
  },
  start_up_relief: {
    kind: 'choice',
    label: 'start-up relief (ACRE) that runs in this period, by the day on which the activity began',
    options: ['none', 'began_before_july_2026', 'began_from_july_2026'],
  },
  is_craft: {
    kind: 'flag',
    label: 'whether the goods or services are those of a craftsman (artisan), for the training contribution',
    neededWhen: 'there are receipts from goods or from commercial and craft services',
  },
  annual_sales_turnover: {
    kind: 'money',
    label: 'receipts of a whole year from goods and lodging, to compare with the ceilings of that year',
    neededWhen: 'it is asked whether a year stays within the ceilings',
  },
  annual_services_turnover: {
    kind: 'money',
    label: 'receipts of a whole year from services of all kinds, to compare with the ceilings of that year',
    neededWhen: 'it is asked whether a year stays within the ceilings',
  },
  reference_tax_income: {
    kind: 'money',
    label: 'reference tax income (revenu fiscal de référence) of the household, of the year before last',
    neededWhen: 'it is asked whether the final tax may be chosen',
  },
  family_quarter_parts: {
    kind: 'count',
    maximum: 400,
    label: 'family quotient parts of the household, in quarters of a part (4 for a single person, 8 for a couple)',
    neededWhen: 'it is asked whether the final tax may be chosen',
  },
} as const satisfies FactDeclarations;

export const contradictions: readonly Contradiction[] = [
  (given) =>
    (given.get('cipav_turnover') ?? 0n) !== 0n && (given.get('start_up_relief') ?? 'none') !== 'none'
      ? 'start_up_relief on cipav_turnover is not covered: no source for its rate was found'
      : null,
];

/** Art. L. 133-10 CSS. The slope of the law leaves it out. */
const toTheEuro = {
  step: Rational.one,
  rounding: 'halfUp',
  citation: 'Art. L. 133-10 CSS (before 2015 L. 130-1): rounded to the nearest euro, a half counts as one',
} as const;

const taxToTheEuro = {
  step: Rational.one,
  rounding: 'halfUp',
  citation: 'CGI art. 1657, 1: rounded to the nearest euro, a half counts as one',
} as const;

const dueLines = paymentByPeriod('due_for_period_to', {
  of: 'total_due',
  label: 'Due',
  entity: 'person',
  period: 'quarter',
  citation: 'CSS art. R. 613-6: by the end of the month after the month or quarter',
});

/** The payment lines, one for each month in which a period may end. */
export const dueLineNames: readonly string[] = Object.keys(dueLines);

export const variables: Readonly<Record<string, Variable>> = {
  sales_contributions: contributions('sales_turnover', 'goods and lodging', 'sales'),
  services_contributions: contributions('services_turnover', 'commercial and craft services', 'services'),
  liberal_contributions: contributions('liberal_turnover', 'other services (BNC)', 'liberal'),
  cipav_contributions: contributions('cipav_turnover', 'liberal professions of the Cipav', 'cipav'),
  tourism_rental_contributions: contributions(
    'tourism_rental_turnover',
    'classified tourist lodgings',
    'tourism-rental',
  ),
  social_contributions: {
    label: 'Social contributions',
    entity: 'person',
    period: 'quarter',
    unit: 'currency',
    citation: 'CSS art. L. 613-7, D. 613-4',
    formula: 'the contributions of all activities',
    compute: (c) =>
      ['sales', 'services', 'liberal', 'cipav', 'tourism_rental'].reduce(
        (sum, activity) => sum.plus(c.variable(`${activity}_contributions`)),
        ZERO,
      ),
  },
  training_contribution: {
    label: 'Contribution to vocational training (CFP)',
    entity: 'person',
    period: 'quarter',
    unit: 'currency',
    citation: 'Code du travail art. L. 6331-48',
    formula: '0.1% of trade and lodging, 0.2% of services and liberal professions, 0.3% of craft',
    rounding: toTheEuro,
    compute: trainingContribution,
  },
  final_tax: {
    label: 'Income tax paid with the contributions (versement libératoire)',
    entity: 'person',
    period: 'quarter',
    unit: 'currency',
    citation: 'CGI art. 151-0',
    formula: 'goods and lodging x 1% + commercial services and tourist lodgings x 1.7% + BNC x 2.2%, where chosen',
    rounding: taxToTheEuro,
    compute(c) {
      if (!c.flag('pays_final_tax')) return ZERO;
      return bySaleServiceLiberal(c, 'final-tax');
    },
  },
  income_tax_abatement: {
    label: 'Lump-sum abatement for costs, of the receipts stated',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'CGI art. 50-0, 102 ter',
    formula:
      '71% of goods and lodging, 50% of services, 34% of BNC, of tourist lodgings by their own rate; ' +
      'at least 305 of each, never more than the receipts; yearly figures are needed for the minimum',
    compute: (c) =>
      (
        [
          ['sales_turnover', 'sales'],
          ['services_turnover', 'services'],
          ['tourism_rental_turnover', 'tourism-rental'],
        ] as const
      ).reduce(
        (sum, [fact, activity]) => sum.plus(abatement(c, c.money(fact), activity)),
        abatement(c, c.money('liberal_turnover').plus(c.money('cipav_turnover')), 'liberal'),
      ),
  },
  income_after_abatement: {
    label: 'Income that the income tax scale applies to',
    entity: 'person',
    period: 'year',
    unit: 'currency',
    citation: 'CGI art. 50-0, 102 ter, 151-0',
    formula: 'receipts - abatement; nothing where the final tax was paid',
    compute: (c) => (c.flag('pays_final_tax') ? ZERO : excessOver(receipts(c), c.variable('income_tax_abatement'))),
  },
  ceilings: {
    label: 'Whether a year stays within the ceilings of the micro schemes',
    entity: 'person',
    period: 'year',
    unit: 'choice',
    options: ['within', 'exceeded', 'not-asked'],
    citation: 'CGI art. 50-0, 1 and 102 ter, 1; décret n° 2026-562 for the years from 2025',
    formula: 'services within their ceiling, and goods and services together within that of goods',
    compute: ceilings,
  },
  final_tax_option: {
    label: 'Whether the final tax may be chosen',
    entity: 'tax-unit',
    period: 'year',
    unit: 'choice',
    options: ['open', 'closed', 'not-asked'],
    citation: 'CGI art. 151-0, I, 2°',
    formula: 'open when the reference tax income of the year before last is within the limit for each part',
    compute(c) {
      if (!c.isStated('reference_tax_income')) return 'not-asked';
      const parts = Rational.of(c.count('family_quarter_parts'), 4n);
      const limit = c.amount('final-tax.reference-income-limit').times(parts);
      return c.money('reference_tax_income').isAbove(limit) ? 'closed' : 'open';
    },
  },
  total_due: {
    label: 'Due with the declaration of the period',
    entity: 'person',
    period: 'quarter',
    unit: 'currency',
    citation: 'CSS art. L. 613-7, R. 613-6; CGI art. 151-0',
    formula: 'social contributions + training contribution + final tax',
    compute: (c) =>
      c.variable('social_contributions').plus(c.variable('training_contribution')).plus(c.variable('final_tax')),
  },
  ...dueLines,
};

function contributions(fact: keyof typeof facts, label: string, activity: string): Variable {
  return {
    label: `Social contributions on ${label}`,
    entity: 'person',
    period: 'quarter',
    unit: 'currency',
    citation: 'CSS art. D. 613-4, I; start-up relief D. 131-6-3',
    formula: 'receipts x global rate, or the rate that start-up relief leaves, rounded up to a tenth of a percent',
    rounding: toTheEuro,
    compute(c) {
      const receipts = c.money(fact);
      return receipts.isAbove(ZERO) ? receipts.times(globalRate(c, activity)) : ZERO;
    },
  };
}

/** Reduced rates are published in tenths of a percent: half of 12.3% is 6.2%. */
const TENTH_OF_A_PERCENT = Rational.of(1n, 1000n);

function globalRate(c: FormulaContext, activity: string): Rational {
  const rate = c.rate(`contributions.${activity}`);
  if (c.choice('start_up_relief') === 'none') return rate;
  const left = Rational.one.minus(c.rate('contributions.start-up-relief'));
  return rate.times(left).roundedTo(TENTH_OF_A_PERCENT, 'up');
}

function trainingContribution(c: FormulaContext): Rational {
  const [sales, services] = [c.money('sales_turnover'), c.money('services_turnover')];
  const craft = sales.plus(services).isAbove(ZERO) && c.flag('is_craft');
  const rateOf = (kind: 'trade' | 'services') => c.rate(`training.${craft ? 'craft' : kind}`);
  return sales
    .times(rateOf('trade'))
    .plus(services.times(rateOf('services')))
    .plus(c.money('tourism_rental_turnover').times(c.rate('training.trade')))
    .plus(bnc(c).times(c.rate('training.liberal')));
}

function bySaleServiceLiberal(c: FormulaContext, file: string): Rational {
  return c
    .money('sales_turnover')
    .times(c.rate(`${file}.sales`))
    .plus(
      c
        .money('services_turnover')
        .plus(c.money('tourism_rental_turnover'))
        .times(c.rate(`${file}.services`)),
    )
    .plus(bnc(c).times(c.rate(`${file}.liberal`)));
}

function bnc(c: FormulaContext): Rational {
  return c.money('liberal_turnover').plus(c.money('cipav_turnover'));
}

function receipts(c: FormulaContext): Rational {
  return c
    .money('sales_turnover')
    .plus(c.money('services_turnover'))
    .plus(c.money('tourism_rental_turnover'))
    .plus(bnc(c));
}

function abatement(c: FormulaContext, amount: Rational, activity: string): Rational {
  if (!amount.isAbove(ZERO)) return ZERO;
  const rate = c.rate(`abatement.${activity}`);
  return smallerOf(amount, largerOf(amount.times(rate), c.amount('abatement.minimum')));
}

function ceilings(c: FormulaContext): string {
  if (!c.isStated('annual_sales_turnover') && !c.isStated('annual_services_turnover')) return 'not-asked';
  const services = c.money('annual_services_turnover');
  const together = c.money('annual_sales_turnover').plus(services);
  return services.isAbove(c.amount('ceilings.services')) || together.isAbove(c.amount('ceilings.sales'))
    ? 'exceeded'
    : 'within';
}
