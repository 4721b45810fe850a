import type { Assessment, AssessmentLine } from './assessment.ts';
import { type EvaluatedVariable, evaluate, type LineValue } from './evaluation.ts';
import { type FactDeclaration, type FactsInput, parseFacts } from './facts.ts';
import { type InForce, lawMomentOf, taxYearOf } from './law.ts';
import type { Rational } from './rational.ts';
import type { RulePack } from './rule-pack.ts';

/**
 * What is owed on these facts, and why: every line with its formula, inputs, parameters and citations. With `knownAt`
 * the law is taken as it had been published by the end of that day; both answers stay the same for ever.
 *
 * @throws TaxError `FACTS_MALFORMED`, `FACTS_MISSING`, `PARAMETER_NOT_IN_FORCE`, `TAX_DATE_MALFORMED`; `RULE_CYCLE` and
 *   `RULE_PACK_MALFORMED` when the pack itself is wrong.
 */
export function assess(pack: RulePack, facts: FactsInput, inForce: InForce): Assessment {
  const moment = lawMomentOf(inForce, pack.taxYearStart);
  const minorUnits = 10n ** BigInt(pack.currency.decimals);
  const lines: AssessmentLine[] = [];
  evaluate(pack, parseFacts(pack.facts, pack.contradictions, facts), moment, {
    onLine: (line) => lines.push(lineOf(pack, line, minorUnits)),
  });
  // The last line is the total, whatever looked at it before.
  const [total] = lines.splice(
    lines.findIndex(({ variable }) => variable === pack.total),
    1,
  ) as [AssessmentLine];
  lines.push(total);
  return {
    schema: 'gristmill/assessment/1',
    pack: pack.cid,
    packId: pack.id,
    title: pack.title,
    year: taxYearOf(moment.asOf, pack.taxYearStart),
    asOf: moment.asOf,
    knownAt: moment.knownAt,
    currency: { ...pack.currency },
    lines,
    total: total.amount,
  };
}

/**
 * The same lines without the why, for many households at once: amounts of money in minor units, other numbers exactly,
 * choices as their text.
 *
 * @throws TaxError as `assess`.
 */
export function assessLines(pack: RulePack, facts: FactsInput, inForce: InForce): Record<string, string> {
  const moment = lawMomentOf(inForce, pack.taxYearStart);
  const minorUnits = 10n ** BigInt(pack.currency.decimals);
  const values = evaluate(pack, parseFacts(pack.facts, pack.contradictions, facts), moment);
  const lines: Record<string, string> = {};
  for (const [name, value] of values) lines[name] = shownAs(value, pack.variables[name]!.unit, minorUnits);
  return lines;
}

function lineOf(pack: RulePack, evaluated: EvaluatedVariable, minorUnits: bigint): AssessmentLine {
  const { name, variable, value, facts, variables, parameters } = evaluated;
  const rounding = variable.unit === 'choice' ? undefined : variable.rounding;
  return {
    variable: name,
    label: variable.label,
    entity: variable.entity,
    period: variable.period,
    unit: variable.unit,
    amount: shownAs(value, variable.unit, minorUnits),
    exact: value.toString(),
    formula: variable.formula,
    citation: variable.citation,
    rounding: rounding === undefined ? null : { ...rounding, step: rounding.step.toString() },
    inputs: [
      ...[...facts].map(([fact, given]) => ({
        kind: 'fact' as const,
        name: fact,
        unit: unitOf(pack.facts[fact]!),
        value: given.toString(),
      })),
      ...[...variables].map(([line, amount]) => ({
        kind: 'variable' as const,
        name: line,
        unit: pack.variables[line]!.unit,
        value: amount.toString(),
      })),
    ],
    parameters: [...parameters.values()].map(({ citations, ...used }) => ({
      ...used,
      citations: citations.map((citation) => ({ ...citation })),
    })),
  };
}

function unitOf({ kind }: FactDeclaration): Exclude<FactDeclaration['kind'], 'money'> | 'currency' {
  return kind === 'money' ? 'currency' : kind;
}

function shownAs(value: LineValue, unit: string, minorUnits: bigint): string {
  if (typeof value === 'string' || unit !== 'currency') return value.toString();
  return nearestMinorUnit(value, minorUnits).toString();
}

/** For show only: what is paid was rounded by the pack's own rule before it comes here. Halves go away from zero. */
function nearestMinorUnit({ numerator, denominator }: Rational, minorUnits: bigint): bigint {
  if (denominator === 1n) return numerator * minorUnits;
  const magnitude = numerator < 0n ? -numerator : numerator;
  const nearest = (magnitude * minorUnits * 2n + denominator) / (denominator * 2n);
  return numerator < 0n ? -nearest : nearest;
}
