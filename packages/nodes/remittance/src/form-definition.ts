import type { Rounding } from '@gristmill/protocol';
import { type Citation, civilDate, Rational, type RulePack } from '@gristmill/tax';
import { z } from 'zod';
import { RemittanceError } from './errors.ts';

/** What is written in a box, as a small language that always ends: no box looks at one that looks at it. */
export type FormExpression =
  | { kind: 'number'; value: Rational }
  /** What only the taxpayer knows. */
  | { kind: 'unknown' }
  | { kind: 'box'; key: string }
  /** An optional one is nothing where it was not stated: a claim that nobody made. */
  | { kind: 'fact'; name: string; optional: boolean }
  | { kind: 'line' | 'parameter'; name: string }
  | { kind: 'sum'; terms: readonly { negative: boolean; value: FormExpression }[] }
  | { kind: 'product' | 'smaller' | 'larger'; values: readonly FormExpression[] }
  | { kind: 'not-below-zero'; value: FormExpression }
  | { kind: 'if'; condition: FormCondition; held: FormExpression; otherwise: FormExpression };

/** A flag among the facts, which counts as false where it was not stated; or two amounts compared. */
export type FormCondition =
  | { kind: 'flag'; fact: string }
  | { kind: 'above' | 'below'; value: FormExpression; limit: FormExpression };

/**
 * Where the figure of a box comes from that is not computed: `income` and `refunds` are totals of the books, `expense` the
 * books' expenses of the category that is called as the box, `other-expenses` those of all categories that no box is
 * called; a `figure` only the taxpayer can state.
 */
type FormEntry = 'income' | 'refunds' | 'expense' | 'other-expenses' | 'figure';

export interface FormBox {
  /** Its name in expressions, in figures that a person states, and among the categories of the books. */
  key: string;
  /** As the form prints it, from a form's year on: `27b`. Null where that year's form has no such box. */
  printed: readonly { from: number; box: string | null }[];
  label: string;
  kind: 'money' | 'tick' | 'text';
  entry: FormEntry | null;
  value: FormExpression | null;
  /** What to write when `value` or `entry` is not known. */
  otherwise: FormExpression | null;
  /** What it has to agree with, roundings of the form apart. */
  agrees: FormExpression | null;
  /** Of money, where it is not the form's. */
  rounding: Rounding | null;
  /** A zero is left out. */
  blankWhenZero: boolean;
}

/** Which line of an assessment, fact, parameter or book stands in which box of an official form. */
export interface FormDefinition {
  id: string;
  title: string;
  authority: string;
  /** Years (of the beginning of the tax year) whose printed form was compared with this one. */
  editions: readonly { from: number; to: number; checked: string; citations: readonly Citation[] }[];
  /** In which units the form takes money, and how it comes to them. */
  money: { units: 'whole' | 'minor'; rounding: Rounding; citations: readonly Citation[] };
  /** Facts that the form itself decides, such as a rate schedule instead of a table. */
  facts: Readonly<Record<string, string>>;
  /** Whose form it is, and what `{person}` in names stands for. Of one person where it is for the return. */
  persons: Readonly<Record<string, string>>;
  boxes: readonly FormBox[];
}

const key = z.string().regex(/^[a-z][a-z0-9_]*$/, 'not a name of small letters, digits and underscores');
const year = z
  .string()
  .regex(/^\d{4}$/, 'not a year')
  .transform(Number);
const rounding = z.enum(['halfUp', 'halfEven', 'down', 'up']);

type ExpressionText =
  | string
  | { sum: ExpressionText[] }
  | { product: ExpressionText[] }
  | { smaller: ExpressionText[] }
  | { larger: ExpressionText[] }
  | { notBelowZero: ExpressionText }
  | {
      if: string | { above: [ExpressionText, ExpressionText] } | { below: [ExpressionText, ExpressionText] };
      give: ExpressionText;
      else: ExpressionText;
    };

const expressionText: z.ZodType<ExpressionText> = z.lazy(() =>
  z.union([
    z
      .string()
      .regex(/^-?(\d+(\.\d+)?|[a-z][a-z0-9_]*|(fact\??|line|parameter) \S+)$/, 'not a box, fact, line or number'),
    z.strictObject({ sum: z.array(expressionText).min(1) }),
    z.strictObject({ product: z.array(expressionText).min(2) }),
    z.strictObject({ smaller: z.array(expressionText).min(2) }),
    z.strictObject({ larger: z.array(expressionText).min(2) }),
    z.strictObject({ notBelowZero: expressionText }),
    z.strictObject({
      if: z.union([
        z.string().regex(/^fact \S+$/, 'not a fact'),
        z.strictObject({ above: z.tuple([expressionText, expressionText]) }),
        z.strictObject({ below: z.tuple([expressionText, expressionText]) }),
      ]),
      give: expressionText,
      else: expressionText,
    }),
  ]),
);

const formFile = z.strictObject({
  form: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  authority: z.string().min(1),
  sources: z.record(z.string(), z.strictObject({ title: z.string().min(1), url: z.url().optional() })),
  editions: z
    .array(z.strictObject({ from: year, to: year, checked: civilDate, citations: z.array(z.string()).min(1) }))
    .min(1),
  money: z.strictObject({ units: z.enum(['whole', 'minor']), rounding, citations: z.array(z.string()).min(1) }),
  facts: z.record(z.string(), z.string()).default({}),
  persons: z.record(key, z.string()).default({ taxpayer: '' }),
  boxes: z
    .array(
      z.strictObject({
        key,
        box: z.union([z.string().min(1), z.record(z.string().regex(/^\d{4}$/), z.string().min(1))]),
        label: z.string().min(1),
        kind: z.enum(['money', 'tick', 'text']).default('money'),
        entry: z.enum(['income', 'refunds', 'expense', 'other-expenses', 'figure']).optional(),
        value: expressionText.optional(),
        otherwise: expressionText.optional(),
        agrees: expressionText.optional(),
        rounding: rounding.optional(),
        blankWhenZero: z.enum(['true', 'false']).default('false'),
      }),
    )
    .min(1),
});

/**
 * A form's file as plain data, checked in itself and against the pack whose lines, facts and parameters it names.
 *
 * @throws RemittanceError `FORM_MALFORMED` naming what is wrong where.
 */
export function parseForm(
  document: unknown,
  pack: Pick<RulePack, 'id' | 'facts' | 'variables' | 'parameters'>,
): FormDefinition {
  const parsed = formFile.safeParse(document);
  if (!parsed.success) throw malformed(pack.id, z.prettifyError(parsed.error));
  const { form: id, title, authority, sources, editions, money, facts, persons, boxes } = parsed.data;
  const complaints: string[] = [];
  const cited = (keys: readonly string[]): Citation[] =>
    keys.flatMap((each) => {
      const source = sources[each];
      if (source === undefined) complaints.push(`${each} is no source`);
      return source === undefined ? [] : [{ title: source.title, url: source.url ?? null }];
    });
  const definition: FormDefinition = {
    id,
    title,
    authority,
    editions: editions.map(({ citations, ...edition }) => ({ ...edition, citations: cited(citations) })),
    money: { ...money, citations: cited(money.citations) },
    facts,
    persons,
    boxes: boxes.map(({ box, entry, value, otherwise, agrees, rounding: own, blankWhenZero, ...rest }) => ({
      ...rest,
      printed: printedIn(box),
      entry: entry ?? null,
      value: value === undefined ? null : expressionOf(value),
      otherwise: otherwise === undefined ? null : expressionOf(otherwise),
      agrees: agrees === undefined ? null : expressionOf(agrees),
      rounding: own ?? null,
      blankWhenZero: blankWhenZero === 'true',
    })),
  };
  complaints.push(...complaintsOf(definition, pack));
  if (complaints.length > 0) throw malformed(`${pack.id}, ${id}`, complaints.join('; '));
  return definition;
}

/** Of all years where it is text, else from each year named on; `-` where the form of those years has no such box. */
function printedIn(box: string | Record<string, string>): FormBox['printed'] {
  if (typeof box === 'string') return [{ from: 0, box }];
  return Object.entries(box)
    .map(([from, text]) => ({ from: Number(from), box: text === '-' ? null : text }))
    .toSorted((a, b) => a.from - b.from);
}

function expressionOf(text: ExpressionText): FormExpression {
  if (typeof text === 'string') {
    if (/^-?\d/.test(text)) return { kind: 'number', value: Rational.parse(text) };
    if (text.startsWith('-')) return { kind: 'sum', terms: [{ negative: true, value: expressionOf(text.slice(1)) }] };
    if (text === 'unknown') return { kind: 'unknown' };
    const [kind, name] = text.split(' ') as [string, string?];
    if (name === undefined) return { kind: 'box', key: kind };
    if (kind.startsWith('fact')) return { kind: 'fact', name, optional: kind.endsWith('?') };
    return { kind: kind as 'line' | 'parameter', name };
  }
  if ('sum' in text) {
    const terms = text.sum.map((term) => {
      const negative = typeof term === 'string' && /^-[a-z]/.test(term);
      return { negative, value: expressionOf(negative ? term.slice(1) : term) };
    });
    return { kind: 'sum', terms };
  }
  if ('product' in text) return { kind: 'product', values: text.product.map(expressionOf) };
  if ('smaller' in text) return { kind: 'smaller', values: text.smaller.map(expressionOf) };
  if ('larger' in text) return { kind: 'larger', values: text.larger.map(expressionOf) };
  if ('notBelowZero' in text) return { kind: 'not-below-zero', value: expressionOf(text.notBelowZero) };
  const [held, otherwise] = [expressionOf(text.give), expressionOf(text.else)];
  return { kind: 'if', condition: conditionOf(text.if), held, otherwise };
}

function conditionOf(
  text: string | { above: [ExpressionText, ExpressionText] } | { below: [ExpressionText, ExpressionText] },
): FormCondition {
  if (typeof text === 'string') return { kind: 'flag', fact: text.slice('fact '.length) };
  const kind = 'above' in text ? 'above' : 'below';
  const [value, limit] = 'above' in text ? text.above : text.below;
  return { kind, value: expressionOf(value), limit: expressionOf(limit) };
}

/** The parts of an expression that name something, itself or within. */
function* namesIn(
  expression: FormExpression,
): Iterable<{ kind: 'box' | 'fact' | 'line' | 'parameter' | 'flag'; name: string }> {
  switch (expression.kind) {
    case 'number':
    case 'unknown':
      return;
    case 'box':
      yield { kind: 'box', name: expression.key };
      return;
    case 'fact':
    case 'line':
    case 'parameter':
      yield { kind: expression.kind, name: expression.name };
      return;
    case 'sum':
      for (const { value } of expression.terms) yield* namesIn(value);
      return;
    case 'not-below-zero':
      yield* namesIn(expression.value);
      return;
    case 'if': {
      const { condition, held, otherwise } = expression;
      if (condition.kind === 'flag') yield { kind: 'flag', name: condition.fact };
      else for (const each of [condition.value, condition.limit]) yield* namesIn(each);
      yield* namesIn(held);
      yield* namesIn(otherwise);
      return;
    }
    case 'product':
    case 'smaller':
    case 'larger':
      for (const each of expression.values) yield* namesIn(each);
  }
}

function complaintsOf(
  { boxes, editions, facts, persons }: FormDefinition,
  pack: Pick<RulePack, 'facts' | 'variables' | 'parameters'>,
): string[] {
  const complaints: string[] = [];
  for (const name of Object.keys(facts)) if (!Object.hasOwn(pack.facts, name)) complaints.push(`${name} is no fact`);
  for (const [i, { from, to }] of editions.entries()) {
    if (to < from || from <= (editions[i - 1]?.to ?? 0)) complaints.push(`edition ${from} to ${to} is out of order`);
  }
  const isDeclared = {
    fact: (name: string) => Object.hasOwn(pack.facts, name),
    flag: (name: string) => pack.facts[name]?.kind === 'flag',
    line: (name: string) => Object.hasOwn(pack.variables, name),
    parameter: (name: string) => pack.parameters.has(name),
  };
  const keys = new Set(boxes.map(({ key: own }) => own));
  if (keys.size < boxes.length) complaints.push('two boxes have one key');
  const looksAt = new Map<string, string[]>();
  for (const { key: own, kind, entry, value, otherwise, agrees } of boxes) {
    if ((value === null) === (entry === null)) complaints.push(`${own} needs either a value or an entry`);
    if (kind !== 'money' && entry !== null && entry !== 'figure') complaints.push(`${own} is no money of the books`);
    for (const expression of [value, otherwise, agrees]) {
      if (expression === null) continue;
      for (const { kind: what, name } of namesIn(expression)) {
        if (what === 'box') {
          if (!keys.has(name)) complaints.push(`${own} looks at ${name}, which is no box`);
          else if (expression !== agrees) looksAt.set(own, [...(looksAt.get(own) ?? []), name]);
        } else {
          for (const person of Object.values(persons)) {
            const full = name.replace('{person}', person);
            if (!isDeclared[what](full)) complaints.push(`${own} names the ${what} ${full}, which the pack has not`);
          }
        }
      }
    }
  }
  const circular = [...keys].find((own) => reaches(own, own, looksAt));
  if (circular !== undefined) complaints.push(`${circular} looks at itself`);
  return complaints;
}

function reaches(from: string, to: string, looksAt: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const open = [...(looksAt.get(from) ?? [])];
  for (let each = open.pop(); each !== undefined; each = open.pop()) {
    if (each === to) return true;
    if (seen.has(each)) continue;
    seen.add(each);
    open.push(...(looksAt.get(each) ?? []));
  }
  return false;
}

function malformed(where: string, why: string): RemittanceError {
  return new RemittanceError('FORM_MALFORMED', `The form (${where}) cannot be used: ${why}.`, 'Mend its file.');
}
