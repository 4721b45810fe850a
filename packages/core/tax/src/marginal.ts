import { divideRounded } from '@gristmill/protocol';
import { TaxError } from './errors.ts';
import { evaluate } from './evaluation.ts';
import { type FactsInput, parseFacts } from './facts.ts';
import type { InForce } from './law.ts';
import { preparedPack } from './prepared-pack.ts';
import { Rational } from './rational.ts';
import type { RulePack } from './rule-pack.ts';

/** One whole, in the parts per million that rates on the wire and on the chain are counted in. */
export const PARTS_PER_MILLION = 1_000_000n;

/** A payment that is about to raise one money fact. */
export type Payout = InForce & {
  /** The money fact that the payment adds to. */
  income: string;
  /** Minor units, above 0. */
  amount: bigint;
};

/**
 * How many parts per million of the next payout must be set aside: the slope of the liability between the facts and
 * the facts with the payout, as the law draws it (no table steps, no cents), rounded up so that the vault is never
 * short, and kept between 0 and 1,000,000. The bounds matter only at the law's own cliffs: where self-employment tax
 * starts at all (26 U.S.C. § 1402(b)(2)) one dollar can owe many.
 *
 * @throws TaxError as `assess`, and `FACTS_MALFORMED` when `income` is not a money fact or `amount` is not positive.
 */
export function marginalRate(pack: RulePack, facts: FactsInput, payout: Payout): number {
  const [before, after] = beforeAndAfter(pack, facts, payout, { exact: true });
  const rise = after.minus(before).times(Rational.of(10n ** BigInt(pack.currency.decimals)));
  if (!rise.isAbove(Rational.zero)) return 0;
  const ppm = divideRounded(rise.numerator * PARTS_PER_MILLION, rise.denominator * payout.amount, 'up');
  return Number(ppm > PARTS_PER_MILLION ? PARTS_PER_MILLION : ppm);
}

/**
 * What the payout adds to the liability, in minor units, with every rounding of the law: over a year's payouts, in
 * any order and any split, these add up to the year's liability. Negative where the law has a cliff downwards.
 *
 * @throws TaxError as `marginalRate`.
 */
export function marginalLiability(pack: RulePack, facts: FactsInput, payout: Payout): bigint {
  const [before, after] = beforeAndAfter(pack, facts, payout, { exact: false });
  const minorUnits = Rational.of(10n ** BigInt(pack.currency.decimals));
  return after.times(minorUnits).toInteger('halfUp') - before.times(minorUnits).toInteger('halfUp');
}

function beforeAndAfter(
  pack: RulePack,
  facts: FactsInput,
  payout: Payout,
  precision: { exact: boolean },
): [before: Rational, after: Rational] {
  const { income, amount } = payout;
  const prepared = preparedPack(pack);
  const fact = prepared.form.byName.get(income);
  if (fact?.declaration.kind !== 'money' || amount <= 0n) {
    throw new TaxError(
      'FACTS_MALFORMED',
      `A payout of ${amount} minor units cannot raise "${income}".`,
      'Name a money fact of the pack, and an amount above 0.',
    );
  }
  const rules = prepared.rulesAt(payout);
  const stated = parseFacts(prepared.form, facts);
  const raised = stated.raised(fact, amount);
  return [evaluate(prepared, rules, stated, precision).total, evaluate(prepared, rules, raised, precision).total];
}
