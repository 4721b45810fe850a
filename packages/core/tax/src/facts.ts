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

/** Facts that were parsed against a pack's declarations. */
export type Facts = ReadonlyMap<string, FactValue>;

/** Answers why the facts cannot all be true, or null. Facts that were not given are undefined. */
export type Contradiction = (facts: Facts) => string | null;

/**
 * @throws TaxError `FACTS_MALFORMED` for unknown names, values of the wrong kind and contradictions;
 *   `FACTS_MISSING`, naming all that every case needs.
 */
export function parseFacts(
  declarations: FactDeclarations,
  contradictions: readonly Contradiction[],
  input: FactsInput,
): Facts {
  const complaints: string[] = [];
  const facts = new Map<string, FactValue>();
  for (const name of Object.keys(input)) {
    const value = input[name];
    if (value === undefined) continue;
    const declaration = Object.hasOwn(declarations, name) ? declarations[name] : undefined;
    if (declaration === undefined) {
      complaints.push(`${name} is not a fact of this pack`);
      continue;
    }
    const fact = readFact(declaration, value);
    if (fact === null) complaints.push(`${name} ${expectation(declaration)}, not ${describe(value)}`);
    else facts.set(name, fact);
  }
  if (complaints.length === 0) {
    for (const contradiction of contradictions) {
      const complaint = contradiction(facts);
      if (complaint !== null) complaints.push(complaint);
    }
  }
  if (complaints.length > 0) {
    throw new TaxError(
      'FACTS_MALFORMED',
      `The facts cannot be right: ${complaints.join('; ')}.`,
      `This pack knows: ${Object.keys(declarations).join(', ')}. Money is in whole minor units.`,
    );
  }
  const missing = Object.keys(declarations).filter(
    (name) => declarations[name]!.neededWhen === undefined && !facts.has(name),
  );
  if (missing.length > 0) throw factsMissing(declarations, missing);
  return facts;
}

export function factsMissing(declarations: FactDeclarations, names: readonly string[]): TaxError {
  const described = names.map((name) => {
    const { label, neededWhen } = declarations[name]!;
    return `${name} (${label}${neededWhen === undefined ? '' : `; needed when ${neededWhen}`})`;
  });
  return new TaxError(
    'FACTS_MISSING',
    `The assessment needs ${described.join(', ')}.`,
    'State each of them, zero included: nothing is guessed.',
  );
}

/** The fact as the pack counts it, or null when `value` is none of its kind. By hand: bulk assessments wait for it. */
function readFact(declaration: FactDeclaration, value: unknown): FactValue | null {
  switch (declaration.kind) {
    case 'money': {
      const amount = readInteger(value);
      return amount === null || (amount < 0n && declaration.mayBeNegative !== true) ? null : amount;
    }
    case 'count': {
      const count = readInteger(value);
      return count === null || count < 0n || count > BigInt(declaration.maximum) ? null : count;
    }
    case 'choice':
      return typeof value === 'string' && declaration.options.includes(value) ? value : null;
    case 'flag':
      return typeof value === 'boolean' ? value : null;
    case 'date':
      return civilDate.safeParse(value).success ? (value as CivilDate) : null;
  }
}

/** The longest amount that is read: no tax is counted in more digits, and hostile ones cost time. */
const INTEGER = /^-?\d{1,38}$/;

function readInteger(value: unknown): bigint | null {
  if (typeof value === 'bigint') return INTEGER.test(value.toString()) ? value : null;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
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
