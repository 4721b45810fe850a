import { type FactsForm, factsForm } from './facts.ts';
import { type InForce, lawMomentOf } from './law.ts';
import { Rational } from './rational.ts';
import type { RulePack } from './rule-pack.ts';
import { RulesInForce } from './rules-in-force.ts';
import type { Variable } from './variable.ts';

/** A line of a pack, and where its values are kept. */
export interface PreparedLine {
  readonly name: string;
  readonly slot: number;
  readonly variable: Variable;
}

/** A pack with all that does not depend on the facts found once: for bulk assessments that is most of the looking up. */
export interface PreparedPack {
  readonly pack: RulePack;
  readonly form: FactsForm;
  readonly lines: readonly PreparedLine[];
  /** No value for each line, to be copied: making a list anew takes longer. */
  readonly unset: readonly undefined[];
  readonly lineNamed: ReadonlyMap<string, PreparedLine>;
  /** Those that every assessment gives, in their order; the total is last. */
  readonly outputs: readonly PreparedLine[];
  /** How many minor units of the currency make one. */
  readonly minorUnits: Rational;
  /** @throws TaxError `TAX_DATE_MALFORMED` */
  rulesAt(inForce: InForce): RulesInForce;
}

const prepared = new WeakMap<RulePack, PreparedPack>();

/** Prepares a pack the first time that it is asked for. */
export function preparedPack(pack: RulePack): PreparedPack {
  let known = prepared.get(pack);
  if (known === undefined) prepared.set(pack, (known = prepare(pack)));
  return known;
}

const MOMENTS_KEPT = 64;

function prepare(pack: RulePack): PreparedPack {
  const form = factsForm(pack);
  const lines = Object.entries(pack.variables).map(([name, variable], slot) => ({ name, slot, variable }));
  const lineNamed = new Map(lines.map((line) => [line.name, line]));
  const moments = new Map<string, RulesInForce>();
  return {
    pack,
    form,
    lines,
    unset: lines.map(() => undefined),
    lineNamed,
    // defineRulePack has checked that these are lines.
    outputs: [...pack.outputs, pack.total].map((name) => lineNamed.get(name)!),
    minorUnits: Rational.of(10n ** BigInt(pack.currency.decimals)),
    rulesAt(inForce) {
      const { knownAt = '' } = inForce;
      const key = 'year' in inForce ? `in ${inForce.year} ${knownAt}` : `on ${inForce.asOf} ${knownAt}`;
      let rules = moments.get(key);
      if (rules === undefined) {
        if (moments.size >= MOMENTS_KEPT) moments.clear();
        moments.set(key, (rules = new RulesInForce(pack, form, lawMomentOf(inForce, pack.taxYearStart))));
      }
      return rules;
    },
  };
}
