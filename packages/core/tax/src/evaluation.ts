import { type CivilDate, civilDateOf, parseCivilDate } from './civil-date.ts';
import { rulePackMalformed, TaxError } from './errors.ts';
import { type FactsInput, factsMissing, parseFacts } from './facts.ts';
import { type Citation, describeParameterValue, parameterAt, type ParameterValue } from './parameter.ts';
import { Rational } from './rational.ts';
import type { FormulaContext, RulePack, Variable } from './rule-pack.ts';

/** Which law: the one in force on 1 January of `year`, or on the day `asOf`. */
export type InForce = { year: number } | { asOf: string };

export function dateInForce(inForce: InForce): CivilDate {
  return 'year' in inForce ? civilDateOf(inForce.year, 1, 1) : parseCivilDate(inForce.asOf);
}

/** What one variable came to, and all that its formula looked at, in the order it looked. */
export interface EvaluatedVariable {
  name: string;
  variable: Variable;
  value: Rational;
  facts: ReadonlyMap<string, bigint | string | boolean>;
  variables: ReadonlyMap<string, Rational>;
  parameters: ReadonlyMap<string, UsedParameter>;
}

export interface UsedParameter {
  path: string;
  value: string;
  start: CivilDate;
  citations: readonly Citation[];
}

/**
 * Evaluates a pack's total and, lazily, only what it rests on; dependencies come first.
 * `exact` leaves out every rounding, so that the result is the liability as the law's own schedule draws it.
 *
 * @throws TaxError `FACTS_MALFORMED`, `FACTS_MISSING`, `PARAMETER_NOT_IN_FORCE`, `RULE_CYCLE`, `RULE_PACK_MALFORMED`
 */
export function evaluate(
  pack: RulePack,
  input: FactsInput,
  date: CivilDate,
  { exact }: { exact: boolean },
): EvaluatedVariable[] {
  const facts = parseFacts(pack.facts, pack.contradictions, input);
  const minorUnits = 10n ** BigInt(pack.currency.decimals);
  const done = new Map<string, EvaluatedVariable>();
  const underWay: string[] = [];

  function valueOf(name: string): Rational {
    const known = done.get(name);
    if (known !== undefined) return known.value;
    if (underWay.includes(name)) {
      throw new TaxError(
        'RULE_CYCLE',
        `In ${pack.id}, ${[...underWay.slice(underWay.indexOf(name)), name].join(' needs ')}.`,
        'Break the circle: one of these formulas must not look at the next.',
        'configuration',
      );
    }
    const variable = declared(
      pack,
      'variable',
      Object.hasOwn(pack.variables, name) ? pack.variables[name] : undefined,
      name,
    );
    const evaluated = {
      name,
      variable,
      facts: new Map<string, bigint | string | boolean>(),
      variables: new Map<string, Rational>(),
      parameters: new Map<string, UsedParameter>(),
    };
    underWay.push(name);
    const computed = variable.compute(contextOf(evaluated));
    underWay.pop();
    const { rounding } = variable;
    const value = exact || rounding === undefined ? computed : computed.roundedTo(rounding.step, rounding.rounding);
    done.set(name, { ...evaluated, value });
    return value;
  }

  function contextOf(trace: {
    facts: Map<string, bigint | string | boolean>;
    variables: Map<string, Rational>;
    parameters: Map<string, UsedParameter>;
  }): FormulaContext {
    function fact(name: string, kind: 'money' | 'choice' | 'flag') {
      const declaration = declared(pack, 'fact', Object.hasOwn(pack.facts, name) ? pack.facts[name] : undefined, name);
      if (declaration.kind !== kind) {
        throw rulePackMalformed(
          `A formula of ${pack.id} reads fact ${name} as ${kind}.`,
          `It is a ${declaration.kind}.`,
        );
      }
      const value = facts.get(name);
      if (value === undefined) throw factsMissing(pack.facts, [name]);
      trace.facts.set(name, value);
      return value;
    }
    function parameter<Kind extends ParameterValue['kind']>(path: string, kind: Kind) {
      const found = declared(pack, 'parameter', pack.parameters.get(path), path);
      const { start, citations, value } = parameterAt(found, date);
      const choice = found.by === null ? null : (fact(found.by, 'choice') as string);
      const chosen =
        choice === null ? (value as ParameterValue) : (value as ReadonlyMap<string, ParameterValue>).get(choice)!;
      if (chosen.kind !== kind) {
        throw rulePackMalformed(`A formula of ${pack.id} reads parameter ${path} as ${kind}.`, `It is ${chosen.kind}.`);
      }
      const spelled = choice === null ? path : `${path}[${choice}]`;
      trace.parameters.set(spelled, { path: spelled, value: describeParameterValue(chosen), start, citations });
      return chosen as Extract<ParameterValue, { kind: Kind }>;
    }
    return {
      exact,
      variable(name) {
        const value = valueOf(name);
        trace.variables.set(name, value);
        return value;
      },
      money: (name) => Rational.of(fact(name, 'money') as bigint, minorUnits),
      choice: (name) => fact(name, 'choice') as string,
      flag: (name) => fact(name, 'flag') as boolean,
      amount: (path) => parameter(path, 'amount').amount,
      rate: (path) => parameter(path, 'rate').rate,
      brackets: (path) => parameter(path, 'brackets').brackets,
    };
  }

  valueOf(pack.total);
  return [...done.values()];
}

function declared<T>(pack: RulePack, what: string, found: T | undefined, name: string): T {
  if (found !== undefined) return found;
  throw rulePackMalformed(
    `A formula of ${pack.id} looks at ${what} "${name}".`,
    `Declare that ${what}, or mend its name.`,
  );
}
