import { type CivilDate, civilDate } from './civil-date.ts';
import { TaxError } from './errors.ts';

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
  /** Those that every case needs. */
  readonly required: readonly DeclaredFact[];
  readonly contradictions: readonly Contradiction[];
}

export function factsForm(declarations: FactDeclarations, contradictions: readonly Contradiction[]): FactsForm {
  const facts = Object.entries(declarations).map(([name, declaration], slot) => ({ name, slot, declaration }));
  return {
    byName: new Map(facts.map((fact) => [fact.name, fact])),
    required: facts.filter(({ declaration }) => declaration.neededWhen === undefined),
    contradictions,
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
    if (value === undefined) throw factsMissing([fact]);
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
  const values = new Array<StatedValue | undefined>(form.byName.size).fill(undefined);
  for (const name of Object.keys(input)) {
    const value = input[name];
    if (value === undefined) continue;
    const fact = form.byName.get(name);
    if (fact === undefined) {
      complaints.push(`${name} is not a fact of this pack`);
      continue;
    }
    const stated = readFact(fact.declaration, value);
    if (stated === null) complaints.push(`${name} ${expectation(fact.declaration)}, not ${describe(value)}`);
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
      `The facts cannot be right: ${complaints.join('; ')}.`,
      `This pack knows: ${[...form.byName.keys()].join(', ')}. Money is in whole minor units.`,
    );
  }
  for (const { slot } of form.required) {
    if (values[slot] === undefined) throw factsMissing(form.required.filter((fact) => values[fact.slot] === undefined));
  }
  return facts;
}

export function factsMissing(facts: readonly DeclaredFact[]): TaxError {
  const described = facts.map(({ name, declaration: { label, neededWhen } }) => {
    return `${name} (${label}${neededWhen === undefined ? '' : `; needed when ${neededWhen}`})`;
  });
  return new TaxError(
    'FACTS_MISSING',
    `The assessment needs ${described.join(', ')}.`,
    'State each of them, zero included: nothing is guessed.',
  );
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

function describe(value: unknown): string {
  return typeof value === 'bigint' ? value.toString() : (JSON.stringify(value) ?? typeof value);
}
