import type { Contradiction, FactDeclarations, Facts } from '@gristmill/tax';

export const facts = {
  country: {
    kind: 'choice',
    label: 'where the taxpayer lives for tax; Scottish rates apply to a Scottish taxpayer',
    options: ['england', 'northern_ireland', 'scotland', 'wales'],
  },
  trading_income: {
    kind: 'money',
    label: 'receipts of all trades, professions and vocations (turnover, SA103 box 15)',
  },
  trading_expenses: { kind: 'money', label: 'allowable expenses and capital allowances of these trades' },
  employment_income: { kind: 'money', label: 'employment income less allowable expenses (SA102)' },
  pension_income: { kind: 'money', label: 'taxable pensions, the State Pension included' },
  property_income: { kind: 'money', label: 'taxable profit of the property business, after the property allowance' },
  other_income: { kind: 'money', label: 'other taxable income that is neither savings nor dividends' },
  savings_interest: { kind: 'money', label: 'taxable interest and other savings income, before any allowance' },
  dividends: { kind: 'money', label: 'taxable dividends, before any allowance' },
  tax_deducted_at_source: { kind: 'money', label: 'income tax deducted at source (PAYE, CIS) this tax year' },
  over_state_pension_age: {
    kind: 'flag',
    label: 'whether the taxpayer was over State Pension age, or under 16, when the tax year began (no Class 4)',
  },
  prior_year_assessed_tax: {
    kind: 'money',
    label: 'income tax and Class 4 contributions assessed for the tax year before; 0 where no return was made',
  },
  prior_year_tax_deducted: { kind: 'money', label: 'income tax deducted at source in the tax year before' },
  claims_trading_allowance: {
    kind: 'flag',
    label: 'whether 1,000 is deducted from receipts instead of expenses (partial relief, ITTOIA 2005 s. 783AH)',
    neededWhen: 'receipts are above the trading allowance and expenses below it',
  },
  trading_losses_used: {
    kind: 'money',
    label: 'losses of the trades from other years set against this profit',
    neededWhen: 'there are such losses; leave it out where none are claimed',
  },
  gift_aid: {
    kind: 'money',
    label: 'Gift Aid donations as paid, before they are grossed up',
    neededWhen: 'relief is claimed',
  },
  pension_contributions_at_source: {
    kind: 'money',
    label: 'pension contributions that had relief at source, grossed up',
    neededWhen: 'relief is claimed',
  },
  reliefs_from_income: {
    kind: 'money',
    label:
      'reliefs deducted from total income: pension contributions under net pay or by claim, qualifying loan interest, ' +
      'losses against general income',
    neededWhen: 'such a relief is claimed',
  },
  property_finance_costs: {
    kind: 'money',
    label:
      'finance costs of residential property that was let, with those brought forward; property_income is stated before them',
    neededWhen: 'there are such costs',
  },
  claims_blind_persons_allowance: {
    kind: 'flag',
    label: "whether the blind person's allowance is claimed",
    neededWhen: 'it is claimed',
  },
  marriage_allowance: {
    kind: 'choice',
    label: 'whether a part of the personal allowance was given to, or received from, the spouse',
    options: ['none', 'transferred', 'received'],
    neededWhen: 'it is claimed',
  },
  child_benefit: {
    kind: 'money',
    label: 'child benefit that the taxpayer, the higher earner of the couple, answers for',
    neededWhen: 'child benefit was paid in the tax year',
  },
  class_1_contributions_at_main_rate: {
    kind: 'money',
    label:
      'National Insurance contributions of an employee (Class 1) paid at the main rate this tax year, which lower Class 4 ' +
      'by the annual maximum',
    neededWhen: 'such contributions were paid',
  },
  pays_class_2_voluntarily: {
    kind: 'flag',
    label: 'whether Class 2 contributions are paid though they need not be',
    neededWhen: 'they are paid',
  },
  class_2_weeks: {
    kind: 'count',
    maximum: 53,
    label: 'weeks of self-employment in the tax year for which Class 2 is paid (52 for a whole year)',
    neededWhen: 'Class 2 contributions are compulsory or paid voluntarily',
  },
} as const satisfies FactDeclarations;

export const contradictions: readonly Contradiction[] = [class2EndsAtStatePensionAge];

/** SSCBA 1992 s. 11(3): contributions end at State Pension age, and begin at 16. */
function class2EndsAtStatePensionAge(given: Facts): string | null {
  return given.get('over_state_pension_age') === true && given.get('pays_class_2_voluntarily') === true
    ? 'nobody over State Pension age, or under 16, pays Class 2 voluntarily'
    : null;
}
