import type { RulePackDefinition } from '@gristmill/tax';
import { contradictions, dueLineNames, facts, formulaVersion, variables } from './formulas.ts';

/** All of the pack but its parameters, which lie beside this file as YAML. */
export const ukVat: Omit<RulePackDefinition, 'parameterFiles'> = {
  id: 'uk/vat',
  title: 'United Kingdom, VAT return of a period',
  formulaVersion,
  currency: { code: 'GBP', decimals: 2 },
  facts,
  contradictions,
  variables,
  outputs: [
    ...(['box_1', 'box_2', 'box_3', 'box_4', 'box_5', 'box_6', 'box_7', 'box_8', 'box_9'] as const),
    'direction',
    'vat_repayable',
    'registration',
    ...dueLineNames,
  ],
  total: 'vat_payable',
  calendar: {
    authority: 'uk/hmrc',
    form: 'VAT100',
    instalments: 'vat-return.due-dates',
    holidays: 'vat-return.bank-holidays',
    shift: 'previous-business-day',
  },
};
