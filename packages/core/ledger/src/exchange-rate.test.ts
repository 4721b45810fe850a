import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertUnits, exchangeRates } from './exchange-rate.ts';
import { addDays } from './utc-date.ts';

const rate = (from: string, to: string, numerator: bigint, denominator: bigint, date: string, source = 'ECB') => {
  return { from, to, numerator, denominator, date, source };
};

const rates = exchangeRates([
  rate('EUR', 'USD', 108n, 100n, '2026-01-02'),
  rate('EUR', 'GBP', 86n, 100n, '2026-01-03'),
  rate('EUR', 'USD', 110n, 100n, '2026-02-02'),
  rate('GUSD', 'USD', 1n, 1n, '2026-01-01', 'issuer: redeemed at par'),
]);

const dayOf = (n: number) => addDays('2026-01-01', n);

describe('exchange rates', () => {
  it('serve from their day until the next, both ways', () => {
    expect(rates.rateOn('EUR', 'USD', '2026-02-01')).toMatchObject({ numerator: 108n, date: '2026-01-02' });
    expect(rates.rateOn('USD', 'EUR', '2026-02-02')).toMatchObject({ numerator: 100n, denominator: 110n });
    expect(rates.rateOn('USD', 'USD', '2020-01-01')).toMatchObject({ numerator: 1n, denominator: 1n });
  });

  it('are crossed where there is none, and say of what day and whose they are', () => {
    expect(rates.rateOn('GUSD', 'GBP', '2026-03-01')).toEqual({
      from: 'GUSD',
      to: 'GBP',
      numerator: 1n * 100n * 86n,
      denominator: 1n * 110n * 100n,
      date: '2026-01-01',
      source: 'issuer: redeemed at par; ECB',
    });
    const pounds = convertUnits(
      110_000_000n,
      { code: 'GUSD', decimals: 6 },
      { code: 'GBP', decimals: 2 },
      rates.rateOn('GUSD', 'GBP', '2026-03-01'),
      'halfUp',
    );
    expect(pounds).toBe(8_600n);
  });

  it('a rate of their own goes before crossed ones', () => {
    const own = exchangeRates([
      rate('A', 'B', 2n, 1n, '2026-01-01'),
      rate('B', 'C', 2n, 1n, '2026-01-01'),
      rate('A', 'C', 5n, 1n, '2026-01-02'),
    ]);
    expect(own.rateOn('A', 'C', '2026-01-01').numerator).toBe(4n);
    expect(own.rateOn('A', 'C', '2026-01-02').numerator).toBe(5n);
  });

  it('on any day are the newest up to it, as looking at them all finds it', () => {
    const days = fc.array(fc.nat(400), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(days, fc.nat(420), (published, asked) => {
        const table = exchangeRates(published.map((n, i) => rate('A', 'B', BigInt(i + 1), 1n, dayOf(n))));
        const known = published.filter((n) => n <= asked);
        if (known.length === 0) expect(() => table.rateOn('A', 'B', dayOf(asked))).toThrow('No rate');
        else expect(table.rateOn('A', 'B', dayOf(asked)).date).toBe(dayOf(Math.max(...known)));
      }),
    );
  });

  it.each([
    ['GUSD', 'GBP', '2026-01-02'],
    ['USD', 'JPY', '2026-03-01'],
    ['EUR', 'USD', '2026-01-01'],
  ])('%s to %s is not known on %s', (from, to, date) => {
    expect(() => rates.rateOn(from, to, date)).toThrow(expect.objectContaining({ code: 'EXCHANGE_RATE_MISSING' }));
  });
});
