import { expect, test } from 'vitest';
import { assess } from './assess.ts';
import { windowTax, windowTaxPack } from './example-pack.ts';
import { explain } from './explain.ts';
import { Rational } from './rational.ts';
import { defineRulePack, type Variable } from './rule-pack.ts';

const cottage = { dwelling: 'cottage', rent: 80_001n };

test('every line says what it came from', () => {
  const assessment = assess(windowTaxPack, cottage, { year: 2026 });
  expect(assessment).toEqual({
    pack: windowTaxPack.cid,
    packId: 'xx/window-tax',
    title: 'Window tax of Examplia',
    year: 2026,
    asOf: '2026-01-01',
    currency: { code: 'XXD', decimals: 2 },
    lines: [
      {
        variable: 'relief',
        label: 'Relief for listed dwellings',
        amount: '0',
        exact: '0',
        formula: 'one tenth of the rent above 1,000 when listed',
        citation: 'Window Act § 2',
        rounding: null,
        inputs: [{ kind: 'fact', name: 'rent', value: '80001' }],
        parameters: [],
      },
      {
        variable: 'tax',
        label: 'Window tax',
        // 500 x 6% + 300.01 x 12.5% = 67.50125
        amount: '6750',
        exact: '67.5',
        formula: 'the schedule on rent less relief',
        citation: 'Window Act § 1',
        rounding: { step: '0.01', rounding: 'halfUp', citation: 'Window Act § 9' },
        inputs: [
          { kind: 'fact', name: 'rent', value: '80001' },
          { kind: 'fact', name: 'dwelling', value: 'cottage' },
          { kind: 'variable', name: 'relief', value: '0' },
        ],
        parameters: [
          {
            path: 'schedule.brackets[cottage]',
            value: '0.06 from 0, 0.125 from 500',
            start: '2026-01-01',
            citations: [
              { title: 'Window Act', url: null },
              { title: 'Gazette', url: 'https://example.org/gazette' },
            ],
          },
        ],
      },
    ],
    total: '6750',
  });
  expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
});

test('the law of the year applies, and a year that the pack does not know is refused', () => {
  expect(assess(windowTaxPack, cottage, { asOf: '2025-07-01' }).total).toBe('6250');
  for (const year of [2024, 2027]) {
    expect(() => assess(windowTaxPack, cottage, { year })).toThrow(
      expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }),
    );
  }
});

test('explains itself from the total down', () => {
  expect(explain(assess(windowTaxPack, { ...cottage, rent: 123_456n, listed: true }, { year: 2026 }))).toBe(
    `Window tax of Examplia, 2026: 106.39 XXD due
rules ${windowTaxPack.cid}

Window tax (tax): 106.39 XXD
  = the schedule on rent less relief [Window Act § 1]
  fact rent: 1,234.56 XXD
  fact dwelling: cottage
  line relief: 123.456
  rule schedule.brackets[cottage]: 0.06 from 0, 0.125 from 500 (since 2026-01-01; Window Act, and 1 more)
  rounded halfUp to 0.01 [Window Act § 9]

Relief for listed dwellings (relief): 123.46 XXD
  = one tenth of the rent above 1,000 when listed [Window Act § 2]
  fact rent: 1,234.56 XXD
  fact listed: true`,
  );
});

test('names all missing facts at once, and a conditional one only when a formula asks for it', () => {
  expect(() => assess(windowTaxPack, {}, { year: 2026 })).toThrow(
    expect.objectContaining({
      code: 'FACTS_MISSING',
      message: 'The assessment needs dwelling (kind of dwelling), rent (yearly rent).',
    }),
  );
  expect(() => assess(windowTaxPack, { ...cottage, rent: 100_001 }, { year: 2026 })).toThrow(
    expect.objectContaining({
      code: 'FACTS_MISSING',
      message:
        'The assessment needs listed (whether the dwelling is a listed one; needed when the rent is above 1,000).',
    }),
  );
});

test.each([
  [{ ...cottage, rents: 1n }, 'rents is not a fact of this pack'],
  [{ ...cottage, rent: -1n }, 'rent must be a non-negative integer of minor units, not -1'],
  [{ ...cottage, rent: 0.5 }, 'rent must be a non-negative integer of minor units, not 0.5'],
  [{ ...cottage, rent: '12.50' }, 'rent must be a non-negative integer of minor units, not "12.50"'],
  [{ ...cottage, dwelling: 'castle' }, 'dwelling must be one of cottage, manor, not "castle"'],
  [{ ...cottage, listed: 'yes' }, 'listed must be true or false, not "yes"'],
  [{ dwelling: 'manor', rent: 0n }, 'a manor has a rent above 0'],
  [{ ...cottage, toString: 1 }, 'toString is not a fact of this pack'],
])('refuses facts that cannot be right: %s', (facts, why) => {
  expect(() => assess(windowTaxPack, facts, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED', message: `The facts cannot be right: ${why}.` }),
  );
});

test('reads money as bigint, number or digits alike', () => {
  const totals = [80_001n, 80_001, '80001'].map(
    (rent) => assess(windowTaxPack, { ...cottage, rent }, { year: 2026 }).total,
  );
  expect(totals).toEqual(['6750', '6750', '6750']);
});

function packWith(variables: Record<string, Variable['compute']>) {
  const { tax } = windowTax.variables;
  const declared = Object.entries(variables).map(([name, compute]) => [name, { ...tax!, compute }]);
  return defineRulePack({ ...windowTax, variables: Object.fromEntries(declared) as Record<string, Variable> });
}

test('formulas that run in a circle are named', () => {
  const pack = packWith({
    tax: (c) => c.variable('base'),
    base: (c) => c.variable('relief').plus(Rational.one),
    relief: (c) => c.variable('base'),
  });
  expect(() => assess(pack, cottage, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'RULE_CYCLE', message: 'In xx/window-tax, base needs relief needs base.' }),
  );
});

test.each<[string, Variable['compute']]>([
  ['an unknown variable', (c) => c.variable('nothing')],
  ['an unknown fact', (c) => c.money('nothing')],
  ['an unknown parameter', (c) => c.amount('schedule.nothing')],
  ['a fact of another kind', (c) => c.money('dwelling')],
  ['a parameter of another kind', (c) => c.rate('schedule.holidays')],
])('a formula that looks at %s is a malformed pack', (_, compute) => {
  expect(() => assess(packWith({ tax: compute }), cottage, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'RULE_PACK_MALFORMED' }),
  );
});
