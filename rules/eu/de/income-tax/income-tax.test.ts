import fc from 'fast-check';
import { adjustmentOf, assess, assessLines, marginalLiability, marginalRate, paymentCalendar } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';

const pack = await loadRulePack('eu/de/income-tax');

const nobody = {
  assessment: 'single',
  business_income: 0n,
  other_income: 0n,
  deductions: 0n,
  tax_withheld: 0n,
  solidarity_withheld: 0n,
  last_assessed_tax: 0n,
};

test('every value cites a statute or the law gazette first', () => {
  for (const { path, values } of pack.parameters.values()) {
    for (const { citations } of values) expect(citations[0]!.title, path).toMatch(/§/);
  }
});

// § 37 Abs. 1 EStG, § 108 Abs. 3 AO; 10 June 2019 would have been Whit Monday, 10 March 2024 was a Sunday.
test.each([
  [2024, ['2024-03-11', '2024-06-10', '2024-09-10', '2024-12-10']],
  [2025, ['2025-03-10', '2025-06-10', '2025-09-10', '2025-12-10']],
  [2026, ['2026-03-10', '2026-06-10', '2026-09-10', '2026-12-10']],
])('prepayments of %i are due on the tenth, or the next working day', (year, expected) => {
  const { dueDates, authority } = paymentCalendar(pack, year);
  expect(authority).toBe('de/finanzamt');
  for (const line of ['prepayments', 'solidarity_prepayments']) {
    expect(dueDates.filter(({ of }) => of === line).map(({ dueDate }) => dueDate)).toEqual(expected);
  }
});

test.each([
  // § 37 Abs. 5 EStG: at least 400 in the calendar year and 100 for a date.
  ['39999', '0'],
  ['40000', '40000'],
  ['1000000', '1000000'],
])('a last assessment of %s cents asks for prepayments of %s', (last, expected) => {
  expect(assessLines(pack, { ...nobody, last_assessed_tax: last }, { year: 2026 })['prepayments']).toBe(expected);
});

test('the surcharge is prepaid on the prepayments, and both are credited in the end', () => {
  const facts = { ...nobody, business_income: 12_000_000n, last_assessed_tax: 3_000_000n, tax_withheld: 100_000n };
  expect(assessLines(pack, facts, { year: 2026 })).toMatchObject({
    income_tax: '3926400',
    solidarity_surcharge: '215952',
    prepayments: '3000000',
    solidarity_prepayments: '114835',
    final_payment: '927517',
  });
});

test('invariant 8: the act of December 2024 lowers the tax of all of 2024: an adjustment, not another past', () => {
  const facts = { ...nobody, business_income: 4_000_000n };
  const before = assess(pack, facts, { year: 2024, knownAt: '2024-11-30' });
  const after = assess(pack, facts, { year: 2024, knownAt: '2024-12-31' });
  expect([before.total, after.total]).toEqual(['749500', '746100']);
  expect(assess(pack, facts, { year: 2024, knownAt: '2024-11-30' })).toEqual(before);
  expect(adjustmentOf(before, after)).toMatchObject({ difference: '-3400' });
});

test('until the act of 30 December 2024 the tariff of 2024 stood for 2025 too: "ab dem Veranlagungszeitraum 2024"', () => {
  const facts = { ...nobody, business_income: 4_000_000n };
  const totalOf = (inForce: { year: number; knownAt: string }) => assess(pack, facts, inForce).total;
  expect(totalOf({ year: 2025, knownAt: '2024-12-29' })).toBe(totalOf({ year: 2024, knownAt: '2024-12-29' }));
  expect(totalOf({ year: 2025, knownAt: '2024-12-30' })).toBe('732000');
});

test('the tariff of 2022 of December 2020 stood until the act of May 2022 replaced it for the whole year', () => {
  const facts = { ...nobody, business_income: 4_000_000n };
  const totalOf = (knownAt: string) => assess(pack, facts, { year: 2022, knownAt }).total;
  // (206.43 x 2.5074 + 2397) x 2.5074 + 938.24, and + 869.32.
  expect([totalOf('2022-05-26'), totalOf('2022-05-27')]).toEqual(['824600', '817700']);
});

test('2008 is not covered', () => {
  expect(() => assess(pack, nobody, { year: 2008 })).toThrow(
    expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }),
  );
});

test('child benefit without children is refused, and asked for with them', () => {
  expect(() => assess(pack, { ...nobody, child_benefit: 1n }, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED' }),
  );
  expect(() => assess(pack, { ...nobody, child_allowances: 975_600n }, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'FACTS_MISSING', message: expect.stringContaining('child_benefit') as string }),
  );
});

const euros = fc.bigInt(0n, 400_000_00n);
const year = fc.constantFrom(2009, 2015, 2018, 2020, 2021, 2022, 2023, 2024, 2025, 2026);
const assessment = fc.constantFrom('single', 'joint');

test('more income never lowers tax and surcharge', () => {
  fc.assert(
    fc.property(euros, fc.bigInt(0n, 10_000_00n), year, assessment, (income, more, year, assessment) => {
      const totalOf = (business_income: bigint) =>
        BigInt(assessLines(pack, { ...nobody, assessment, business_income }, { year })['total_tax']!);
      expect(totalOf(income + more)).toBeGreaterThanOrEqual(totalOf(income));
    }),
  );
});

test('splitting never costs, and is worth nothing where halves are alike', () => {
  fc.assert(
    fc.property(euros, year, (income, year) => {
      const taxOf = (assessment: string, business_income: bigint) =>
        BigInt(assessLines(pack, { ...nobody, assessment, business_income }, { year })['income_tax']!);
      expect(taxOf('joint', income)).toBeLessThanOrEqual(taxOf('single', income));
      expect(taxOf('joint', income * 2n)).toBe(taxOf('single', income) * 2n);
    }),
  );
});

test('the marginal rate is the slope of the tariff: 42% and 5.5% of it', () => {
  const facts = { ...nobody, business_income: 20_000_000n };
  expect(marginalRate(pack, facts, { year: 2026, income: 'business_income', amount: 10_000n })).toBe(443_100);
});

test('invariant 5: payouts in any split add up to the liability of the year', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt(1n, 60_000_00n), { minLength: 1, maxLength: 6 }), year, (payouts, year) => {
      const income = 'business_income';
      let [earned, sum] = [0n, 0n];
      for (const amount of payouts) {
        sum += marginalLiability(pack, { ...nobody, [income]: earned }, { year, income, amount });
        earned += amount;
      }
      expect(sum).toBe(BigInt(assess(pack, { ...nobody, [income]: earned }, { year }).total));
    }),
    { numRuns: 50 },
  );
});
