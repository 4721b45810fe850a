import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainEvents, EMPTY_HEAD } from './chain.ts';
import { earningsOf } from './earnings.ts';
import { exchangeRates } from './exchange-rate.ts';
import { quartersOf, statementOf, wholeYear } from './statement.ts';
import { taxpayerBooks } from './taxpayer-books.ts';
import { addDays } from './utc-date.ts';

const gusd = { code: 'GUSD', decimals: 6 };
const eur = { code: 'EUR', decimals: 2 };
const rates = exchangeRates([
  { from: 'GUSD', to: 'EUR', numerator: 9n, denominator: 10n, date: '2026-01-01', source: 'ECB' },
  { from: 'GUSD', to: 'EUR', numerator: 8n, denominator: 10n, date: '2026-04-01', source: 'ECB' },
]);

function booksOf(events: readonly (readonly [string, object])[]) {
  const written = events.map(([type, data]) => ({ stream: 'books', type, data }));
  return taxpayerBooks(chainEvents(EMPTY_HEAD, written, Date.parse('2026-12-31')));
}

const received = (date: string, units: bigint, payer = 'ann') =>
  [
    'income.received',
    { date, asset: gusd, units, setAside: 0n, payer, account: 'wallet:a', vault: 'vault:v' },
  ] as const;
const refunded = (date: string, units: bigint) =>
  ['income.refunded', { date, asset: gusd, units, payer: 'ann', account: 'wallet:a' }] as const;
const paid = (date: string, units: bigint, category: string) =>
  ['expense.paid', { date, asset: eur, units, account: 'bank:b', category, payee: 'shop' }] as const;

const identified = (id: string, [type, data]: readonly [string, object]) => [type, { id, ...data }] as const;
const reversed = (reverses: string, id: string) =>
  ['event.reversed', { id, date: '2026-04-03', reverses, memo: 'taken back by the chain' }] as const;

describe('earnings', () => {
  it('are what came in, went back and was spent, at the rates of the days', () => {
    const books = booksOf([
      received('2026-03-31', 100_000_000n),
      received('2026-04-01', 100_000_000n, 'bob'),
      refunded('2026-04-02', 10_000_000n),
      paid('2026-05-01', 2_500n, 'rent'),
      paid('2026-05-02', 500n, 'rent'),
      paid('2027-01-01', 1n, 'rent'),
    ]);
    const earnings = earningsOf(books, wholeYear(2026), { asset: eur, rates });
    expect(earnings).toMatchObject({ income: 17_000n, refunds: 800n, profit: 13_200n });
    expect(Object.fromEntries(earnings.payers)).toEqual({ ann: 8_200n, bob: 8_000n });
    expect(Object.fromEntries(earnings.expenses)).toEqual({ rent: 3_000n });
    expect(earnings.rates.map(({ date }) => date)).toEqual(['2026-01-01', '2026-04-01']);
  });

  it('a reversed event never was: neither income nor a refund', () => {
    const events = [
      identified('a', received('2026-04-01', 100_000_000n)),
      identified('b', received('2026-04-01', 50_000_000n)),
      identified('c', refunded('2026-04-02', 10_000_000n)),
      identified('d', paid('2026-04-02', 700n, 'rent')),
      reversed('a', 'ra'),
      reversed('c', 'rc'),
      reversed('d', 'rd'),
    ];
    const earnings = earningsOf(booksOf(events), wholeYear(2026), { asset: eur, rates });
    expect(earnings).toMatchObject({ income: 4_000n, refunds: 0n, profit: 4_000n });
    expect(booksOf(events).books.balance('wallet:a', 'GUSD')).toBe(50_000_000n);
    // A mistake is taken back once, and only if it is there; a reversal can be reversed like anything else.
    const malformed = expect.objectContaining({ code: 'BOOKS_EVENT_MALFORMED' });
    expect(() => booksOf([...events, reversed('a', 'again')])).toThrow(malformed);
    expect(() => booksOf([...events, reversed('x', 'rx')])).toThrow(malformed);
    const restored = booksOf([...events, reversed('ra', 'rra')]);
    expect(restored.books.balance('wallet:a', 'GUSD')).toBe(150_000_000n);
    expect(earningsOf(restored, wholeYear(2026), { asset: eur, rates })).toMatchObject({
      income: 12_000n,
      refunds: 0n,
    });
  });

  it('years and quarters begin where the tax year does', () => {
    const uk = { month: 4, day: 6 };
    expect(wholeYear(2026, uk)).toEqual({ label: '2026-27', from: '2026-04-06', to: '2027-04-05' });
    expect(quartersOf(2023, uk)).toEqual([
      { label: '2023-24 Q1', from: '2023-04-06', to: '2023-07-05' },
      { label: '2023-24 Q2', from: '2023-07-06', to: '2023-10-05' },
      { label: '2023-24 Q3', from: '2023-10-06', to: '2024-01-05' },
      { label: '2023-24 Q4', from: '2024-01-06', to: '2024-04-05' },
    ]);
    expect(quartersOf(2026)[3]).toEqual({ label: '2026 Q4', from: '2026-10-01', to: '2026-12-31' });
    expect(wholeYear(2099, uk).label).toBe('2099-00');
  });

  it('invariant 17: by quarter they add up to the year, and to what statements say', () => {
    const day = fc.nat(364).map((days) => addDays('2026-01-01', days));
    const units = fc.bigInt(1n, 10n ** 12n);
    const event = fc.oneof(
      fc.tuple(day, units).map(([date, each]) => received(date, each)),
      fc.tuple(day, units).map(([date, each]) => refunded(date, each)),
      fc.tuple(day, units, fc.constantFrom('rent', 'tea')).map(([date, each, category]) => paid(date, each, category)),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        const books = booksOf(events);
        const year = earningsOf(books, wholeYear(2026), { asset: eur, rates });
        const quarters = quartersOf(2026).map((quarter) => earningsOf(books, quarter, { asset: eur, rates }));
        for (const key of ['income', 'refunds', 'profit'] as const) {
          expect(quarters.reduce((sum, quarter) => sum + quarter[key], 0n)).toBe(year[key]);
        }
        const { base } = statementOf(books, wholeYear(2026), { asset: eur, rates });
        expect(year.income - year.refunds).toBe(base!.income);
        expect(base!.income - base!.expenses).toBe(year.profit);
      }),
      { numRuns: 50 },
    );
  });
});
