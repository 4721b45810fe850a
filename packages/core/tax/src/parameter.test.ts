import { expect, test } from 'vitest';
import { type CivilDate, civilDateOf } from './civil-date.ts';
import { scheduleDocument } from './example-pack.ts';
import { parameterAt } from './parameter.ts';
import { parseParameterFile } from './parameter-file.ts';
import { Rational } from './rational.ts';

type Document = ReturnType<typeof scheduleDocument>;

const on = (year: number, month: number, day: number) => ({ asOf: civilDateOf(year, month, day), knownAt: null });

const parsed = () => new Map(parseParameterFile('schedule', scheduleDocument()).map((p) => [p.path, p]));

function malformed(change: (document: Document) => void): string {
  const document = scheduleDocument();
  change(document);
  try {
    parseParameterFile('schedule', document);
  } catch (error) {
    expect(error).toMatchObject({ code: 'RULE_PACK_MALFORMED' });
    return (error as Error).message;
  }
  throw new Error('the document was accepted');
}

test('each date has the value that was in force on it', () => {
  const brackets = parsed().get('schedule.brackets')!;
  expect(parameterAt(brackets, on(2025, 12, 31)).start).toBe('2025-01-01');
  const value = parameterAt(brackets, on(2026, 1, 1));
  expect(value).toMatchObject({
    start: '2026-01-01',
    until: '2026-12-31',
    published: '2025-11-05',
    citations: [
      { title: 'Window Act', url: null },
      { title: 'Gazette', url: 'https://example.org/gazette' },
    ],
  });
  expect(value.value).toEqual(
    new Map([
      [
        'cottage',
        {
          kind: 'brackets',
          brackets: [
            { from: Rational.zero, rate: Rational.of(6n, 100n) },
            { from: Rational.of(500n), rate: Rational.of(1n, 8n) },
          ],
        },
      ],
      ['manor', { kind: 'brackets', brackets: [{ from: Rational.zero, rate: Rational.of(1n, 4n) }] }],
    ]),
  );
});

test('before the first value, and after one that lapses, there is none', () => {
  const brackets = parsed().get('schedule.brackets')!;
  for (const date of [civilDateOf(2024, 12, 31), civilDateOf(2027, 1, 1)]) {
    expect(() => parameterAt(brackets, { asOf: date, knownAt: null })).toThrow(
      expect.objectContaining({
        code: 'PARAMETER_NOT_IN_FORCE',
        message: `Parameter schedule.brackets has no value on ${date}; it is known for 2025-01-01 to 2026-12-31.`,
      }),
    );
  }
});

test('what had not been published yet is said to be known since when it was', () => {
  const brackets = parsed().get('schedule.brackets')!;
  const yearly = brackets.values.map((value, i) => ({
    ...value,
    until: civilDateOf(2025 + i, 12, 31),
    published: civilDateOf(2024 + i, 10, 24),
  }));
  // Corrected after it was in force: it has been known since the first publication.
  yearly.push({ ...yearly[1]!, published: civilDateOf(2026, 2, 1) });
  const valueKnownOn = (knownAt: CivilDate) => {
    return (asOf = civilDateOf(2026, 6, 1)) => parameterAt({ ...brackets, values: yearly }, { asOf, knownAt });
  };
  expect(valueKnownOn(civilDateOf(2025, 10, 23))).toThrow(
    'no value on 2026-06-01 that was known on 2025-10-23; it is known for 2025-01-01 to 2025-12-31, and that of 2026-06-01 since 2025-10-24.',
  );
  expect(valueKnownOn(civilDateOf(2024, 10, 24))).toThrow('it is known for 2025-01-01 to 2025-12-31, and that of');
  expect(valueKnownOn(civilDateOf(2024, 1, 1))).toThrow(
    'nothing of it was known, and that of 2026-06-01 since 2025-10-24.',
  );
  expect(valueKnownOn(civilDateOf(2025, 10, 24))()).toBe(yearly[1]);
  for (const asOf of [civilDateOf(2026, 1, 1), civilDateOf(2026, 12, 31)]) {
    expect(() => valueKnownOn(civilDateOf(2025, 10, 23))(asOf)).toThrow(`and that of ${asOf} since 2025-10-24.`);
  }
});

test('a misspelt key is named with its path', () => {
  const message = malformed(({ parameters }) => {
    Object.assign(parameters.brackets.values[1]!, { chekced: '2026-11-22' });
  });
  expect(message).toContain('chekced');
  expect(message).toContain('parameters.brackets.values[1]');
});

test('a value without a citation, or with an unknown one, is refused', () => {
  expect(malformed(({ parameters }) => (parameters.brackets.values[0]!.citations = []))).toContain(
    'a value needs at least one citation',
  );
  expect(malformed(({ parameters }) => (parameters.brackets.values[0]!.citations = ['atc']))).toContain(
    '"atc" is not among the file\'s sources',
  );
});

test.each<[string, (document: Document) => void, string]>([
  [
    'values out of order',
    ({ parameters }) => (parameters.brackets.values = parameters.brackets.values.toReversed()),
    'is not after the value before it',
  ],
  ['a day that is none', ({ parameters }) => (parameters.holidays.values[0]!.start = '2025-02-30'), 'values[0].start'],
  ['a rate above 1', ({ parameters }) => (parameters.brackets.values[0]!.choices.manor = [['0', '1.2']]), 'not a rate'],
  [
    'a float that YAML made',
    ({ parameters }) => Object.assign(parameters.brackets.values[0]!.choices.manor[0]!, { 1: 0.2 }),
    'manor[0][1]',
  ],
  [
    'thresholds that fall',
    ({ parameters }) =>
      (parameters.brackets.values[0]!.choices.manor = [
        ['0', '0.1'],
        ['10', '0.2'],
        ['5', '0.3'],
      ]),
    'bracket thresholds do not ascend',
  ],
  [
    'shares that make no whole',
    ({ parameters }) => (parameters.instalments.values[0]!.value[0]!.share = '0.4'),
    'do not add up to 1',
  ],
  [
    'one value where choices belong',
    ({ parameters }) => Object.assign(parameters.brackets.values[0]!, { value: [['0', '0.1']] }),
    'does not belong here',
  ],
  [
    'choices without `by`',
    ({ parameters }) => Object.assign(parameters.holidays.values[0]!, { value: undefined, choices: { cottage: [] } }),
    'is missing',
  ],
  ['an unknown kind', ({ parameters }) => (parameters.holidays.kind = 'hollidays'), 'parameters.holidays.kind'],
])('refuses %s', (_, change, expected) => {
  expect(malformed(change)).toContain(expected);
});
