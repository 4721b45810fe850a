import type { Assessment, AssessmentLine } from './assessment.ts';
import { evaluate, type LineValue, type TracedLine } from './evaluation.ts';
import { type FactDeclaration, type FactsInput, parseFacts } from './facts.ts';
import { type InForce, taxYearOf } from './law.ts';
import { type PreparedLine, type PreparedPack, preparedPack } from './prepared-pack.ts';
import type { RulePack } from './rule-pack.ts';
import type { Variable } from './variable.ts';

/**
 * What is owed on these facts, and why: every line with its formula, inputs, parameters and citations. With `knownAt`
 * the law is taken as it had been published by the end of that day; both answers stay the same for ever.
 *
 * @throws TaxError `FACTS_MALFORMED`, `FACTS_MISSING`, `PARAMETER_NOT_IN_FORCE`, `TAX_DATE_MALFORMED`; `RULE_CYCLE` and
 *   `RULE_PACK_MALFORMED` when the pack itself is wrong.
 */
export function assess(pack: RulePack, facts: FactsInput, inForce: InForce): Assessment {
  const prepared = preparedPack(pack);
  const rules = prepared.rulesAt(inForce);
  const traced = new Map<PreparedLine, TracedLine>();
  const { lines, total } = evaluate(prepared, rules, parseFacts(prepared.form, facts), {
    onLine: (line) => traced.set(line.line, line),
  });
  return {
    schema: 'gristmill/assessment/1',
    pack: pack.cid,
    packId: pack.id,
    title: pack.title,
    year: taxYearOf(rules.moment.asOf, pack.taxYearStart),
    asOf: rules.moment.asOf,
    knownAt: rules.moment.knownAt,
    currency: { ...pack.currency },
    lines: lines.map((line) => assessmentLineOf(prepared, traced.get(line)!)),
    total: shownAs(total, 'currency', prepared),
  };
}

/**
 * The same lines without the why, for many households at once: amounts of money in minor units, other numbers exactly,
 * choices as their text.
 *
 * @throws TaxError as `assess`.
 */
export function assessLines(pack: RulePack, facts: FactsInput, inForce: InForce): Record<string, string> {
  const prepared = preparedPack(pack);
  const { lines, values } = evaluate(prepared, prepared.rulesAt(inForce), parseFacts(prepared.form, facts));
  const shown: Record<string, string> = {};
  for (const { name, slot, variable } of lines) shown[name] = shownAs(values[slot]!, variable.unit, prepared);
  return shown;
}

function assessmentLineOf(
  prepared: PreparedPack,
  { line, value, facts, lines, parameters }: TracedLine,
): AssessmentLine {
  const { name, variable } = line;
  const rounding = variable.unit === 'choice' ? undefined : variable.rounding;
  return {
    variable: name,
    label: variable.label,
    entity: variable.entity,
    period: variable.period,
    unit: variable.unit,
    amount: shownAs(value, variable.unit, prepared),
    exact: value.toString(),
    formula: variable.formula,
    citation: variable.citation,
    rounding: rounding === undefined ? null : { ...rounding, step: rounding.step.toString() },
    inputs: [
      ...[...facts].map(([fact, given]) => ({
        kind: 'fact' as const,
        name: fact,
        unit: unitOf(prepared.pack.facts[fact]!),
        value: given.toString(),
      })),
      ...[...lines].map(
        ([
          {
            name: input,
            variable: { unit },
          },
          amount,
        ]) => ({
          kind: 'variable' as const,
          name: input,
          unit,
          value: amount.toString(),
        }),
      ),
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

/** For show only: what is paid was rounded by the pack's own rule before it comes here. */
function shownAs(value: LineValue, unit: Variable['unit'], { minorUnits }: PreparedPack): string {
  if (typeof value === 'string' || unit !== 'currency') return value.toString();
  return value.toNearestParts(minorUnits);
}
