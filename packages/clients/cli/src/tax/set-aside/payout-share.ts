import { divideRounded } from '@gristmill/protocol';
import {
  type FactsInput,
  type InForce,
  marginalRate,
  PARTS_PER_MILLION,
  type RulePack,
  setAside,
} from '@gristmill/tax';

export interface PayoutShareQuestion {
  inForce: InForce;
  /** The money fact that payouts raise; the facts state it without them. */
  income: string;
  /** What payouts came to in this tax year, and what was set aside of them. Minor units of the pack's currency. */
  earned: bigint;
  setAside: bigint;
  /** How large the next payout will be, as far as one can tell; above 0. */
  nextPayout: bigint;
}

export interface PayoutShare {
  /** Millionths of the next payout for the vault, from 0 to 1,000,000. */
  ppm: number;
  /** What of that is the tax on the next payout itself; the rest makes up for what is missing or too much. */
  marginalPpm: number;
  /** What should be set aside for all that was earned. */
  target: bigint;
  /** `target - setAside`; below zero, what is too much. */
  missing: bigint;
}

/**
 * Which share of the next payout belongs to the vault: its own marginal tax, and what the year still lacks or has too much.
 * A payout router takes a share and no sums, so what one payout misses by is made up for by the next: refunds, changed facts
 * and corrected rules flow back this way, and the year ends within one payout's miss of what is owed.
 *
 * @throws TaxError as `setAside` and `marginalRate`.
 */
export function payoutShare(
  pack: RulePack,
  facts: FactsInput,
  { inForce, income, earned, setAside: before, nextPayout }: PayoutShareQuestion,
): PayoutShare {
  // More went back than came in so far: nothing is owed on that.
  const counted = earned < 0n ? 0n : earned;
  const stated = BigInt((facts[income] ?? 0) as string | number | bigint);
  const onTop = { ...facts, [income]: stated + counted };
  const marginalPpm = marginalRate(pack, onTop, { ...inForce, income, amount: nextPayout });
  const question = { ...inForce, income, earned: counted, payout: 0n, alreadySetAside: 0n };
  const { target } = setAside(pack, facts, { ...question, method: { kind: 'exact' } });
  const missing = target - before;
  const parts = BigInt(marginalPpm) * nextPayout + missing * PARTS_PER_MILLION;
  const ppm = parts <= 0n ? 0n : divideRounded(parts, nextPayout, 'up');
  return { ppm: Number(ppm > PARTS_PER_MILLION ? PARTS_PER_MILLION : ppm), marginalPpm, target, missing };
}
