import { z } from 'zod';
import { uint } from '@gristmill/protocol';
import { TaxError } from './errors.ts';

interface FactBase {
  label: string;
  /**
   * Says in which cases a formula asks for this fact. A fact without it is needed in every case;
   * a fact with it may be left out until a formula does ask.
   */
  neededWhen?: string;
}

/** What a pack may be told. Money is in minor units of the pack's currency and never negative. */
export type FactDeclaration =
  | (FactBase & { kind: 'money' })
  | (FactBase & { kind: 'choice'; options: readonly [string, ...string[]] })
  | (FactBase & { kind: 'flag' });

export type FactDeclarations = Readonly<Record<string, FactDeclaration>>;

/** Facts as a caller gives them: money as bigint, safe integer or decimal digits; choices as text; flags as booleans. */
export type FactsInput = Readonly<Record<string, unknown>>;

/** Facts that were parsed against a pack's declarations. */
export type Facts = ReadonlyMap<string, bigint | string | boolean>;

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
  const facts = new Map<string, bigint | string | boolean>();
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    const declaration = Object.hasOwn(declarations, name) ? declarations[name] : undefined;
    if (declaration === undefined) {
      complaints.push(`${name} is not a fact of this pack`);
      continue;
    }
    const parsed = schemaOf(declaration).safeParse(value);
    if (parsed.success) facts.set(name, parsed.data);
    else complaints.push(`${name} ${expectation(declaration)}, not ${describe(value)}`);
  }
  if (complaints.length === 0) {
    complaints.push(...contradictions.flatMap((contradiction) => contradiction(facts) ?? []));
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

function schemaOf(declaration: FactDeclaration): z.ZodType<bigint | string | boolean> {
  switch (declaration.kind) {
    case 'money':
      return uint;
    case 'choice':
      return z.enum(declaration.options);
    case 'flag':
      return z.boolean();
  }
}

function expectation(declaration: FactDeclaration): string {
  switch (declaration.kind) {
    case 'money':
      return 'must be a non-negative integer of minor units';
    case 'choice':
      return `must be one of ${declaration.options.join(', ')}`;
    case 'flag':
      return 'must be true or false';
  }
}

function describe(value: unknown): string {
  return typeof value === 'bigint' ? value.toString() : (JSON.stringify(value) ?? typeof value);
}
