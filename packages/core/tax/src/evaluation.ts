import type { CivilDate } from './civil-date.ts';
import { rulePackMalformed, TaxError } from './errors.ts';
import { type FactDeclaration, type Facts, factsMissing, type FactValue } from './facts.ts';
import type { LawMoment } from './law.ts';
import { type Citation, describeParameterValue, parameterAt, type ParameterValue } from './parameter.ts';
import { Rational } from './rational.ts';
import type { RulePack } from './rule-pack.ts';
import type { FormulaContext, Variable } from './variable.ts';

/** A number, or what a choice line decided. */
export type LineValue = Rational | string;

export interface UsedParameter {
  path: string;
  value: string;
  start: CivilDate;
  published: CivilDate | null;
  checked: CivilDate;
  citations: readonly Citation[];
}

/** What one variable came to, and all that its formula looked at, in the order it looked. */
export interface EvaluatedVariable {
  name: string;
  variable: Variable;
  value: LineValue;
  facts: ReadonlyMap<string, FactValue>;
  variables: ReadonlyMap<string, LineValue>;
  parameters: ReadonlyMap<string, UsedParameter>;
}

interface Trace {
  facts: Map<string, FactValue>;
  variables: Map<string, LineValue>;
  parameters: Map<string, UsedParameter>;
}

interface EvaluationOptions {
  /** Leave out every rounding, so that the result is the liability as the law's own schedule draws it. */
  exact?: boolean;
  /** Hears of each line when it is done, after all that it rests on. Without it nothing is traced. */
  onLine?: (line: EvaluatedVariable) => void;
}

/**
 * Evaluates a pack's outputs and its total, and, lazily, only what they rest on. Answers the value of each line that was
 * needed; the total comes last.
 *
 * @throws TaxError `FACTS_MISSING`, `PARAMETER_NOT_IN_FORCE`, `RULE_CYCLE`, `RULE_PACK_MALFORMED`
 */
export function evaluate(
  pack: RulePack,
  facts: Facts,
  moment: LawMoment,
  { exact = false, onLine }: EvaluationOptions = {},
): Map<string, LineValue> {
  const minorUnits = 10n ** BigInt(pack.currency.decimals);
  const rules = rulesInForce(pack, moment);
  const values = new Map<string, LineValue>();
  const underWay: string[] = [];
  /** Of the formula that runs just now; null where nobody wants to know. */
  let trace: Trace | null = null;

  const context: FormulaContext = {
    exact,
    asOf: moment.asOf,
    variable(name) {
      const value = valueOf(name);
      if (typeof value === 'string') throw readAs(pack, 'line', name, 'a number', 'a choice');
      return value;
    },
    decision(name) {
      const value = valueOf(name);
      if (typeof value !== 'string') throw readAs(pack, 'line', name, 'a choice', 'a number');
      return value;
    },
    money: (name) => Rational.of(fact(name, 'money') as bigint, minorUnits),
    count: (name) => fact(name, 'count') as bigint,
    choice: (name) => fact(name, 'choice') as string,
    flag: (name) => fact(name, 'flag') as boolean,
    date: (name) => fact(name, 'date') as CivilDate,
    isStated(name) {
      declarationOf(pack, name);
      return facts.has(name);
    },
    amount: (path) => parameter(path, 'amount').amount,
    rate: (path) => parameter(path, 'rate').rate,
    quantity: (path) => parameter(path, 'quantity').quantity,
    brackets: (path) => parameter(path, 'brackets').brackets,
  };

  function valueOf(name: string): LineValue {
    const value = values.get(name) ?? computed(name);
    trace?.variables.set(name, value);
    return value;
  }

  function computed(name: string): LineValue {
    if (underWay.includes(name)) {
      throw new TaxError(
        'RULE_CYCLE',
        `In ${pack.id}, ${[...underWay.slice(underWay.indexOf(name)), name].join(' needs ')}.`,
        'Break the circle: one of these formulas must not look at the next.',
        'configuration',
      );
    }
    const variable = Object.hasOwn(pack.variables, name) ? pack.variables[name] : undefined;
    if (variable === undefined) throw undeclared(pack, 'variable', name);
    const asking = trace;
    const own: Trace | null =
      onLine === undefined ? null : { facts: new Map(), variables: new Map(), parameters: new Map() };
    trace = own;
    underWay.push(name);
    const value = lineValue(variable, name);
    underWay.pop();
    trace = asking;
    values.set(name, value);
    if (own !== null) onLine!({ name, variable, value, ...own });
    return value;
  }

  function lineValue(variable: Variable, name: string): LineValue {
    if (variable.unit !== 'choice') {
      const value = variable.compute(context);
      const { rounding } = variable;
      return exact || rounding === undefined ? value : value.roundedTo(rounding.step, rounding.rounding);
    }
    const decided = variable.compute(context);
    if (!variable.options.includes(decided)) {
      throw rulePackMalformed(
        `In ${pack.id}, ${name} comes to "${decided}".`,
        `Its options are ${variable.options.join(', ')}.`,
      );
    }
    return decided;
  }

  function fact(name: string, kind: FactDeclaration['kind']): FactValue {
    const declaration = declarationOf(pack, name);
    if (declaration.kind !== kind) throw readAs(pack, 'fact', name, kind, declaration.kind);
    const value = facts.get(name);
    if (value === undefined) throw factsMissing(pack.facts, [name]);
    trace?.facts.set(name, value);
    return value;
  }

  function parameter<Kind extends ParameterValue['kind']>(path: string, kind: Kind) {
    const rule = rules(path);
    const choice = rule.by === null ? null : (fact(rule.by, 'choice') as string);
    const chosen = rule.chosen(choice);
    if (chosen.value.kind !== kind) throw readAs(pack, 'parameter', path, kind, chosen.value.kind);
    trace?.parameters.set(chosen.used.path, chosen.used);
    return chosen.value as Extract<ParameterValue, { kind: Kind }>;
  }

  for (const output of pack.outputs) valueOf(output);
  const total = valueOf(pack.total);
  // The last line is the total, whatever looked at it before.
  values.delete(pack.total);
  return values.set(pack.total, total);
}

interface RuleInForce {
  by: string | null;
  chosen(choice: string | null): { value: ParameterValue; used: UsedParameter };
}

type RulesInForce = (path: string) => RuleInForce;

/** Looking values up by date costs more than computing with them, and a batch asks for the same day again and again. */
const resolved = new WeakMap<RulePack, Map<string, RulesInForce>>();
const MOMENTS_KEPT = 64;

function rulesInForce(pack: RulePack, moment: LawMoment): RulesInForce {
  let moments = resolved.get(pack);
  if (moments === undefined) resolved.set(pack, (moments = new Map()));
  const key = `${moment.asOf} ${moment.knownAt ?? ''}`;
  let rules = moments.get(key);
  if (rules === undefined) {
    if (moments.size >= MOMENTS_KEPT) moments.clear();
    moments.set(key, (rules = resolver(pack, moment)));
  }
  return rules;
}

function resolver(pack: RulePack, moment: LawMoment): RulesInForce {
  const byPath = new Map<string, RuleInForce>();
  return (path) => {
    let rule = byPath.get(path);
    if (rule === undefined) byPath.set(path, (rule = ruleInForce(pack, path, moment)));
    return rule;
  };
}

function ruleInForce(pack: RulePack, path: string, moment: LawMoment): RuleInForce {
  const parameter = pack.parameters.get(path);
  if (parameter === undefined) throw undeclared(pack, 'parameter', path);
  const { start, published, checked, citations, value } = parameterAt(parameter, moment);
  const usedAs = (spelled: string, chosen: ParameterValue) => ({
    value: chosen,
    used: { path: spelled, value: describeParameterValue(chosen), start, published, checked, citations },
  });
  if (parameter.by === null) {
    const only = usedAs(path, value as ParameterValue);
    return { by: null, chosen: () => only };
  }
  const choices = new Map(
    [...(value as ReadonlyMap<string, ParameterValue>)].map(([choice, chosen]) => [
      choice,
      usedAs(`${path}[${choice}]`, chosen),
    ]),
  );
  return { by: parameter.by, chosen: (choice) => choices.get(choice!)! };
}

function declarationOf(pack: RulePack, name: string): FactDeclaration {
  const declaration = Object.hasOwn(pack.facts, name) ? pack.facts[name] : undefined;
  if (declaration === undefined) throw undeclared(pack, 'fact', name);
  return declaration;
}

function undeclared(pack: RulePack, what: string, name: string): TaxError {
  return rulePackMalformed(
    `A formula of ${pack.id} looks at ${what} "${name}".`,
    `Declare that ${what}, or mend its name.`,
  );
}

function readAs(pack: RulePack, what: string, name: string, wanted: string, actual: string): TaxError {
  return rulePackMalformed(`A formula of ${pack.id} reads ${what} ${name} as ${wanted}.`, `It is ${actual}.`);
}
