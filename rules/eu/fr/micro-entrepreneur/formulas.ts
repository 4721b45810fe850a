import {
  type Contradiction,
  excessOver,
  type FactDeclarations,
  type Facts,
  type FormulaContext,
  largerOf,
  Rational,
  smallerOf,
  type Variable,
} from '@gristmill/tax';
import { paymentByPeriod } from '../../../src/payment-by-period.ts';

/** Raise it with every change below that can change a result; it is part of the pack's name. */
export const formulaVersion = 2;

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
  activity_began: {
    kind: 'date',
    label:
      'day on which the activity began; where it is stated, start_up_relief has to fit it and not have ended (at the end ' +
      'of the third quarter after that day)',
    neededWhen: 'never; it is stated to have start_up_relief checked',
  },
  overseas: {
    kind: 'choice',
    label:
      'where the activity is in an overseas department, how old it is: to its eighth quarter, to the end of its third ' +
      'calendar year, or older (reduced rates, in the place of start-up relief)',
    options: ['none', 'to_eighth_quarter', 'to_third_year', 'older'],
    neededWhen: 'the activity is in Guadeloupe, Guyane, Martinique, La Réunion, Saint-Barthélemy or Saint-Martin',
  },
  chamber: {
    kind: 'choice',
    label: 'chamber that the contribution for its costs is due to; of crafts by department',
    options: ['none', 'trade', 'crafts', 'crafts_alsace', 'crafts_moselle'],
    neededWhen: 'such a contribution is due (from the year after the one in which the activity began)',
  },
  days_of_activity: {
    kind: 'count',
    maximum: 365,
    label: 'days of activity in the calendar year whose receipts are compared with the ceilings',
    neededWhen: 'it is asked whether a year stays within the ceilings, and the activity began in that year',
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
  startUpReliefFitsTheDay,
  (given) =>
    isOverseas(given) && (given.get('start_up_relief') ?? 'none') !== 'none'
      ? 'start_up_relief is not given overseas, where the rates are reduced in its place'
      : null,
  (given) =>
    isOverseas(given) && (given.get('tourism_rental_turnover') ?? 0n) !== 0n
      ? 'tourism_rental_turnover overseas is not covered: no source for its rate was found'
      : null,
  (given) => (given.get('days_of_activity') === 0n ? 'days_of_activity is at least 1' : null),
];

/** CSS art. D. 131-6-3: by the day of the beginning, until the end of the third quarter that follows it. */
function startUpReliefFitsTheDay(given: Facts): string | null {
  const relief = given.get('start_up_relief') ?? 'none';
  const [began, periodEnd] = [given.get('activity_began'), given.get('period_end')];
  if (relief === 'none' || typeof began !== 'string' || typeof periodEnd !== 'string') return null;
  const fitting = began < '2026-07-01' ? 'began_before_july_2026' : 'began_from_july_2026';
  if (relief !== fitting) return `start_up_relief of an activity that began on ${began} is ${fitting}`;
  return quarterOf(periodEnd) - quarterOf(began) > 3
    ? `start_up_relief of an activity that began on ${began} has ended before ${periodEnd}`
    : null;
}

/** Quarters since the year 0. */
function quarterOf(date: string): number {
  return Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);
}

function isOverseas(given: Facts): boolean {
  return (given.get('overseas') ?? 'none') !== 'none';
}

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
  chamber_contribution: {
    label: 'Contribution to the costs of the chamber (TFC)',
    entity: 'person',
    period: 'quarter',
    unit: 'currency',
    citation: 'CGI art. 1600 A, 1601-0 A',
    formula: 'goods x their rate + commercial and craft services x theirs, by chamber, each in whole euros',
    compute(c) {
      if (!c.isStated('chamber') || c.choice('chamber') === 'none') return ZERO;
      const part = (fact: 'sales_turnover' | 'services_turnover', kind: string) => {
        const amount = c.money(fact).times(c.rate(`chamber.${kind}`));
        return c.exact ? amount : amount.roundedTo(taxToTheEuro.step, taxToTheEuro.rounding);
      };
      return part('sales_turnover', 'sales').plus(part('services_turnover', 'services'));
    },
  },
  final_tax: {
    label: 'Income tax paid with the contributions (versement libératoire)',
    entity: 'person',
    period: 'quarter',
    unit: 'currency',
    citation: 'CGI art. 151-0',
    formula:
      'goods and lodging x 1% + commercial services x 1.7% + tourist lodgings by their own rate + BNC x 2.2%, where chosen',
    rounding: taxToTheEuro,
    compute(c) {
      if (!c.flag('pays_final_tax')) return ZERO;
      const tourism = c.money('tourism_rental_turnover');
      return c
        .money('sales_turnover')
        .times(c.rate('final-tax.sales'))
        .plus(c.money('services_turnover').times(c.rate('final-tax.services')))
        .plus(tourism.isAbove(ZERO) ? tourism.times(c.rate('final-tax.tourism-rental')) : ZERO)
        .plus(bnc(c).times(c.rate('final-tax.liberal')));
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
    formula:
      'services within their ceiling, and goods and services together within that of goods; receipts of a part of a year ' +
      'count as those of 365 days',
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
    formula: 'social contributions + training contribution + chamber contribution + final tax',
    compute: (c) =>
      c
        .variable('social_contributions')
        .plus(c.variable('training_contribution'))
        .plus(c.variable('chamber_contribution'))
        .plus(c.variable('final_tax')),
  },
  ...dueLines,
};

function contributions(fact: keyof typeof facts, label: string, activity: string): Variable {
  return {
    label: `Social contributions on ${label}`,
    entity: 'person',
    period: 'quarter',
    unit: 'currency',
    citation: 'CSS art. D. 613-4, I; start-up relief D. 131-6-3; overseas L. 756-4, L. 756-5',
    formula:
      'receipts x global rate, or the rate that start-up relief or an overseas department leaves, rounded up to a tenth of ' +
      'a percent',
    rounding: toTheEuro,
    compute(c) {
      const receipts = c.money(fact);
      return receipts.isAbove(ZERO) ? receipts.times(globalRate(c, activity)) : ZERO;
    },
  };
}

/** "après arrondi au dixième de pourcent supérieur" (art. D. 131-6-3 CSS): half of 12.3% is 6.2%. */
const TENTH_OF_A_PERCENT = Rational.of(1n, 1000n);
const SIXTH = Rational.of(1n, 6n);

function globalRate(c: FormulaContext, activity: string): Rational {
  const rate = c.rate(`contributions.${activity}`);
  if (c.isStated('overseas') && c.choice('overseas') !== 'none') {
    const sixths = c.quantity(`contributions.overseas-sixths${activity === 'cipav' ? '-cipav' : ''}`);
    return rate.times(sixths.times(SIXTH)).roundedTo(TENTH_OF_A_PERCENT, 'up');
  }
  if (c.choice('start_up_relief') === 'none') return rate;
  const left = Rational.one.minus(c.rate('contributions.start-up-relief'));
  const reduced = rate.times(left).roundedTo(TENTH_OF_A_PERCENT, 'up');
  // What the Cipav takes for complementary pensions, and CSG and CRDS, is not relieved.
  return activity === 'cipav' ? largerOf(reduced, c.rate('contributions.cipav-start-up-floor')) : reduced;
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
  // CGI art. 50-0, 1: receipts of the first year are adjusted to a whole one.
  const wholeYear = c.isStated('days_of_activity') ? Rational.of(365n, c.count('days_of_activity')) : Rational.one;
  const services = c.money('annual_services_turnover').times(wholeYear);
  const together = c.money('annual_sales_turnover').times(wholeYear).plus(services);
  return services.isAbove(c.amount('ceilings.services')) || together.isAbove(c.amount('ceilings.sales'))
    ? 'exceeded'
    : 'within';
}
