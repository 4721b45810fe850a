import { householdOf } from './nobody.ts';

/** A household as TAXSIM-35 asks for it (https://taxsim.nber.org/taxsim35/), column by column, in dollars. */
export type TaxsimHousehold = Readonly<Record<string, string>>;

/**
 * The facts of a TAXSIM household. Its dividends are all qualified; `scorp` is active; one who has dependents and is not
 * married is head of a household. Neither TAXSIM nor PolicyEngine limits § 199A by wages paid when it is given none, so
 * these trades pay plenty, and both compute by the schedules.
 */
export function factsOfTaxsim(row: TaxsimHousehold): Record<string, unknown> {
  const cents = (column: string) => BigInt(Math.round(Number(row[column] ?? 0) * 100));
  const number = (column: string) => Number(row[column] ?? 0);
  const joint = number('mstat') === 2;
  const dependents = number('depx');
  // TAXSIM takes a dependent without an age, or of age 0, for one of 10.
  const ages = Array.from({ length: dependents }, (_, i) => number(`age${i + 1}`) || 10);
  const younger = (age: number) => ages.filter((each) => each < age).length;
  const plenty = 10n ** 15n;
  const spouse = {
    spouse_age: number('sage'),
    spouse_self_employment_income: cents('ssemp'),
    spouse_social_security_wages: cents('swages'),
    spouse_qbi_wages_paid: plenty,
    spouse_wages: cents('swages'),
  };
  const year = number('year');
  // TAXSIM itemizes the state's tax, which it computes itself (siitax), where that is worth more (v17).
  const optional = {
    ...(number('childcare') > 0 ? { care_expenses: cents('childcare'), care_qualifying_individuals: younger(13) } : {}),
    ...(year === 2021 ? { economic_impact_payment: 0n } : {}),
    ...(number('v17') > 0 ? { state_and_local_taxes: cents('siitax') } : {}),
  };
  const wages = cents('pwages') + cents('swages');
  const filingStatus = joint ? 'married_joint' : dependents > 0 ? 'head_of_household' : 'single';
  return {
    ...householdOf(filingStatus),
    ...(joint ? spouse : {}),
    ...optional,
    primary_age: number('page'),
    dependents,
    self_employment_income: cents('psemp'),
    pass_through_income: cents('scorp'),
    wages,
    medicare_wages: wages,
    social_security_wages: cents('pwages'),
    taxable_interest: cents('intrec'),
    ordinary_dividends: cents('dividends'),
    qualified_dividends: cents('dividends'),
    short_term_capital_gain: cents('stcg'),
    long_term_capital_gain: cents('ltcg'),
    pension_income: cents('pensions'),
    social_security_benefits: cents('gssi'),
    other_income: cents('pui') + cents('sui'),
    qbi_wages_paid: plenty,
    pass_through_qbi_wages_paid: plenty,
    child_tax_credit_children: younger(year === 2021 ? 18 : 17),
    children_under_6: younger(6),
    earned_income_credit_children: younger(19),
    tax_computation: 'schedule',
  };
}
