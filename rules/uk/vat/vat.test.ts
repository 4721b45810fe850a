import fc from 'fast-check';
import { assessLines, paymentCalendar } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../src/index.ts';

const pack = await loadRulePack('uk/vat');

const period = {
  period_end: '2026-03-31',
  uses_flat_rate_scheme: false,
  vat_due_sales: 0n,
  vat_due_acquisitions: 0n,
  vat_reclaimed: 0n,
  sales_excluding_vat: 0n,
  purchases_excluding_vat: 0n,
  goods_supplied_to_eu_excluding_vat: 0n,
  acquisitions_from_eu_excluding_vat: 0n,
};

const amount = fc.bigInt(-10_000_000_00n, 10_000_000_00n);

test('the boxes obey the rules that HMRC checks a return by', () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, amount, (sales, acquisitions, reclaimed, turnover, purchases) => {
      const lines = assessLines(
        pack,
        {
          ...period,
          vat_due_sales: sales,
          vat_due_acquisitions: acquisitions,
          vat_reclaimed: reclaimed,
          sales_excluding_vat: turnover,
          purchases_excluding_vat: purchases,
          // Parts of totals that may be negative may themselves be so.
          goods_supplied_to_eu_excluding_vat: turnover < 0n ? turnover : 0n,
        },
        { asOf: '2026-03-31' },
      );
      const box = (n: number) => BigInt(lines[`box_${n}`]!);
      expect(box(3)).toBe(box(1) + box(2));
      const net = box(3) - box(4);
      expect(box(5)).toBe(net < 0n ? -net : net);
      for (const n of [6, 7, 8, 9]) expect(box(n) % 100n).toBe(0n);
      expect(box(6)).toBe((turnover / 100n) * 100n);
      expect(BigInt(lines['vat_payable']!) - BigInt(lines['vat_repayable']!)).toBe(net);
      expect(lines['payable_for_period_to_march']).toBe(lines['vat_payable']);
    }),
  );
});

// One month and seven days after the period, or the last working day before: 7 June 2026 is a Sunday.
test.each([
  ['january', '2026-03-07', '2026-03-06'],
  ['march', '2026-05-07', '2026-05-07'],
  ['april', '2026-06-07', '2026-06-05'],
  ['november', '2027-01-07', '2027-01-07'],
  ['december', '2027-02-07', '2027-02-05'],
])('a period to the end of %s 2026 is due on %s, and paid by %s', (month, statutoryDate, dueDate) => {
  const found = paymentCalendar(pack, 2026).dueDates.filter(({ of }) => of === `payable_for_period_to_${month}`);
  expect(found).toEqual([expect.objectContaining({ statutoryDate, dueDate })]);
});

test.each([
  // Value Added Tax (Increase of Registration Limits) Order 2024: 90,000 from 1 April 2024, more than which must register.
  ['2024-03-31', { taxable_turnover_12_months: 85_000_00n, is_registered: false }, 'need-not-register'],
  ['2024-03-31', { taxable_turnover_12_months: 85_000_01n, is_registered: false }, 'must-register'],
  ['2024-04-01', { taxable_turnover_12_months: 90_000_00n, is_registered: false }, 'need-not-register'],
  ['2024-04-01', { taxable_turnover_12_months: 90_000_01n, is_registered: false }, 'must-register'],
  // Sch. 1 para. 1(3): not if the next twelve months stay within 88,000.
  [
    '2026-01-31',
    { taxable_turnover_12_months: 91_000_00n, expected_turnover_12_months: 88_000_00n, is_registered: false },
    'need-not-register',
  ],
  [
    '2026-01-31',
    { taxable_turnover_12_months: 0n, expected_turnover_30_days: 90_000_01n, is_registered: false },
    'must-register',
  ],
  ['2026-01-31', { is_registered: true, expected_turnover_12_months: 88_000_00n }, 'may-deregister'],
  ['2026-01-31', { is_registered: true, expected_turnover_12_months: 88_000_01n }, 'stays-registered'],
  ['2026-01-31', { is_registered: true, taxable_turnover_12_months: 1n }, 'stays-registered'],
  ['2026-01-31', {}, 'not-asked'],
])('on %s, %o: %s', (asOf, facts, expected) => {
  expect(assessLines(pack, { ...period, ...facts }, { asOf })['registration']).toBe(expected);
});

test('the threshold of April 2024 was unknown until the order of 5 March 2024', () => {
  const facts = { ...period, taxable_turnover_12_months: 86_000_00n, is_registered: false };
  const onFirstOfApril = (knownAt: string) => assessLines(pack, facts, { asOf: '2024-04-01', knownAt })['registration'];
  expect(onFirstOfApril('2024-03-04')).toBe('must-register');
  expect(onFirstOfApril('2024-03-05')).toBe('need-not-register');
});

test.each([
  [{ uses_flat_rate_scheme: true }, 'Flat Rate Scheme'],
  [{ period_end: '2026-03-30' }, 'non-standard tax periods'],
  [{ goods_supplied_to_eu_excluding_vat: 1n }, 'is a part of'],
  [{ vat_due_sales: 1.5 }, 'integer of minor units'],
])('refuses %o', (facts, message) => {
  expect(() => assessLines(pack, { ...period, ...facts }, { asOf: '2026-03-31' })).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED', message: expect.stringContaining(message) as string }),
  );
});
