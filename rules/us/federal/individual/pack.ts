import type { RulePackDefinition } from '@gristmill/tax';
import { contradictions, facts } from './facts.ts';
import { formulaVersion, variables } from './formulas.ts';

/** All of the pack but its parameters, which lie beside this file as YAML. */
export const usFederalIndividual: Omit<RulePackDefinition, 'parameterFiles'> = {
  id: 'us/federal/individual',
  title: 'United States, federal tax of individuals',
  formulaVersion,
  currency: { code: 'USD', decimals: 2 },
  facts,
  contradictions,
  variables,
  total: 'total_tax',
  // The figures of Schedule SE, Form 1040 and Form 1040-ES, in that order.
  outputs: [
    'net_earnings_from_self_employment',
    'self_employment_tax_deduction',
    'adjusted_gross_income',
    'standard_deduction',
    'qualified_business_income',
    'qualified_business_income_deduction',
    'taxable_income',
    'income_tax',
    'alternative_minimum_tax',
    'nonrefundable_credits',
    'self_employment_tax',
    'additional_medicare_tax',
    'net_investment_income_tax',
    'refundable_credits',
    'income_tax_after_credits',
    'required_annual_payment',
    'estimated_tax_required',
    'balance',
    'due_with_return',
  ],
  calendar: {
    authority: 'us/irs',
    form: '1040-ES',
    instalments: 'estimated-tax.instalments',
    holidays: 'estimated-tax.legal-holidays',
    shift: 'next-business-day',
  },
};
