import path from 'node:path';
import { exchangeRates, type TaxpayerBooks, wholeYear } from '@gristmill/ledger';
import { systemClock } from '@gristmill/storage';
import type { RulePack } from '@gristmill/tax';
import { payoutsIn } from '../books/books-statement.ts';
import type { PayoutShareQuestion } from './payout-share.ts';
import type { Payout } from '../books/statement.ts';
import { booksOf } from '../books/taxpayer-journal.ts';

/** What a network's coins are worth: a dollar. */
const COIN_CURRENCY = 'USD';
/** Before there are payouts, the next one is guessed at a hundred dollars: wide enough not to sit on one table row. */
const NEXT_PAYOUT = 10_000n;

/**
 * What a home's books have of the payouts of a tax year, in the currency of its tax: a network's coins at par.
 *
 * @throws GristmillError `EXCHANGE_RATE_MISSING` where there is income in another currency; as `taxpayerBooks`.
 */
export async function recordedPayouts(homeFolder: string, pack: RulePack, year: number): Promise<Payout[]> {
  const books = await booksOf({ path: (name) => path.join(homeFolder, name) }, systemClock);
  const atPar = coinsIn(books).map((coin) => {
    return { from: coin, to: COIN_CURRENCY, numerator: 1n, denominator: 1n, date: '0001-01-01', source: 'at par' };
  });
  const base = { asset: pack.currency, rates: exchangeRates(atPar) };
  return payoutsIn(books, wholeYear(year, pack.taxYearStart), base, { net: false });
}

/** What was earned into wallets and vaults, and not into a bank. */
function coinsIn({ entries }: TaxpayerBooks): string[] {
  const parts = entries.flatMap((entry) => entry.parts);
  const earned = parts.filter(({ postings }) => {
    const kinds = new Set(postings.map(({ account }) => account.slice(0, account.indexOf(':'))));
    return kinds.has('income') && (kinds.has('wallet') || kinds.has('vault'));
  });
  return [...new Set(earned.map(({ asset }) => asset))].filter((coin) => coin !== COIN_CURRENCY);
}

/** What they come to; the next one is guessed to be as large as those before it were on average. */
export function soFar(payouts: readonly Payout[]): Pick<PayoutShareQuestion, 'earned' | 'setAside' | 'nextPayout'> {
  const came = payouts.filter(({ amount }) => amount > 0n);
  const average = came.length === 0 ? 0n : came.reduce((sum, { amount }) => sum + amount, 0n) / BigInt(came.length);
  return {
    earned: payouts.reduce((sum, { amount }) => sum + amount, 0n),
    setAside: payouts.reduce((sum, { setAside }) => sum + setAside, 0n),
    nextPayout: average > NEXT_PAYOUT ? average : NEXT_PAYOUT,
  };
}
