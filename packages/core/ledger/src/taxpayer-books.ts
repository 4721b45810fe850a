import { type Asset, GristmillError, type JournalEvent, jsonText } from '@gristmill/protocol';
import { z } from 'zod';
import { type AccountOf, type Books, type ChartOfAccounts, createBooks, type Entry, transfer } from './books.ts';
import { moneyEventSchemas } from './taxpayer-event.ts';
import { utcDateOf } from './utc-date.ts';

/**
 * What one taxpayer has, earns, spends and pays to authorities. `transit` is what the bank was told to pay and has not
 * confirmed; `exchange` is the other side of every change of one asset into another.
 */
export const taxpayerChart = {
  wallet: { normalSide: 'debit', bounded: false },
  bank: { normalSide: 'debit', bounded: false },
  vault: { normalSide: 'debit', bounded: true },
  transit: { normalSide: 'debit', bounded: true },
  authority: { normalSide: 'debit', bounded: true },
  expense: { normalSide: 'debit', bounded: false },
  income: { normalSide: 'credit', bounded: false },
  exchange: { normalSide: 'credit', bounded: false },
} as const satisfies ChartOfAccounts;

export type TaxpayerAccount = AccountOf<typeof taxpayerChart>;

/** An entry with its day, what it was, and the event that it was made from. */
export interface BookedEntry {
  date: string;
  memo: string;
  sequence: number;
  /** One of each asset that it moves: one, or two where one was exchanged for the other. */
  parts: readonly Entry<TaxpayerAccount>[];
  /** It takes back an earlier entry: what it debits was never income, rather than given back. */
  isReversal: boolean;
}

export interface TaxpayerBooks {
  books: Books<typeof taxpayerChart>;
  /** In the order of their days; of one day in the order of the journal. */
  entries: readonly BookedEntry[];
  /** Every asset that was moved, by code. */
  assets: ReadonlyMap<string, Asset>;
}

const units = z
  .union([z.bigint(), z.int(), z.string().regex(/^\d{1,38}$/)])
  .transform((value) => BigInt(value))
  .refine((value) => value > 0n, 'not above zero');
const asset = z.object({ code: z.string().min(1), decimals: z.int().min(0).max(36) });

/** What people and services write for the books, and what the remittance writes for itself. */
const schemas = {
  ...moneyEventSchemas,
  'remittance.intended': z.object({
    paymentId: z.string(),
    asset: asset.optional(),
    rail: z.string().default('vault'),
    route: z.object({ account: z.string() }).nullish(),
  }),
  'remittance.handed-over': z.object({ paymentId: z.string(), units }),
  'remittance.settled': z.object({ paymentId: z.string(), units }),
  'remittance.returned': z.object({ paymentId: z.string(), units, reason: z.string().default('returned') }),
} as const;

interface Payment {
  asset: Asset;
  authority: TaxpayerAccount;
  source: TaxpayerAccount;
  at: TaxpayerAccount;
}

/**
 * A taxpayer's books as a fold over a journal: events that are not about money are passed over, and the same events
 * always give the same books. What has an id is booked once, however often it was written. `vaultAsset` is what vault payments are in where their events, from before payments named it,
 * do not say.
 *
 * @throws GristmillError `BOOKS_EVENT_MALFORMED` when an event about money cannot be read; `LEDGER_OVERDRAWN` and the
 *   others of `Books.post` when the events do not make sense together.
 */
export function taxpayerBooks(events: Iterable<JournalEvent>, vaultAsset?: Asset): TaxpayerBooks {
  const books = createBooks(taxpayerChart);
  const assets = new Map<string, Asset>();
  const payments = new Map<string, Payment>();
  const entries: BookedEntry[] = [];
  const idsSeen = new Map<string, JournalEvent>();
  const reversible = new Map<string, BookedEntry>();

  /** Whether an event says again, under the same id, what was booked. */
  function isRepeated(event: JournalEvent): boolean {
    const id = idOf(event);
    if (id === undefined) return false;
    const before = idsSeen.get(id);
    if (before === undefined) {
      idsSeen.set(id, event);
      return false;
    }
    if (saidBy(before) === saidBy(event)) return true;
    throw malformed(event, `${id} was booked by event ${before.sequence}, which says something else of it`);
  }

  function book(
    event: JournalEvent,
    day: string,
    memo: string,
    moved: readonly (readonly [Asset, Entry<TaxpayerAccount>])[],
    isReversal = false,
  ): void {
    for (const [asset, part] of moved) {
      const known = assets.get(asset.code);
      if (known !== undefined && known.decimals !== asset.decimals) {
        throw malformed(event, `${asset.code} had ${known.decimals} decimals before and has ${asset.decimals} now`);
      }
      assets.set(asset.code, { code: asset.code, decimals: asset.decimals });
      books.post(part);
    }
    const entry = { date: day, memo, sequence: event.sequence, parts: moved.map(([, part]) => part), isReversal };
    entries.push(entry);
    const id = idOf(event);
    if (id !== undefined) reversible.set(id, entry);
  }

  for (const event of events) {
    if (!Object.hasOwn(schemas, event.type)) continue;
    const type = event.type as keyof typeof schemas;
    if (isRepeated(event)) continue;
    const day = utcDateOf(event.recordedAtMs);
    switch (type) {
      case 'income.received': {
        const { date, asset, units, setAside, payer, account, vault } = parsed(type, event);
        if (setAside > units) throw malformed(event, `${setAside} units set aside of ${units}`);
        const income = `income:${payer === '' ? 'unknown' : payer}` as const;
        const postings = [
          { account, side: 'debit' as const, units: units - setAside },
          { account: vault, side: 'debit' as const, units: setAside },
          { account: income, side: 'credit' as const, units },
        ].filter((posting) => posting.units > 0n);
        book(event, date, `Income from ${payer}`, [[asset, { asset: asset.code, postings }]]);
        break;
      }
      case 'income.refunded': {
        const { date, asset, units, payer, account } = parsed(type, event);
        const income = `income:${payer === '' ? 'unknown' : payer}` as const;
        book(event, date, `Refund to ${payer}`, [
          [asset, transfer<TaxpayerAccount>(asset.code, account, income, units)],
        ]);
        break;
      }
      case 'expense.paid': {
        const { date, asset, units, account, category, payee } = parsed(type, event);
        book(event, date, payee, [
          [asset, transfer<TaxpayerAccount>(asset.code, account, `expense:${category}`, units)],
        ]);
        break;
      }
      case 'money.moved': {
        const { date, asset, units, from, to, memo } = parsed(type, event);
        book(event, date, memo, [[asset, transfer<TaxpayerAccount>(asset.code, from, to, units)]]);
        break;
      }
      case 'asset.exchanged': {
        const { date, sold, bought, memo } = parsed(type, event);
        const pair = `exchange:${[sold.asset.code, bought.asset.code].toSorted().join('-')}` as const;
        book(event, date, memo, [
          [sold.asset, transfer<TaxpayerAccount>(sold.asset.code, sold.account, pair, sold.units)],
          [bought.asset, transfer<TaxpayerAccount>(bought.asset.code, pair, bought.account, bought.units)],
        ]);
        break;
      }
      case 'event.reversed': {
        const { date, reverses, memo } = parsed(type, event);
        const reversed = reversible.get(reverses);
        if (reversed === undefined)
          throw malformed(event, `${reverses} is no entry that can be reversed, or no longer`);
        reversible.delete(reverses);
        const moved = reversed.parts.map((part) => [assets.get(part.asset)!, mirrored(part)] as const);
        book(event, date, memo, moved, !reversed.isReversal);
        break;
      }
      case 'remittance.intended': {
        const { paymentId, asset = vaultAsset, rail, route } = parsed(type, event);
        if (asset === undefined) throw malformed(event, 'it names no asset, and none was given for the vault');
        const authority = authorityOf(event.stream);
        const source =
          route == null
            ? (`${rail === 'vault' ? 'vault' : 'bank'}:${authority}` as const)
            : (`bank:${route.account}` as const);
        payments.set(paymentId, { asset, authority: `authority:${authority}`, source, at: source });
        break;
      }
      case 'remittance.handed-over':
      case 'remittance.settled':
      case 'remittance.returned': {
        const { paymentId, units } = parsed(type, event);
        const payment = payments.get(paymentId);
        if (payment === undefined) throw malformed(event, `${paymentId} was never announced`);
        const to =
          type === 'remittance.handed-over'
            ? (`transit:${payment.authority.slice(10)}` as const)
            : type === 'remittance.settled'
              ? payment.authority
              : payment.source;
        // A payment that never left is nothing to book when it is returned.
        if (payment.at !== to) {
          const { asset, at } = payment;
          book(event, day, `${type.slice(11)} ${paymentId}`, [[asset, transfer(asset.code, at, to, units)]]);
        }
        payments.set(paymentId, { ...payment, at: to });
        break;
      }
    }
  }
  for (const code of assets.keys()) assertBalanced(books, code);
  return { books, entries: entries.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)), assets };
}

function parsed<Type extends keyof typeof schemas>(type: Type, event: JournalEvent): z.infer<(typeof schemas)[Type]> {
  const result = schemas[type].safeParse(event.data);
  if (!result.success) throw malformed(event, z.prettifyError(result.error));
  return result.data as z.infer<(typeof schemas)[Type]>;
}

function idOf({ data }: JournalEvent): string | undefined {
  const id = (data as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : undefined;
}

function mirrored({ asset, postings }: Entry<TaxpayerAccount>): Entry<TaxpayerAccount> {
  return { asset, postings: postings.map((each) => ({ ...each, side: each.side === 'debit' ? 'credit' : 'debit' })) };
}

/** What an event says, however its numbers are written. */
function saidBy(event: JournalEvent): string {
  return `${event.type} ${jsonText(parsed(event.type as keyof typeof schemas, event))}`;
}

/** `remittance/us/irs/1040-ES/2026/1/0x…` is the IRS's: country and authority. */
function authorityOf(stream: string): string {
  return stream.split('/').slice(1, 3).join('/');
}

function assertBalanced(books: Books<typeof taxpayerChart>, asset: string): void {
  const { debits, credits } = books.trialBalance(asset);
  if (debits === credits) return;
  throw new GristmillError('LEDGER_UNBALANCED', `The books have ${debits} debits and ${credits} credits of ${asset}.`, {
    hint: 'This is a defect in Gristmill; please report it with the journal.',
    fault: 'internal',
  });
}

function malformed({ sequence, type, stream }: JournalEvent, why: string): GristmillError {
  return new GristmillError(
    'BOOKS_EVENT_MALFORMED',
    `Event ${sequence} (${type}) in ${stream} cannot be booked: ${why}.`,
    { hint: 'Append a corrected event; the journal itself is never changed.', fault: 'platform' },
  );
}
