import {
  type Contradiction,
  excessOver,
  type FactDeclarations,
  type FormulaContext,
  Rational,
  type Variable,
} from '@gristmill/tax';
import { paymentByPeriod } from '../../../src/payment-by-period.ts';

/** Raise it with every change below that can change a result; it is part of the pack's name. */
export const formulaVersion = 1;

const ZERO = Rational.zero;

export const facts = {
  period_end: { kind: 'date', label: 'last day of the advance return period, or the day of the supply' },
  started_this_year: { kind: 'flag', label: 'whether the business began in this calendar year' },
  waives_exemption: {
    kind: 'flag',
    label: 'whether the exemption was waived (§ 19 Abs. 3 UStG; before 2025 Abs. 2), which binds for five years',
  },
  prior_year_turnover: {
    kind: 'money',
    label:
      'total turnover of the calendar year before (§ 19 Abs. 2 UStG, without VAT; before 2025 Abs. 1 and 3, with VAT)',
    neededWhen: 'the business did not begin this year',
  },
  turnover_before: {
    kind: 'money',
    label: 'total turnover of this calendar year before this period or supply, without VAT',
    neededWhen: 'the law of 2025 or later is asked for',
  },
  expected_turnover: {
    kind: 'money',
    label:
      'turnover of the calendar year as it was to be expected at its start, with VAT; of a new business for twelve months',
    neededWhen: 'the law before 2025 is asked for',
  },
  turnover: {
    kind: 'money',
    label: 'turnover of this period, or of this supply, without VAT; around the limit state one supply at a time',
  },
  vat_on_turnover: { kind: 'money', label: 'VAT on that turnover if it is not exempt, in the currency of the return' },
  input_vat: { kind: 'money', label: 'input VAT of the period, deductible only where turnover is not exempt' },
  prior_year_vat: {
    kind: 'money',
    label: 'VAT of the calendar year before, output less input; of a business that began last year for twelve months',
  },
} as const satisfies FactDeclarations;

export const contradictions: readonly Contradiction[] = [
  (given) =>
    given.get('started_this_year') === true && (given.get('prior_year_turnover') ?? 0n) !== 0n
      ? 'a business that began this year had no prior_year_turnover'
      : null,
];

const dueLines = paymentByPeriod('payable_for_period_to', {
  of: 'vat_payable',
  label: 'VAT payable',
  entity: 'tax-unit',
  period: 'month',
  citation: '§ 18 Abs. 1 Satz 1, 4 UStG: due on the tenth day after the period',
});

/** The payment lines, one for each month in which a period may end. */
export const dueLineNames: readonly string[] = Object.keys(dueLines);

export const variables: Readonly<Record<string, Variable>> = {
  small_business: {
    label: 'Whether the turnover is exempt as that of a small business',
    entity: 'tax-unit',
    period: 'month',
    unit: 'choice',
    options: ['exempt', 'standard'],
    citation: '§ 19 Abs. 1, 3 UStG as amended by the Jahressteuergesetz 2024; before 2025 § 19 Abs. 1, 2 UStG',
    formula:
      'exempt when last year stayed within its limit and this year, with this supply, within its own; in the first ' +
      'year when this year stays within the limit of last year; before 2025 by what was to be expected',
    compute: (c) => (isExempt(c) ? 'exempt' : 'standard'),
  },
  advance_returns: {
    label: 'How often an advance return is made',
    entity: 'tax-unit',
    period: 'year',
    unit: 'choice',
    options: ['monthly', 'quarterly', 'none'],
    citation: '§ 18 Abs. 2, 2a UStG; exempt businesses: § 18 Abs. 4a, § 19 Abs. 1 UStG',
    formula: "monthly above the upper limit of last year's VAT, none up to the lower one (by leave), else quarterly",
    compute: advanceReturns,
  },
  vat_on_sales: {
    label: 'VAT on sales',
    entity: 'tax-unit',
    period: 'month',
    unit: 'currency',
    citation: '§§ 13, 19 Abs. 1 UStG',
    formula: 'VAT on the turnover, none where it is exempt',
    compute: (c) => (c.decision('small_business') === 'exempt' ? ZERO : c.money('vat_on_turnover')),
  },
  deductible_input_vat: {
    label: 'Deductible input VAT',
    entity: 'tax-unit',
    period: 'month',
    unit: 'currency',
    citation: '§ 15 UStG; none for exempt turnover: § 15 Abs. 2 Nr. 1, § 19 Abs. 1 UStG',
    formula: 'input VAT, none where the turnover is exempt',
    compute: (c) => (c.decision('small_business') === 'exempt' ? ZERO : c.money('input_vat')),
  },
  vat_repayable: {
    label: 'VAT that is repaid',
    entity: 'tax-unit',
    period: 'month',
    unit: 'currency',
    citation: '§§ 16 Abs. 2, 18 Abs. 1 UStG; § 168 AO',
    formula: 'deductible input VAT - VAT on sales, not below 0',
    compute: (c) => excessOver(c.variable('deductible_input_vat'), c.variable('vat_on_sales')),
  },
  vat_payable: {
    label: 'VAT payable for the period',
    entity: 'tax-unit',
    period: 'month',
    unit: 'currency',
    citation: '§§ 16 Abs. 2, 18 Abs. 1 UStG',
    formula: 'VAT on sales - deductible input VAT, not below 0',
    compute: (c) => excessOver(c.variable('vat_on_sales'), c.variable('deductible_input_vat')),
  },
  ...dueLines,
};

function isExempt(c: FormulaContext): boolean {
  if (c.flag('waives_exemption')) return false;
  const priorLimit = c.amount('small-business.prior-year-limit');
  const currentLimit = c.flag('started_this_year') ? priorLimit : c.amount('small-business.current-year-limit');
  if (!c.flag('started_this_year') && c.money('prior_year_turnover').isAbove(priorLimit)) return false;
  // Since 2025 supply by supply, until the one that exceeds; before, the whole year by what was to be expected.
  const countsSupplies = c.quantity('small-business.counts-supplies').equals(Rational.one);
  const thisYear = countsSupplies ? c.money('turnover_before').plus(c.money('turnover')) : c.money('expected_turnover');
  return !thisYear.isAbove(currentLimit);
}

function advanceReturns(c: FormulaContext): string {
  if (c.decision('small_business') === 'exempt') return 'none';
  const vat = c.money('prior_year_vat');
  if (vat.isAbove(c.amount('advance-return.monthly-above'))) return 'monthly';
  // Relief from advance returns looks at a year that has passed: a new business files quarterly.
  return c.flag('started_this_year') || vat.isAbove(c.amount('advance-return.none-up-to')) ? 'quarterly' : 'none';
}
