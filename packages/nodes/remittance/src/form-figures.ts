import type { Asset, Rounding } from '@gristmill/protocol';
import { type Assessment, type Citation, type FactsInput, Rational, type RulePack } from '@gristmill/tax';
import { RemittanceError } from './errors.ts';
import type { FormBox, FormDefinition } from './form-definition.ts';
import {
  type Amount,
  exactly,
  type FormEvaluation,
  formEvaluation,
  fromMinor,
  magnitude,
  minorUnitsOf,
} from './form-evaluation.ts';

/** What the books have of the year, in minor units of the tax's currency. */
export interface FormBooks {
  income: bigint;
  refunds: bigint;
  /** By category. */
  expenses: ReadonlyMap<string, bigint>;
}

export interface FormFigure {
  key: string;
  /** As this year's form prints it. */
  box: string;
  label: string;
  kind: FormBox['kind'];
  /** What to write; null where only the taxpayer knows it. */
  text: string | null;
  /** Of money the minor units that `text` stands for, as digits. */
  amount: string | null;
  /** Where it comes from, in words. */
  source: string;
}

/** Something about the form that a person has to see to before it is filed. */
export interface FormFinding {
  kind: 'edition-unchecked' | 'disagrees' | 'category-without-box' | 'category-without-figure' | 'to-be-filled-in';
  message: string;
}

export interface FormFigures {
  schema: 'gristmill/form/1';
  form: string;
  title: string;
  authority: string;
  /** The tax year, by the calendar year in which it begins. */
  year: number;
  person: string;
  currency: Asset;
  /** The rules that the assessment was made by. */
  pack: string;
  boxes: FormFigure[];
  findings: FormFinding[];
  /** The printed form that the boxes were compared with, and its rule of rounding. */
  citations: Citation[];
}

export interface FormFiguresParameters {
  form: FormDefinition;
  pack: RulePack;
  assessment: Pick<Assessment, 'year' | 'asOf' | 'knownAt' | 'currency' | 'lines' | 'pack'>;
  /** Those that the assessment was made of. */
  facts: FactsInput;
  /** Null where nobody keeps them. */
  books: FormBooks | null;
  /** What the taxpayer states for the form alone, by box; `everything_else` stands for all boxes that are not named. */
  figures: Readonly<Record<string, unknown>>;
  /** One of the form's persons; the first one when left out. */
  person?: string | undefined;
}

interface Written {
  amount: Amount;
  source: string;
}

const HALF = Rational.of(1n, 2n);

/**
 * The figures of an official form, box by box. Each box is rounded as the form says and later boxes are computed from
 * rounded ones, as on paper; what the form computes is compared with the assessment, and may differ by no more than the
 * roundings between them. What nobody said is left for the taxpayer to fill in, and so is all that depends on it: nothing
 * is guessed.
 *
 * @throws RemittanceError `FORM_EDITION_UNKNOWN` for a year before the first form that was compared;
 *   `FORM_LINE_MISSING` when the assessment lacks a line; `FORM_FIGURES_MALFORMED` for figures that the form has no box for.
 */
export function formFigures(parameters: FormFiguresParameters): FormFigures {
  const { form, assessment, books } = parameters;
  const { year, currency } = assessment;
  const [firstPerson] = Object.keys(form.persons);
  const person = parameters.person ?? firstPerson!;
  const prefix = form.persons[person];
  if (prefix === undefined) {
    throw figuresMalformed(`${person} is nobody's form`, `It is of ${Object.keys(form.persons).join(' or ')}.`);
  }
  const { edition, findings } = editionOf(form, year);
  const onForm = form.boxes
    .map((box) => ({ ...box, box: box.printed.findLast(({ from }) => from <= year)?.box ?? null }))
    .filter((box): box is typeof box & { box: string } => box.box !== null);
  const printed = new Map(onForm.map(({ key, box }) => [key, box]));
  const figures = readFigures(parameters.figures, onForm);
  const named = new Set(onForm.flatMap(({ key, entry }) => (entry === null ? [] : [key])));
  const written = new Map<string, Written | null>();
  const amountIn = (key: string) => writtenIn(key)?.amount ?? null;
  const look = formEvaluation({ ...parameters, prefix, printed, amountIn });

  /** What a box holds after the form's rounding; a box may look at any other, as long as none looks back at it. */
  function writtenIn(key: string): Written | null {
    const known = written.get(key);
    if (known !== undefined) return known;
    const box = onForm.find((each) => each.key === key)!;
    const found = amountOf(box);
    const rounding = box.rounding ?? form.money.rounding;
    const rounded =
      found === null ? null : { ...found, amount: roundedFor(found.amount, form.money.units, rounding, currency) };
    written.set(key, rounded);
    return rounded;
  }

  const boxes = onForm.map((box): FormFigure => {
    const about = { key: box.key, box: box.box, label: box.label, kind: box.kind };
    if (box.kind !== 'money') return { ...about, amount: null, ...wordsOf(box, figures, look) };
    const found = writtenIn(box.key);
    if (found === null) return { ...about, text: null, amount: null, source: box.entry === null ? FOLLOWS : OPEN };
    const { amount, source } = found;
    if (box.agrees !== null) findings.push(...disagreement(box, amount, look.evaluate(box.agrees)));
    return { ...about, ...textOf(amount.value, form.money.units, currency, box.blankWhenZero), source };
  });

  function amountOf(box: PrintedBox): Written | null {
    const stated = figures.get(box.key);
    if (stated === BOOKS) {
      if (books === null) throw figuresMalformed(`${box.key} is to be that of the books`, 'Give the books too.');
      const units = books.income - books.refunds;
      return { amount: exactly(fromMinor(units, currency)), source: 'income of the books' };
    }
    if (typeof stated === 'bigint') return { amount: exactly(fromMinor(stated, currency)), source: 'as you state it' };
    if (box.value !== null) {
      const amount = look.evaluate(box.value);
      if (amount !== null) return { amount, source: look.describe(box.value) };
    } else {
      const units = books === null ? null : fromBooks(box, books, named);
      if (units !== null) return { amount: exactly(fromMinor(units.units, currency)), source: units.source };
    }
    const instead = box.otherwise === null ? null : look.evaluate(box.otherwise);
    if (instead !== null) {
      const isNothing = box.entry !== null && box.otherwise!.kind === 'number';
      return { amount: instead, source: isNothing ? 'nothing, unless you state it' : look.describe(box.otherwise!) };
    }
    const rest = figures.get(EVERYTHING_ELSE);
    if (box.value !== null || typeof rest !== 'bigint') return null;
    return { amount: exactly(fromMinor(rest, currency)), source: 'as you state of everything else' };
  }

  if (books !== null) findings.push(...unplaced(books, onForm, figures));
  const open = boxes.filter(({ source, kind }) => source === OPEN && kind === 'money').map(({ box }) => box);
  if (open.length > 0) {
    findings.push({
      kind: 'to-be-filled-in',
      message: `Only you can say what belongs in ${open.join(', ')}, zeros too; what follows from them waits.`,
    });
  }
  return {
    schema: 'gristmill/form/1',
    form: form.id,
    title: form.title,
    authority: form.authority,
    year,
    person,
    currency,
    pack: assessment.pack,
    boxes,
    findings,
    citations: [...edition.citations, ...form.money.citations],
  };
}

const OPEN = 'to be filled in by you';
const FOLLOWS = 'follows from what you fill in';
const EVERYTHING_ELSE = 'everything_else';
/** For a box that only the taxpayer can choose: all income of the books belongs there. */
const BOOKS = 'books';

type PrintedBox = FormBox & { box: string };

function editionOf({ title, editions }: FormDefinition, year: number) {
  const edition = editions.findLast(({ from }) => from <= year);
  if (edition === undefined) {
    throw new RemittanceError(
      'FORM_EDITION_UNKNOWN',
      `The boxes of ${title} are known from ${editions[0]!.from} on, not for ${year}.`,
      'Ask for a later year, or take the lines that `gristmill tax return` gives without --form.',
      'user',
    );
  }
  const findings: FormFinding[] = [];
  if (year > edition.to) {
    findings.push({
      kind: 'edition-unchecked',
      message: `The boxes are those of ${edition.to}: the form of ${year} was not compared with them. Look at its numbers before you copy them.`,
    });
  }
  return { edition, findings };
}

/** Minor units as bigint, words as text, ticks as boolean. */
function readFigures(
  stated: Readonly<Record<string, unknown>>,
  boxes: readonly PrintedBox[],
): ReadonlyMap<string, bigint | string | boolean> {
  const read = new Map<string, bigint | string | boolean>();
  for (const [name, value] of Object.entries(stated)) {
    const box = boxes.find(({ key }) => key === name);
    if (name !== EVERYTHING_ELSE && (box === undefined || box.entry === null)) {
      const known = boxes.filter(({ entry }) => entry !== null).map(({ key }) => key);
      throw figuresMalformed(`${name} is no box of this form that you state`, `You state: ${known.join(', ')}.`);
    }
    const kind = box?.kind ?? 'money';
    const figure = kind === 'money' && value !== BOOKS ? minorUnitsOf(value) : value;
    if (
      figure === null ||
      (kind === 'text' && typeof value !== 'string') ||
      (kind === 'tick' && typeof value !== 'boolean')
    ) {
      const wanted = { money: 'a whole number of minor units, or books', text: 'text', tick: 'true or false' }[kind];
      throw figuresMalformed(`${name} is not ${wanted}`, `Write ${name} as ${wanted}.`);
    }
    read.set(name, figure as bigint | string | boolean);
  }
  return read;
}

function fromBooks(
  { entry, key }: PrintedBox,
  { income, refunds, expenses }: FormBooks,
  named: ReadonlySet<string>,
): { units: bigint; source: string } | null {
  switch (entry) {
    case 'income':
      return { units: income, source: 'income of the books' };
    case 'refunds':
      return { units: refunds, source: 'refunds of the books' };
    case 'expense':
      return { units: expenses.get(key) ?? 0n, source: `expenses of the books: ${key}` };
    case 'other-expenses': {
      const others = [...expenses].filter(([category]) => category === key || !named.has(category));
      const categories = others.map(([category]) => category).toSorted();
      const units = others.reduce((sum, [, each]) => sum + each, 0n);
      return {
        units,
        source: `expenses of the books: ${categories.length === 0 ? 'no others' : categories.join(', ')}`,
      };
    }
    case 'figure':
    case null:
      return null;
  }
}

/** Expenses of the books that no box has taken: of a category that is none, or whose box the taxpayer states. */
function unplaced(
  { expenses }: FormBooks,
  boxes: readonly PrintedBox[],
  figures: ReadonlyMap<string, unknown>,
): FormFinding[] {
  // Forms without expenses ask nothing of the books.
  if (boxes.every(({ entry }) => entry !== 'expense')) return [];
  const takesOthers = boxes.some(({ entry }) => entry === 'other-expenses');
  return [...expenses.keys()].flatMap((category): FormFinding[] => {
    const box = boxes.find(({ key, entry }) => key === category && entry !== null);
    if (box === undefined) {
      const message = `The books have expenses of the category ${category}, which is no box of this form.`;
      return takesOthers ? [] : [{ kind: 'category-without-box', message }];
    }
    if (box.entry === 'expense' || box.entry === 'other-expenses' || figures.has(category)) return [];
    const message = `The books have expenses of the category ${category}: state in figures what of them belongs in ${box.box}.`;
    return [{ kind: 'category-without-figure', message }];
  });
}

function wordsOf(
  { kind, key, value, otherwise }: PrintedBox,
  figures: ReadonlyMap<string, bigint | string | boolean>,
  { wordOf, describe }: FormEvaluation,
): Pick<FormFigure, 'text' | 'source'> {
  const from = value ?? otherwise;
  const stated = figures.get(key) ?? (from === null ? undefined : wordOf(from));
  if (kind === 'tick' && (typeof stated === 'boolean' || from !== null)) {
    return { text: stated === true ? 'X' : '', source: from === null ? 'as you state it' : describe(from) };
  }
  if (typeof stated !== 'string') return { text: null, source: OPEN };
  return { text: stated, source: figures.has(key) || from === null ? 'as you state it' : describe(from) };
}

function disagreement({ box, label }: PrintedBox, written: Amount, expected: Amount | null): FormFinding[] {
  if (expected === null) return [];
  const distance = magnitude(written.value.minus(expected.value));
  if (!distance.isAbove(written.error.plus(expected.error))) return [];
  return [
    {
      kind: 'disagrees',
      message: `${box} (${label}) comes to ${written.value.toString()}, but the assessment is made of ${expected.value.toString()}: what the books and the facts say is not the same.`,
    },
  ];
}

/** Below zero money is rounded like the same amount above it. */
function roundedFor(
  { value, error }: Amount,
  units: 'whole' | 'minor',
  rounding: Rounding,
  { decimals }: Asset,
): Amount {
  const step = units === 'whole' ? Rational.one : Rational.of(1n, 10n ** BigInt(decimals));
  const rounded = magnitude(value).roundedTo(step, rounding);
  const signed = value.isBelow(Rational.zero) ? Rational.zero.minus(rounded) : rounded;
  if (signed.equals(value)) return { value, error };
  const most = rounding === 'halfUp' || rounding === 'halfEven' ? step.times(HALF) : step;
  return { value: signed, error: error.plus(most) };
}

function textOf(
  value: Rational,
  units: 'whole' | 'minor',
  { decimals }: Asset,
  blankWhenZero: boolean,
): { text: string; amount: string } {
  const minor = value.times(Rational.of(10n ** BigInt(decimals)));
  // Rounded to the form's unit, it is whole minor units.
  const amount = minor.numerator;
  if (amount === 0n && blankWhenZero) return { text: '', amount: '0' };
  return { text: units === 'whole' ? value.toString() : minorUnitsText(amount, decimals), amount: amount.toString() };
}

function figuresMalformed(why: string, hint: string): RemittanceError {
  return new RemittanceError(
    'FORM_FIGURES_MALFORMED',
    `The figures for the form cannot be used: ${why}.`,
    hint,
    'user',
  );
}

/** `-1234.50`, with all decimals and no grouping. */
export function minorUnitsText(units: bigint, decimals: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  return `${units < 0n ? '-' : ''}${digits.slice(0, digits.length - decimals)}${fraction}`;
}
