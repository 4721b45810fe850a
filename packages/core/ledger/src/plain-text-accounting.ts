import type { Entry } from './books.ts';
import { decimalText } from './decimal-text.ts';
import type { BookedEntry, TaxpayerAccount, TaxpayerBooks } from './taxpayer-books.ts';
import { addDays } from './utc-date.ts';

const TYPES: Readonly<Record<string, string>> = {
  wallet: 'Assets:Wallet',
  bank: 'Assets:Bank',
  vault: 'Assets:TaxVault',
  transit: 'Assets:InTransit',
  authority: 'Expenses:Tax',
  expense: 'Expenses:Business',
  income: 'Income:Work',
  exchange: 'Equity:Exchange',
};

/**
 * The books as a beancount file (beancount v3 syntax): accounts are opened on the day they are first used, debits are
 * positive, and the balances at the end are asserted, so that `bean-check` proves the export.
 */
export function beancountText(books: TaxpayerBooks): string {
  const { entries, assets } = books;
  const names = accountNames(entries);
  const opened = new Map<string, string>();
  for (const { date, parts } of entries) {
    for (const { account } of parts.flatMap(({ postings }) => postings)) {
      if (!opened.has(account)) opened.set(account, date);
    }
  }
  const commodity = commodityNames([...assets.keys()]);
  const last = entries.at(-1)?.date;
  return [
    'option "title" "Gristmill"',
    '',
    ...[...opened].map(([account, date]) => `${date} open ${names.get(account)}`),
    '',
    ...entries.flatMap(({ date, memo, sequence, parts }) => [
      `${date} * ${quoted(memo)}`,
      `  event: ${sequence}`,
      ...postings(parts, (account, sign, units, asset) => {
        const amount = decimalText(sign * units, assets.get(asset)!);
        return `  ${names.get(account)}  ${amount} ${commodity.get(asset)}`;
      }),
      '',
    ]),
    ...(last === undefined
      ? []
      : balances(books).map(
          ({ account, asset, units }) =>
            // An assertion holds at the beginning of its day.
            `${addDays(last, 1)} balance ${names.get(account)}  ${decimalText(units, assets.get(asset)!)} ${commodity.get(asset)}`,
        )),
    '',
  ].join('\n');
}

/**
 * The books as a ledger-cli file: the same accounts and signs; commodities that are not plain letters are quoted. The
 * balances at the end are asserted, so that ledger refuses the file if they do not come out.
 */
export function ledgerCliText(books: TaxpayerBooks): string {
  const { entries, assets } = books;
  const names = accountNames(entries);
  const last = entries.at(-1)?.date;
  const asserted = balances(books).map(({ account, asset, units }) => {
    const known = assets.get(asset)!;
    const commodity = ledgerCommodity(asset);
    return `    ${names.get(account)}  ${decimalText(0n, known)} ${commodity} = ${decimalText(units, known)} ${commodity}`;
  });
  return [
    ...entries.flatMap(({ date, memo, sequence, parts }) => [
      `${date} * ${oneLine(memo).replace(/;| {2,}/g, ' ')}`,
      `    ; event: ${sequence}`,
      ...postings(parts, (account, sign, units, asset) => {
        const amount = decimalText(sign * units, assets.get(asset)!);
        // Two spaces end an account's name.
        return `    ${names.get(account)}  ${amount} ${ledgerCommodity(asset)}`;
      }),
      '',
    ]),
    ...(last === undefined ? [] : [`${last} * Balances`, ...asserted, '']),
  ].join('\n');
}

function postings(
  parts: readonly Entry<TaxpayerAccount>[],
  line: (account: TaxpayerAccount, sign: 1n | -1n, units: bigint, asset: string) => string,
): string[] {
  return parts.flatMap(({ asset, postings }) =>
    postings.map(({ account, side, units }) => line(account, side === 'debit' ? 1n : -1n, units, asset)),
  );
}

function balances({ books, assets }: TaxpayerBooks) {
  return [...assets.keys()].toSorted().flatMap((asset) =>
    books.trialBalance(asset).accounts.map(({ account, debits, credits }) => {
      return { account, asset, units: debits - credits };
    }),
  );
}

/**
 * Names of accounts: `Assets:Wallet:0x52…`. Holders keep letters of any script, digits and hyphens, and begin with a capital
 * or a digit, as beancount's `ACCOUNT_RE` asks; two that would become one name are told apart by a number.
 */
function accountNames(entries: readonly BookedEntry[]): Map<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { account } of entries.flatMap(({ parts }) => parts).flatMap(({ postings }) => postings)) {
    if (names.has(account)) continue;
    const colon = account.indexOf(':');
    const [first = '', ...rest] = account
      .slice(colon + 1)
      .normalize('NFC')
      .replace(/[^\p{L}\p{Nd}]+/gu, '-')
      .replace(/^-+|-+$/g, '');
    // A capital of some letters is several characters, marks among them.
    const capital = first.toUpperCase().replace(/[^\p{L}\p{Nd}]/gu, '');
    const component = `${/^[\p{Lu}\p{Nd}]/u.test(capital) ? '' : 'X'}${capital}${rest.join('')}`;
    names.set(account, free(`${TYPES[account.slice(0, colon)]}:${component}`, taken));
  }
  return names;
}

/** Beancount's commodities are 2 to 24 capitals, digits and `'._-`, a capital first and no mark last. */
function commodityNames(codes: readonly string[]): Map<string, string> {
  // These words are beancount's own.
  const taken = new Set(['TRUE', 'FALSE', 'NULL']);
  return new Map(
    codes.toSorted().map((code) => {
      const plain = code
        .toUpperCase()
        .replace(/[^A-Z0-9._-]+/g, '')
        .replace(/^[^A-Z]+|[^A-Z0-9]+$/g, '');
      return [code, free(plain.length < 2 ? `C${plain}X` : plain.slice(0, 20).replace(/[^A-Z0-9]+$/, ''), taken)];
    }),
  );
}

function ledgerCommodity(code: string): string {
  return /^[A-Za-z]+$/.test(code) ? code : `"${code.replace(/["\s\p{C}]/gu, '')}"`;
}

function free(name: string, taken: Set<string>): string {
  let each = name;
  for (let n = 2; taken.has(each); n += 1) each = `${name}-${n}`;
  taken.add(each);
  return each;
}

function quoted(text: string): string {
  return `"${oneLine(text).replace(/[\\"]/g, '\\$&')}"`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}
