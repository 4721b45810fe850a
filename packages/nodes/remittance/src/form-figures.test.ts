import { defineRulePack, type FactsInput, Rational, assess, type RulePack } from '@gristmill/tax';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseForm } from './form-definition.ts';
import { type FormBooks, formFigures, minorUnitsText } from './form-figures.ts';

const rate = (value: string) => ({
  label: 'Rate',
  kind: 'rate',
  values: [{ start: '2020-01-01', checked: '2026-11-23', citations: ['act'], value }],
});

/** A tax of a tenth of the profit, and of each spouse's own. */
const pack: RulePack = defineRulePack({
  id: 'xx/tax',
  title: 'A tax',
  formulaVersion: 1,
  currency: { code: 'EUR', decimals: 2 },
  facts: {
    profit: { kind: 'money', mayBeNegative: true, label: 'profit' },
    spouse_profit: { kind: 'money', mayBeNegative: true, label: "the spouse's profit", neededWhen: 'there is one' },
    claims: { kind: 'flag', label: 'whether relief is claimed', neededWhen: 'it is' },
    method: { kind: 'choice', label: 'method', options: ['regular', 'simple'], neededWhen: 'never' },
  },
  contradictions: [],
  variables: {
    tax: {
      label: 'Tax',
      entity: 'person',
      period: 'year',
      unit: 'currency',
      citation: 'Act, s. 1',
      formula: 'profit x 10%',
      rounding: { step: Rational.parse('0.01'), rounding: 'halfUp', citation: 'Act, s. 2' },
      compute: (c) =>
        c.money('profit').isAbove(Rational.zero) ? c.money('profit').times(c.rate('rates.tax')) : Rational.zero,
    },
  },
  total: 'tax',
  calendar: {
    authority: 'xx/office',
    form: 'T1',
    instalments: 'rates.dates',
    holidays: 'rates.holidays',
    shift: 'next-business-day',
  },
  parameterFiles: {
    rates: {
      sources: { act: { title: 'Tax Act' } },
      parameters: {
        tax: rate('0.1'),
        dates: {
          label: 'Dates',
          kind: 'instalments',
          values: [
            {
              start: '2020-01-01',
              checked: '2026-11-23',
              citations: ['act'],
              value: [{ month: '4', day: '15', year: 'next', share: '1' }],
            },
          ],
        },
        holidays: {
          label: 'Holidays',
          kind: 'holidays',
          values: [{ start: '2020-01-01', checked: '2026-11-23', citations: ['act'], value: [] }],
        },
      },
    },
  },
});

const head = {
  form: 't1',
  title: 'Form T1',
  authority: 'xx/office',
  sources: { print: { title: 'The form as printed' }, notes: { title: 'Its notes' } },
  editions: [{ from: '2021', to: '2024', checked: '2026-11-23', citations: ['print'] }],
  money: { units: 'whole', rounding: 'halfUp', citations: ['notes'] },
};
const income = { key: 'income', box: '1', label: 'Income', entry: 'income' };
const rent = { key: 'rent', box: '2', label: 'Rent', entry: 'expense' };
const other = { key: 'other', box: { '2021': '3', '2023': '3a' }, label: 'Other', entry: 'other-expenses' };
const profit = {
  key: 'profit',
  box: '4',
  label: 'Profit',
  value: { sum: ['income', '-rent', '-other'] },
  otherwise: 'fact profit',
  agrees: 'fact profit',
};

const books = (income: bigint, expenses: Record<string, bigint>): FormBooks => {
  return { income, refunds: 0n, expenses: new Map(Object.entries(expenses)) };
};

function filled(
  boxes: readonly object[],
  {
    facts = { profit: 1_000_00n },
    year = 2024,
    form = {},
    ...about
  }: {
    facts?: FactsInput;
    year?: number;
    form?: object;
    books?: FormBooks | null;
    figures?: Record<string, unknown>;
    person?: string;
  } = {},
) {
  const definition = parseForm({ ...head, ...form, boxes }, pack);
  const assessment = assess(pack, facts, { year });
  const result = formFigures({ form: definition, pack, assessment, facts, books: null, figures: {}, ...about });
  return { ...result, texts: Object.fromEntries(result.boxes.map(({ box, text }) => [box, text])) };
}

describe('figures of a form', () => {
  test('facts, lines and parameters, each rounded as the form takes money', () => {
    const { texts, citations } = filled(
      [
        { key: 'profit', box: '1', label: 'Profit', value: 'fact profit' },
        { key: 'tax', box: '2', label: 'Tax', value: 'line tax' },
        { key: 'down', box: '3', label: 'Tax', value: 'line tax', rounding: 'down' },
        { key: 'rate', box: '4', label: 'Rate', value: { product: ['parameter rates.tax', '100'] } },
        { key: 'method', box: 'A', label: 'Method', kind: 'text', value: 'fact method' },
        { key: 'claims', box: 'B', label: 'Claims', kind: 'tick', value: 'fact claims' },
      ],
      { facts: { profit: -12_345_50n, claims: true, method: 'simple' } },
    );
    // Below zero an amount is rounded like the same one above it.
    expect(texts).toEqual({ '1': '-12346', '2': '0', '3': '0', '4': '10', A: 'simple', B: 'X' });
    expect(citations.map(({ title }) => title)).toEqual(['The form as printed', 'Its notes']);
  });

  test('the books fill the boxes that are called as their categories, and the others together', () => {
    const kept = books(1_500_40n, { rent: 300_20n, hosting: 150_10n, tea: 50_10n });
    const { texts, boxes, findings } = filled([income, rent, other, profit], { books: kept });
    expect(texts).toEqual({ '1': '1500', '2': '300', '3a': '200', '4': '1000' });
    expect(boxes[2]).toMatchObject({ amount: '20000', source: 'expenses of the books: hosting, tea' });
    expect(findings).toEqual([]);
  });

  test('a difference of the form’s own roundings is none; more than that is told', () => {
    const kept = books(1_500_49n, { rent: 300_49n, tea: 200_49n });
    // 1500 - 300 - 200 = 1000 on paper; 999.51 in truth.
    expect(filled([income, rent, other, profit], { books: kept, facts: { profit: 999_51n } }).findings).toEqual([]);
    expect(filled([income, rent, other, profit], { books: kept, facts: { profit: 998_49n } }).findings).toEqual([
      expect.objectContaining({ kind: 'disagrees', message: expect.stringContaining('998.49') as string }),
    ]);
  });

  test('what nobody said is left open, with all that depends on it', () => {
    const alone = { ...profit, otherwise: undefined };
    const { texts, findings } = filled([income, rent, other, alone], { figures: { rent: 300_00 } });
    expect(texts).toEqual({ '1': null, '2': '300', '3a': null, '4': null });
    expect(findings).toEqual([
      expect.objectContaining({
        kind: 'to-be-filled-in',
        message: expect.stringContaining('in 1, 3a, zeros') as string,
      }),
    ]);
    // The total may be known where its parts are not.
    expect(filled([income, rent, other, profit]).texts).toMatchObject({ '1': null, '4': '1000' });
    const rest = { income: '150000', everything_else: 0 };
    expect(filled([income, rent, other, alone], { figures: rest }).texts).toMatchObject({
      '2': '0',
      '3a': '0',
      '4': '1500',
    });
  });

  test('an income whose box only the taxpayer can choose', () => {
    const chosen = { ...income, entry: 'figure' };
    const kept = books(1_500_00n, {});
    expect(filled([chosen], { books: kept }).texts).toEqual({ '1': null });
    expect(filled([chosen], { books: kept, figures: { income: 'books' } }).texts).toEqual({ '1': '1500' });
    expect(() => filled([chosen], { figures: { income: 'books' } })).toThrow(
      expect.objectContaining({ code: 'FORM_FIGURES_MALFORMED' }),
    );
  });

  test('categories without a box are told', () => {
    const { findings } = filled([income, rent], { books: books(1n, { rent: 1n, tea: 2n }) });
    expect(findings).toEqual([
      expect.objectContaining({ kind: 'category-without-box', message: expect.stringContaining('tea') as string }),
    ]);
  });

  test('an expense whose box only the taxpayer can state is told until it is stated', () => {
    const meals = { key: 'meals', box: '5', label: 'Half of meals', entry: 'figure' };
    const kept = books(1_000_00n, { meals: 100_00n });
    const about = { books: kept, figures: { everything_else: 0 } };
    expect(filled([income, rent, other, meals], about).findings).toEqual([
      expect.objectContaining({ kind: 'category-without-figure', message: expect.stringContaining('in 5') as string }),
    ]);
    const stated = filled([income, rent, other, meals], { books: kept, figures: { meals: 50_00 } });
    expect([stated.texts['5'], stated.texts['3a'], stated.findings]).toEqual(['50', '0', []]);
  });

  test('a category that is called like a computed box is one of the others', () => {
    const { texts } = filled([income, rent, other, profit], { books: books(1_000_00n, { profit: 7_00n }) });
    expect(texts['3a']).toBe('7');
  });

  test('conditions, bounds and claims that nobody made', () => {
    const { texts } = filled(
      [
        { key: 'a', box: '1', label: 'a', value: { if: 'fact claims', give: '1', else: '2' } },
        { key: 'b', box: '2', label: 'b', value: { notBelowZero: { sum: ['a', '-fact profit'] } } },
        { key: 'c', box: '3', label: 'c', value: { larger: ['a', { smaller: ['5', 'fact profit'] }] } },
        { key: 'd', box: '4', label: 'd', value: 'fact? spouse_profit', blankWhenZero: 'true' },
        {
          key: 'e',
          box: '5',
          label: 'e',
          value: { if: { above: ['fact profit', '999'] }, give: 'unknown', else: '0' },
        },
      ],
      { facts: { profit: 1_000_00n } },
    );
    expect(texts).toEqual({ '1': '2', '2': '0', '3': '5', '4': '', '5': null });
  });

  test('each person has a form', () => {
    const persons = { taxpayer: '', spouse: 'spouse_' };
    const own = [{ key: 'profit', box: '1', label: 'Profit', value: 'fact {person}profit' }];
    const facts = { profit: 1_00n, spouse_profit: 2_00n };
    expect(filled(own, { facts, form: { persons } }).texts).toEqual({ '1': '1' });
    expect(filled(own, { facts, form: { persons }, person: 'spouse' }).texts).toEqual({ '1': '2' });
    expect(() => filled(own, { facts, form: { persons }, person: 'child' })).toThrow(
      expect.objectContaining({ code: 'FORM_FIGURES_MALFORMED' }),
    );
  });

  test('boxes are those of the form’s year; a year that was not compared is told, one before is refused', () => {
    expect(Object.keys(filled([other], { year: 2022 }).texts)).toEqual(['3']);
    expect(Object.keys(filled([other], { year: 2023 }).texts)).toEqual(['3a']);
    expect(filled([{ ...other, box: { '2021': '-', '2023': '3' } }], { year: 2022 }).texts).toEqual({});
    expect(filled([other], { year: 2025 }).findings).toContainEqual(
      expect.objectContaining({ kind: 'edition-unchecked', message: expect.stringContaining('2025') as string }),
    );
    expect(() => filled([other], { year: 2020 })).toThrow(expect.objectContaining({ code: 'FORM_EDITION_UNKNOWN' }));
  });

  test.each<[string, object]>([
    ['a box of the form that is computed', { profit: 1 }],
    ['no box', { rnet: 1 }],
    ['half a cent', { rent: 0.5 }],
    ['words', { rent: 'much' }],
  ])('figures for %s are refused', (_, figures) => {
    expect(() => filled([income, rent, other, profit], { figures: figures as Record<string, unknown> })).toThrow(
      expect.objectContaining({ code: 'FORM_FIGURES_MALFORMED' }),
    );
  });

  test.each<[string, readonly object[]]>([
    ['a box that is none', [{ key: 'a', box: '1', label: 'a', value: 'b' }]],
    ['a line that the pack has not', [{ key: 'a', box: '1', label: 'a', value: 'line b' }]],
    ['a fact that the pack has not', [{ key: 'a', box: '1', label: 'a', value: 'fact b' }]],
    ['a parameter that the pack has not', [{ key: 'a', box: '1', label: 'a', value: 'parameter b.c' }]],
    ['itself', [{ key: 'a', box: '1', label: 'a', value: { sum: ['a', '1'] } }]],
    [
      'itself through another',
      [
        { key: 'a', box: '1', label: 'a', value: 'b' },
        { key: 'b', box: '2', label: 'b', value: 'a' },
      ],
    ],
    ['nothing at all', [{ key: 'a', box: '1', label: 'a' }]],
    ['a key twice', [income, income]],
    ['an unknown word', [{ ...income, boxx: '1' }]],
  ])('a form that names %s is refused', (_, boxes) => {
    expect(() => parseForm({ ...head, boxes }, pack)).toThrow(expect.objectContaining({ code: 'FORM_MALFORMED' }));
  });

  test('invariant 16: written totals are the sums of what is written, and never further from the truth than their roundings', () => {
    const cents = fc.bigInt(0n, 10n ** 9n);
    fc.assert(
      fc.property(cents, cents, cents, (received, paid, rest) => {
        const facts = { profit: received - paid - rest };
        const { texts, findings } = filled([income, rent, other, profit], {
          facts,
          books: books(received, { rent: paid, tea: rest }),
        });
        const [one, two, three, four] = ['1', '2', '3a', '4'].map((box) => BigInt(texts[box]!));
        expect(four).toBe(one! - two! - three!);
        expect(findings).toEqual([]);
        const distance = four! * 100n - facts.profit;
        expect(distance < 0n ? -distance : distance).toBeLessThanOrEqual(150n);
      }),
      { numRuns: 50 },
    );
  });

  test('minor units in any currency', () => {
    expect([minorUnitsText(-5n, 2), minorUnitsText(12n, 0), minorUnitsText(1n, 3)]).toEqual(['-0.05', '12', '0.001']);
  });
});
