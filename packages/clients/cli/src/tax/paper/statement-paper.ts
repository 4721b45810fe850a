import type { AssetStatement, BaseStatement, ExchangeRate } from '@gristmill/ledger';
import type { Asset } from '@gristmill/protocol';
import { formatAmount } from '../../quantities.ts';
import type { BooksStatement } from '../books/books-statement.ts';
import { paperSizeOf } from './form-paper.ts';
import type { Paper, PaperRow, PaperSection } from './paper.ts';
import type { MissingSetAside } from '../set-aside/set-aside-year.ts';
import type { SetAsideStatement } from '../books/statement.ts';

/** A statement of books on paper: a column for each quarter and one for the year, then what was earned, and the rates. */
export function statementPaper(
  { periods, earnings }: BooksStatement,
  { title, owed }: { title: string; owed: OwedPart | null },
): Paper {
  const whole = periods.at(-1)!;
  const { label, from, to } = whole.period;
  const sections: PaperSection[] = [];
  if (whole.base !== null) {
    const bases = periods.map(({ base }) => base!);
    const { asset } = whole.base;
    sections.push(table(`All in ${asset.code}`, asset, BASE_ROWS, bases, periods));
  }
  for (const [i, { asset }] of whole.assets.entries()) {
    const columns = periods.map(({ assets }) => assets[i]!);
    sections.push(table(asset.code, asset, ASSET_ROWS, columns, periods));
  }
  if (earnings !== null) {
    const { asset, payers, expenses, profit, rates } = earnings;
    sections.push(
      list(`Income by payer, ${asset.code}`, asset, payers),
      list(`Expenses by category, ${asset.code}`, asset, expenses, ['Income less expenses', profit]),
    );
    const used = new Map([...rates, ...whole.base!.rates].map((rate) => [rateText(rate), rate]));
    if (used.size > 0) sections.push({ heading: 'Exchange rates', kind: 'notes', notes: [...used.keys()].toSorted() });
  }
  if (owed !== null) sections.push(...owedSections(owed));
  return {
    title,
    about: [`Statement of the books, ${label}: ${from} to ${to}`],
    date: to,
    language: 'en',
    size: paperSizeOf(whole.base?.asset.code ?? whole.assets[0]?.asset.code ?? ''),
    sections: sections.filter((section) => section.kind === 'notes' || section.rows.length > 0),
  };
}

/** `1 GUSD = 0.92 EUR, 2026-03-31, ECB euro reference rates`; a rate that is no short decimal stays a fraction. */
function rateText({ from, to, numerator, denominator, date, source }: ExchangeRate): string {
  return `1 ${from} = ${decimalOf(numerator, denominator)} ${to}, ${date}, ${source}`;
}

function decimalOf(numerator: bigint, denominator: bigint): string {
  for (let decimals = 0; decimals <= RATE_DECIMALS_MAX; decimals += 1) {
    const scaled = numerator * 10n ** BigInt(decimals);
    if (scaled % denominator === 0n) return formatAmount(scaled / denominator, decimals);
  }
  return `${numerator}/${denominator}`;
}

const RATE_DECIMALS_MAX = 12;

/** What should have been set aside of the earnings, and what was. */
export interface OwedPart {
  /** The title of the law: whose tax it is. */
  law: string;
  asset: Asset;
  statement: SetAsideStatement;
  missing: readonly MissingSetAside[];
}

function owedSections({ law, asset, statement, missing }: OwedPart): PaperSection[] {
  const amount = (units: bigint) => formatAmount(units, asset.decimals);
  const { quarters, earned, setAside, liability, shortfall } = statement;
  const comparison: PaperSection = {
    heading: `What belongs to the authority, ${asset.code}`,
    kind: 'table',
    columns: [
      { label: 'period', width: 3, align: 'left' },
      ...['earned', 'set aside', 'should be, so far', 'missing'].map((label) => {
        return { label, width: 1.5, align: 'right' as const };
      }),
    ],
    rows: [
      ...quarters.map((quarter): PaperRow => {
        const figures = [quarter.earned, quarter.setAside, quarter.targetSoFar, quarter.shortfall].map(amount);
        return { cells: [`${quarter.from} to ${quarter.to}`, ...figures] };
      }),
      { cells: ['The year', ...[earned, setAside, liability, shortfall].map(amount)], isTotal: true },
    ],
  };
  const causes = missing.map(({ cause, date, amount: units }) => `${amount(units)} since ${date}: ${cause}`);
  return [comparison, { heading: 'By the law', kind: 'notes', notes: [law, ...causes] }];
}

type Row<Of> = readonly [label: string, amount: (of: Of) => bigint, isTotal?: boolean];

const BASE_ROWS: readonly Row<BaseStatement>[] = [
  ['Opening balance', ({ opening }) => opening],
  ['Income', ({ income }) => income],
  ['Expenses', ({ expenses }) => -expenses],
  ['Remitted to authorities', ({ remitted }) => -remitted],
  ['Exchange gain or loss', ({ exchangeGain }) => exchangeGain],
  ['Closing balance', ({ closing }) => closing, true],
  ['Set aside for tax', ({ setAside }) => setAside],
];

const ASSET_ROWS: readonly Row<AssetStatement>[] = [
  ['Opening balance', ({ opening }) => opening],
  ['Income', ({ income }) => income],
  ['Expenses', ({ expenses }) => -expenses],
  ['Remitted to authorities', ({ remitted }) => -remitted],
  ['Exchanged', ({ exchanged }) => exchanged],
  ['Closing balance', ({ closing }) => closing, true],
  ['of which set aside for tax', ({ closingVault }) => closingVault],
  ['of which on its way', ({ closingInTransit }) => closingInTransit],
];

function table<Of>(
  heading: string,
  { decimals }: Asset,
  rows: readonly Row<Of>[],
  columns: readonly Of[],
  periods: BooksStatement['periods'],
): PaperSection {
  return {
    heading,
    kind: 'table',
    columns: [
      { label: '', width: 2.2, align: 'left' },
      ...periods.map(({ period }) => ({ label: period.label, width: 1.3, align: 'right' as const })),
    ],
    rows: rows.map(([label, amount, isTotal = false]): PaperRow => {
      return { cells: [label, ...columns.map((column) => formatAmount(amount(column), decimals))], isTotal };
    }),
  };
}

function list(
  heading: string,
  { decimals }: Asset,
  amounts: ReadonlyMap<string, bigint>,
  total?: readonly [label: string, units: bigint],
): PaperSection {
  const sorted = [...amounts].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = sorted.map(([name, units]): PaperRow => ({ cells: [name, formatAmount(units, decimals)] }));
  if (total !== undefined) rows.push({ cells: [total[0], formatAmount(total[1], decimals)], isTotal: true });
  return {
    heading,
    kind: 'table',
    columns: [
      { label: '', width: 4, align: 'left' },
      { label: 'amount', width: 1, align: 'right' },
    ],
    rows,
  };
}
