import type { JournalEvent, NewJournalEvent } from '@gristmill/protocol';
import { describe, expect, it } from 'vitest';
import { chainEvents, EMPTY_HEAD } from './chain.ts';
import { postingsCsv, statementCsv } from './csv.ts';
import { exchangeRates } from './exchange-rate.ts';
import { beancountText, ledgerCliText } from './plain-text-accounting.ts';
import { wholeYear, quartersOf, statementOf } from './statement.ts';
import { statementPage } from './statement-page.ts';
import { taxpayerBooks } from './taxpayer-books.ts';
import { incomeReceived } from './taxpayer-event.ts';
import { addDays, utcDateOf } from './utc-date.ts';

const gusd = { code: 'GUSD', decimals: 6 };
const eur = { code: 'EUR', decimals: 2 };
const irs = 'remittance/us/irs/1040-ES/2026/1/0x52';
const finanzamt = 'remittance/de/finanzamt/est/2026/1/0x52';
const bank = 'DE89370400440532013000';

const day = (date: string, type: string, data: object, stream = 'books'): [number, string, string, object] => [
  Date.parse(date),
  stream,
  type,
  { date, ...data },
];

/** A half-year: work paid in GUSD with tax set aside, a change into euros, tax paid on chain and by bank, one return. */
const year = [
  day('2026-01-10', 'income.received', {
    asset: gusd,
    units: 1_000_000_000n,
    setAside: 250_000_000n,
    payer: 'Ann, "the" payer',
    account: 'wallet:0x52',
    vault: 'vault:us/irs',
  }),
  day('2026-02-01', 'asset.exchanged', {
    sold: { asset: gusd, units: 400_000_000n, account: 'wallet:0x52' },
    bought: { asset: eur, units: 36_000n, account: `bank:${bank}` },
    memo: '=HYPERLINK("http://evil")',
  }),
  day('2026-02-20', 'expense.paid', {
    asset: eur,
    units: 4_000n,
    account: `bank:${bank}`,
    category: 'Büro & Strom',
    payee: 'Stadtwerke',
  }),
  day(
    '2026-03-05',
    'remittance.intended',
    {
      paymentId: 'p1',
      units: 10_000n,
      rail: 'sepa',
      asset: eur,
      route: { account: bank },
    },
    finanzamt,
  ),
  day('2026-03-05', 'remittance.handed-over', { paymentId: 'p1', units: 10_000n }, finanzamt),
  day('2026-04-10', 'remittance.intended', { paymentId: 'q1', units: 200_000_000n, rail: 'vault', asset: gusd }, irs),
  day('2026-04-10', 'remittance.settled', { paymentId: 'q1', units: 200_000_000n }, irs),
  day('2026-04-13', 'remittance.settled', { paymentId: 'p1', units: 10_000n }, finanzamt),
  day('2026-04-20', 'remittance.returned', { paymentId: 'p1', units: 10_000n, reason: 'AC04' }, finanzamt),
  day('2026-04-21', 'bank.entry', { nothing: 'to book' }, 'bank'),
  day('2026-05-02', 'money.moved', {
    asset: gusd,
    units: 10_000_000n,
    from: 'vault:us/irs',
    to: 'wallet:0x52',
    memo: 'refund',
  }),
];

function journalOf(events: readonly [number, string, string, object][]): JournalEvent[] {
  const journal: JournalEvent[] = [];
  for (const [recordedAtMs, stream, type, data] of events) {
    const last = journal.at(-1);
    const head = last === undefined ? EMPTY_HEAD : { size: last.sequence + 1, hash: last.hash };
    journal.push(...chainEvents(head, [{ stream, type, data }], recordedAtMs));
  }
  return journal;
}

const rates = exchangeRates([
  { from: 'GUSD', to: 'EUR', numerator: 92n, denominator: 100n, date: '2026-01-02', source: 'ECB' },
  { from: 'EUR', to: 'GUSD', numerator: 10n, denominator: 9n, date: '2026-03-31', source: 'ECB' },
]);
const books = taxpayerBooks(journalOf(year));

const balances = (asset: string) =>
  Object.fromEntries(books.books.trialBalance(asset).accounts.map(({ account, balance }) => [account, balance]));

describe('a taxpayer’s books', () => {
  it('know where every unit is', () => {
    expect(balances('GUSD')).toEqual({
      'wallet:0x52': 360_000_000n,
      'vault:us/irs': 40_000_000n,
      'authority:us/irs': 200_000_000n,
      'income:Ann, "the" payer': 1_000_000_000n,
      'exchange:EUR-GUSD': -400_000_000n,
    });
    expect(balances('EUR')).toEqual({
      [`bank:${bank}`]: 32_000n,
      'expense:Büro & Strom': 4_000n,
      'exchange:EUR-GUSD': 36_000n,
      'transit:de/finanzamt': 0n,
      'authority:de/finanzamt': 0n,
    });
  });

  it('refuse what cannot be booked, and say which event it was', () => {
    const refusal = (events: typeof year) => () => taxpayerBooks(journalOf(events));
    const error = expect.objectContaining({ code: 'BOOKS_EVENT_MALFORMED' });
    const [income, , , intended] = year;
    const changed = (event: (typeof year)[number], data: object) =>
      [[event[0], event[1], event[2], { ...event[3], ...data }]] as typeof year;
    expect(refusal(changed(income!, { units: -1n }))).toThrow(error);
    expect(refusal(changed(income!, { setAside: 2_000_000_000n }))).toThrow(error);
    expect(refusal(changed(income!, { account: 'authority:me' }))).toThrow(error);
    expect(refusal([income!, ...changed(income!, { asset: { code: 'GUSD', decimals: 2 } })])).toThrow(error);
    expect(refusal(changed(intended!, { asset: undefined }))).toThrow(error);
    expect(refusal([day('2026-03-05', 'remittance.settled', { paymentId: 'x', units: 1n }, irs)])).toThrow(error);
    // More than was ever set aside cannot leave the vault.
    expect(refusal(year.slice(5, 7))).toThrow(expect.objectContaining({ code: 'LEDGER_OVERDRAWN' }));
  });
});

const at = (event: NewJournalEvent): (typeof year)[number] => {
  return [Date.parse('2026-01-11'), event.stream, event.type, event.data as object];
};

describe('what may be written twice', () => {
  const payout = {
    id: 'eip155:31337/0xabc/3',
    date: '2026-01-10',
    asset: gusd,
    units: 1_000n,
    setAside: 250n,
    payer: '0x11',
    payee: '0x52',
    wallet: '0x53',
    authority: 'us/irs',
  };
  it('is booked once by its id', () => {
    const written = at(incomeReceived(payout));
    // The same, as somebody else may have written its numbers.
    const inDigits = at({ ...incomeReceived(payout), data: { ...written[3], units: 1_000n, setAside: 250 } });
    const { books, entries } = taxpayerBooks(journalOf([written, written, inDigits]));
    expect(entries).toHaveLength(1);
    expect(books.balance('wallet:0x53', 'GUSD')).toBe(750n);
    expect(books.balance('vault:us/irs', 'GUSD')).toBe(250n);
    expect(books.balance('income:0x11', 'GUSD')).toBe(1_000n);
  });

  it('in coins of 18 decimals too, of which a few are more than a journal counts', () => {
    const coin = { code: 'ETH', decimals: 18 };
    const large = { ...payout, asset: coin, units: 10n ** 22n, setAside: 10n ** 20n };
    const { books } = taxpayerBooks(journalOf([at(incomeReceived(large))]));
    expect(books.balance('wallet:0x53', 'ETH')).toBe(99n * 10n ** 20n);
  });

  it('is refused when it says something else', () => {
    const events = [at(incomeReceived(payout)), at(incomeReceived({ ...payout, units: 1_001n }))];
    expect(() => taxpayerBooks(journalOf(events))).toThrow(
      expect.objectContaining({
        code: 'BOOKS_EVENT_MALFORMED',
        message: expect.stringContaining('eip155:31337/0xabc/3 was booked by event 0') as string,
      }),
    );
  });

  it('a refund takes back from income, and nothing from the vault', () => {
    const refund = { id: 'r1', date: '2026-01-12', asset: gusd, units: 100n, payer: '0x11', account: 'wallet:0x53' };
    const { books } = taxpayerBooks(
      journalOf([at(incomeReceived(payout)), day('2026-01-12', 'income.refunded', refund)]),
    );
    expect(books.balance('income:0x11', 'GUSD')).toBe(900n);
    expect(books.balance('vault:us/irs', 'GUSD')).toBe(250n);
  });
});

describe('statements', () => {
  const [first, second] = quartersOf(2026).map((period) => statementOf(books, period, { asset: eur, rates }));

  it('show by asset what moved and what is left', () => {
    const [euros, dollars] = first!.assets;
    expect(euros).toEqual({
      asset: eur,
      opening: 0n,
      income: 0n,
      expenses: 4_000n,
      setAside: 0n,
      remitted: 0n,
      exchanged: 36_000n,
      closing: 32_000n,
      closingVault: 0n,
      closingInTransit: 10_000n,
    });
    expect(dollars).toMatchObject({
      income: 1_000_000_000n,
      setAside: 250_000_000n,
      exchanged: -400_000_000n,
      closing: 600_000_000n,
      closingVault: 250_000_000n,
    });
    expect(second!.assets[1]).toMatchObject({
      opening: 600_000_000n,
      setAside: -10_000_000n,
      remitted: 200_000_000n,
      closing: 400_000_000n,
    });
  });

  it('show in one currency what rates did, with every rate’s day and source', () => {
    // 1000 GUSD at 0.92 came in; 600 GUSD at 0.90 and 320 euros are left: 920 - 40 - 860 = 20 euros lost.
    expect(first!.base).toMatchObject({
      opening: 0n,
      income: 92_000n,
      expenses: 4_000n,
      remitted: 0n,
      closing: 86_000n,
      exchangeGain: -2_000n,
      rates: [
        { from: 'GUSD', numerator: 92n, denominator: 100n, date: '2026-01-02', source: 'ECB' },
        { from: 'GUSD', numerator: 9n, denominator: 10n, date: '2026-03-31', source: 'ECB' },
      ],
    });
    expect(second!.base).toMatchObject({ opening: 86_000n, remitted: 18_000n, closing: 68_000n, exchangeGain: 0n });
  });

  it('refuse a currency without rates', () => {
    const wanted = { asset: { code: 'GBP', decimals: 2 }, rates };
    expect(() => statementOf(books, wholeYear(2026), wanted)).toThrow(
      expect.objectContaining({ code: 'EXCHANGE_RATE_MISSING' }),
    );
    expect(() => exchangeRates([{ ...rates.rateOn('GUSD', 'EUR', '2026-05-01'), source: '' }])).toThrow(
      expect.objectContaining({ code: 'EXCHANGE_RATE_INVALID' }),
    );
  });

  it('are a table and a page', () => {
    const statement = statementOf(books, wholeYear(2026), { asset: eur, rates });
    expect(statementCsv([statement]).split('\r\n')).toEqual([
      'period,from,to,view,asset,opening,income,expenses,set aside,remitted,exchanged,exchange gain,closing',
      '2026,2026-01-01,2026-12-31,asset,EUR,0.00,0.00,40.00,0.00,0.00,360.00,,320.00',
      '2026,2026-01-01,2026-12-31,asset,GUSD,0.000000,1000.000000,0.000000,240.000000,200.000000,-400.000000,,400.000000',
      '2026,2026-01-01,2026-12-31,all in,EUR,0.00,920.00,40.00,221.00,180.00,,-20.00,680.00',
      '',
    ]);
    const page = statementPage(statement, { title: '<script>Ann</script>' });
    expect(page).toContain('&lt;script&gt;Ann&lt;/script&gt;');
    expect(page).toContain('<th scope="row">Exchange loss</th><td>-20.00</td>');
    expect(page).toContain('<td>1,000.000000</td>');
    expect(page).not.toMatch(/<script|https?:/);
  });
});

describe('exports', () => {
  it('CSV: quoted as RFC 4180 has it, formulas disarmed, negative numbers left alone', () => {
    const rows = postingsCsv(books).split('\r\n');
    expect(rows[0]).toBe('date,event,memo,account,debit,credit,asset');
    expect(rows[1]).toBe('2026-01-10,0,"Income from Ann, ""the"" payer",wallet:0x52,750.000000,,GUSD');
    expect(rows.find((row) => row.includes('HYPERLINK'))).toContain(`"'=HYPERLINK(""http://evil"")"`);
  });

  it('beancount: accounts opened, transactions that balance, balances asserted', () => {
    const text = beancountText(books);
    expect(text).toContain('2026-01-10 open Assets:Wallet:0x52\n');
    expect(text).toContain('2026-02-20 open Expenses:Business:Büro-Strom\n');
    expect(text).toContain(
      [
        '2026-02-01 * "=HYPERLINK(\\"http://evil\\")"',
        '  event: 1',
        '  Equity:Exchange:EUR-GUSD  400.000000 GUSD',
        '  Assets:Wallet:0x52  -400.000000 GUSD',
        `  Assets:Bank:${bank}  360.00 EUR`,
        '  Equity:Exchange:EUR-GUSD  -360.00 EUR',
      ].join('\n'),
    );
    expect(text).toContain('2026-05-03 balance Assets:TaxVault:Us-irs  40.000000 GUSD\n');
    expect(text).toContain('2026-05-03 balance Income:Work:Ann-the-payer  -1000.000000 GUSD\n');
  });

  it('ledger-cli: the same, two spaces after each account', () => {
    expect(ledgerCliText(books)).toContain(
      [
        '2026-02-20 * Stadtwerke',
        '    ; event: 2',
        '    Expenses:Business:Büro-Strom  40.00 EUR',
        `    Assets:Bank:${bank}  -40.00 EUR`,
      ].join('\n'),
    );
    expect(ledgerCliText(books)).toContain('2026-05-02 * Balances\n');
    expect(ledgerCliText(books)).toContain('    Assets:TaxVault:Us-irs  0.000000 GUSD = 40.000000 GUSD\n');
  });

  it('names of any script stay readable, and fit beancount', () => {
    const events = ['ωμέγα ΑΕ', 'straße 1', '東京', '---', 'ß'].map((category) =>
      day('2026-02-20', 'expense.paid', { asset: eur, units: 1n, account: 'bank:1', category, payee: '' }),
    );
    const text = beancountText(taxpayerBooks(journalOf(events)));
    for (const name of ['Ωμέγα-ΑΕ', 'Straße-1', 'X東京', 'X', 'SS']) {
      expect(text).toContain(`2026-02-20 open Expenses:Business:${name}\n`);
    }
  });
});

it('days are counted by the calendar', () => {
  for (const date of ['1970-01-01', '2000-02-29', '2024-12-31', '2026-03-01', '2100-02-28', '1969-12-31']) {
    expect(utcDateOf(Date.parse(date))).toBe(date);
    expect(addDays(addDays(date, 1), -1)).toBe(date);
    expect(addDays(date, 1)).toBe(new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10));
  }
});
