import { expect, test } from 'vitest';
import { dollars, dollarsOf, type Facts, wagesOf } from './household-dollars.ts';

const claimsOneChild: Facts = { dependents: 1, child_tax_credit_children: 1 };

const childTaxCreditOn = (wages: number) =>
  dollarsOf('single', 2024, { ...wagesOf(wages), ...claimsOneChild })('child_tax_credit');

const agedAndBlind = (status: string) =>
  dollarsOf(status, 2024, { primary_age: 65, primary_blind: true })('standard_deduction');

const dependentsDeduction = (wages: number, more: Facts = {}) =>
  dollarsOf('single', 2024, { ...wagesOf(wages), claimed_as_dependent: true, ...more })('standard_deduction');

const seniorDeduction = (status: string, year: number, given: Facts = {}) =>
  dollarsOf(status, year, { primary_age: 65, ...given })('senior_deduction');

const qbiDeduction = (given: Facts) => dollarsOf('single', 2024, given)('qualified_business_income_deduction');

const refundableChildCredit = (wages: number, more: Facts = {}) =>
  dollarsOf('head_of_household', 2024, {
    ...wagesOf(wages),
    social_security_wages: dollars(wages),
    ...claimsOneChild,
    ...more,
  })('additional_child_tax_credit');

const earnedIncomeCredit = (interest: number, rent: number) =>
  dollarsOf('head_of_household', 2024, {
    ...wagesOf(20_000),
    ...claimsOneChild,
    earned_income_credit_children: 1,
    taxable_interest: dollars(interest),
    other_investment_income: dollars(rent),
  })('earned_income_credit');

/** Taxable income of 100,000 in 2024: a tax of 17,053. */
const payment = (line: string, given: Facts = {}) =>
  dollarsOf('single', 2024, { other_income: dollars(114_600), ...given })(line);

// Where reference engines differ on purpose.

test('§ 199A(e)(2)(A): "200 percent of such amount in the case of a joint return", which no surviving spouse files', () => {
  // PolicyEngine takes the joint threshold. Taxable income before the deduction is 241,950, the middle of the range.
  const given = { self_employment_income: dollars(10_000), other_income: dollars(261_856.48) };
  const of = dollarsOf('surviving_spouse', 2024, given);
  expect(of('taxable_income_before_qbi_deduction')).toBe(241_950);
  // Nobody was paid wages: at the end of the range of 50,000 nothing is left.
  expect(of('qualified_business_income_deduction')).toBe(0);
  expect(dollarsOf('married_joint', 2024, given)('qualified_business_income_deduction')).toBeGreaterThan(1800);
});

test('§ 24(h)(3): "$400,000 in the case of a joint return ($200,000 in any other case)"', () => {
  // PolicyEngine and Tax-Calculator take 400,000 for a surviving spouse.
  const given = { ...wagesOf(210_000), dependents: 1, child_tax_credit_children: 1 };
  expect(dollarsOf('surviving_spouse', 2024, given)('child_tax_credit')).toBe(1500);
  expect(dollarsOf('married_joint', 2024, given)('child_tax_credit')).toBe(2000);
});

test('§ 24(b)(1): "$50 for each $1,000 (or fraction thereof)"', () => {
  // TAXSIM takes 5% of the excess.
  expect([200_000, 200_001, 201_000, 201_000.01, 239_000, 240_000].map(childTaxCreditOn)).toEqual([
    2000, 1950, 1950, 1900, 50, 0,
  ]);
});

test('§ 3101(b)(2) taxes wages, not 92.35% of them', () => {
  // TAXSIM applies the factor of § 1402(a)(12) to wages too.
  expect(dollarsOf('single', 2024, wagesOf(250_000))('additional_medicare_tax')).toBe(450);
});

test('§ 1401(b)(2)(B): wages use up the threshold of self-employment income', () => {
  const of = dollarsOf('single', 2024, { ...wagesOf(190_000), self_employment_income: dollars(100_000) });
  // 92,350 - (200,000 - 190,000), x 0.9%
  expect(of('additional_medicare_tax')).toBe(741.15);
});

test('§ 461(l)(3)(A)(ii)(II): "200 percent of such amount in the case of a joint return"', () => {
  const lost = { self_employment_income: dollars(-700_000) };
  expect(dollarsOf('surviving_spouse', 2024, lost)('business_income')).toBe(-305_000);
  expect(dollarsOf('married_joint', 2024, lost)('business_income')).toBe(-610_000);
});

test('§ 63(f)(3): an unmarried individual who is no surviving spouse has the larger addition', () => {
  expect(agedAndBlind('single')).toBe(14_600 + 2 * 1950);
  expect(agedAndBlind('surviving_spouse')).toBe(29_200 + 2 * 1550);
});

// The rest of the law, piece by piece.

test('§ 63(c)(5): a dependent deducts earned income and a little more, up to the basic amount', () => {
  expect([0, 850, 851, 5000, 20_000].map((wages) => dependentsDeduction(wages))).toEqual([
    1300, 1300, 1301, 5450, 14_600,
  ]);
  expect(dependentsDeduction(0, { primary_blind: true })).toBe(1300 + 1950);
});

test('§ 63(c)(6)(A): no standard deduction where the spouse itemizes on another return', () => {
  const of = dollarsOf('married_separate', 2024, {
    ...wagesOf(50_000),
    spouse_itemizes: true,
    itemized_deductions: dollars(2000),
  });
  expect(of('standard_deduction')).toBe(0);
  expect(of('taxable_income')).toBe(48_000);
});

test('§ 151(d)(5)(C): seniors of 2025 to 2028, on no separate return', () => {
  expect(seniorDeduction('single', 2024)).toBe(0);
  expect(seniorDeduction('single', 2025)).toBe(6000);
  expect(seniorDeduction('single', 2025, { primary_age: 64 })).toBe(0);
  expect(seniorDeduction('single', 2026, { other_income: dollars(95_000) })).toBe(4800);
  expect(seniorDeduction('single', 2026, { other_income: dollars(175_000) })).toBe(0);
  expect(seniorDeduction('married_separate', 2025)).toBe(0);
  expect(seniorDeduction('married_joint', 2025, { spouse_age: 66 })).toBe(12_000);
});

test('§ 199A(b)(1)(B): 20 percent of qualified REIT dividends, whatever wages are paid', () => {
  const given = { ordinary_dividends: dollars(10_000), section_199a_dividends: dollars(8000) };
  expect(dollarsOf('single', 2024, { ...given, ...wagesOf(50_000) })('qualified_business_income_deduction')).toBe(1600);
  expect(dollarsOf('single', 2024, { ...given, ...wagesOf(900_000) })('qualified_business_income_deduction')).toBe(
    1600,
  );
});

test('§ 199A(a)(2): at most 20 percent of taxable income less net capital gain', () => {
  const given = { pass_through_income: dollars(100_000), long_term_capital_gain: dollars(10_000) };
  // 110,000 - 14,600 - 10,000
  expect(dollarsOf('single', 2024, given)('qualified_business_income_deduction')).toBe(17_080);
});

test('§ 199A(c)(2): losses of one trade, and those carried forward, reduce the income of the other', () => {
  const profits = {
    ...wagesOf(60_000),
    pass_through_income: dollars(50_000),
    self_employment_income: dollars(-20_000),
  };
  expect(qbiDeduction(profits)).toBe(6000);
  expect(qbiDeduction({ ...profits, qbi_loss_carryforward: dollars(25_000) })).toBe(1000);
  expect(qbiDeduction({ ...profits, qbi_loss_carryforward: dollars(35_000) })).toBe(0);
});

test('§ 199A(b)(2)(B), (d)(1)(A): above the range the limit of wages and property, and nothing for a specified service', () => {
  const profit = { pass_through_income: dollars(600_000) };
  expect(qbiDeduction(profit)).toBe(0);
  expect(qbiDeduction({ ...profit, pass_through_qbi_wages_paid: dollars(100_000) })).toBe(50_000);
  // 25% of 100,000 + 2.5% of 2,000,000
  const property = { pass_through_qbi_property_basis: dollars(2_000_000) };
  expect(qbiDeduction({ ...profit, pass_through_qbi_wages_paid: dollars(100_000), ...property })).toBe(75_000);
  expect(qbiDeduction({ ...profit, pass_through_qbi_wages_paid: dollars(400_000) })).toBe(117_080);
  const service = { pass_through_specified_service_trade: true, pass_through_qbi_wages_paid: dollars(400_000) };
  expect(qbiDeduction({ ...profit, ...service })).toBe(0);
});

test('§§ 162(l), 404: deductions of the self-employed reduce income and qualified business income', () => {
  const given = { self_employment_income: dollars(50_000), ...wagesOf(60_000) };
  const [without, withPlan] = [0, 10_000].map((amount) =>
    dollarsOf('single', 2024, { ...given, self_employed_deductions: dollars(amount) }),
  );
  expect(without!('qualified_business_income') - withPlan!('qualified_business_income')).toBe(10_000);
  expect(without!('adjusted_gross_income') - withPlan!('adjusted_gross_income')).toBe(10_000);
  expect(without!('self_employment_tax')).toBe(withPlan!('self_employment_tax'));
});

test('§ 1222(11): net short-term losses come off long-term gain before its rates do', () => {
  const of = dollarsOf('single', 2024, {
    ...wagesOf(60_000),
    short_term_capital_gain: dollars(-4000),
    long_term_capital_gain: dollars(10_000),
  });
  expect(of('preferential_income')).toBe(6000);
  expect(of('capital_gain_or_loss')).toBe(6000);
});

test('§ 24(d)(1)(B): 15% of earned income above 2,500, up to the refundable amount', () => {
  expect([2500, 10_000, 13_833.33, 20_000].map((wages) => refundableChildCredit(wages))).toEqual([0, 1125, 1700, 1700]);
  // Three children, and too much interest for an earned income credit: 7.65% of 4,000 is more than 15% of 1,500.
  const three = { dependents: 3, child_tax_credit_children: 3, taxable_interest: dollars(12_000) };
  expect(refundableChildCredit(4000, three)).toBe(306);
  expect(refundableChildCredit(4000, { ...three, dependents: 2, child_tax_credit_children: 2 })).toBe(225);
});

test('§ 24(h)(4): 500 for each other dependent, never refundable', () => {
  const of = dollarsOf('head_of_household', 2024, { ...wagesOf(25_000), dependents: 2 });
  // Tax on 3,100 is 310.
  expect(of('child_tax_credit')).toBe(310);
  expect(of('additional_child_tax_credit')).toBe(0);
});

test('other nonrefundable credits come before those for children', () => {
  const of = dollarsOf('head_of_household', 2024, {
    ...wagesOf(45_000),
    dependents: 1,
    child_tax_credit_children: 1,
    other_nonrefundable_credits: dollars(2000),
  });
  // Tax on 23,100 is 2,441; 441 is left for the child, and 1,559 of its 2,000 is refundable.
  expect([of('child_tax_credit'), of('additional_child_tax_credit'), of('total_tax')]).toEqual([441, 1559, 0]);
});

test('§ 55(d)(3): a separate return adds what is beyond the end of its exemption', () => {
  const of = dollarsOf('married_separate', 2024, { long_term_capital_gain: dollars(1_000_000) });
  // The exemption of 66,650 ends at 609,350 + 4 x 66,650 = 875,950; 25% of 124,050.
  expect(of('alternative_minimum_taxable_income')).toBe(1_031_012.5);
});

test('§ 56(b)(1)(D): no deduction for seniors against the alternative minimum tax', () => {
  const of = dollarsOf('single', 2025, { primary_age: 70, pension_income: dollars(60_000) });
  expect(of('alternative_minimum_taxable_income')).toBe(60_000);
});

test('Treas. Reg. § 1.1411-4(f)(2): a rental loss that is allowed reduces investment income; § 32(i)(2)(C): no other income', () => {
  const loss = { ...wagesOf(300_000), taxable_interest: dollars(30_000), other_investment_income: dollars(-10_000) };
  const of = dollarsOf('single', 2024, { ...loss, net_investment_deductions: 0n });
  expect([of('adjusted_gross_income'), of('net_investment_income_tax')]).toEqual([320_000, 760]);
  // Interest of 12,000 is above the limit of 11,600, whatever was lost with rents.
  expect([11_000, 12_000].map((interest) => earnedIncomeCredit(interest, -9000) > 0)).toEqual([true, false]);
});

test('§ 1411(c)(1)(B): deductions of investment income', () => {
  const given = { ...wagesOf(300_000), taxable_interest: dollars(30_000), net_investment_deductions: dollars(10_000) };
  expect(dollarsOf('single', 2024, given)('net_investment_income_tax')).toBe(760);
});

test('§ 6654(d)(1)(B), (C): 90% of this year, 100% of the last, or 110% above 150,000', () => {
  expect(payment('required_annual_payment')).toBe(15_347.7);
  const lastYear = { prior_year_tax: dollars(12_000) };
  expect(payment('required_annual_payment', { ...lastYear, prior_year_adjusted_gross_income: dollars(150_000) })).toBe(
    12_000,
  );
  expect(
    payment('required_annual_payment', { ...lastYear, prior_year_adjusted_gross_income: dollars(150_000.01) }),
  ).toBe(13_200);
  expect(payment('required_annual_payment', { prior_year_tax: 0n, prior_year_adjusted_gross_income: 0n })).toBe(0);
});

test('§ 6654(e)(1): nothing in instalments where the tax less withholding is below 1,000', () => {
  const required = [0, 10_000, 15_347.7, 16_053, 16_053.01].map((withheld) =>
    payment('estimated_tax_required', { withholding: dollars(withheld) }),
  );
  expect(required).toEqual([15_347.7, 5347.7, 0, 0, 0]);
});
