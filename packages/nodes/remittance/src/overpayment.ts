import type { Asset, Journal } from '@gristmill/protocol';
import type { Obligation } from './obligation.ts';
import { paymentsTowards } from './remittance-log.ts';
import { unitsAtPar } from './settlement-units.ts';

/** What was paid too much of some instalments of a line, and so is paid already of others. */
export interface Overpayments {
  /** By obligation: what of it is covered by that. Minor units of the tax's currency. */
  credits: ReadonlyMap<string, bigint>;
  /** What is left when all instalments of a line are covered: the return of the year brings it back. */
  left: { taxpayer: string; authority: string; form: string; year: number; line: string; amount: bigint }[];
}

/**
 * Where refunds to customers, corrected facts or corrected law lower a year's tax after instalments were paid, the other
 * instalments of the same line ask for that much less, the earliest first. Money does not move between lines: what one
 * period or one tax has too much is settled by its own return.
 *
 * @param paidTowards what was paid or announced towards an obligation, in minor units of the tax's currency.
 */
export function overpaymentsOf(
  obligations: readonly Obligation[],
  paidTowards: (obligation: Obligation) => bigint,
): Overpayments {
  const credits = new Map<string, bigint>();
  const left: Overpayments['left'] = [];
  for (const instalments of Map.groupBy(obligations, lineOf).values()) {
    const ordered = instalments
      .toSorted((a, b) => (a.dueDate === b.dueDate ? a.instalment - b.instalment : a.dueDate < b.dueDate ? -1 : 1))
      .map((obligation) => ({ obligation, missing: obligation.amount - paidTowards(obligation) }));
    let pool = ordered.reduce((sum, { missing }) => (missing < 0n ? sum - missing : sum), 0n);
    for (const { obligation, missing } of ordered) {
      const credit = missing <= 0n ? 0n : missing < pool ? missing : pool;
      credits.set(obligation.id, credit);
      pool -= credit;
    }
    const { taxpayer, authority, form, year, line } = instalments[0]!;
    if (pool > 0n) left.push({ taxpayer, authority, form, year, line, amount: pool });
  }
  return { credits, left };
}

function lineOf({ taxpayer, authority, form, year, line }: Obligation): string {
  return JSON.stringify([taxpayer, authority, form, year, line]);
}

/**
 * What a journal has as paid, announced or under way towards an obligation, in minor units of the tax's currency.
 *
 * @param assetBefore what payments are in whose events, from before they named it, do not say.
 */
export function paidTowards(
  journal: Pick<Journal, 'read'>,
  obligation: Obligation,
  assetBefore: () => Asset = () => obligation.currency,
): bigint {
  const { currency } = obligation;
  const counted = paymentsTowards(journal, obligation).filter(({ state }) => state !== 'returned');
  // Added up before they are counted in cents: parts of a cent make whole ones.
  const byDecimals = new Map<number, bigint>();
  for (const { units, asset } of counted) {
    const { decimals } = asset ?? assetBefore();
    byDecimals.set(decimals, (byDecimals.get(decimals) ?? 0n) + units);
  }
  return [...byDecimals].reduce((sum, [decimals, units]) => sum + unitsAtPar(units, { decimals }, currency), 0n);
}
