import { z } from 'zod';
import { civilDate, WEEKDAYS } from './civil-date.ts';
import { rulePackMalformed } from './errors.ts';
import type { Parameter, ParameterValue } from './parameter.ts';
import { Rational } from './rational.ts';

const amountText = z.string().regex(/^\d+(\.\d{1,2})?$/, 'not an amount of money with at most 2 decimals');
const rateText = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'not a rate between 0 and 1 in decimals');
const quantityText = z.string().regex(/^-?\d+(\.\d+)?$/, 'not a decimal number');
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
const quantityValue = quantityText.transform((text) => ({ kind: 'quantity' as const, quantity: Rational.parse(text) }));
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
      year: z.enum(['same', 'next', 'after-next']),
      of: z
        .string()
        .optional()
        .transform((line) => line ?? null),
      share: rateText.transform((text) => Rational.parse(text)),
    }),
  )
  .min(1)
  .refine(
    (rows) =>
      rows.every(({ of: line }) =>
        rows
          .filter((row) => row.of === line)
          .reduce((sum, { share }) => sum.plus(share), Rational.zero)
          .equals(Rational.one),
      ),
    'the shares of a line do not add up to 1',
  )
  .transform((instalments) => ({ kind: 'instalments' as const, instalments }));
const nth = z
  .enum(['1', '2', '3', '4', 'last'])
  .transform((text) => (text === 'last' ? text : (Number(text) as 1 | 2 | 3 | 4)));
const holidaysValue = z
  .array(
    z.union([
      z.strictObject({
        name: z.string().min(1),
        month,
        day,
        observed: z.enum(['nearest-weekday', 'next-weekday', 'monday-after-sunday', 'same-day']),
      }),
      z.strictObject({ name: z.string().min(1), month, weekday: z.enum(WEEKDAYS), nth }),
      z.strictObject({
        name: z.string().min(1),
        easter: z
          .string()
          .regex(/^-?\d{1,2}$/, 'not a number of days')
          .transform(Number),
      }),
      z.strictObject({ name: z.string().min(1), date: civilDate }),
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
        parameterOf('quantity', quantityValue),
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
        if (previous === undefined) continue;
        if (dated.start === previous.start) {
          if ((dated.published ?? dated.start) <= (previous.published ?? previous.start)) {
            complain('published', `${dated.start} has a value already, which only one published later replaces`);
          }
        } else if (dated.start <= (previous.until ?? previous.start)) {
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
