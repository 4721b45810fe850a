import {
  type Earnings,
  earningsOf,
  type ExchangeRates,
  type Period,
  quartersOf,
  type Statement,
  statementOf,
  type TaxpayerBooks,
  convertUnits,
  wholeYear,
  type YearStart,
} from '@gristmill/ledger';
import { type Asset, GristmillError } from '@gristmill/protocol';
import { parseCivilDate } from '@gristmill/tax';
import type { Payout } from './statement.ts';

/** What one currency needs to say what all others were worth. */
export interface Base {
  asset: Asset;
  rates: ExchangeRates;
}

/** A year of books by quarter and as a whole, or one quarter of it. */
export interface BooksStatement {
  schema: 'gristmill/books-statement/1';
  /** Each with what was held and moved, by asset and in the base currency; the last one is all that was asked for. */
  periods: Statement[];
  /** Of all that was asked for; null where no base currency was. */
  earnings: Earnings | null;
}

/** @throws GristmillError `EXCHANGE_RATE_MISSING`; `BOOKS_EMPTY` where nothing was ever booked. */
export function booksStatement(
  books: TaxpayerBooks,
  { year, quarter, start, base }: { year: number; quarter: number | null; start: YearStart; base: Base | null },
): BooksStatement {
  if (books.entries.length === 0) {
    throw new GristmillError('BOOKS_EMPTY', 'Nothing was ever booked here: no income, expense or payment.', {
      hint: 'Name the --home of the machine that earns, write events with `gristmill tax book`, or give --payouts.',
    });
  }
  const quarters = quartersOf(year, start);
  const periods = quarter === null ? [...quarters, wholeYear(year, start)] : [quarters[quarter - 1]!];
  return {
    schema: 'gristmill/books-statement/1',
    periods: periods.map((period) => statementOf(books, period, base ?? undefined)),
    earnings: base === null ? null : earningsOf(books, periods.at(-1)!, base),
  };
}

/**
 * What the books have of payouts and of the vault in a period, in the base currency: income with what was set aside of it,
 * refunds, and money that was moved between the vault and other places. What left the vault for an authority stays counted.
 *
 * @param net expenses count against the income, as in a fact that is a profit.
 */
export function payoutsIn(
  { entries, assets }: TaxpayerBooks,
  { from, to }: Period,
  { asset, rates }: Base,
  { net: isNet }: { net: boolean },
): Payout[] {
  return entries
    .filter(({ date }) => date >= from && date <= to)
    .flatMap(({ date, parts }) =>
      parts.flatMap(({ asset: code, postings }): Payout[] => {
        const net = (...kinds: string[]) =>
          postings
            .filter(({ account }) => kinds.includes(account.slice(0, account.indexOf(':'))))
            .reduce((sum, { side, units }) => sum + (side === 'debit' ? units : -units), 0n);
        const inBase = (units: bigint) =>
          convertUnits(units, assets.get(code)!, asset, rates.rateOn(code, asset.code, date), 'halfUp');
        const earned = isNet ? -net('income', 'expense') : -net('income');
        const paidOut = net('authority', 'transit');
        const setAside = paidOut === 0n ? net('vault') : 0n;
        if (earned === 0n && setAside === 0n) return [];
        return [{ date: parseCivilDate(date), amount: inBase(earned), setAside: inBase(setAside) }];
      }),
    );
}
