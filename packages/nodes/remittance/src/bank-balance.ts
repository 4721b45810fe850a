import type { CivilDate } from '@gristmill/tax';
import type { BankAmount } from './bank-amount.ts';
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

/** A balance as it stands in the file. */
interface StatedBalance {
  text: string;
  /** None when it cannot be read; two where the bank leaves out whether it is a credit or a debit. */
  readings: readonly BankBalance[];
}

/**
 * The balances of a report, and the texts of those that cannot be read: they are controls, and refuse nothing. Of balances
 * without a direction the reading is taken with which the booked entries lead from one to the other, if there is only one.
 */
export function balancesOf(
  node: XmlNode,
  currency: string | null,
  entries: readonly BankEntry[],
): BankBalances & { unreadable: string[] } {
  const [first, last] = [balanceAt(node, ['OPBD', 'PRCD'], currency), balanceAt(node, ['CLBD'], currency)];
  const pairs = readingsOf(first).flatMap((opening) => readingsOf(last).map((closing) => ({ opening, closing })));
  const fitting = pairs.length === 1 ? pairs : pairs.filter((pair) => balanceAfter(pair, entries)?.isStated === true);
  const { opening, closing } =
    fitting.length === 1 ? fitting[0]! : { opening: onlyReadingOf(first), closing: onlyReadingOf(last) };
  const unreadable = [opening === null ? first : null, closing === null ? last : null].flatMap(
    (each) => each?.text ?? [],
  );
  return { opening, closing, unreadable };
}

/** What the booked entries make of the opening balance; null where opening or closing is not known. */
export function balanceAfter(
  { opening, closing }: BankBalances,
  entries: readonly BankEntry[],
): { amount: BankAmount; isStated: boolean } | null {
  if (opening === null || closing === null || opening.amount.currency !== closing.amount.currency) return null;
  const { currency } = opening.amount;
  const hundredThousandths = entries
    .filter(({ status, amount }) => status === 'booked' && amount.currency === currency)
    .reduce(
      (sum, { amount, direction }) => sum + signed(amount, direction).hundredThousandths,
      opening.amount.hundredThousandths,
    );
  return {
    amount: { currency, hundredThousandths },
    isStated: hundredThousandths === closing.amount.hundredThousandths,
  };
}

/** The first balance of the first type that is there; a page that goes on states ones of these types as intermediate. */
function balanceAt(node: XmlNode, types: readonly string[], currency: string | null): StatedBalance | null {
  const balances = nodesAt(node, 'Bal');
  for (const type of types) {
    const found = balances.find((each) => (textAt(each, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(each, 'Tp', 'Cd')) === type);
    if (found === undefined) continue;
    const amount = amountAt(found, currency, 'Amt');
    const code = textAt(found, 'CdtDbtInd');
    const direction = directionAt(found);
    const isZero = amount?.hundredThousandths === 0n;
    const possible: Direction[] =
      direction !== null ? [direction] : code !== null ? [] : isZero ? ['credit'] : ['credit', 'debit'];
    const date = dateAt(found, 'Dt');
    return {
      text: [type, textAt(found, 'Amt'), code].filter((each) => each !== null).join(' '),
      readings: amount === null ? [] : possible.map((each) => ({ date, amount: signed(amount, each) })),
    };
  }
  return null;
}

function readingsOf(balance: StatedBalance | null): readonly (BankBalance | null)[] {
  return balance === null || balance.readings.length === 0 ? [null] : balance.readings;
}

function onlyReadingOf(balance: StatedBalance | null): BankBalance | null {
  return balance?.readings.length === 1 ? balance.readings[0]! : null;
}

function signed(amount: BankAmount, direction: Direction): BankAmount {
  return direction === 'credit' ? amount : { ...amount, hundredThousandths: -amount.hundredThousandths };
}
