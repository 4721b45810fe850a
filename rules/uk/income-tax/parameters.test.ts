import { assess, type Parameter, paymentCalendar } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../src/index.ts';

const pack = await loadRulePack('uk/income-tax');

const nobody = {
  country: 'england',
  trading_income: 0n,
  trading_expenses: 0n,
  employment_income: 0n,
  pension_income: 0n,
  property_income: 0n,
  other_income: 0n,
  savings_interest: 0n,
  dividends: 0n,
  tax_deducted_at_source: 0n,
  over_state_pension_age: false,
  prior_year_assessed_tax: 0n,
  prior_year_tax_deducted: 0n,
};

function linesOf(facts: Record<string, unknown>, year: number): Record<string, string> {
  const { lines } = assess(pack, { ...nobody, ...facts }, { year });
  return Object.fromEntries(lines.map(({ variable, amount }) => [variable, amount]));
}

test('every value cites an act, regulations, a resolution or HMRC first', () => {
  const official = /Act|SI |Regulations|Scottish Rate Resolution|HMRC|Budget/;
  const all: Parameter[] = [...pack.parameters.values()];
  expect(all.length).toBeGreaterThan(20);
  for (const { path, values } of all) {
    for (const { citations } of values) expect(citations[0]!.title, path).toMatch(official);
  }
});

// Payment has to arrive on the last working day before 31 January or July when that is none (GOV.UK).
test.each([
  [2023, ['2024-01-31', '2024-07-31', '2025-01-31']],
  [2024, ['2025-01-31', '2025-07-31', '2026-01-30']],
  [2025, ['2026-01-30', '2026-07-31', '2027-01-29']],
  [2026, ['2027-01-29', '2027-07-30', '2028-01-31']],
])('the tax of the year from April %i is paid on account twice, and the rest a year after', (year, expected) => {
  const { dueDates, authority } = paymentCalendar(pack, year);
  expect(authority).toBe('uk/hmrc');
  expect(dueDates.map(({ dueDate }) => dueDate)).toEqual(expected);
  expect(dueDates.map(({ of, share }) => `${share.toString()} ${of}`)).toEqual([
    '0.5 payments_on_account',
    '0.5 payments_on_account',
    '1 balancing_payment',
  ]);
});

test('a year that begins before 6 April 2023, or after 5 April 2027, is not covered', () => {
  for (const year of [2022, 2027]) {
    expect(() => assess(pack, nobody, { year })).toThrow(expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }));
  }
});

test('dividends of 2026-27 have the rates that the Budget of November 2025 announced, and none before it', () => {
  const facts = { ...nobody, dividends: 2_000_000n };
  expect(assess(pack, facts, { year: 2026 }).total).toBe('74497');
  expect(() => assess(pack, facts, { year: 2026, knownAt: '2025-11-25' })).toThrow(
    expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }),
  );
});

test.each([
  // s. 59A(1)(c): 999.99 is below the prescribed amount, 1,000 is not.
  [99_999n, 0n, '0'],
  [100_000n, 0n, '100000'],
  // s. 59A(1)(d): exactly a fifth left over still asks for payments, less does not.
  [1_000_000n, 800_000n, '200000'],
  [1_000_000n, 800_100n, '0'],
  // Nobody was assessed, though an employer deducted tax.
  [0n, 500_000n, '0'],
  // Half a penny of a payment on account is left out.
  [100_001n, 0n, '100000'],
])('assessed %d with %d deducted asks for %s on account', (assessed, deducted, expected) => {
  const lines = linesOf({ prior_year_assessed_tax: assessed, prior_year_tax_deducted: deducted }, 2025);
  expect(lines['payments_on_account']).toBe(expected);
});

function trader(profit: bigint, year: number, more = {}): Record<string, string> {
  return linesOf({ trading_income: profit, claims_trading_allowance: false, class_2_weeks: 52, ...more }, year);
}

test('Class 2 is compulsory to 2023-24, then treated as paid, and voluntary below the small profits threshold', () => {
  expect(trader(1_257_000n, 2023)).toMatchObject({ class_2_status: 'compulsory', class_2_contributions: '17940' });
  expect(trader(1_256_999n, 2023)).toMatchObject({ class_2_status: 'treated_as_paid', class_2_contributions: '0' });
  expect(trader(5_000_000n, 2024)).toMatchObject({ class_2_status: 'treated_as_paid', class_2_contributions: '0' });
  expect(trader(684_499n, 2025)).toMatchObject({ class_2_status: 'voluntary', class_2_contributions: '0' });
  expect(trader(684_499n, 2025, { pays_class_2_voluntarily: true })['class_2_contributions']).toBe('18200');
  expect(trader(710_500n, 2026)['class_2_status']).toBe('treated_as_paid');
  expect(trader(5_000_000n, 2023, { over_state_pension_age: true })).toMatchObject({
    class_2_status: 'not_liable',
    class_4_contributions: '0',
  });
});

test('Class 4 of 2023-24 begins at 12,570: National Insurance Contributions (Increase of Thresholds) Act 2022 s. 2', () => {
  const lines = linesOf({ trading_income: 3_000_000n, claims_trading_allowance: false, class_2_weeks: 52 }, 2023);
  expect(lines['class_4_contributions']).toBe('156870');
});

test('asks for the trading allowance only where it would help, and for Class 2 weeks only where they are paid', () => {
  expect(linesOf({ trading_income: 100_000n }, 2025)['taxable_trading_profit']).toBe('0');
  expect(linesOf({ trading_income: 3_000_000n, trading_expenses: 100_000n }, 2025)['trading_profit']).toBe('2900000');
  expect(() => linesOf({ trading_income: 100_001n }, 2025)).toThrow(
    expect.objectContaining({
      code: 'FACTS_MISSING',
      message: expect.stringContaining('claims_trading_allowance') as string,
    }),
  );
  expect(() => linesOf({ trading_income: 3_000_000n, claims_trading_allowance: true }, 2023)).toThrow(
    expect.objectContaining({ code: 'FACTS_MISSING', message: expect.stringContaining('class_2_weeks') as string }),
  );
});

test('refuses what cannot be, and what it has no value for', () => {
  expect(() => linesOf({ over_state_pension_age: true, pays_class_2_voluntarily: true }, 2025)).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED' }),
  );
  expect(() => linesOf({ claims_blind_persons_allowance: true }, 2027)).toThrow(
    expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }),
  );
});

test.each([
  [2023, '1544000'],
  [2024, '1564000'],
  [2025, '1570000'],
  [2026, '1582000'],
])("the blind person's allowance of %i is indexed: ITA 2007 s. 57", (year, expected) => {
  expect(linesOf({ claims_blind_persons_allowance: true }, year)['allowances']).toBe(expected);
});

function savingsAllowanceOn(employment: bigint): string | undefined {
  return linesOf({ employment_income: employment, savings_interest: 100_000n }, 2025)['savings_allowance'];
}

test('the savings allowance falls from 1,000 to 500 to nothing: cliffs that ITA 2007 s. 12B has', () => {
  expect(savingsAllowanceOn(4_927_000n)).toBe('100000');
  expect(savingsAllowanceOn(4_927_100n)).toBe('50000');
  expect(savingsAllowanceOn(12_414_000n)).toBe('50000');
  expect(savingsAllowanceOn(12_414_100n)).toBe('0');
});

function scottishTaxOf(facts: Record<string, unknown>): number {
  return Number(linesOf({ country: 'scotland', employment_income: 6_000_000n, ...facts }, 2025)['income_tax']);
}

// SI 2018/459 art. 6(4): "the upper limit for the Scottish basic rate and the limits for any Scottish rates above".
test('a pension contribution raises the Scottish limits from that of the basic rate on', () => {
  // 1,000 more at 20% (starter unchanged), as many at 21%, and 1,000 fewer at 42%.
  expect(scottishTaxOf({}) - scottishTaxOf({ pension_contributions_at_source: 100_000n })).toBe(22_000);
  expect(scottishTaxOf({}) - scottishTaxOf({ gift_aid: 80_000n })).toBe(22_000);
});

test('marriage allowance is transferred, received, and lost by who is liable at the higher rate', () => {
  expect(linesOf({ employment_income: 1_200_000n, marriage_allowance: 'transferred' }, 2025)).toMatchObject({
    allowances: '1131000',
    income_tax: '13800',
  });
  const received = (facts: Record<string, unknown>) =>
    linesOf({ marriage_allowance: 'received', ...facts }, 2025)['marriage_allowance_reduction'];
  expect(received({ employment_income: 5_027_000n })).toBe('25200');
  expect(received({ employment_income: 5_027_100n })).toBe('0');
  // In Scotland up to the intermediate rate, which ends at 43,662: ITA 2007 s. 55B(2).
  expect(received({ employment_income: 4_366_200n, country: 'scotland' })).toBe('25200');
  expect(received({ employment_income: 4_366_300n, country: 'scotland' })).toBe('0');
});
