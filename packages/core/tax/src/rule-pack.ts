import { type Asset, type Cid, cidOf, type Rounding } from '@gristmill/protocol';
import { rulePackMalformed } from './errors.ts';
import type { Contradiction, FactDeclarations } from './facts.ts';
import { type Bracket, type Parameter, type ParameterValue, parseParameterFile } from './parameter.ts';
import type { Rational } from './rational.ts';

/** What a formula may look at. Everything it reads becomes part of the trace. Money is in whole currency units. */
export interface FormulaContext {
  /** True when the slope of the law is wanted: formulas then leave out tables that stand in for a schedule. */
  readonly exact: boolean;
  variable(name: string): Rational;
  money(fact: string): Rational;
  choice(fact: string): string;
  flag(fact: string): boolean;
  amount(parameterPath: string): Rational;
  rate(parameterPath: string): Rational;
  brackets(parameterPath: string): readonly Bracket[];
}

/** A rounding that law or form puts on a line, with where it says so. */
interface NamedRounding {
  step: Rational;
  rounding: Rounding;
  citation: string;
}

/** One line of an assessment: an amount of money that a formula gives. */
export interface Variable {
  label: string;
  /** Whose amount it is: one person's, or the return's (a couple files one). */
  entity: 'person' | 'tax-unit';
  period: 'year';
  unit: 'currency';
  citation: string;
  /** The formula in words, for people who read the trace. */
  formula: string;
  rounding?: NamedRounding;
  compute(context: FormulaContext): Rational;
}

/** Which parameters say when and to whom the tax is paid. */
interface CalendarDeclaration {
  /** Who is paid: `us/irs`. */
  authority: string;
  /** The form or scheme of the payments: `1040-ES`. */
  form: string;
  instalments: string;
  holidays: string;
}

export interface RulePackDefinition {
  /** `<region>/<country>/<tax>`, as the folder under `rules/`. */
  id: string;
  title: string;
  /** Raised with every change of a formula that can change a result. Together with the parameters it names the pack. */
  formulaVersion: number;
  currency: Asset;
  facts: FactDeclarations;
  contradictions: readonly Contradiction[];
  variables: Readonly<Record<string, Variable>>;
  /** The variable that is the liability. */
  total: string;
  calendar: CalendarDeclaration;
  /** Parameter files by name, as plain data in which every scalar is a string. */
  parameterFiles: Readonly<Record<string, unknown>>;
}

export interface RulePack extends Omit<RulePackDefinition, 'parameterFiles'> {
  /** Names the rules: same CID, same assessment of the same facts, for ever. */
  cid: Cid;
  parameters: ReadonlyMap<string, Parameter>;
}

/**
 * Checks a pack's parts against each other and names it by its content.
 *
 * @throws TaxError `RULE_PACK_MALFORMED` naming what is wrong where.
 */
export function defineRulePack({ parameterFiles, ...definition }: RulePackDefinition): RulePack {
  const parameters = new Map(
    Object.entries(parameterFiles)
      .flatMap(([file, document]) => parseParameterFile(file, document))
      .map((parameter) => [parameter.path, parameter]),
  );
  const complaints = [
    ...[...parameters.values()].flatMap((parameter) => choiceComplaints(parameter, definition.facts)),
    ...(Object.hasOwn(definition.variables, definition.total) ? [] : [`total "${definition.total}" is not a variable`]),
    ...Object.keys(definition.variables)
      .filter((name) => Object.hasOwn(definition.facts, name))
      .map((name) => `"${name}" is both a fact and a variable`),
    ...kindComplaints(parameters, definition.calendar.instalments, 'instalments'),
    ...kindComplaints(parameters, definition.calendar.holidays, 'holidays'),
  ];
  if (complaints.length > 0) {
    throw rulePackMalformed(
      `Rule pack ${definition.id} does not hold together: ${complaints.join('; ')}.`,
      'Mend the named parameters or the declarations they refer to.',
    );
  }
  const cid = cidOf({ id: definition.id, formulaVersion: definition.formulaVersion, parameterFiles });
  return { ...definition, parameters, cid };
}

function choiceComplaints({ path, by, values }: Parameter, facts: FactDeclarations): string[] {
  if (by === null) return [];
  const fact = Object.hasOwn(facts, by) ? facts[by]! : undefined;
  if (fact?.kind !== 'choice') return [`${path} is by "${by}", which is not a choice fact`];
  const expected = fact.options.toSorted().join(', ');
  return values.flatMap(({ start, value }) => {
    const actual = [...(value as ReadonlyMap<string, unknown>).keys()].toSorted().join(', ');
    return actual === expected ? [] : [`${path} from ${start} is for ${actual} instead of ${expected}`];
  });
}

function kindComplaints(
  parameters: ReadonlyMap<string, Parameter>,
  path: string,
  kind: ParameterValue['kind'],
): string[] {
  const parameter = parameters.get(path);
  if (parameter?.kind === kind && parameter.by === null) return [];
  return [`calendar names ${path}, which is not a parameter of ${kind} for everyone`];
}
