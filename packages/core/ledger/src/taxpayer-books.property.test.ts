import fc from 'fast-check';
import type { JournalEvent } from '@gristmill/protocol';
import { expect, test } from 'vitest';
import { chainEvents, EMPTY_HEAD } from './chain.ts';
import { csvText } from './csv.ts';
import { convertUnits, exchangeRates } from './exchange-rate.ts';
import { beancountText } from './plain-text-accounting.ts';
import { wholeYear, quartersOf, statementOf } from './statement.ts';
import { taxpayerBooks } from './taxpayer-books.ts';
import { addDays } from './utc-date.ts';

const asset = fc.constantFrom(
  { code: 'GUSD', decimals: 6 },
  { code: 'EUR', decimals: 2 },
  { code: 'JPY', decimals: 0 },
);
const units = fc.bigInt(1n, 10n ** 9n);
const date = fc.nat(364).map((days) => addDays('2026-01-01', days));
const held = fc.constantFrom('wallet:a', 'wallet:b b', 'bank:1');
const amount = fc.record({ asset, units, account: held });

const event = fc.oneof(
  fc
    .record({ date, asset, units, payer: fc.string(), account: held })
    .chain((income) =>
      fc
        .bigInt(0n, income.units)
        .map((setAside) => ['income.received', { ...income, setAside, vault: 'vault:x' }] as const),
    ),
  fc
    .record({
      date,
      asset,
      units,
      account: held,
      category: fc.string({ unit: 'grapheme', minLength: 1 }),
      payee: fc.string(),
    })
    .map((data) => ['expense.paid', data] as const),
  fc
    .record({ date, sold: amount, bought: amount, memo: fc.string() })
    .map((data) => ['asset.exchanged', data] as const),
  fc
    .record({ date, asset, units, from: held, to: held, memo: fc.string() })
    .map((data) => ['money.moved', data] as const),
  fc
    .record({ date, asset, units, payer: fc.string(), account: held })
    .map((data) => ['income.refunded', data] as const),
);

const written = (events: readonly (readonly [type: string, data: object])[]): JournalEvent[] =>
  chainEvents(
    EMPTY_HEAD,
    events.map(([type, data]) => ({ stream: 'books', type, data })),
    Date.parse('2026-07-01'),
  );

const balancesOf = (events: readonly JournalEvent[]) => {
  const { books, assets } = taxpayerBooks(events);
  return [...assets.keys()].toSorted().flatMap((code) =>
    books
      .trialBalance(code)
      .accounts.filter(({ balance }) => balance !== 0n)
      .map(({ account, balance }) => `${account} ${balance} ${code}`),
  );
};

/** A journal of such events, and of one payment by bank at any stage of its life. */
const journal = fc
  .tuple(fc.array(event, { maxLength: 25 }), fc.nat(4), units)
  .map(([events, stage, paid]): JournalEvent[] => {
    const stream = 'remittance/de/finanzamt/est/2026/1/0x52';
    const payment = { paymentId: 'p', units: paid };
    const route = { account: '1' };
    const remittance = [
      ['remittance.intended', { ...payment, asset: { code: 'EUR', decimals: 2 }, rail: 'sepa', route }],
      ...['handed-over', 'settled', 'returned'].map((state) => [`remittance.${state}`, payment] as const),
    ] as const;
    const all = [
      ...events.map(([type, data]) => ({ stream: 'books', type, data })),
      ...remittance.slice(0, stage).map(([type, data]) => ({ stream, type, data })),
    ];
    return chainEvents(EMPTY_HEAD, all, Date.parse('2026-07-01'));
  });

const rates = exchangeRates(
  ['GUSD', 'JPY'].flatMap((from, i) =>
    ['2025-12-30', '2026-04-15', '2026-09-09'].map((day, n) => ({
      from,
      to: 'EUR',
      numerator: BigInt(7 + n),
      denominator: BigInt(9 + 1000 * i),
      date: day,
      source: 'test',
    })),
  ),
);
const base = { asset: { code: 'EUR', decimals: 2 }, rates };

test('invariant 12: every asset balances, and the same journal gives the same books', () => {
  fc.assert(
    fc.property(journal, (events) => {
      const books = taxpayerBooks(events);
      for (const code of books.assets.keys()) {
        const { debits, credits } = books.books.trialBalance(code);
        expect(debits).toBe(credits);
      }
      expect(beancountText(taxpayerBooks(events))).toBe(beancountText(books));
    }),
  );
});

test('invariant 13: opening and movements make closing; a period opens with what the one before it closed with', () => {
  fc.assert(
    fc.property(journal, (events) => {
      const books = taxpayerBooks(events);
      const year = statementOf(books, wholeYear(2026), base);
      const quarters = quartersOf(2026).map((quarter) => statementOf(books, quarter, base));
      const views = [year, ...quarters].flatMap(({ base, assets }) => [...assets, base!]);
      for (const view of views) {
        const other = 'exchanged' in view ? view.exchanged : view.exchangeGain;
        expect(view.opening + view.income - view.expenses - view.remitted + other).toBe(view.closing);
      }
      for (const [i, quarter] of quarters.entries()) {
        const next = quarters[i + 1];
        if (next === undefined) break;
        expect(next.assets.map(({ opening }) => opening)).toEqual(quarter.assets.map(({ closing }) => closing));
        expect(next.base!.opening).toBe(quarter.base!.closing);
      }
      for (const field of ['income', 'expenses', 'remitted', 'setAside', 'exchangeGain'] as const) {
        const sum = quarters.reduce((total, { base }) => total + base![field], 0n);
        expect(sum, field).toBe(year.base![field]);
      }
    }),
  );
});

test('invariant 14: a beancount export is well formed, and each of its transactions sums to nothing', () => {
  // ACC_COMP_NAME_RE of beancount's core/account.py.
  const account = /^(Assets|Expenses|Income|Equity):[A-Z][A-Za-z]*:[\p{Lu}\p{Nd}][\p{L}\p{Nd}-]*$/u;
  fc.assert(
    fc.property(journal, (events) => {
      const blocks = beancountText(taxpayerBooks(events)).split('\n\n');
      for (const block of blocks) {
        const sums = new Map<string, bigint>();
        for (const line of block.split('\n').filter((each) => each !== '')) {
          const [, name, number, commodity] = /^ {2}(\S+) {2}(-?\d+(?:\.\d+)?) ([A-Z]+)$/.exec(line) ?? [];
          if (name !== undefined) {
            expect(name).toMatch(account);
            const units = BigInt(number!.replace('.', ''));
            sums.set(commodity!, (sums.get(commodity!) ?? 0n) + units);
          } else {
            expect(line).toMatch(
              /^(option "[^"]*" "[^"]*"|\d{4}-\d\d-\d\d (open \S+|balance \S+ {2}-?\d+(\.\d+)? [A-Z]+|\* "([^"\\]|\\["\\])*")| {2}event: \d+)$/,
            );
          }
        }
        for (const sum of sums.values()) expect(sum).toBe(0n);
      }
    }),
  );
});

test('invariant 15: CSV gives its fields back, with no formula among them', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', '-2', '@x', '+1', '"', 'a,b', 'x\r\ny', '\t=', '\n=1+1'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (rows) => {
      const read = parseCsv(csvText(rows));
      expect(read).toHaveLength(rows.length);
      for (const [i, row] of read.entries()) {
        for (const [j, field] of row.entries()) {
          const given = rows[i]![j]!;
          expect([given, `'${given}`]).toContain(field);
          if (!/^-?\d+(\.\d+)?$/.test(field)) expect(field).not.toMatch(/^[=+\-@\t\r\n]/);
        }
      }
    }),
  );
});

test('invariant 16: a conversion is off by at most half a unit, and the same both ways round', () => {
  const assets = [
    { code: 'A', decimals: 6 },
    { code: 'B', decimals: 2 },
  ] as const;
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 15n), 10n ** 15n),
      fc.bigInt(1n, 10n ** 6n),
      fc.bigInt(1n, 10n ** 6n),
      (units, n, d) => {
        const rate = { from: 'A', to: 'B', numerator: n, denominator: d, date: '2026-01-01', source: 'test' };
        const value = convertUnits(units, assets[0], assets[1], rate, 'halfUp');
        const error = 2n * (value * d * 10_000n - units * n);
        expect((error < 0n ? -error : error) <= d * 10_000n).toBe(true);
        expect(convertUnits(-units, assets[0], assets[1], rate, 'halfUp')).toBe(-value);
      },
    ),
  );
});

/** RFC 4180, read by the letter. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let rest = text;
  while (rest !== '') {
    const [whole, quoted, plain, end] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)!;
    row.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
    rest = rest.slice(whole.length);
  }
  return rows;
}

test('invariant 18: what has an id is booked once, however often it was written', () => {
  const numbered = fc
    .array(event, { minLength: 1, maxLength: 10 })
    .map((events) => events.map(([type, data], i) => [type, { id: `id-${i}`, ...data }] as const));
  fc.assert(
    fc.property(numbered, fc.infiniteStream(fc.nat()), (events, picks) => {
      const again = events.map(() => events[picks.next().value % events.length]!);
      expect(balancesOf(written([...events, ...again]))).toEqual(balancesOf(written(events)));
    }),
    { numRuns: 50 },
  );
});

test('invariant 19: an event that is reversed leaves every balance as if it had never been', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), event, date, (events, [type, data], day) => {
      const mistake = [type, { id: 'mistake', ...data }] as const;
      const reversal = ['event.reversed', { date: day, reverses: 'mistake', memo: '' }] as const;
      expect(balancesOf(written([...events, mistake, reversal]))).toEqual(balancesOf(written(events)));
    }),
    { numRuns: 50 },
  );
});
