import type { CivilDate } from '@gristmill/tax';
import { type BankAmount, bankAmountText } from './bank-amount.ts';
import type { BankEntry } from './bank-entry.ts';
import { amountAt, dateAt, type Direction, directionAt } from './bank-field.ts';
import { nodesAt, textAt, type XmlNode } from './bank-xml.ts';

export interface BankBalance {
  date: CivilDate | null;
  /** Below zero when overdrawn. */
  amount: BankAmount;
}

export interface BankBalances {
  opening: BankBalance | null;
  closing: BankBalance | null;
}

/** A balance as the bank states it; some leave out whether the account is in credit. */
interface StatedBalance {
  date: CivilDate | null;
  amount: BankAmount;
  direction: Direction | null;
}

/**
 * The balances of a report, and the texts of those that cannot be read. Where the bank leaves out whether they are credits
 * or debits, they are what the booked entries lead from one to the other by, if that is so one way only.
 */
export function balancesOf(
  node: XmlNode,
  currency: string | null,
  entries: readonly BankEntry[],
): BankBalances & { unreadable: string[] } {
  const opening = balanceOf(node, ['OPBD', 'PRCD'], currency);
  const closing = balanceOf(node, ['CLBD'], currency);
  const stated = [opening, closing].filter((each) => each !== null);
  const readings = (balance: StatedBalance | string | null) =>
    typeof balance === 'string' || balance === null ? [null] : directionsOf(balance).map((to) => signed(balance, to));
  const pairs = readings(opening).flatMap((first) => readings(closing).map((last) => ({ opening: first, closing: last })));
  const fitting = pairs.length === 1 ? pairs : pairs.filter((pair) => movementFinding(pair, entries) === 'none');
  const isClear = (balance: StatedBalance | string) => typeof balance !== 'string' && balance.direction !== null;
  const known = (balance: StatedBalance | string | null) =>
    balance === null || typeof balance === 'string' || balance.direction === null
      ? null
      : signed(balance, balance.direction);
  const [only] = fitting;
  const balances =
    fitting.length === 1 && only !== undefined ? only : { opening: known(opening), closing: known(closing) };
  return {
    ...balances,
    unreadable: stated
      .filter((each) => typeof each === 'string' || (fitting.length !== 1 && !isClear(each)))
      .map((each) => (typeof each === 'string' ? each : bankAmountText(each.amount))),
  };
}
