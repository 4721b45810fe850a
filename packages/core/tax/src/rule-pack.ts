import { type Asset, type Cid, cidOf } from '@gristmill/protocol';
import type { DueDateShift } from './due-date-shift.ts';
import { rulePackMalformed } from './errors.ts';
import type { Contradiction, FactDeclarations } from './facts.ts';
import { CALENDAR_YEAR, type TaxYearStart } from './law.ts';
import type { Parameter, ParameterValue } from './parameter.ts';
import { parseParameterFile } from './parameter-file.ts';
import type { Variable } from './variable.ts';

/** Which parameters say when and to whom the tax is paid. */
interface CalendarDeclaration {
  /** Who is paid: `us/irs`. */
  authority: string;
  /** The form or scheme of the payments: `1040-ES`. */
  form: string;
  instalments: string;
  holidays: string;
  /** What becomes of a due date that falls on a weekend or a holiday. */
  shift: DueDateShift;
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
  /** Where the tax year begins; 1 January when left out. */
  taxYearStart?: TaxYearStart;
  /** Lines that every assessment has besides those that the total rests on: the boxes of a return, for one. */
  outputs?: readonly string[];
  /** The variable that is the liability, an amount of money. */
  total: string;
  calendar: CalendarDeclaration;
  /** Parameter files by name, as plain data in which every scalar is a string. */
  parameterFiles: Readonly<Record<string, unknown>>;
}

export interface RulePack extends Required<Omit<RulePackDefinition, 'parameterFiles'>> {
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
    ...lineComplaints(definition, 'total', [definition.total]),
    ...lineComplaints(definition, 'output', definition.outputs ?? []),
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
  const { taxYearStart = CALENDAR_YEAR, outputs = [] } = definition;
  return { ...definition, taxYearStart, outputs, parameters, cid };
}

function lineComplaints(
  { variables }: Pick<RulePackDefinition, 'variables'>,
  role: 'total' | 'output',
  names: readonly string[],
): string[] {
  return names.flatMap((name) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (variable === undefined) return [`${role} "${name}" is not a variable`];
    return role === 'total' && variable.unit !== 'currency' ? [`total "${name}" is not an amount of money`] : [];
  });
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
