import { assess, assessLines } from '@gristmill/tax';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';
import { facts } from './facts.ts';
import { householdOf, nobody } from './nobody.ts';

const pack = await loadRulePack('us/federal/individual');

test('names every fact that everyone has to state, and no other', () => {
  const always = Object.entries(facts).flatMap(([name, fact]) => ('neededWhen' in fact ? [] : [name]));
  expect(Object.keys(nobody).toSorted()).toEqual(always.toSorted());
  expect(() => assess(pack, {}, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'FACTS_MISSING', message: expect.stringContaining('withholding') as string }),
  );
});

test.each([
  ['a trade', { self_employment_income: 10_000_000n }, 'self_employed_deductions'],
  ['dividends', { ordinary_dividends: 100n }, 'qualified_dividends'],
  ['a joint return', { filing_status: 'married_joint' }, 'spouse_self_employment_income'],
  ['a separate return', { filing_status: 'married_separate' }, 'spouse_itemizes'],
  ['dependents', { dependents: 1 }, 'child_tax_credit_children'],
  ['low wages', { wages: 1_500_000n }, 'earned_income_credit_children'],
  ['benefits', { social_security_benefits: 100n }, 'tax_exempt_interest'],
  ['much interest', { taxable_interest: 30_000_000n }, 'net_investment_deductions'],
  ['itemized deductions', { itemized_deductions: 3_000_000n }, 'itemized_taxes'],
  ['last year', { prior_year_tax: 100n }, 'prior_year_adjusted_gross_income'],
])('asks who has %s for more', (_, more, asked) => {
  expect(() => assess(pack, { ...nobody, ...more }, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'FACTS_MISSING', message: expect.stringContaining(asked) as string }),
  );
});

test('asks for the facts of § 199A only above its threshold, and only of who has a trade', () => {
  const { specified_service_trade: _, ...household } = householdOf('single');
  const assessed = (more: object) => () => assess(pack, { ...household, ...more }, { year: 2026 });
  expect(assessed({ self_employment_income: 10_000_000n })).not.toThrow();
  expect(assessed({ wages: 40_000_000n, medicare_wages: 40_000_000n })).not.toThrow();
  expect(assessed({ self_employment_income: 40_000_000n })).toThrow(
    expect.objectContaining({
      code: 'FACTS_MISSING',
      message: expect.stringContaining('specified_service_trade') as string,
    }),
  );
});

test.each([
  ['social security wages that are no Medicare wages', { social_security_wages: 1n }],
  ['qualified dividends that are no dividends', { qualified_dividends: 1n }],
  ['dividends that are of both kinds', { ordinary_dividends: 3n, qualified_dividends: 2n, section_199a_dividends: 2n }],
  ['taxes that are not among the itemized deductions', { itemized_taxes: 1n }],
  ['more children than dependents', { child_tax_credit_children: 1 }],
  ['more infants than children', { dependents: 2, child_tax_credit_children: 1, children_under_6: 2 }],
  ["a spouse's income on a return that is not joint", { spouse_self_employment_income: 1n }],
])('refuses %s', (_, more) => {
  expect(() => assessLines(pack, { ...householdOf('single'), ...more }, { year: 2026 })).toThrow(
    expect.objectContaining({ code: 'FACTS_MALFORMED' }),
  );
});
