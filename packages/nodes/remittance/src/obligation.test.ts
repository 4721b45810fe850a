import fc from 'fast-check';
import { address } from '@gristmill/protocol';
import { type AssessmentLine, parseCivilDate, type PaymentCalendar, Rational } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { dueWithin, isOverdue, leadMsOf, obligationsOf } from './obligation.ts';

const taxpayer = address.parse('0x52908400098527886E0F7030069857D2E4169EE7');
const usd = { code: 'USD', decimals: 2 };

const calendar: PaymentCalendar = {
  authority: 'us/irs',
  form: '1040-ES',
  year: 2026,
  dueDates: ['2026-04-15', '2026-06-15', '2026-09-15', '2027-01-15'].map((date, i) => ({
    instalment: i + 1,
    statutoryDate: parseCivilDate(date),
    dueDate: parseCivilDate(date),
    of: 'total_tax',
    share: Rational.of(1n, 4n),
  })),
};
const lineOf = (variable: string, amount: bigint): AssessmentLine => ({
  variable,
  label: variable,
  entity: 'tax-unit',
  period: 'year',
  unit: 'currency',
  amount: amount.toString(),
  exact: amount.toString(),
  formula: 'as given',
  citation: 'as given',
  rounding: null,
  inputs: [],
  parameters: [],
});
const obligationsFor = (total: bigint) =>
  obligationsOf({ year: 2026, currency: usd, lines: [lineOf('total_tax', total)] }, calendar, { taxpayer });

test('four instalments, each with a name of its own that never changes', () => {
  expect(obligationsFor(1_203_673n)).toEqual(
    [300_919n, 300_918n, 300_918n, 300_918n].map((amount, i) => ({
      id: `us/irs/1040-ES/2026/${i + 1}/${taxpayer}`,
      taxpayer,
      authority: 'us/irs',
      form: '1040-ES',
      year: 2026,
      instalment: i + 1,
      line: 'total_tax',
      dueDate: calendar.dueDates[i]!.dueDate,
      amount,
      currency: usd,
    })),
  );
});

test('the instalments make the liability, and none leaves less paid than its share by then', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 12n), (total) => {
      const amounts = obligationsFor(total).map(({ amount }) => amount);
      expect(amounts.reduce((sum, amount) => sum + amount, 0n)).toBe(total);
      let paid = 0n;
      for (const [i, amount] of amounts.entries()) {
        paid += amount;
        expect(paid * 4n).toBeGreaterThanOrEqual(total * BigInt(i + 1));
      }
    }),
  );
});

test('refuses the calendar of another year', () => {
  expect(() => obligationsOf({ year: 2025, currency: usd, lines: [] }, calendar, { taxpayer })).toThrow(
    expect.objectContaining({ code: 'OBLIGATION_YEAR_MISMATCH' }),
  );
});

function dueAt(now: string, days: number): number[] {
  const obligations = obligationsFor(400n).toReversed();
  return dueWithin(obligations, Date.parse(now), leadMsOf(days)).map(({ instalment }) => instalment);
}

test('due within the lead time, overdue first', () => {
  expect(dueAt('2026-04-09T23:59:59Z', 5)).toEqual([]);
  expect(dueAt('2026-04-10T00:00:00Z', 5)).toEqual([1]);
  expect(dueAt('2026-06-14T12:00:00Z', 1)).toEqual([1, 2]);
});

test('an obligation is overdue once its last day is over', () => {
  const [first] = obligationsFor(400n);
  expect(isOverdue(first!, Date.parse('2026-04-15T23:59:59Z'))).toBe(false);
  expect(isOverdue(first!, Date.parse('2026-04-16T00:00:00Z'))).toBe(true);
});

test('each line is divided by its own shares, and what the authority owes asks for nothing', () => {
  const half = Rational.of(1n, 2n);
  const [first, second, third] = calendar.dueDates;
  const dueDates = [
    { ...first!, of: 'payment_on_account', share: half },
    { ...second!, of: 'payment_on_account', share: half },
    { ...third!, of: 'balance', share: Rational.one },
  ];
  const of = (lines: AssessmentLine[]) => () =>
    obligationsOf({ year: 2026, currency: usd, lines }, { ...calendar, dueDates }, { taxpayer });
  const amounts = of([lineOf('payment_on_account', 101n), lineOf('balance', -5n)])().map(({ amount }) => amount);
  expect(amounts).toEqual([51n, 50n, 0n]);
  expect(of([lineOf('payment_on_account', 101n)])).toThrow(
    expect.objectContaining({ code: 'OBLIGATION_LINE_MISSING' }),
  );
});
