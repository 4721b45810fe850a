import { type Asset, GristmillError } from '@gristmill/protocol';
import { convertUnits, type ExchangeRate, type ExchangeRates } from './exchange-rate.ts';
import type { BookedEntry, TaxpayerBooks } from './taxpayer-books.ts';
import { addDays } from './utc-date.ts';

/** Days from the first to the last, both included. */
export interface Period {
  label: string;
  from: string;
  to: string;
}

/** What moved in a period. Minor units, all of one asset. */
export interface Movements {
  income: bigint;
  expenses: bigint;
  /** Net into the vaults, what was remitted from them not counted: a part of what is held. */
  setAside: bigint;
  /** Paid to authorities and confirmed, less what came back. */
  remitted: bigint;
}

/** One asset over a period: what was held, what moved it, what is held. */
export interface AssetStatement extends Movements {
  asset: Asset;
  /** Held in wallets, banks, vaults and on its way, before the first day. */
  opening: bigint;
  /** Received for other assets less given for them. */
  exchanged: bigint;
  closing: bigint;
  /** Of the closing balance, in the vaults. */
  closingVault: bigint;
  /** Of the closing balance, on its way to authorities. */
  closingInTransit: bigint;
}

/** The same in one currency. Movements are at the rate of their day, balances at the rate of theirs. */
export interface BaseStatement extends Movements {
  asset: Asset;
  opening: bigint;
  closing: bigint;
  /** What rates did to what was held, and what exchanges cost: below zero a loss. */
  exchangeGain: bigint;
  /** Every rate that was used, with its day and source. */
  rates: readonly ExchangeRate[];
}

export interface Statement {
  schema: 'gristmill/statement/1';
  period: Period;
  assets: readonly AssetStatement[];
  /** Null where no base currency was asked for. */
  base: BaseStatement | null;
}

/** Where years begin: 1 January for calendars, 6 April for the tax year of the United Kingdom. */
export interface YearStart {
  month: number;
  day: number;
}

const CALENDAR: YearStart = { month: 1, day: 1 };
const QUARTERS = [0, 3, 6, 9] as const;

/** The four quarters of the year that begins in the calendar year `year`: `2026 Q1`, or `2026-27 Q1` where it goes on. */
export function quartersOf(year: number, start: YearStart = CALENDAR): Period[] {
  return QUARTERS.map((months, i) => ({
    label: `${nameOfYear(year, start)} Q${i + 1}`,
    from: dayOf(year, start, months),
    to: addDays(dayOf(year, start, months + 3), -1),
  }));
}

export function wholeYear(year: number, start: YearStart = CALENDAR): Period {
  return { label: nameOfYear(year, start), from: dayOf(year, start, 0), to: addDays(dayOf(year, start, 12), -1) };
}

function nameOfYear(year: number, { month, day }: YearStart): string {
  return month === 1 && day === 1 ? `${year}` : `${year}-${String((year + 1) % 100).padStart(2, '0')}`;
}

function dayOf(year: number, { month, day }: YearStart, monthsLater: number): string {
  const months = month - 1 + monthsLater;
  const [calendarYear, calendarMonth] = [year + Math.floor(months / 12), (months % 12) + 1];
  return [String(calendarYear).padStart(4, '0'), ...[calendarMonth, day].map((n) => String(n).padStart(2, '0'))].join(
    '-',
  );
}

const HELD = ['wallet', 'bank', 'vault', 'transit'] as const;

/**
 * What a period brought, cost and left, by asset and, where `base` is given, in one currency. Money is converted entry by
 * entry at the rate of its day, rounded half up to the base's minor unit; opening and closing balances at the rates of the
 * day before the first and of the last day, so that one period opens with what the one before it closed with. In both
 * views opening and movements make closing, to the unit: the exchange gain is what is left between them.
 *
 * @throws GristmillError `EXCHANGE_RATE_MISSING`; `STATEMENT_UNBALANCED` when the identity does not hold, which would be
 *   a defect.
 */
export function statementOf(
  { entries, assets }: Pick<TaxpayerBooks, 'entries' | 'assets'>,
  period: Period,
  base?: { asset: Asset; rates: ExchangeRates },
): Statement {
  const before = entries.filter(({ date }) => date < period.from);
  const within = entries.filter(({ date }) => date >= period.from && date <= period.to);
  const codes = [...assets.keys()].toSorted();
  const statements = codes.map((code) => assetStatement(assets.get(code)!, before, within));
  return {
    schema: 'gristmill/statement/1',
    period,
    assets: statements,
    base: base === undefined ? null : baseStatement(base, statements, within, period),
  };
}

function assetStatement(asset: Asset, before: readonly BookedEntry[], within: readonly BookedEntry[]): AssetStatement {
  const earlier = netByKind(asset.code, before);
  const moved = netByKind(asset.code, within);
  const after = (kind: string) => (earlier.get(kind) ?? 0n) + (moved.get(kind) ?? 0n);
  const opening = heldIn(earlier);
  const movements = movementsOf(asset.code, within);
  const exchanged = -(moved.get('exchange') ?? 0n);
  const statement: AssetStatement = {
    asset,
    opening,
    ...movements,
    exchanged,
    closing: opening + heldIn(moved),
    closingVault: after('vault'),
    closingInTransit: after('transit'),
  };
  const { income, expenses, remitted, closing } = statement;
  assertSame(opening + income - expenses - remitted + exchanged, closing, asset.code);
  return statement;
}

function baseStatement(
  { asset: base, rates }: { asset: Asset; rates: ExchangeRates },
  statements: readonly AssetStatement[],
  within: readonly BookedEntry[],
  period: Period,
): BaseStatement {
  const used = new Map<string, ExchangeRate>();
  function inBase(units: bigint, asset: Asset, date: string): bigint {
    if (units === 0n) return 0n;
    const rate = rates.rateOn(asset.code, base.code, date);
    if (asset.code !== base.code) used.set(`${rate.from}/${rate.date}`, rate);
    return convertUnits(units, asset, base, rate, 'halfUp');
  }
  const total = (of: (statement: AssetStatement) => bigint) => statements.reduce((sum, each) => sum + of(each), 0n);
  const moved = (of: (movements: Movements) => bigint) =>
    total(({ asset }) =>
      within.reduce((sum, entry) => sum + inBase(of(movementsOf(asset.code, [entry])), asset, entry.date), 0n),
    );
  const opening = total((each) => inBase(each.opening, each.asset, addDays(period.from, -1)));
  const closing = total((each) => inBase(each.closing, each.asset, period.to));
  const movements: Movements = {
    income: moved(({ income }) => income),
    expenses: moved(({ expenses }) => expenses),
    setAside: moved(({ setAside }) => setAside),
    remitted: moved(({ remitted }) => remitted),
  };
  const { income, expenses, remitted } = movements;
  const exchangeGain = closing - opening - (income - expenses - remitted);
  const sorted = [...used.values()].toSorted((a, b) => (a.date + a.from < b.date + b.from ? -1 : 1));
  return { asset: base, opening, ...movements, closing, exchangeGain, rates: sorted };
}

function movementsOf(code: string, entries: readonly BookedEntry[]): Movements {
  const net = netByKind(code, entries);
  return {
    income: -(net.get('income') ?? 0n),
    expenses: net.get('expense') ?? 0n,
    setAside: (net.get('vault') ?? 0n) + fromVaultToAuthority(code, entries),
    remitted: net.get('authority') ?? 0n,
  };
}

function heldIn(net: ReadonlyMap<string, bigint>): bigint {
  return HELD.reduce((sum, kind) => sum + (net.get(kind) ?? 0n), 0n);
}

/** Debits less credits by kind of account. */
function netByKind(code: string, entries: readonly BookedEntry[]): Map<string, bigint> {
  const net = new Map<string, bigint>();
  for (const { parts } of entries) {
    for (const { asset, postings } of parts) {
      if (asset !== code) continue;
      for (const { account, side, units } of postings) {
        const kind = account.slice(0, account.indexOf(':'));
        net.set(kind, (net.get(kind) ?? 0n) + (side === 'debit' ? units : -units));
      }
    }
  }
  return net;
}

function fromVaultToAuthority(code: string, entries: readonly BookedEntry[]): bigint {
  return entries.reduce((sum, entry) => {
    const net = netByKind(code, [entry]);
    const paid = (net.get('authority') ?? 0n) + (net.get('transit') ?? 0n);
    const vault = net.get('vault') ?? 0n;
    return paid !== 0n && vault === -paid ? sum + paid : sum;
  }, 0n);
}

function assertSame(movements: bigint, closing: bigint, asset: string): void {
  if (movements === closing) return;
  throw new GristmillError(
    'STATEMENT_UNBALANCED',
    `The movements of ${asset} lead to ${movements}, but the accounts hold ${closing}.`,
    { hint: 'This is a defect in Gristmill; please report it with the journal.', fault: 'internal' },
  );
}
