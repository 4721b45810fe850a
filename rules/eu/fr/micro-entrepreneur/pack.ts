import type { RulePackDefinition } from '@gristmill/tax';
import { contradictions, dueLineNames, facts, formulaVersion, variables } from './formulas.ts';

/** All of the pack but its parameters, which lie beside this file as YAML. */
export const frMicroEntrepreneur: Omit<RulePackDefinition, 'parameterFiles'> = {
  id: 'eu/fr/micro-entrepreneur',
  title: 'France, contributions and final tax of a micro-entrepreneur',
  formulaVersion,
  currency: { code: 'EUR', decimals: 2 },
  facts,
  contradictions,
  variables,
  outputs: ['income_tax_abatement', 'income_after_abatement', 'ceilings', 'final_tax_option', ...dueLineNames],
  total: 'total_due',
  calendar: {
    authority: 'fr/urssaf',
    form: 'micro-social',
    instalments: 'declarations.due-dates',
    holidays: 'declarations.holidays',
    shift: 'same-day',
  },
};
