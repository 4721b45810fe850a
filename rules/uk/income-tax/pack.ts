import type { RulePackDefinition } from '@gristmill/tax';
import { contradictions, facts } from './facts.ts';
import { formulaVersion, variables } from './formulas.ts';

/** All of the pack but its parameters, which lie beside this file as YAML. */
export const ukIncomeTax: Omit<RulePackDefinition, 'parameterFiles'> = {
  id: 'uk/income-tax',
  title: 'United Kingdom, income tax and National Insurance of the self-employed',
  formulaVersion,
  currency: { code: 'GBP', decimals: 2 },
  taxYearStart: { month: 4, day: 6 },
  facts,
  contradictions,
  variables,
  outputs: ['class_2_status', 'trading_loss', 'payments_on_account', 'balancing_payment', 'next_payments_on_account'],
  total: 'total_liability',
  calendar: {
    authority: 'uk/hmrc',
    form: 'SA100',
    instalments: 'payments.instalments',
    holidays: 'payments.bank-holidays',
    shift: 'previous-business-day',
  },
};
