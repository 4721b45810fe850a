import { assessLines, paymentCalendar } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';

const pack = await loadRulePack('eu/de/vat-small-business');

const supply = {
  period_end: '2026-03-31',
  started_this_year: false,
  waives_exemption: false,
  prior_year_turnover: 25_000_00n,
  turnover_before: 0n,
  turnover: 1_000_00n,
  vat_on_turnover: 190_00n,
  input_vat: 40_00n,
  prior_year_vat: 5_000_00n,
};

function linesOf(facts: Record<string, unknown>, asOf: string, knownAt?: string) {
  return assessLines(pack, { ...supply, ...facts }, knownAt === undefined ? { asOf } : { asOf, knownAt });
}

// "… wenn der Gesamtumsatz nach Absatz 2 im vorangegangenen Kalenderjahr 25 000 Euro nicht überschritten hat und im
// laufenden Kalenderjahr 100 000 Euro nicht überschreitet" (§ 19 Abs. 1 UStG from 2025).
describe('from 2025', () => {
  test.each([
    [{}, 'exempt'],
    [{ prior_year_turnover: 25_000_01n }, 'standard'],
    [{ turnover_before: 99_000_00n }, 'exempt'],
    // The supply that exceeds the limit is taxed, and all that follow it; those before it stay exempt.
    [{ turnover_before: 99_000_01n }, 'standard'],
    [{ started_this_year: true, prior_year_turnover: 0n, turnover_before: 24_000_00n }, 'exempt'],
    [{ started_this_year: true, prior_year_turnover: 0n, turnover_before: 24_000_01n }, 'standard'],
    [{ waives_exemption: true }, 'standard'],
  ])('%o: %s', (facts, expected) => {
    expect(linesOf(facts, '2026-03-31')['small_business']).toBe(expected);
  });
});

// Before, 22,000 last year and what was to be expected for this one, 50,000; exceeding that changed nothing in the year.
describe('before 2025', () => {
  test.each([
    [{ prior_year_turnover: 22_000_00n, expected_turnover: 50_000_00n }, 'exempt'],
    [{ prior_year_turnover: 22_000_00n, expected_turnover: 50_000_00n, turnover_before: 200_000_00n }, 'exempt'],
    [{ prior_year_turnover: 22_000_01n, expected_turnover: 0n }, 'standard'],
    [{ prior_year_turnover: 22_000_00n, expected_turnover: 50_000_01n }, 'standard'],
    [{ started_this_year: true, prior_year_turnover: 0n, expected_turnover: 22_000_01n }, 'standard'],
  ])('%o: %s', (facts, expected) => {
    expect(linesOf(facts, '2024-12-31')['small_business']).toBe(expected);
  });
});

test('VAT of the period, or what is repaid; neither where turnover is exempt', () => {
  expect(linesOf({}, '2026-03-31')).toMatchObject({ vat_payable: '0', vat_repayable: '0', advance_returns: 'none' });
  expect(linesOf({ waives_exemption: true }, '2026-03-31')).toMatchObject({
    vat_payable: '15000',
    vat_repayable: '0',
    payable_for_period_to_march: '15000',
    payable_for_period_to_june: '0',
  });
  expect(linesOf({ waives_exemption: true, input_vat: 200_00n }, '2026-03-31')).toMatchObject({
    vat_payable: '0',
    vat_repayable: '1000',
  });
});

// § 18 Abs. 2 UStG: 7,500 and 1,000 to 2024; 9,000 and 2,000 from 2025.
test.each([
  ['2024-12-31', 7_500_00n, 'quarterly'],
  ['2024-12-31', 7_500_01n, 'monthly'],
  ['2024-12-31', 1_000_00n, 'none'],
  ['2025-01-01', 9_000_00n, 'quarterly'],
  ['2025-01-01', 9_000_01n, 'monthly'],
  ['2025-01-01', 2_000_00n, 'none'],
  ['2025-01-01', 2_000_01n, 'quarterly'],
])('on %s, with %d of VAT last year: %s', (asOf, prior_year_vat, expected) => {
  const facts = { waives_exemption: true, prior_year_vat, expected_turnover: 0n };
  expect(linesOf(facts, asOf)['advance_returns']).toBe(expected);
});

test('the law of 2025 was unknown until the Jahressteuergesetz 2024 of 5 December 2024', () => {
  const facts = { prior_year_turnover: 24_000_00n, expected_turnover: 40_000_00n };
  expect(linesOf(facts, '2025-01-01', '2024-12-04')['small_business']).toBe('standard');
  expect(linesOf(facts, '2025-01-01', '2024-12-05')['small_business']).toBe('exempt');
  // By the old law the forecast of this year counts, by the new one its turnover.
  const forecast = { prior_year_turnover: 20_000_00n, expected_turnover: 60_000_00n };
  expect(linesOf(forecast, '2025-01-01', '2024-12-04')['small_business']).toBe('standard');
  expect(linesOf(forecast, '2025-01-01', '2024-12-05')['small_business']).toBe('exempt');
});

// The tenth day after the period; 10 May 2026 is a Sunday, 10 October 2026 a Saturday, 10 January 2027 a Sunday.
test.each([
  ['january', '2026-02-10'],
  ['march', '2026-04-10'],
  ['april', '2026-05-11'],
  ['september', '2026-10-12'],
  ['december', '2027-01-11'],
])('the advance return for a period to the end of %s 2026 is due on %s', (month, dueDate) => {
  const found = paymentCalendar(pack, 2026).dueDates.filter(({ of }) => of === `payable_for_period_to_${month}`);
  expect(found).toEqual([expect.objectContaining({ dueDate })]);
});

test('a business that began this year had no turnover last year, and none is asked for', () => {
  expect(() => linesOf({ started_this_year: true }, '2026-03-31')).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED' }),
  );
  const { prior_year_turnover: _, ...rest } = supply;
  expect(assessLines(pack, { ...rest, started_this_year: true }, { asOf: '2026-03-31' })['small_business']).toBe(
    'exempt',
  );
  expect(() => assessLines(pack, rest, { asOf: '2026-03-31' })).toThrow(
    expect.objectContaining({ code: 'FACTS_MISSING' }),
  );
});
