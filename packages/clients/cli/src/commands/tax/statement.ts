import { writeFile } from 'node:fs/promises';
import {
  beancountText,
  ledgerCliText,
  postingsCsv,
  statementCsv,
  statementPage,
  type TaxpayerBooks,
  wholeYear,
} from '@gristmill/ledger';
import { type Asset, GristmillError } from '@gristmill/protocol';
import { systemClock } from '@gristmill/storage';
import type { FactsInput, RulePack } from '@gristmill/tax';
import type { Command } from 'commander';
import { z } from 'zod';
import { openHome } from '../../home.ts';
import { checkWritable, optionInvalid, readJsonLines, wholeNumber } from '../../input.ts';
import { createOutput, type Output } from '../../output.ts';
import { formatAmount, formatMoney } from '../../quantities.ts';
import { collected } from '../../repeatable.ts';
import { table } from '../../table.ts';
import { type Base, booksStatement, type BooksStatement, payoutsIn } from '../../tax/books/books-statement.ts';
import { readExchangeRates } from '../../tax/books/exchange-rates-file.ts';
import { readFacts } from '../../tax/facts/facts-file.ts';
import { loadPack } from '../../tax/rules/pack-reference.ts';
import { paperPdf } from '../../tax/paper/paper.ts';
import { type MissingSetAside, setAsideYear } from '../../tax/set-aside/set-aside-year.ts';
import { payout, type Payout, type SetAsideStatement, statementOf } from '../../tax/books/statement.ts';
import { type OwedPart, statementPaper } from '../../tax/paper/statement-paper.ts';
import { booksOf } from '../../tax/books/taxpayer-journal.ts';

interface StatementOptions {
  pack?: string;
  year: string;
  quarter?: string;
  facts?: string;
  income?: string;
  net?: boolean;
  payouts?: string;
  home?: string;
  base?: string;
  rates: string[];
  title: string;
  csv?: string;
  postings?: string;
  pdf?: string;
  html?: string;
  beancount?: string;
  ledger?: string;
  json?: boolean;
}

const FILES = ['csv', 'postings', 'pdf', 'html', 'beancount', 'ledger'] as const;
const CALENDAR_YEAR = { month: 1, day: 1 };

export function addStatement(tax: Command): void {
  tax
    .command('statement')
    .summary('what the books of a year or quarter say, and what belongs to the authority of it')
    .description(
      'Adds up the books in --home by quarter and year: what was held, earned, spent, set aside, exchanged and paid to ' +
        'authorities, by asset and, with --base or --pack, in one currency at the exchange rates of the days. With --pack ' +
        'the year is its tax year; with --facts and --income too, what was set aside is compared with what should have ' +
        'been. With --payouts that is done for a list of payouts instead of the books: JSON Lines of { "date", "amount", ' +
        '"setAside"? } in minor units, where a minus is a refund or a correction. The facts state the year without them.',
    )
    .requiredOption('--year <year>', 'the year, or tax year of --pack, by the calendar year in which it begins')
    .option('--quarter <number>', 'only this quarter of it, 1 to 4')
    .option('--pack <pack>', 'the rules: an id of `gristmill tax packs`, or the beginning of one')
    .option('--facts <file>', 'what is known, YAML or JSON (see `gristmill tax facts`)')
    .option('--income <fact>', 'the money fact that the payouts raise')
    .option('--net', "that fact is a profit: the books' expenses are taken off")
    .option('--payouts <file>', 'what came in, one payout a line, instead of the books; `-` is standard input')
    .option('--home <folder>', 'where the books lie (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--base <currency>', 'all in this currency too, such as EUR (default: that of --pack)')
    .option(
      '--rates <file>',
      "CSV of exchange rates (from,to,rate,date,source), or the European Central Bank's table; repeatable",
      collected,
      [],
    )
    .option('--title <text>', 'the heading of the papers', 'Statement')
    .option('--csv <file>', 'the statement as CSV')
    .option('--postings <file>', 'all postings of the books as CSV')
    .option('--pdf <file>', 'the statement as PDF/A')
    .option('--html <file>', 'the statement as a page')
    .option('--beancount <file>', 'all books as a beancount file, its balances asserted')
    .option('--ledger <file>', 'all books as a ledger-cli file, its balances asserted')
    .option('--json', 'print one JSON document, amounts in minor units')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax statement --year 2026 --quarter 3
  gristmill tax statement --year 2026 --base EUR --rates eurofxref-hist.csv --pdf 2026.pdf --beancount 2026.beancount
  gristmill tax statement --pack uk/income-tax --year 2026 --rates rates.csv       6 April to 5 April, in pounds
  gristmill tax statement --pack us/federal --year 2026 --facts facts.yaml --income self_employment_income \\
    --payouts payouts.jsonl`,
    )
    .action(async (options: StatementOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const year = wholeNumber('--year', options.year, 1, 9998);
      const pack = options.pack === undefined ? null : await loadPack(options.pack);
      if (options.payouts !== undefined) return statementOfPayouts(pack, year, options.payouts, options, output);
      return statementOfBooks(pack, year, options, output);
    });
}

async function statementOfBooks(
  pack: RulePack | null,
  year: number,
  options: StatementOptions,
  output: Output,
): Promise<void> {
  const books = await booksOf(await openHome(options.home), systemClock);
  const base = await baseOf(pack, books, options);
  const start = pack?.taxYearStart ?? CALENDAR_YEAR;
  const quarter = options.quarter === undefined ? null : wholeNumber('--quarter', options.quarter, 1, 4);
  const statement = booksStatement(books, { year, quarter, start, base });
  const owed =
    pack === null || base === null || (options.facts === undefined && options.income === undefined)
      ? null
      : await owedOf(
          pack,
          year,
          payoutsIn(books, wholeYear(year, start), base, { net: options.net === true }),
          options,
        );
  const files = await writeFiles(statement, books, owed?.part ?? null, options);
  const { periods, earnings, ...about } = statement;
  output.result(
    {
      ...about,
      title: options.title,
      periods,
      earnings:
        earnings === null
          ? null
          : { ...earnings, payers: recordOf(earnings.payers), expenses: recordOf(earnings.expenses) },
      ...(owed === null ? {} : { setAside: owed.document }),
      files,
    },
    [textOfBooks(statement), ...(owed === null ? [] : [owed.text])].join('\n\n'),
  );
}

/** The currency of the law, or the one that was asked for; null where there is neither. */
async function baseOf(
  pack: RulePack | null,
  { assets }: TaxpayerBooks,
  { base, rates }: StatementOptions,
): Promise<Base | null> {
  const table = await readExchangeRates(rates);
  if (base === undefined) return pack === null ? null : { asset: pack.currency, rates: table };
  const known = assets.get(base);
  if (known !== undefined) return { asset: known, rates: table };
  if (!/^[A-Z]{3}$/.test(base)) throw optionInvalid('--base', base, 'a currency such as EUR, or an asset of the books');
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: base,
  }).resolvedOptions();
  return { asset: { code: base, decimals: maximumFractionDigits ?? 2 }, rates: table };
}

async function writeFiles(
  statement: BooksStatement,
  books: TaxpayerBooks,
  owed: OwedPart | null,
  { title, ...options }: StatementOptions,
): Promise<Record<string, string>> {
  const contents: Record<(typeof FILES)[number], () => string | Promise<Uint8Array>> = {
    csv: () => statementCsv(statement.periods),
    postings: () => postingsCsv(books),
    pdf: () => paperPdf(statementPaper(statement, { title, owed })),
    html: () => statementPage(statement.periods.at(-1)!, { title }),
    beancount: () => beancountText(books),
    ledger: () => ledgerCliText(books),
  };
  const written: Record<string, string> = {};
  for (const kind of FILES) {
    const file = options[kind];
    if (file === undefined) continue;
    await checkWritable(file);
    await writeFile(file, await contents[kind]());
    written[kind] = file;
  }
  return written;
}

function textOfBooks({ periods, earnings }: BooksStatement): string {
  const heading = ['opening', 'income', 'expenses', 'remitted'];
  const tables = periods[0]!.assets.map(({ asset }, i) =>
    table(
      [asset.code, ...heading, 'exchanged', 'closing', 'set aside'],
      periods.map(({ period, assets }) => {
        const { opening, income, expenses, remitted, exchanged, closing, setAside } = assets[i]!;
        return [period.label, ...amounts(asset, opening, income, -expenses, -remitted, exchanged, closing, setAside)];
      }),
    ),
  );
  if (earnings !== null) {
    const { asset } = earnings;
    const rows = periods.map(({ period, base }) => {
      const { opening, income, expenses, remitted, exchangeGain, closing, setAside } = base!;
      return [period.label, ...amounts(asset, opening, income, -expenses, -remitted, exchangeGain, closing, setAside)];
    });
    tables.unshift(table([`all in ${asset.code}`, ...heading, 'exchange gain', 'closing', 'set aside'], rows));
    tables.push(`Income less expenses: ${formatMoney(earnings.profit, asset)}`);
  }
  return tables.join('\n\n');
}

function amounts({ decimals }: Asset, ...units: readonly bigint[]): string[] {
  return units.map((each) => formatAmount(each, decimals));
}

function recordOf(amountsByName: ReadonlyMap<string, bigint>): Record<string, bigint> {
  return Object.fromEntries(amountsByName);
}

async function statementOfPayouts(
  pack: RulePack | null,
  year: number,
  file: string,
  options: StatementOptions,
  output: Output,
): Promise<void> {
  const booksOnly = [...FILES, 'home', 'base', 'quarter', 'net'] as const;
  const conflicting = options.rates.length > 0 ? 'rates' : booksOnly.find((option) => options[option] !== undefined);
  if (conflicting !== undefined) {
    throw new GristmillError('OPTIONS_CONFLICT', `--${conflicting} is about the books, and --payouts replaces them.`, {
      hint: `Leave out --payouts or --${conflicting}.`,
    });
  }
  if (pack === null) throw needs('--pack');
  const { document, text } = await owedOf(pack, year, await readPayouts(file), options);
  output.result(document, text);
}

/** What should have been set aside of payouts by quarter, what was, and why less was set aside than is owed. */
async function owedOf(
  pack: RulePack,
  year: number,
  payouts: readonly Payout[],
  { facts: file, income }: StatementOptions,
): Promise<{ document: unknown; text: string; part: OwedPart }> {
  if (file === undefined || income === undefined) throw needs(file === undefined ? '--facts' : '--income');
  const facts = await readFacts(file, pack.id);
  const statement = statementOf(pack, facts, { year, income, payouts });
  const missing = statement.shortfall > 0n ? causesOf(pack, facts, { year, income, payouts }) : [];
  const { currency } = pack;
  return {
    part: { law: pack.title, asset: currency, statement, missing },
    document: { pack: pack.cid, packId: pack.id, currency, income, ...statement, missing },
    text: [`${pack.title}, ${year}: ${income}`, textOfOwed(statement, currency), ...causeLines(missing, currency)].join(
      '\n',
    ),
  };
}

function causesOf(
  pack: RulePack,
  facts: FactsInput,
  { year, income, payouts }: { year: number; income: string; payouts: readonly Payout[] },
): MissingSetAside[] {
  const events = payouts
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((each) => ({ kind: 'payout' as const, ...each }));
  return setAsideYear(pack, facts, { inForce: { year }, income, method: { kind: 'exact' }, events }).missing;
}

function causeLines(missing: readonly MissingSetAside[], currency: Asset): string[] {
  return missing.map(({ cause, date, amount }) => `  ${formatMoney(amount, currency)} since ${date}: ${cause}`);
}

function textOfOwed({ quarters, earned, setAside, liability, shortfall, total }: SetAsideStatement, currency: Asset) {
  const money = (units: bigint) => formatMoney(units, currency);
  return [
    table(
      ['quarter', 'earned', 'set aside', 'should be, so far', 'lacks', 'due in it'],
      quarters.map((quarter) => [
        `${quarter.from} to ${quarter.to}`,
        money(quarter.earned),
        money(quarter.setAside),
        money(quarter.targetSoFar),
        money(quarter.shortfall),
        quarter.due.map(({ instalment, dueDate }) => `${instalment}: ${dueDate}`).join(', '),
      ]),
    ),
    `The year: ${money(earned)} earned, which owes ${money(liability)} of ${money(total)} in all; ${money(setAside)} set aside.`,
    shortfall === 0n
      ? 'That is what is owed.'
      : shortfall > 0n
        ? `${money(shortfall)} lacks.`
        : `${money(-shortfall)} is too much, and may flow back.`,
  ].join('\n');
}

function needs(option: string): GristmillError {
  return new GristmillError('OPTION_MISSING', `What belongs to the authority needs ${option}.`, {
    hint: 'Give --pack, --facts and --income, or leave them out for the books alone.',
  });
}

/** @throws GristmillError `FILE_UNREADABLE`, `INPUT_MALFORMED` */
async function readPayouts(file: string): Promise<Payout[]> {
  const parsed = z.array(payout).safeParse(await readJsonLines(file));
  if (parsed.success) return parsed.data;
  throw new GristmillError('INPUT_MALFORMED', `${file} is no list of payouts: ${z.prettifyError(parsed.error)}`, {
    hint: 'Write { "date": "2026-02-03", "amount": 125050 } a line, amounts in minor units.',
  });
}
