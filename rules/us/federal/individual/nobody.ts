/** The facts of a single person of 40 who has nothing: what tests and examples start from. Amounts are in cents. */
export const nobody = {
  filing_status: 'single',
  primary_age: 40,
  primary_blind: false,
  claimed_as_dependent: false,
  dependents: 0,
  self_employment_income: 0n,
  pass_through_income: 0n,
  wages: 0n,
  social_security_wages: 0n,
  medicare_wages: 0n,
  taxable_interest: 0n,
  ordinary_dividends: 0n,
  short_term_capital_gain: 0n,
  long_term_capital_gain: 0n,
  other_investment_income: 0n,
  pension_income: 0n,
  social_security_benefits: 0n,
  other_income: 0n,
  other_adjustments: 0n,
  itemized_deductions: 0n,
  other_deductions: 0n,
  amt_adjustments: 0n,
  other_nonrefundable_credits: 0n,
  other_refundable_credits: 0n,
  withholding: 0n,
  estimated_tax_paid: 0n,
};

/** The answers that only some households are asked for, all of them "none". */
const nothingElse = {
  self_employed_deductions: 0n,
  qbi_loss_carryforward: 0n,
  tax_exempt_interest: 0n,
  qualified_dividends: 0n,
  section_199a_dividends: 0n,
  net_investment_deductions: 0n,
  itemized_taxes: 0n,
  specified_service_trade: false,
  qbi_wages_paid: 0n,
  qbi_property_basis: 0n,
  pass_through_specified_service_trade: false,
  pass_through_qbi_wages_paid: 0n,
  pass_through_qbi_property_basis: 0n,
  materially_participates: true,
  child_tax_credit_children: 0,
  children_under_6: 0,
  earned_income_credit_children: 0,
  specified_student: false,
  cash_contributions: 0n,
  care_qualifying_individuals: 0,
  dependent_care_benefits: 0n,
  nontaxable_pensions: 0n,
};

/** What a joint return is asked for besides, for a spouse of 40 who has nothing. */
const spouseWithNothing = {
  spouse_age: 40,
  spouse_blind: false,
  spouse_self_employment_income: 0n,
  spouse_social_security_wages: 0n,
  spouse_self_employed_deductions: 0n,
  spouse_specified_service_trade: false,
  spouse_qbi_wages_paid: 0n,
  spouse_qbi_property_basis: 0n,
  spouse_wages: 0n,
  deemed_earned_income: 0n,
};

/** What a separate return is asked for besides. */
const separateWithNothing = {
  spouse_itemizes: false,
  lived_apart_all_year: false,
  lived_apart_last_six_months: false,
};

/** All answers that a return of this filing status may be asked for, all of them "none". */
export function householdOf(filing_status: string): Record<string, bigint | number | string | boolean> {
  return {
    ...nobody,
    ...nothingElse,
    filing_status,
    ...(filing_status === 'married_joint' ? spouseWithNothing : {}),
    ...(filing_status === 'married_separate' ? separateWithNothing : {}),
  };
}
