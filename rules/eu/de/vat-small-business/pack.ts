import type { RulePackDefinition } from '@gristmill/tax';
import { contradictions, dueLineNames, facts, formulaVersion, variables } from './formulas.ts';

/** All of the pack but its parameters, which lie beside this file as YAML. */
export const deVatSmallBusiness: Omit<RulePackDefinition, 'parameterFiles'> = {
  id: 'eu/de/vat-small-business',
  title: 'Germany, VAT small-business exemption and advance returns',
  formulaVersion,
  currency: { code: 'EUR', decimals: 2 },
  facts,
  contradictions,
  variables,
  outputs: ['advance_returns', 'vat_repayable', ...dueLineNames],
  total: 'vat_payable',
  calendar: {
    authority: 'de/finanzamt',
    form: 'USt-Voranmeldung',
    instalments: 'advance-return.due-dates',
    holidays: 'advance-return.holidays',
    shift: 'next-business-day',
  },
};
