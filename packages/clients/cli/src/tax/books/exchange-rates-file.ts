import { type ExchangeRate, type ExchangeRates, exchangeRates } from '@gristmill/ledger';
import { inputMalformed, readLines } from '../../input.ts';

const ECB = 'European Central Bank, euro foreign exchange reference rates';
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * Exchange rates from CSV files, all together: rows of `from,to,rate,date,source`, or the table that the European Central
 * Bank publishes (`eurofxref-hist.csv`, `eurofxref.csv`: a day a row, a currency a column, units of it for one euro).
 *
 * @throws GristmillError `FILE_UNREADABLE`, `INPUT_MALFORMED` naming the line.
 */
export async function readExchangeRates(files: readonly string[]): Promise<ExchangeRates> {
  return exchangeRates((await Promise.all(files.map(readFile))).flat());
}

async function readFile(file: string): Promise<ExchangeRate[]> {
  const [head, ...rows] = await readLines(file);
  const names = head === undefined ? [] : cellsOf(head.line);
  const isEcb = names[0] === 'Date' && names.slice(1).every((name) => /^([A-Z]{3})?$/.test(name));
  if (!isEcb && names.join(',') !== 'from,to,rate,date,source') {
    const hint = 'Write `from,to,rate,date,source` in the first line, or take the table of the European Central Bank.';
    throw inputMalformed(file, 1, 'names no columns of exchange rates', hint);
  }
  return rows.flatMap(({ line, number }): ExchangeRate[] => {
    const malformed = (what: string) =>
      inputMalformed(file, number, what, 'Write rates as 1.0921, days as 2026-03-31.');
    const cells = cellsOf(line);
    if (!isEcb) {
      const [from = '', to = '', rate = '', date = '', ...source] = cells;
      const fraction = fractionOf(rate);
      if (fraction === null || !isDate(date) || from === '' || to === '' || source.join(',') === '') {
        throw malformed(`is no exchange rate: ${line.slice(0, 80)}`);
      }
      return [{ from, to, ...fraction, date, source: source.join(',') }];
    }
    const date = dateOf(cells[0] ?? '');
    if (date === null) throw malformed(`has no day: ${line.slice(0, 80)}`);
    return names.slice(1).flatMap((to, i) => {
      const text = cells[i + 1] ?? '';
      if (to === '' || text === '' || text === 'N/A') return [];
      const fraction = fractionOf(text);
      if (fraction === null) throw malformed(`has "${text}" for a rate of ${to}`);
      return [{ from: 'EUR', to, ...fraction, date, source: ECB }];
    });
  });
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\uFEFF/, '')
    .split(',')
    .map((cell) => cell.trim());
}

/** `1.0921` is 10921/10000; null for what is no decimal number above zero. */
function fractionOf(text: string): { numerator: bigint; denominator: bigint } | null {
  const [, whole, decimals = ''] = /^(\d{1,20})(?:\.(\d{1,20}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const numerator = BigInt(whole + decimals);
  return numerator === 0n ? null : { numerator, denominator: 10n ** BigInt(decimals.length) };
}

function dateOf(text: string): string | null {
  if (isDate(text)) return text;
  const [, day, month, year] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? [];
  const number = MONTHS.indexOf(month ?? '') + 1;
  return number === 0 ? null : `${year}-${String(number).padStart(2, '0')}-${day!.padStart(2, '0')}`;
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text);
}
