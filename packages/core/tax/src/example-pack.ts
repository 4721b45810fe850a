import { Rational } from './rational.ts';
import { defineRulePack, type RulePack, type RulePackDefinition } from './rule-pack.ts';
import { taxOnBrackets } from './brackets.ts';

/** A made-up tax, small enough to check by hand, that the tests of this package share. */
export const windowTax: RulePackDefinition = {
  id: 'xx/window-tax',
  title: 'Window tax of Examplia',
  formulaVersion: 1,
  currency: { code: 'XXD', decimals: 2 },
  facts: {
    dwelling: { kind: 'choice', label: 'kind of dwelling', options: ['cottage', 'manor'] },
    rent: { kind: 'money', label: 'yearly rent' },
    listed: { kind: 'flag', label: 'whether the dwelling is a listed one', neededWhen: 'the rent is above 1,000' },
  },
  contradictions: [
    (given) => (given.get('dwelling') === 'manor' && given.get('rent') === 0n ? 'a manor has a rent above 0' : null),
  ],
  variables: {
    relief: {
      label: 'Relief for listed dwellings',
      entity: 'tax-unit',
      period: 'year',
      unit: 'currency',
      citation: 'Window Act § 2',
      formula: 'one tenth of the rent above 1,000 when listed',
      compute: (c) =>
        c.money('rent').isAbove(Rational.of(1000n)) && c.flag('listed')
          ? c.money('rent').times(Rational.of(1n, 10n))
          : Rational.zero,
    },
    tax: {
      label: 'Window tax',
      entity: 'tax-unit',
      period: 'year',
      unit: 'currency',
      citation: 'Window Act § 1',
      formula: 'the schedule on rent less relief',
      rounding: { step: Rational.of(1n, 100n), rounding: 'halfUp', citation: 'Window Act § 9' },
      compute: (c) => taxOnBrackets(c.money('rent').minus(c.variable('relief')), c.brackets('schedule.brackets')),
    },
  },
  total: 'tax',
  calendar: {
    authority: 'xx/crown',
    form: 'W-1',
    instalments: 'schedule.instalments',
    holidays: 'schedule.holidays',
    shift: 'next-business-day',
  },
  parameterFiles: { schedule: scheduleDocument() },
};

export function scheduleDocument() {
  const dated = { start: '2025-01-01', checked: '2026-11-22', citations: ['act'] };
  return {
    sources: { act: { title: 'Window Act' }, gazette: { title: 'Gazette', url: 'https://example.org/gazette' } },
    parameters: {
      brackets: {
        label: 'Rates',
        kind: 'brackets',
        by: 'dwelling',
        values: [
          {
            ...dated,
            choices: {
              cottage: [
                ['0', '0.05'],
                ['500', '0.125'],
              ],
              manor: [['0', '0.2']],
            },
          },
          {
            start: '2026-01-01',
            until: '2026-12-31',
            published: '2025-11-05',
            checked: '2026-11-22',
            citations: ['act', 'gazette'],
            choices: {
              cottage: [
                ['0', '0.06'],
                ['500', '0.125'],
              ],
              manor: [['0', '0.25']],
            },
          },
        ],
      },
      instalments: {
        label: 'Due dates',
        kind: 'instalments',
        values: [
          {
            ...dated,
            value: [
              { month: '6', day: '15', year: 'same', share: '0.5' },
              { month: '1', day: '1', year: 'next', share: '0.5' },
            ],
          },
        ],
      },
      holidays: {
        label: 'Holidays',
        kind: 'holidays',
        values: [{ ...dated, value: [{ name: 'New Year', month: '1', day: '1', observed: 'nearest-weekday' }] }],
      },
    },
  };
}

export const windowTaxPack: RulePack = defineRulePack(windowTax);
