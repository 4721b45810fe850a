import type { NewJournalEvent } from '@gristmill/protocol';
import { z } from 'zod';

const date = z.iso.date();
const digits = z
  .union([z.bigint(), z.int(), z.string().regex(/^\d{1,38}$/)], {
    error: 'not a whole number of minor units, such as 12345',
  })
  .transform((value) => BigInt(value));
const units = digits.refine((value) => value > 0n, 'not above zero');
const asset = z.object({ code: z.string().min(1), decimals: z.int().min(0).max(36) });
const place = z.templateLiteral([z.enum(['wallet', 'bank', 'vault']), ':', z.string().min(1)]);
const amount = z.object({ asset, units, account: place });
/**
 * What the event is about, the same for ever: a transaction and the place in its log, an invoice's number. The books take
 * an id once, so who is not sure whether an event was written may write it again.
 */
const id = z.string().min(1).max(300).optional();

/** Events about money that services and people write for the books. */
export const moneyEventSchemas = {
  /** Money earned: `setAside` of it went to the vault at once. */
  'income.received': z.object({
    id,
    date,
    asset,
    units,
    setAside: digits,
    payer: z.string(),
    account: place,
    vault: place,
  }),
  /** Earned money that was given back. */
  'income.refunded': z.object({ id, date, asset, units, payer: z.string(), account: place }),
  'expense.paid': z.object({
    id,
    date,
    asset,
    units,
    account: place,
    category: z.string().min(1),
    payee: z.string(),
  }),
  /** The taxpayer's own money from one place to another: a vault filled up or paid back, a wallet emptied to the bank. */
  'money.moved': z.object({ id, date, asset, units, from: place, to: place, memo: z.string() }),
  /** One asset given for another. What it cost beyond the rate of the day shows as a loss. */
  'asset.exchanged': z.object({ id, date, sold: amount, bought: amount, memo: z.string() }),
  /** An earlier event that was a mistake, or that its chain took back: the same the other way round, once. */
  'event.reversed': z.object({ id, date, reverses: z.string().min(1), memo: z.string() }),
} as const;

/** An event about money as it is written down, before it is in a journal. */
export type MoneyEvent = {
  [Type in keyof typeof moneyEventSchemas]: { type: Type; data: z.input<(typeof moneyEventSchemas)[Type]> };
}[keyof typeof moneyEventSchemas];

/** What a payout was, for `incomeReceived`. Amounts in minor units. */
export interface IncomeReceived {
  /** Names the payment for ever: `eip155:<chain>/<transaction>/<log index>`. */
  id: string;
  /** The day in UTC. */
  date: string;
  asset: { code: string; decimals: number };
  /** All of it, what was set aside included. */
  units: bigint;
  setAside: bigint;
  payer: string;
  payee: string;
  /** Where the rest went. */
  wallet: string;
  /** Whose tax was set aside, as the payout plan and the remittances name it: `us/irs`. */
  authority: string;
}

/** A payout as the books read it, on the stream of its payee. */
export function incomeReceived(income: IncomeReceived): NewJournalEvent {
  const { wallet, authority, payee, asset, units, setAside, ...said } = income;
  const { code, decimals } = asset;
  // As digits: a journal counts to 2^64, which coins of 18 decimals soon exceed.
  const amounts = { units: units.toString(), setAside: setAside.toString() };
  return {
    stream: `income/${payee}`,
    type: 'income.received',
    data: { ...said, ...amounts, asset: { code, decimals }, account: `wallet:${wallet}`, vault: `vault:${authority}` },
  };
}
