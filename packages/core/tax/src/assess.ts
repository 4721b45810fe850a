import type { Cid } from '@gristmill/protocol';
import { yearOf } from './civil-date.ts';
import { dateInForce, type EvaluatedVariable, evaluate, type InForce, type UsedParameter } from './evaluation.ts';
import type { FactsInput } from './facts.ts';
import type { Rational } from './rational.ts';
import type { RulePack } from './rule-pack.ts';

/** A fact or an earlier line that a line was computed from. Money facts are in minor units, exact amounts in units. */
export interface AssessmentInput {
  kind: 'fact' | 'variable';
  name: string;
  value: string;
}

export interface AssessmentLine {
  variable: string;
  label: string;
  /** Integer minor units. A line that is not whole is shown rounded half up; later lines use `exact`. */
  amount: string;
  /** The amount in currency units without any rounding for show. */
  exact: string;
  formula: string;
  citation: string;
  rounding: { step: string; rounding: string; citation: string } | null;
  inputs: AssessmentInput[];
  parameters: UsedParameter[];
}

/** Plain data: it can be stored, signed and shown as it is. */
export interface Assessment {
  /** The rules, by content. */
  pack: Cid;
  packId: string;
  title: string;
  year: number;
  asOf: string;
  currency: { code: string; decimals: number };
  /** Each line after all that it rests on; the last one is the total. */
  lines: AssessmentLine[];
  /** Integer minor units. */
  total: string;
}

/**
 * What is owed on these facts for the year, and why: every line with its formula, inputs, parameters and citations.
 *
 * @throws TaxError `FACTS_MALFORMED`, `FACTS_MISSING`, `PARAMETER_NOT_IN_FORCE`, `TAX_DATE_MALFORMED`; `RULE_CYCLE` and
 *   `RULE_PACK_MALFORMED` when the pack itself is wrong.
 */
export function assess(pack: RulePack, facts: FactsInput, inForce: InForce): Assessment {
  const date = dateInForce(inForce);
  const minorUnits = 10n ** BigInt(pack.currency.decimals);
  const lines = evaluate(pack, facts, date, { exact: false }).map((evaluated) => lineOf(evaluated, minorUnits));
  return {
    pack: pack.cid,
    packId: pack.id,
    title: pack.title,
    year: yearOf(date),
    asOf: date,
    currency: { ...pack.currency },
    lines,
    total: lines.at(-1)!.amount,
  };
}

function lineOf(evaluated: EvaluatedVariable, minorUnits: bigint): AssessmentLine {
  const { name, variable, value, facts, variables, parameters } = evaluated;
  const { rounding } = variable;
  return {
    variable: name,
    label: variable.label,
    amount: minorUnitsOf(value, minorUnits).toString(),
    exact: value.toString(),
    formula: variable.formula,
    citation: variable.citation,
    rounding: rounding === undefined ? null : { ...rounding, step: rounding.step.toString() },
    inputs: [
      ...[...facts].map(([fact, given]) => ({ kind: 'fact' as const, name: fact, value: given.toString() })),
      ...[...variables].map(([line, amount]) => ({ kind: 'variable' as const, name: line, value: amount.toString() })),
    ],
    parameters: [...parameters.values()],
  };
}

/** For show only: what is paid was rounded by the pack's own rule before it comes here. */
function minorUnitsOf(value: Rational, minorUnits: bigint): bigint {
  return (value.numerator * minorUnits * 2n + value.denominator) / (value.denominator * 2n);
}
