import type { Asset } from '@gristmill/protocol';
import {
  type Assessment,
  type AssessmentLine,
  type FactsInput,
  largerOf,
  parameterAt,
  parseCivilDate,
  Rational,
  type RulePack,
  smallerOf,
} from '@gristmill/tax';
import { RemittanceError } from './errors.ts';
import type { FormCondition, FormDefinition, FormExpression } from './form-definition.ts';

/** An amount in currency units, and how far the form's roundings may have moved it. */
export interface Amount {
  value: Rational;
  error: Rational;
}

const ZERO: Amount = { value: Rational.zero, error: Rational.zero };

/** What a form's expressions look at. */
export interface FormGround {
  form: Pick<FormDefinition, 'title'>;
  pack: Pick<RulePack, 'parameters'>;
  assessment: Pick<Assessment, 'asOf' | 'knownAt' | 'currency' | 'lines'>;
  facts: FactsInput;
  /** What `{person}` in names stands for. */
  prefix: string;
  /** What is printed beside each box that this year's form has, by key. */
  printed: ReadonlyMap<string, string>;
  /** What such a box holds; null where that is not known. */
  amountIn: (key: string) => Amount | null;
}

export interface FormEvaluation {
  /** Null where something that it needs is not known. @throws RemittanceError `FORM_LINE_MISSING` */
  evaluate: (expression: FormExpression) => Amount | null;
  /** The expression in words, boxes as they are printed. */
  describe: (expression: FormExpression) => string;
  /** What a fact or line says in words, for boxes that are none of money. @throws RemittanceError `FORM_LINE_MISSING` */
  wordOf: (expression: FormExpression) => unknown;
}

/** Expressions of a form over one assessment, its facts and what the form's other boxes hold. */
export function formEvaluation({
  form,
  pack,
  assessment,
  facts,
  prefix,
  printed,
  amountIn,
}: FormGround): FormEvaluation {
  const { currency } = assessment;
  const lines = new Map(assessment.lines.map((line) => [line.variable, line]));
  const moment = {
    asOf: parseCivilDate(assessment.asOf),
    knownAt: assessment.knownAt === null ? null : parseCivilDate(assessment.knownAt),
  };
  const nameOf = (name: string) => name.replace('{person}', prefix);

  function lineOf(name: string): AssessmentLine {
    const line = lines.get(nameOf(name));
    if (line !== undefined) return line;
    throw new RemittanceError(
      'FORM_LINE_MISSING',
      `${form.title} needs the line ${nameOf(name)}, which the assessment does not have.`,
      "Name that line among the rule pack's outputs.",
    );
  }

  function wordOf(expression: FormExpression): unknown {
    if (expression.kind === 'line') return lineOf(expression.name).amount;
    return expression.kind === 'fact' ? facts[nameOf(expression.name)] : undefined;
  }

  function parameterOf(path: string): Amount {
    const parameter = pack.parameters.get(path)!;
    const { value } = parameterAt(parameter, moment);
    const one = 'kind' in value ? value : value.get(String(facts[parameter.by!]));
    if (one?.kind === 'amount') return exactly(one.amount);
    if (one?.kind === 'rate') return exactly(one.rate);
    if (one?.kind === 'quantity') return exactly(one.quantity);
    throw new RemittanceError('FORM_MALFORMED', `${path} is no number on ${form.title}.`, 'Mend the form.');
  }

  function holds(condition: FormCondition): boolean | null {
    if (condition.kind === 'flag') return facts[nameOf(condition.fact)] === true;
    const [value, limit] = [evaluate(condition.value), evaluate(condition.limit)];
    if (value === null || limit === null) return null;
    return condition.kind === 'above' ? value.value.isAbove(limit.value) : value.value.isBelow(limit.value);
  }

  function evaluate(expression: FormExpression): Amount | null {
    switch (expression.kind) {
      case 'number':
        return exactly(expression.value);
      case 'box':
        // A box that this year's form does not have is nothing.
        return printed.has(expression.key) ? amountIn(expression.key) : ZERO;
      case 'unknown':
        return null;
      case 'fact': {
        const given = facts[nameOf(expression.name)];
        if (given === undefined && expression.optional) return ZERO;
        const stated = minorUnitsOf(given);
        return stated === null ? null : exactly(fromMinor(stated, currency));
      }
      case 'line': {
        const { unit, amount, exact } = lineOf(expression.name);
        return exactly(unit === 'currency' ? fromMinor(BigInt(amount), currency) : Rational.parse(exact));
      }
      case 'parameter':
        return parameterOf(expression.name);
      case 'sum':
        return all(
          expression.terms.map(({ value }) => evaluate(value)),
          (values) => ({
            value: values.reduce((sum, { value }, i) => {
              return expression.terms[i]!.negative ? sum.minus(value) : sum.plus(value);
            }, Rational.zero),
            error: values.reduce((sum, { error }) => sum.plus(error), Rational.zero),
          }),
        );
      case 'product':
        return all(expression.values.map(evaluate), (values) =>
          values.reduce((product, factor) => ({
            value: product.value.times(factor.value),
            error: magnitude(product.value)
              .times(factor.error)
              .plus(magnitude(factor.value).times(product.error))
              .plus(product.error.times(factor.error)),
          })),
        );
      case 'smaller':
      case 'larger':
        return all(expression.values.map(evaluate), (values) => ({
          value: values.map(({ value }) => value).reduce(expression.kind === 'smaller' ? smallerOf : largerOf),
          error: values.map(({ error }) => error).reduce(largerOf),
        }));
      case 'not-below-zero': {
        const amount = evaluate(expression.value);
        return amount?.value.isBelow(Rational.zero) === true ? { value: Rational.zero, error: amount.error } : amount;
      }
      case 'if': {
        const isSo = holds(expression.condition);
        return isSo === null ? null : evaluate(isSo ? expression.held : expression.otherwise);
      }
    }
  }

  function describe(expression: FormExpression): string {
    switch (expression.kind) {
      case 'unknown':
        return 'unknown';
      case 'number':
        return expression.value.toString();
      case 'box':
        return printed.get(expression.key) ?? '0';
      case 'fact':
      case 'line':
        return `${expression.kind} ${nameOf(expression.name)}`;
      case 'parameter':
        return `${parameterOf(expression.name).value.toString()} (${expression.name})`;
      case 'sum':
        return expression.terms
          .filter(({ value }) => value.kind !== 'box' || printed.has(value.key))
          .map(
            ({ negative, value }, i) =>
              `${negative ? (i === 0 ? '-' : ' - ') : i === 0 ? '' : ' + '}${describe(value)}`,
          )
          .join('');
      case 'product':
        return expression.values.map(enclosed).join(' × ');
      case 'smaller':
      case 'larger':
        return `the ${expression.kind} of ${expression.values.map(enclosed).join(' and ')}`;
      case 'not-below-zero':
        return `${describe(expression.value)}, not below 0`;
      case 'if':
        return describe(holds(expression.condition) === true ? expression.held : expression.otherwise);
    }
  }

  /** In brackets where it is more than one thing. */
  function enclosed(expression: FormExpression): string {
    const { kind } = expression;
    const isOne = kind === 'number' || kind === 'box' || kind === 'fact' || kind === 'line' || kind === 'parameter';
    return isOne ? describe(expression) : `(${describe(expression)})`;
  }

  return { evaluate, describe, wordOf };
}

export function exactly(value: Rational): Amount {
  return { value, error: Rational.zero };
}

export function fromMinor(units: bigint, { decimals }: Asset): Rational {
  return Rational.of(units, 10n ** BigInt(decimals));
}

export function magnitude(value: Rational): Rational {
  return value.isBelow(Rational.zero) ? Rational.zero.minus(value) : value;
}

function all(values: readonly (Amount | null)[], combine: (values: Amount[]) => Amount): Amount | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length ? null : combine(known);
}

/** A whole number of minor units as a file may have it; null for what is none. */
export function minorUnitsOf(value: unknown): bigint | null {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  return typeof value === 'string' && /^-?\d{1,38}$/.test(value) ? BigInt(value) : null;
}
