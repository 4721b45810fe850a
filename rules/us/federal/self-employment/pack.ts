import type { RulePackDefinition } from '@gristmill/tax';
import { contradictions, facts, formulaVersion, variables } from './formulas.ts';

/** All of the pack but its parameters, which lie beside this file as YAML. */
export const usFederalSelfEmployment: Omit<RulePackDefinition, 'parameterFiles'> = {
  id: 'us/federal/self-employment',
  title: 'United States, federal tax of the self-employed',
  formulaVersion,
  currency: { code: 'USD', decimals: 2 },
  facts,
  contradictions,
  variables,
  total: 'total_tax',
  calendar: {
    authority: 'us/irs',
    form: '1040-ES',
    instalments: 'estimated-tax.instalments',
    holidays: 'estimated-tax.legal-holidays',
    shift: 'next-business-day',
  },
};
