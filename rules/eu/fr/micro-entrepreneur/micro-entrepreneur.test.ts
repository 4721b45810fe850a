import fc from 'fast-check';
import { assessLines, marginalRate, paymentCalendar } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';

const pack = await loadRulePack('eu/fr/micro-entrepreneur');

const nothing = {
  period_end: '2026-03-31',
  sales_turnover: 0n,
  services_turnover: 0n,
  liberal_turnover: 0n,
  cipav_turnover: 0n,
  tourism_rental_turnover: 0n,
  pays_final_tax: false,
  start_up_relief: 'none',
  is_craft: false,
};

test('every value cites a code, an act or a decree first', () => {
  for (const { path, values } of pack.parameters.values()) {
    for (const { citations } of values) expect(citations[0]!.title, path).toMatch(/art\.|Décret|Loi/);
  }
});

test('invariant 8: ceilings of 2025 were published in June 2026, for all of 2025', () => {
  const year = { ...nothing, annual_sales_turnover: 0n, annual_services_turnover: 80_000_00n };
  const on = (knownAt: string) => assessLines(pack, year, { asOf: '2025-12-31', knownAt })['ceilings'];
  expect(on('2025-12-31')).toBe('exceeded');
  expect(on('2026-06-29')).toBe('exceeded');
  expect(on('2026-06-30')).toBe('within');
  expect(assessLines(pack, year, { asOf: '2024-12-31' })['ceilings']).toBe('exceeded');
});

test.each([
  // CGI art. 50-0, 1: of a mixed activity the whole within the ceiling of goods, and services within their own.
  [203_100_00n, 0n, 'within'],
  [203_100_01n, 0n, 'exceeded'],
  [119_500_00n, 83_600_00n, 'within'],
  [119_500_01n, 83_600_00n, 'exceeded'],
  [0n, 83_600_01n, 'exceeded'],
])('goods of %d and services of %d: %s', (annual_sales_turnover, annual_services_turnover, expected) => {
  const facts = { ...nothing, annual_sales_turnover, annual_services_turnover };
  expect(assessLines(pack, facts, { asOf: '2026-12-31' })['ceilings']).toBe(expected);
});

test.each([
  // impots.gouv.fr: 73,288 for 2.5 parts in 2026 (29,315 x 2.5, half a euro more).
  ['2026-01-01', 73_287_50n, 10, 'open'],
  ['2026-01-01', 73_287_51n, 10, 'closed'],
  ['2025-01-01', 28_797_00n, 4, 'open'],
  ['2024-01-01', 54_956_01n, 8, 'closed'],
])('on %s a reference income of %d for %d quarter parts leaves the final tax %s', (asOf, income, parts, expected) => {
  const facts = { ...nothing, reference_tax_income: income, family_quarter_parts: parts };
  expect(assessLines(pack, facts, { asOf })['final_tax_option']).toBe(expected);
});

test.each([
  // Halves are rounded up to a tenth of a percent: 12.3% -> 6.15% -> 6.2%.
  ['sales', 'began_before_july_2026', '62000'],
  ['services', 'began_before_july_2026', '106000'],
  ['liberal', 'began_before_july_2026', '128000'],
  ['sales', 'began_from_july_2026', '93000'], // 9.225%; mon-entreprise rounds it to 9.2%
  ['services', 'began_from_july_2026', '159000'],
  ['liberal', 'began_from_july_2026', '192000'],
  ['tourism_rental', 'began_from_july_2026', '45000'],
])('start-up relief on %s, %s', (activity, start_up_relief, expected) => {
  const facts = { ...nothing, [`${activity}_turnover`]: 10_000_00n, start_up_relief };
  expect(assessLines(pack, facts, { asOf: '2026-08-31' })[`${activity}_contributions`]).toBe(expected);
});

test.each([
  ['2024-06-30', 'began_before_july_2026', '12100'],
  ['2025-12-31', 'began_before_july_2026', '13900'],
  ['2026-03-31', 'began_before_july_2026', '13400'],
  // 75% of 23.2% is above the floor.
  ['2026-09-30', 'began_from_july_2026', '17400'],
])('start-up relief in the Cipav does not go below a floor: to %s, %s', (asOf, start_up_relief, expected) => {
  const facts = { ...nothing, cipav_turnover: 1000_00n, start_up_relief };
  expect(assessLines(pack, facts, { asOf })['cipav_contributions']).toBe(expected);
});

// service-public.fr: an activity that began on 3 September 2026 is relieved until 30 June 2027.
test.each([
  ['2026-09-03', '2027-06-30', 'began_from_july_2026', true],
  ['2026-09-03', '2027-07-31', 'began_from_july_2026', false],
  ['2026-09-03', '2026-09-30', 'began_before_july_2026', false],
  ['2026-06-30', '2026-09-30', 'began_before_july_2026', true],
])('begun on %s, a period to %s has the relief %s: %s', (activity_began, period_end, start_up_relief, fits) => {
  const assessed = () =>
    assessLines(pack, { ...nothing, activity_began, period_end, start_up_relief }, { asOf: '2026-10-31' });
  if (fits) expect(assessed()['total_due']).toBe('0');
  else expect(assessed).toThrow(expect.objectContaining({ code: 'FACTS_MALFORMED' }));
});

test.each([
  // 12.3% / 6 = 2.05% -> 2.1%; 21.2% x 2/3 = 14.13% -> 14.2%; Cipav 23.2% / 3 -> 7.8%; 25.6% x 2/3 -> 17.1%.
  ['sales', 'to_eighth_quarter', '210000'],
  ['sales', 'to_third_year', '620000'],
  ['sales', 'older', '820000'],
  ['services', 'older', '1420000'],
  ['liberal', 'older', '1710000'],
  ['cipav', 'to_eighth_quarter', '780000'],
  ['cipav', 'older', '1550000'],
])('overseas, %s pay a part of the rate %s, rounded up to a tenth of a percent', (activity, overseas, expected) => {
  const facts = { ...nothing, [`${activity}_turnover`]: 100_000_00n, overseas };
  expect(assessLines(pack, facts, { asOf: '2026-03-31' })[`${activity}_contributions`]).toBe(expected);
});

test.each([
  { overseas: 'older', start_up_relief: 'began_before_july_2026' },
  { overseas: 'older', tourism_rental_turnover: 1n },
])('what has no sourced rate is refused: %o', (facts) => {
  expect(() => assessLines(pack, { ...nothing, ...facts }, { asOf: '2026-08-31' })).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED' }),
  );
});

function ceilingsOf(facts: Record<string, unknown>): string | undefined {
  return assessLines(pack, { ...nothing, annual_sales_turnover: 0n, ...facts }, { asOf: '2026-12-31' })['ceilings'];
}

// Urssaf, mon-entreprise: 50,000 from 1 August on count as 50,000 x 365 / 153 = 119,281.
test('receipts of a part of the first year are compared as those of a whole one', () => {
  expect(ceilingsOf({ annual_services_turnover: 50_000_00n })).toBe('within');
  expect(ceilingsOf({ annual_services_turnover: 50_000_00n, days_of_activity: 153 })).toBe('exceeded');
  expect(ceilingsOf({ annual_services_turnover: 35_043_00n, days_of_activity: 153 })).toBe('within');
});

function abatementOf(facts: Record<string, bigint>, asOf = '2026-12-31'): string | undefined {
  return assessLines(pack, { ...nothing, ...facts }, { asOf })['income_tax_abatement'];
}

test('the abatement is at least 305 of each kind, and never more than the receipts', () => {
  expect(abatementOf({ liberal_turnover: 500_00n })).toBe('30500');
  expect(abatementOf({ liberal_turnover: 200_00n })).toBe('20000');
  expect(abatementOf({ liberal_turnover: 500_00n, sales_turnover: 100_00n })).toBe('40500');
  expect(abatementOf({ liberal_turnover: 40_000_00n, cipav_turnover: 10_000_00n })).toBe('1700000');
  // Loi n° 2024-1039: tourist lodgings lose 71% for income of 2025.
  expect(abatementOf({ tourism_rental_turnover: 10_000_00n }, '2024-12-31')).toBe('710000');
  expect(abatementOf({ tourism_rental_turnover: 10_000_00n }, '2025-01-01')).toBe('500000');
});

test.each([
  ['2024-12-31', '10000'],
  ['2025-03-31', '17000'],
])('classified tourist lodgings leave the category of lodging for 2025: final tax to %s', (asOf, expected) => {
  const facts = { ...nothing, tourism_rental_turnover: 10_000_00n, pays_final_tax: true };
  expect(assessLines(pack, facts, { asOf })['final_tax']).toBe(expected);
});

test.each([
  [2024, 'january', '2024-02-29'],
  [2025, 'january', '2025-02-28'],
  [2026, 'march', '2026-04-30'],
  [2026, 'december', '2027-01-31'],
])('in %i, a period to the end of %s is declared and paid by %s', (year, month, dueDate) => {
  const found = paymentCalendar(pack, year).dueDates.filter(({ of }) => of === `due_for_period_to_${month}`);
  expect(found).toEqual([expect.objectContaining({ dueDate })]);
});

const turnover = fc.bigInt(0n, 200_000_00n);
const declaration = fc.record({
  period_end: fc.constantFrom('2024-06-30', '2024-09-30', '2025-03-31', '2026-03-31'),
  sales_turnover: turnover,
  services_turnover: turnover,
  liberal_turnover: turnover,
  cipav_turnover: fc.constant(0n),
  tourism_rental_turnover: turnover,
  pays_final_tax: fc.boolean(),
  start_up_relief: fc.constantFrom('none', 'began_before_july_2026', 'began_from_july_2026'),
  is_craft: fc.boolean(),
  chamber: fc.constantFrom('none', 'trade', 'crafts', 'crafts_moselle'),
});

test('invariant 2: what is due is whole euros, adds up, and falls on one due date', () => {
  fc.assert(
    fc.property(declaration, (facts) => {
      const lines = assessLines(pack, facts, { asOf: facts.period_end });
      const of = (line: string) => BigInt(lines[line]!);
      const parts = ['social_contributions', 'training_contribution', 'chamber_contribution', 'final_tax'];
      expect(parts.reduce((sum, line) => sum + of(line), 0n)).toBe(of('total_due'));
      expect(of('total_due') % 100n).toBe(0n);
      const due = Object.keys(lines).filter((line) => line.startsWith('due_for_period_to_'));
      expect(due.reduce((sum, line) => sum + of(line), 0n)).toBe(of('total_due'));
    }),
  );
});

test('invariant 6: the next payout owes the rates of its activity, whatever was earned before', () => {
  fc.assert(
    fc.property(declaration, fc.bigInt(1n, 10_000_00n), (given, amount) => {
      const facts = { ...given, start_up_relief: 'none', pays_final_tax: true };
      const rate = marginalRate(pack, facts, { asOf: '2026-03-31', income: 'liberal_turnover', amount });
      // 25.6% + 0.2% + 2.2%
      expect(rate).toBe(280_000);
    }),
  );
});
