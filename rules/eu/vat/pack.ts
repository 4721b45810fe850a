import type { RulePackDefinition } from '@gristmill/tax';
import { contradictions, facts, formulaVersion, variables } from './formulas.ts';

/** All of the pack but its parameters, which lie beside this file as YAML. */
export const euVat: Omit<RulePackDefinition, 'parameterFiles'> = {
  id: 'eu/vat',
  title: 'European Union, value added tax on services',
  formulaVersion,
  currency: { code: 'EUR', decimals: 2 },
  facts,
  contradictions,
  variables,
  outputs: ['scheme', 'vat_rate', 'vat_due', 'taxable_amount', 'vat_reverse_charged', 'invoice_total'],
  total: 'vat_charged',
  calendar: {
    authority: 'eu/member-state-of-identification',
    form: 'OSS VAT return',
    instalments: 'one-stop-shop.instalments',
    holidays: 'one-stop-shop.holidays',
    shift: 'same-day',
  },
};
