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
  outputs: [
    'qualified_business_income',
    'refundable_credits',
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
