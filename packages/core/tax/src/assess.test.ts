import { describe, expect, it, test } from 'vitest';
import { assess, assessLines } from './assess.ts';
import { assessment as assessmentSchema } from './assessment.ts';
import { scheduleDocument, windowTax, windowTaxPack } from './example-pack.ts';
import { explain } from './explain.ts';
import { Rational } from './rational.ts';
import { defineRulePack } from './rule-pack.ts';
import type { NumberVariable, Variable } from './variable.ts';

const cottage = { dwelling: 'cottage', rent: 80_001n };

test('every line says what it came from', () => {
  const assessment = assess(windowTaxPack, cottage, { year: 2026 });
  expect(assessment).toEqual({
    schema: 'gristmill/assessment/1',
    pack: windowTaxPack.cid,
    packId: 'xx/window-tax',
    title: 'Window tax of Examplia',
    year: 2026,
    asOf: '2026-01-01',
    knownAt: null,
    currency: { code: 'XXD', decimals: 2 },
    lines: [
      {
        variable: 'relief',
        label: 'Relief for listed dwellings',
        entity: 'tax-unit',
        period: 'year',
        unit: 'currency',
        amount: '0',
        exact: '0',
        formula: 'one tenth of the rent above 1,000 when listed',
        citation: 'Window Act § 2',
        rounding: null,
        inputs: [{ kind: 'fact', name: 'rent', unit: 'currency', value: '80001' }],
        parameters: [],
      },
      {
        variable: 'tax',
        label: 'Window tax',
        entity: 'tax-unit',
        period: 'year',
        unit: 'currency',
        // 500 x 6% + 300.01 x 12.5% = 67.50125
        amount: '6750',
        exact: '67.5',
        formula: 'the schedule on rent less relief',
        citation: 'Window Act § 1',
        rounding: { step: '0.01', rounding: 'halfUp', citation: 'Window Act § 9' },
        inputs: [
          { kind: 'fact', name: 'rent', unit: 'currency', value: '80001' },
          { kind: 'fact', name: 'dwelling', unit: 'choice', value: 'cottage' },
          { kind: 'variable', name: 'relief', unit: 'currency', value: '0' },
        ],
        parameters: [
          {
            path: 'schedule.brackets[cottage]',
            value: '0.06 from 0, 0.125 from 500',
            start: '2026-01-01',
            published: '2025-11-05',
            checked: '2026-11-22',
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
  expect(assessmentSchema.parse(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
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
      message: 'The assessment needs 2 facts that were not stated:\n  dwelling: kind of dwelling\n  rent: yearly rent',
      hint: expect.stringContaining(`gristmill tax facts ${windowTaxPack.id} --template`) as string,
    }),
  );
  expect(() => assess(windowTaxPack, { ...cottage, rent: 100_001 }, { year: 2026 })).toThrow(
    expect.objectContaining({
      code: 'FACTS_MISSING',
      message:
        'The assessment needs listed: whether the dwelling is a listed one; needed when the rent is above 1,000.',
    }),
  );
});

test.each([
  [{ ...cottage, rents: 1n }, 'rents is not a fact of this pack (did you mean rent?)'],
  [{ ...cottage, Dwelling: 'manor' }, 'Dwelling is not a fact of this pack (did you mean dwelling?)'],
  [{ ...cottage, rent: -1n }, 'rent must be a non-negative integer of minor units, not -1'],
  [
    { ...cottage, rent: 0.5 },
    'rent must be a non-negative integer of minor units, not 0.5 (did you mean 50 for 0.5 XXD?)',
  ],
  [
    { ...cottage, rent: '12.50' },
    'rent must be a non-negative integer of minor units, not "12.50" (did you mean 1250 for 12.50 XXD?)',
  ],
  [
    { ...cottage, rent: '1,234' },
    'rent must be a non-negative integer of minor units, not "1,234" (did you mean 123400 for 1,234 XXD?)',
  ],
  [{ ...cottage, rent: '-1.50' }, 'rent must be a non-negative integer of minor units, not "-1.50"'],
  [{ ...cottage, rent: 1.005 }, 'rent must be a non-negative integer of minor units, not 1.005'],
  [{ ...cottage, rent: '$5' }, 'rent must be a non-negative integer of minor units, not "$5"'],
  [{ ...cottage, rent: null }, 'rent must be a non-negative integer of minor units, not null'],
  [
    { ...cottage, dwelling: 'Cottage' },
    'dwelling must be one of cottage, manor, not "Cottage" (did you mean cottage?)',
  ],
  [{ ...cottage, dwelling: 'castle' }, 'dwelling must be one of cottage, manor, not "castle"'],
  [{ ...cottage, listed: 'yes' }, 'listed must be true or false, not "yes" (did you mean true?)'],
  [{ ...cottage, listed: 'x'.repeat(500) }, `listed must be true or false, not "${'x'.repeat(79)}…`],
  [{ dwelling: 'manor', rent: 0n }, 'a manor has a rent above 0'],
  // Only facts that could be read are held against each other.
  [{ dwelling: 'manor', rent: 0n, listed: 1 }, 'listed must be true or false, not 1'],
  [{ ...cottage, toString: 1 }, 'toString is not a fact of this pack'],
])('refuses facts that cannot be right: %s', (facts, why) => {
  expect(() => assess(windowTaxPack, facts, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED', message: `The facts cannot be right: ${why}.` }),
  );
});

function hintOf(facts: Record<string, unknown>): string {
  try {
    assess(windowTaxPack, { ...cottage, ...facts }, { year: 2026 });
  } catch (error) {
    return (error as { hint: string }).hint;
  }
  throw new Error('these facts are taken');
}

test('lists the facts of the pack only to who is nowhere near one', () => {
  expect(hintOf({ chimneys: 1 })).toBe(`\`gristmill tax facts ${windowTaxPack.id}\` lists what this pack may be told.`);
  expect(hintOf({ rents: 1 })).toContain('minor units of XXD, of which 100 make one');
});

test('reads money as bigint, number or digits alike', () => {
  const totals = [80_001n, 80_001, '80001'].map(
    (rent) => assess(windowTaxPack, { ...cottage, rent }, { year: 2026 }).total,
  );
  expect(totals).toEqual(['6750', '6750', '6750']);
});

function packWith(variables: Record<string, NumberVariable['compute']>) {
  const tax = windowTax.variables['tax'] as NumberVariable;
  const declared = Object.entries(variables).map(([name, compute]) => [name, { ...tax, compute }]);
  return defineRulePack({ ...windowTax, variables: Object.fromEntries(declared) as Record<string, Variable> });
}

test('formulas that run in a circle are named, and no others', () => {
  const pack = packWith({
    tax: (c) => c.variable('base'),
    base: (c) => c.variable('done').plus(c.variable('relief')),
    done: () => Rational.one,
    relief: (c) => c.variable('base'),
  });
  expect(() => assess(pack, cottage, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'RULE_CYCLE', message: 'In xx/window-tax, base needs relief needs base.' }),
  );
});

test.each<[string, NumberVariable['compute']]>([
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

describe('decisions, counts, dates and outputs', () => {
  const text = { label: 'x', entity: 'transaction', period: 'moment', citation: 'Toll Act', formula: 'x' } as const;
  const toll = defineRulePack({
    ...windowTax,
    id: 'xx/toll',
    facts: {
      carts: { kind: 'count', label: 'carts that cross', maximum: 100 },
      crossing: { kind: 'date', label: 'the day of crossing' },
      refund: { kind: 'money', label: 'correction of an earlier toll', mayBeNegative: true },
      dwelling: { kind: 'choice', label: 'kind', options: ['cottage', 'manor'], neededWhen: 'never' },
    },
    contradictions: [],
    variables: {
      gate: {
        ...text,
        unit: 'choice',
        options: ['north', 'south'],
        compute: (c) => (c.date('crossing') < '2026-07-01' ? 'north' : 'south'),
      },
      carts_at_night: { ...text, unit: 'count', compute: (c) => Rational.of(c.count('carts'), 2n) },
      toll: {
        ...text,
        unit: 'currency',
        compute: (c) =>
          c
            .money('refund')
            .plus(Rational.of(c.decision('gate') === 'north' ? 1n : 3n))
            .plus(c.isStated('dwelling') ? Rational.one : Rational.zero),
      },
    },
    outputs: ['toll', 'carts_at_night'],
    total: 'toll',
    taxYearStart: { month: 4, day: 6 },
  });
  const facts = { carts: 3, crossing: '2026-06-30', refund: '-250' };

  it('shows each line in its own unit, the total last', () => {
    const { lines, total, year } = assess(toll, facts, { asOf: '2026-04-05' });
    expect(lines.map(({ variable, unit, amount }) => [variable, unit, amount])).toEqual([
      ['gate', 'choice', 'north'],
      ['carts_at_night', 'count', '1.5'],
      ['toll', 'currency', '-150'],
    ]);
    expect({ total, year }).toEqual({ total: '-150', year: 2025 });
    expect(assess(toll, facts, { year: 2026 }).asOf).toBe('2026-04-06');
  });

  it('gives the same lines without the why', () => {
    expect(assessLines(toll, facts, { year: 2026 })).toEqual({ gate: 'north', carts_at_night: '1.5', toll: '-150' });
    expect(Object.keys(assessLines(toll, facts, { year: 2026 })).at(-1)).toBe('toll');
    expect(assessLines(toll, { ...facts, dwelling: 'manor' }, { year: 2026 })['toll']).toBe('-50');
  });

  it.each([
    [{ carts: 101 }, 'carts must be an integer from 0 to 100, not 101'],
    [{ carts: 1.5 }, 'carts must be an integer from 0 to 100, not 1.5'],
    [{ crossing: '2026-02-30' }, 'crossing must be a date YYYY-MM-DD, not "2026-02-30"'],
    [{ refund: '1e3' }, 'refund must be an integer of minor units, not "1e3"'],
    [{ refund: '9'.repeat(40) }, 'refund must be an integer of minor units'],
  ])('refuses %j', (wrong, why) => {
    expect(() => assess(toll, { ...facts, ...wrong }, { year: 2026 })).toThrow(
      expect.objectContaining({ code: 'FACTS_MALFORMED', message: expect.stringContaining(why) as string }),
    );
  });

  it.each<[string, Variable]>([
    ['comes to none of its options', { ...text, unit: 'choice', options: ['north'], compute: () => 'west' }],
    [
      'reads a number as a decision',
      { ...text, unit: 'choice', options: ['north'], compute: (c) => c.decision('tax') },
    ],
    ['reads a decision as a number', { ...text, unit: 'rate', compute: (c) => c.variable('decided') }],
  ])('a line that %s is a malformed pack', (_, odd) => {
    const decided: Variable = { ...text, unit: 'choice', options: ['north'], compute: () => 'north' };
    const pack = defineRulePack({
      ...windowTax,
      variables: { ...windowTax.variables, odd, decided },
      outputs: ['odd'],
    });
    expect(() => assess(pack, cottage, { year: 2026 })).toThrow(
      expect.objectContaining({ code: 'RULE_PACK_MALFORMED' }),
    );
  });
});

describe('what the law was, as it was known', () => {
  const document = scheduleDocument();
  document.parameters.brackets.values.splice(1, 0, {
    start: '2025-01-01',
    published: '2025-07-04',
    checked: '2026-11-22',
    citations: ['gazette'],
    choices: { cottage: [['0', '0.1']], manor: [['0', '0.3']] },
  } as never);
  const pack = defineRulePack({ ...windowTax, parameterFiles: { schedule: document } });
  const facts = { dwelling: 'cottage', rent: 10_000n };

  it('answers with the law of the day of knowing, for ever', () => {
    expect(assess(pack, facts, { year: 2025 }).total).toBe('1000');
    expect(assess(pack, facts, { year: 2025, knownAt: '2025-07-03' })).toMatchObject({
      total: '500',
      asOf: '2025-01-01',
      knownAt: '2025-07-03',
    });
    expect(assess(pack, facts, { year: 2025, knownAt: '2025-07-04' }).total).toBe('1000');
    // The value of 2026 was published in November 2025: in October the corrected one of 2025 still stood for 2026 too.
    expect(assess(pack, facts, { year: 2026, knownAt: '2025-10-31' }).total).toBe('1000');
    expect(assess(pack, facts, { year: 2026 }).total).toBe('600');
  });

  it('says so where nothing was published yet', () => {
    expect(() => assess(pack, facts, { year: 2025, knownAt: '2024-12-31' })).toThrow(
      expect.objectContaining({
        code: 'PARAMETER_NOT_IN_FORCE',
        message: expect.stringContaining('that was known on 2024-12-31') as string,
      }),
    );
  });
});
