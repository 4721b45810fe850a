import type { Asset } from '@gristmill/protocol';
import { type CivilDate, civilDate } from './civil-date.ts';
import { TaxError } from './errors.ts';
import { closestWord } from './spelling.ts';

interface FactBase {
  label: string;
  /**
   * Says in which cases a formula asks for this fact. A fact without it is needed in every case;
   * a fact with it may be left out until a formula does ask.
   */
  neededWhen?: string;
}

/** What a pack may be told. Money is in minor units of the pack's currency, and not negative unless it says so. */
export type FactDeclaration =
  | (FactBase & { kind: 'money'; mayBeNegative?: boolean })
  | (FactBase & { kind: 'count'; maximum: number })
  | (FactBase & { kind: 'choice'; options: readonly [string, ...string[]] })
  | (FactBase & { kind: 'flag' })
  | (FactBase & { kind: 'date' });

export type FactDeclarations = Readonly<Record<string, FactDeclaration>>;

/**
 * Facts as a caller gives them: money and counts as bigint, safe integer or decimal digits; choices and dates
 * (`YYYY-MM-DD`) as text; flags as booleans.
 */
export type FactsInput = Readonly<Record<string, unknown>>;

export type FactValue = bigint | string | boolean;

/** Facts that were parsed against a pack's declarations; those that were not stated are undefined. */
export interface Facts {
  get(name: string): FactValue | undefined;
  has(name: string): boolean;
}

/** Answers why the facts cannot all be true, or null. */
export type Contradiction = (facts: Facts) => string | null;

/** A fact as it is kept: an integer stays a number where it was given as one. */
type StatedValue = number | FactValue;

/** A declaration, and where the values of its fact are kept. */
export interface DeclaredFact {
  readonly name: string;
  readonly slot: number;
  readonly declaration: FactDeclaration;
}

/** The facts of a pack, prepared for reading many households. */
export interface FactsForm {
  readonly byName: ReadonlyMap<string, DeclaredFact>;
  /** No value for each fact, to be copied: making a list anew takes longer. */
  readonly unstated: readonly undefined[];
  /** Those that every case needs. */
  readonly required: readonly DeclaredFact[];
  readonly contradictions: readonly Contradiction[];
  /** That money is in minor units of. */
  readonly currency: Asset;
  /** Whose facts they are, for who has to look them up. */
  readonly packId: string;
}

export function factsForm({
  id,
  facts: declarations,
  contradictions,
  currency,
}: {
  id: string;
  facts: FactDeclarations;
  contradictions: readonly Contradiction[];
  currency: Asset;
}): FactsForm {
  const facts = Object.entries(declarations).map(([name, declaration], slot) => ({ name, slot, declaration }));
  return {
    byName: new Map(facts.map((fact) => [fact.name, fact])),
    unstated: facts.map(() => undefined),
    required: facts.filter(({ declaration }) => declaration.neededWhen === undefined),
    contradictions,
    currency,
    packId: id,
  };
}

export class StatedFacts implements Facts {
  private readonly form: FactsForm;
  private readonly values: readonly (StatedValue | undefined)[];

  constructor(form: FactsForm, values: readonly (StatedValue | undefined)[]) {
    this.form = form;
    this.values = values;
  }

  get(name: string): FactValue | undefined {
    const fact = this.form.byName.get(name);
    const value = fact === undefined ? undefined : this.values[fact.slot];
    return typeof value === 'number' ? BigInt(value) : value;
  }

  has(name: string): boolean {
    const fact = this.form.byName.get(name);
    return fact !== undefined && this.isStated(fact);
  }

  isStated({ slot }: DeclaredFact): boolean {
    return this.values[slot] !== undefined;
  }

  /** @throws TaxError `FACTS_MISSING` when it was not stated. */
  stated(fact: DeclaredFact): StatedValue {
    const value = this.values[fact.slot];
    if (value === undefined) throw factsMissing(this.form, [fact]);
    return value;
  }

  /**
   * The same facts with so much more of this money, in minor units.
   *
   * @throws TaxError `FACTS_MISSING` when it was not stated how much there is without.
   */
  raised(fact: DeclaredFact, amount: bigint): StatedFacts {
    return new StatedFacts(this.form, this.values.with(fact.slot, BigInt(this.stated(fact)) + amount));
  }
}

/**
 * @throws TaxError `FACTS_MALFORMED` for unknown names, values of the wrong kind and contradictions;
 *   `FACTS_MISSING`, naming all that every case needs.
 */
export function parseFacts(form: FactsForm, input: FactsInput): StatedFacts {
  const complaints: string[] = [];
  let isLost = false;
  const values: (StatedValue | undefined)[] = form.unstated.slice();
  for (const name of Object.keys(input)) {
    const value = input[name];
    if (value === undefined) continue;
    const fact = form.byName.get(name);
    if (fact === undefined) {
      const closest = closestWord(name, form.byName.keys());
      isLost ||= closest === null;
      complaints.push(`${shortened(name)} is not a fact of this pack${meant(closest)}`);
      continue;
    }
    const stated = readFact(fact.declaration, value);
    if (stated === null) complaints.push(complaintOf(fact, value, form.currency));
    else values[fact.slot] = stated;
  }
  const facts = new StatedFacts(form, values);
  if (complaints.length === 0) {
    for (const contradiction of form.contradictions) {
      const complaint = contradiction(facts);
      if (complaint !== null) complaints.push(complaint);
    }
  }
  if (complaints.length > 0) {
    throw new TaxError(
      'FACTS_MALFORMED',
      complaints.length === 1
        ? `The facts cannot be right: ${complaints[0]}.`
        : `The facts cannot be right:\n${listed(complaints)}`,
      isLost
        ? `\`gristmill tax facts ${form.packId}\` lists what this pack may be told.`
        : `Mend the named facts; money is in whole minor units of ${form.currency.code}, of which ${minorUnitsOf(form.currency)} make one.`,
    );
  }
  for (const { slot } of form.required) {
    if (values[slot] !== undefined) continue;
    throw factsMissing(
      form,
      form.required.filter((fact) => values[fact.slot] === undefined),
    );
  }
  return facts;
}

function factsMissing({ packId }: FactsForm, facts: readonly DeclaredFact[]): TaxError {
  const described = facts.map(({ name, declaration: { label, neededWhen } }) => {
    return `${name}: ${label}${neededWhen === undefined ? '' : `; needed when ${neededWhen}`}`;
  });
  return new TaxError(
    'FACTS_MISSING',
    described.length === 1
      ? `The assessment needs ${described[0]}.`
      : `The assessment needs ${described.length} facts that were not stated:\n${listed(described)}`,
    `State what is named, zero included: nothing is guessed. \`gristmill tax facts ${packId} --template\` gives all facts as a file to fill in.`,
  );
}

function listed(items: readonly string[]): string {
  return items.map((item) => `  ${item}`).join('\n');
}

/** The fact as the pack counts it, or null when `value` is none of its kind. By hand: bulk assessments wait for it. */
function readFact(declaration: FactDeclaration, value: unknown): StatedValue | null {
  switch (declaration.kind) {
    case 'money': {
      const amount = readInteger(value);
      return amount === null || (amount < 0 && declaration.mayBeNegative !== true) ? null : amount;
    }
    case 'count': {
      const count = readInteger(value);
      return count === null || count < 0 || count > declaration.maximum ? null : count;
    }
    case 'choice':
      // The declaration's own text, which lookups know by its place in memory.
      return declaration.options[declaration.options.indexOf(value as string)] ?? null;
    case 'flag':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return civilDate.safeParse(value).success ? (value as CivilDate) : null;
  }
}

/** The longest amount that is read: no tax is counted in more digits, and hostile ones cost time. */
const INTEGER = /^-?\d{1,38}$/;

function readInteger(value: unknown): number | bigint | null {
  // Adding 0 makes 0 of -0.
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value + 0 : null;
  if (typeof value === 'bigint') return INTEGER.test(value.toString()) ? value : null;
  return typeof value === 'string' && INTEGER.test(value) ? BigInt(value) : null;
}

function expectation(declaration: FactDeclaration): string {
  switch (declaration.kind) {
    case 'money':
      return `must be ${declaration.mayBeNegative === true ? 'an' : 'a non-negative'} integer of minor units`;
    case 'count':
      return `must be an integer from 0 to ${declaration.maximum}`;
    case 'choice':
      return `must be one of ${declaration.options.join(', ')}`;
    case 'flag':
      return 'must be true or false';
    case 'date':
      return 'must be a date YYYY-MM-DD';
  }
}

/** What is wrong with a value, and what was probably meant by it. */
function complaintOf({ name, declaration }: DeclaredFact, value: unknown, currency: Asset): string {
  return `${name} ${expectation(declaration)}, not ${describe(value)}${meant(valueMeant(declaration, value, currency))}`;
}

function meant(suggestion: string | null): string {
  return suggestion === null ? '' : ` (did you mean ${suggestion}?)`;
}

function valueMeant(declaration: FactDeclaration, value: unknown, currency: Asset): string | null {
  switch (declaration.kind) {
    case 'money':
      return minorUnitsMeant(value, currency, declaration.mayBeNegative === true);
    case 'choice':
      return typeof value === 'string' ? closestWord(value, declaration.options) : null;
    case 'flag':
      return typeof value === 'string' ? (FLAGS_WRITTEN.get(value.toLowerCase()) ?? null) : null;
    case 'count':
    case 'date':
      return null;
  }
}

/** What YAML 1.2 and JSON take for text. */
const FLAGS_WRITTEN = new Map(
  Object.entries({
    yes: 'true',
    y: 'true',
    on: 'true',
    true: 'true',
    no: 'false',
    n: 'false',
    off: 'false',
    false: 'false',
  }),
);

/** Amounts with decimals or thousands separators, as people write them: `1,234.50` USD are 123450. */
function minorUnitsMeant(value: unknown, { code, decimals }: Asset, mayBeNegative: boolean): string | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null;
  const parts = /^(-?)(\d{1,3}(?:,\d{3})+|\d{1,15}(?=\.))(?:\.(\d+))?$/.exec(value.toString());
  if (parts === null) return null;
  const [, sign, whole, fraction = ''] = parts;
  if (fraction.length > decimals || (sign === '-' && !mayBeNegative)) return null;
  const digits = `${whole!.replaceAll(',', '')}${fraction.padEnd(decimals, '0')}`.replace(/^0+(?=\d)/, '');
  return `${sign}${digits} for ${value.toString()} ${code}`;
}

function describe(value: unknown): string {
  return shortened(typeof value === 'bigint' ? value.toString() : (JSON.stringify(value) ?? typeof value));
}

/** What is complained of may be of any size. */
function shortened(text: string): string {
  return text.length <= SHOWN_LENGTH_MAX ? text : `${text.slice(0, SHOWN_LENGTH_MAX)}…`;
}

function minorUnitsOf({ decimals }: Asset): string {
  return (10n ** BigInt(decimals)).toString();
}

const SHOWN_LENGTH_MAX = 80;
