import { z } from 'zod';
import { type CivilDate, civilDate, WEEKDAYS, type Weekday } from './civil-date.ts';
import { rulePackMalformed, TaxError } from './errors.ts';
import { Rational } from './rational.ts';

/** Where a value comes from: a statute, a notice, an official table. */
export interface Citation {
  title: string;
  url: string | null;
}

/** Income from `from` (inclusive, in currency units) on is taxed at `rate`, up to the next bracket. */
export interface Bracket {
  from: Rational;
  rate: Rational;
}

/** One payment of a year's tax: `share` of it is due on this day of the tax year or the year after. */
export interface InstalmentRule {
  month: number;
  day: number;
  year: 'same' | 'next';
  share: Rational;
}

/** A legal holiday: a fixed day of the year, or the nth weekday of a month. */
export type HolidayRule =
  | { name: string; month: number; day: number }
  | { name: string; month: number; weekday: Weekday; nth: 1 | 2 | 3 | 4 | 'last' };

export type ParameterValue =
  | { kind: 'amount'; amount: Rational }
  | { kind: 'rate'; rate: Rational }
  | { kind: 'brackets'; brackets: readonly Bracket[] }
  | { kind: 'instalments'; instalments: readonly InstalmentRule[] }
  | { kind: 'holidays'; holidays: readonly HolidayRule[] };

/** What the law said from `start` on: until the next value, or through `until` where it lapses by itself. */
export interface DatedValue {
  start: CivilDate;
  until: CivilDate | null;
  /** Null where no date of first publication was found. */
  published: CivilDate | null;
  checked: CivilDate;
  citations: readonly Citation[];
  /** One value, or one for each choice of the fact that the parameter's `by` names. */
  value: ParameterValue | ReadonlyMap<string, ParameterValue>;
}

export interface Parameter {
  /** `<file>.<key>`, for example `self-employment-tax.wage-base`. */
  path: string;
  label: string;
  kind: ParameterValue['kind'];
  /** The choice fact (a filing status, say) that the value depends on. */
  by: string | null;
  /** Oldest first. */
  values: readonly DatedValue[];
}

/**
 * The value in force on `date`.
 *
 * @throws TaxError `PARAMETER_NOT_IN_FORCE` before the first value, and after the last day of one that has no successor.
 */
export function parameterAt(parameter: Parameter, date: CivilDate): DatedValue {
  const found = parameter.values.findLast(({ start }) => start <= date);
  if (found === undefined || (found.until !== null && found.until < date)) {
    const spans = parameter.values.map(({ start, until }) => `${start} to ${until ?? 'now'}`).join(', ');
    throw new TaxError(
      'PARAMETER_NOT_IN_FORCE',
      `Parameter ${parameter.path} has no value on ${date}; it is known for ${spans}.`,
      'Choose a date that the rule pack covers, or load a pack that does.',
    );
  }
  return found;
}

const amountText = z.string().regex(/^\d+(\.\d{1,2})?$/, 'not an amount of money with at most 2 decimals');
const rateText = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'not a rate between 0 and 1 in decimals');
const month = z
  .string()
  .regex(/^([1-9]|1[0-2])$/, 'not a month from 1 to 12')
  .transform(Number);
const day = z
  .string()
  .regex(/^([1-9]|[12]\d|3[01])$/, 'not a day from 1 to 31')
  .transform(Number);

const amountValue = amountText.transform((text) => ({ kind: 'amount' as const, amount: Rational.parse(text) }));
const rateValue = rateText.transform((text) => ({ kind: 'rate' as const, rate: Rational.parse(text) }));
const bracketsValue = z
  .array(z.tuple([amountText, rateText]))
  .min(1)
  .transform((rows) => rows.map(([from, rate]) => ({ from: Rational.parse(from), rate: Rational.parse(rate) })))
  .refine((brackets) => brackets[0]!.from.equals(Rational.zero), 'the first bracket does not start at 0')
  .refine(
    (brackets) => brackets.every(({ from }, i) => i === 0 || from.isAbove(brackets[i - 1]!.from)),
    'bracket thresholds do not ascend',
  )
  .transform((brackets) => ({ kind: 'brackets' as const, brackets }));
const instalmentsValue = z
  .array(
    z.strictObject({
      month,
      day,
      year: z.enum(['same', 'next']),
      share: rateText.transform((text) => Rational.parse(text)),
    }),
  )
  .min(1)
  .refine(
    (rows) => rows.reduce((sum, { share }) => sum.plus(share), Rational.zero).equals(Rational.one),
    'the shares do not add up to 1',
  )
  .transform((instalments) => ({ kind: 'instalments' as const, instalments }));
const nth = z
  .enum(['1', '2', '3', '4', 'last'])
  .transform((text) => (text === 'last' ? text : (Number(text) as 1 | 2 | 3 | 4)));
const holidaysValue = z
  .array(
    z.union([
      z.strictObject({ name: z.string().min(1), month, day }),
      z.strictObject({ name: z.string().min(1), month, weekday: z.enum(WEEKDAYS), nth }),
    ]),
  )
  .transform((holidays) => ({ kind: 'holidays' as const, holidays }));

function parameterOf<const Kind extends string, Schema extends z.ZodType<ParameterValue>>(kind: Kind, value: Schema) {
  const datedValue = z
    .strictObject({
      start: civilDate,
      until: civilDate.optional(),
      published: civilDate.optional(),
      checked: civilDate,
      citations: z.array(z.string()).min(1, 'a value needs at least one citation'),
      value: value.optional(),
      choices: z.record(z.string(), value).optional(),
    })
    .refine(({ start, until }) => until === undefined || until >= start, {
      path: ['until'],
      message: 'is before start',
    })
    .refine(({ published, checked }) => published === undefined || published <= checked, {
      path: ['checked'],
      message: 'is before published',
    });
  return z.strictObject({
    label: z.string().min(1),
    kind: z.literal(kind),
    by: z.string().optional(),
    values: z.array(datedValue).min(1),
  });
}

/** A file of parameters, as `rules/` holds it. Every scalar is text: a number read as a double would already be lost. */
const parameterFile = z
  .strictObject({
    sources: z.record(z.string(), z.strictObject({ title: z.string().min(1), url: z.url().optional() })),
    parameters: z.record(
      z.string().regex(/^[a-z][a-z0-9-]*$/, 'a parameter is named in kebab-case'),
      z.discriminatedUnion('kind', [
        parameterOf('amount', amountValue),
        parameterOf('rate', rateValue),
        parameterOf('brackets', bracketsValue),
        parameterOf('instalments', instalmentsValue),
        parameterOf('holidays', holidaysValue),
      ]),
    ),
  })
  .superRefine(({ sources, parameters }, context) => {
    for (const [name, { by, values }] of Object.entries(parameters)) {
      for (const [i, dated] of values.entries()) {
        const complain = (key: string, message: string) =>
          context.addIssue({ code: 'custom', path: ['parameters', name, 'values', i, key], message });
        const expected = by === undefined ? 'value' : 'choices';
        const unexpected = by === undefined ? 'choices' : 'value';
        if (dated[expected] === undefined) complain(expected, 'is missing');
        if (dated[unexpected] !== undefined) complain(unexpected, `does not belong here: \`by\` is ${by ?? 'not set'}`);
        for (const citation of dated.citations) {
          if (!Object.hasOwn(sources, citation)) complain('citations', `"${citation}" is not among the file's sources`);
        }
        const previous = values[i - 1];
        if (previous !== undefined && dated.start <= (previous.until ?? previous.start)) {
          complain('start', `${dated.start} is not after the value before it`);
        }
      }
    }
  });

/**
 * The parameters of one file, by path. `document` is the file as plain data in which every scalar is a string
 * (YAML's failsafe schema).
 *
 * @throws TaxError `RULE_PACK_MALFORMED`, naming the path of each unknown, missing or wrong key.
 */
export function parseParameterFile(file: string, document: unknown): Parameter[] {
  const parsed = parameterFile.safeParse(document);
  if (!parsed.success) {
    throw rulePackMalformed(
      `Parameter file ${file} is malformed:\n${z.prettifyError(parsed.error)}`,
      'Mend the named keys; each value needs start, checked and citations.',
    );
  }
  const { sources, parameters } = parsed.data;
  return Object.entries(parameters).map(([name, { label, kind, by, values }]) => ({
    path: `${file}.${name}`,
    label,
    kind,
    by: by ?? null,
    values: values.map(({ start, until, published, checked, citations, value, choices }) => ({
      start,
      until: until ?? null,
      published: published ?? null,
      checked,
      citations: citations.map((key) => ({ title: sources[key]!.title, url: sources[key]!.url ?? null })),
      value: value ?? new Map(Object.entries(choices!)),
    })),
  }));
}

/** A value as one line of text, for traces. */
export function describeParameterValue(value: ParameterValue): string {
  switch (value.kind) {
    case 'amount':
      return value.amount.toString();
    case 'rate':
      return value.rate.toString();
    case 'brackets':
      return value.brackets.map(({ from, rate }) => `${rate.toString()} from ${from.toString()}`).join(', ');
    case 'instalments':
      return value.instalments
        .map(({ month, day, year, share }) => `${share.toString()} on ${month}/${day} (${year} year)`)
        .join(', ');
    case 'holidays':
      return value.holidays.map(({ name }) => name).join(', ');
  }
}
