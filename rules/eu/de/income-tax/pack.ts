import type { RulePackDefinition } from '@gristmill/tax';
import { contradictions, facts, formulaVersion, variables } from './formulas.ts';

/** All of the pack but its parameters, which lie beside this file as YAML. */
export const deIncomeTax: Omit<RulePackDefinition, 'parameterFiles'> = {
  id: 'eu/de/income-tax',
  title: 'Germany, income tax and solidarity surcharge',
  formulaVersion,
  currency: { code: 'EUR', decimals: 2 },
  facts,
  contradictions,
  variables,
  outputs: ['prepayments', 'solidarity_prepayments', 'final_payment'],
  total: 'total_tax',
  calendar: {
    authority: 'de/finanzamt',
    form: 'ESt-Vorauszahlung',
    instalments: 'prepayments.instalments',
    holidays: 'prepayments.holidays',
    shift: 'next-business-day',
  },
};
