import { decimalText } from './decimal-text.ts';
import type { Statement } from './statement.ts';
import type { TaxpayerBooks } from './taxpayer-books.ts';

/**
 * Rows as RFC 4180 text: CRLF after each, fields with commas, quotes or line breaks in quotes, quotes doubled. A text that a
 * spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab or line break in front) gets an apostrophe before it;
 * numbers, which are ours, stay as they are.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(text: string): string {
  const isNumber = /^-?\d+(\.\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Every posting of the books, one a row, debits and credits in columns of their own. */
export function postingsCsv({ entries, assets }: Pick<TaxpayerBooks, 'entries' | 'assets'>): string {
  const rows = entries.flatMap(({ date, memo, sequence, parts }) =>
    parts.flatMap(({ asset, postings }) =>
      postings.map(({ account, side, units }) => {
        const text = decimalText(units, assets.get(asset)!);
        return [date, `${sequence}`, memo, account, side === 'debit' ? text : '', side === 'credit' ? text : '', asset];
      }),
    ),
  );
  return csvText([['date', 'event', 'memo', 'account', 'debit', 'credit', 'asset'], ...rows]);
}

/** Statements, one asset and period a row; the last row of each period is all of it in the base currency. */
export function statementCsv(statements: readonly Statement[]): string {
  const columns = ['opening', 'income', 'expenses', 'set aside', 'remitted', 'exchanged', 'exchange gain', 'closing'];
  return csvText([['period', 'from', 'to', 'view', 'asset', ...columns], ...statements.flatMap(rowsOf)]);
}

function rowsOf({ period, assets, base }: Statement): string[][] {
  const rows = assets.map(({ asset, opening, income, expenses, setAside, remitted, exchanged, closing }) => [
    'asset',
    asset.code,
    ...[opening, income, expenses, setAside, remitted, exchanged].map((units) => decimalText(units, asset)),
    '',
    decimalText(closing, asset),
  ]);
  if (base !== null) {
    const { asset, opening, income, expenses, setAside, remitted, exchangeGain, closing } = base;
    const text = (units: bigint) => decimalText(units, asset);
    const movements = [opening, income, expenses, setAside, remitted].map(text);
    rows.push(['all in', asset.code, ...movements, '', text(exchangeGain), text(closing)]);
  }
  return rows.map((row) => [period.label, period.from, period.to, ...row]);
}
