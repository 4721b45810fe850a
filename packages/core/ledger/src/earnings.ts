import type { Asset } from '@gristmill/protocol';
import { convertUnits, type ExchangeRate, type ExchangeRates } from './exchange-rate.ts';
import type { Period } from './statement.ts';
import type { TaxpayerBooks } from './taxpayer-books.ts';

/** What a period earned and cost, in one currency: what returns ask for. Minor units. */
export interface Earnings {
  asset: Asset;
  income: bigint;
  /** Income that was given back. */
  refunds: bigint;
  /** What was received less what was given back, by who paid it. */
  payers: ReadonlyMap<string, bigint>;
  /** By category. */
  expenses: ReadonlyMap<string, bigint>;
  /** Income less refunds and expenses. */
  profit: bigint;
  /** Every rate that was used, with its day and source. */
  rates: readonly ExchangeRate[];
}

/**
 * The earnings of a period, entry by entry at the rate of its day, rounded half up to the currency's minor unit.
 *
 * @throws GristmillError `EXCHANGE_RATE_MISSING`
 */
export function earningsOf(
  { entries, assets }: Pick<TaxpayerBooks, 'entries' | 'assets'>,
  { from, to }: Period,
  { asset: base, rates }: { asset: Asset; rates: ExchangeRates },
): Earnings {
  let [income, refunds] = [0n, 0n];
  const payers = new Map<string, bigint>();
  const expenses = new Map<string, bigint>();
  const used = new Map<string, ExchangeRate>();
  for (const { date, parts, isReversal } of entries) {
    if (date < from || date > to) continue;
    for (const { asset: code, postings } of parts) {
      for (const { account, side, units } of postings) {
        const colon = account.indexOf(':');
        const [kind, name] = [account.slice(0, colon), account.slice(colon + 1)];
        if (kind !== 'income' && kind !== 'expense') continue;
        const rate = rates.rateOn(code, base.code, date);
        if (code !== base.code) used.set(`${rate.from}/${rate.date}`, rate);
        const amount = convertUnits(units, assets.get(code)!, base, rate, 'halfUp');
        // What is reversed was never income, or never a refund.
        if (kind === 'expense') {
          add(expenses, name, side === 'debit' ? amount : -amount);
        } else if (side === 'credit') {
          if (isReversal) refunds -= amount;
          else income += amount;
          add(payers, name, amount);
        } else {
          if (isReversal) income -= amount;
          else refunds += amount;
          add(payers, name, -amount);
        }
      }
    }
  }
  const costs = [...expenses.values()].reduce((sum, each) => sum + each, 0n);
  const sorted = [...used.values()].toSorted((a, b) => (a.date + a.from < b.date + b.from ? -1 : 1));
  return { asset: base, income, refunds, payers, expenses, profit: income - refunds - costs, rates: sorted };
}

function add(sums: Map<string, bigint>, name: string, units: bigint): void {
  sums.set(name, (sums.get(name) ?? 0n) + units);
}
