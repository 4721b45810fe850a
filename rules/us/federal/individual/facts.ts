import type { Contradiction, FactDeclarations, Facts } from '@gristmill/tax';

const FILING_STATUSES = [
  'single',
  'married_joint',
  'married_separate',
  'head_of_household',
  'surviving_spouse',
] as const;

const JOINT = 'the return is joint';
const LEFT_OUT_OTHERWISE = 'there is some; it is left out otherwise';
const ITEMIZED_APART = 'it is not in the sum itemized_deductions; it is left out where there is none';
const CARE = 'care_expenses is above 0';
const ABOVE_199A_THRESHOLD = 'the business has income and taxable income is above the § 199A threshold';

export const facts = {
  filing_status: { kind: 'choice', label: 'how the return is filed', options: FILING_STATUSES },
  primary_age: {
    kind: 'count',
    maximum: 130,
    label: "the taxpayer's age at the end of the year; who was born on 1 January counts as a year older",
  },
  spouse_age: {
    kind: 'count',
    maximum: 130,
    label: "the spouse's age at the end of the year; who was born on 1 January counts as a year older",
    neededWhen: JOINT,
  },
  primary_blind: { kind: 'flag', label: 'whether the taxpayer is blind (26 U.S.C. § 63(f)(4))' },
  spouse_blind: { kind: 'flag', label: 'whether the spouse is blind (26 U.S.C. § 63(f)(4))', neededWhen: JOINT },
  claimed_as_dependent: {
    kind: 'flag',
    label: 'whether someone else can claim the taxpayer, or the spouse on a joint return, as a dependent',
  },
  dependents: { kind: 'count', maximum: 50, label: 'dependents on the return, children included' },

  self_employment_income: {
    kind: 'money',
    mayBeNegative: true,
    label: "the taxpayer's net profit or loss from the one trade or business (Schedule C, line 31)",
  },
  spouse_self_employment_income: {
    kind: 'money',
    mayBeNegative: true,
    label: "the spouse's net profit or loss from the one trade or business (Schedule C, line 31)",
    neededWhen: JOINT,
  },
  pass_through_income: {
    kind: 'money',
    mayBeNegative: true,
    label:
      'share of the profit or loss of S corporations and partnerships in which the taxpayer materially participates, ' +
      'not subject to self-employment tax, all of it qualified business income',
  },
  wages: { kind: 'money', label: 'wages on the return, those of both spouses together (Form W-2, box 1)' },
  social_security_wages: {
    kind: 'money',
    label: "the taxpayer's own social security wages and tips (Form W-2, boxes 3 and 7)",
  },
  spouse_social_security_wages: {
    kind: 'money',
    label: "the spouse's own social security wages and tips (Form W-2, boxes 3 and 7)",
    neededWhen:
      'the return is joint and the spouse has net earnings from self-employment or three children are claimed',
  },
  medicare_wages: {
    kind: 'money',
    label: 'Medicare wages on the return, those of both spouses together (Form W-2, box 5)',
  },

  taxable_interest: { kind: 'money', label: 'taxable interest (Form 1040, line 2b)' },
  tax_exempt_interest: {
    kind: 'money',
    label: 'tax-exempt interest (Form 1040, line 2a)',
    neededWhen: 'social security benefits were received or the earned income credit is in reach',
  },
  ordinary_dividends: { kind: 'money', label: 'ordinary dividends, the qualified ones included (Form 1040, line 3b)' },
  qualified_dividends: {
    kind: 'money',
    label: 'qualified dividends (Form 1040, line 3a)',
    neededWhen: 'there are ordinary dividends',
  },
  section_199a_dividends: {
    kind: 'money',
    label: 'qualified REIT dividends, which are ordinary dividends too (Form 1099-DIV, box 5)',
    neededWhen: 'not all ordinary dividends are qualified dividends',
  },
  short_term_capital_gain: {
    kind: 'money',
    mayBeNegative: true,
    label: 'net short-term capital gain or loss, losses carried over included (Schedule D, line 7)',
  },
  long_term_capital_gain: {
    kind: 'money',
    mayBeNegative: true,
    label:
      'net long-term capital gain or loss, losses carried over and distributions included (Schedule D, line 15), of ' +
      'whatever kind',
  },
  unrecaptured_section_1250_gain: {
    kind: 'money',
    label: 'of the long-term gain, unrecaptured section 1250 gain (Schedule D, line 19)',
    neededWhen: LEFT_OUT_OTHERWISE,
  },
  twenty_eight_percent_rate_gain: {
    kind: 'money',
    label: 'of the long-term gain, 28-percent rate gain: collectibles and section 1202 gain (Schedule D, line 18)',
    neededWhen: LEFT_OUT_OTHERWISE,
  },
  other_investment_income: {
    kind: 'money',
    mayBeNegative: true,
    label:
      'rents, royalties, annuities and profit of passive activities, which net investment income includes, or the losses ' +
      'from them that 26 U.S.C. § 469 allows',
  },
  pension_income: { kind: 'money', label: 'taxable pensions and IRA distributions (Form 1040, lines 4b and 5b)' },
  social_security_benefits: { kind: 'money', label: 'social security benefits (Form SSA-1099, box 5)' },
  lived_apart_all_year: {
    kind: 'flag',
    label: 'whether the spouses lived apart at all times during the year',
    neededWhen: 'the return is separate and social security benefits were received',
  },
  other_income: {
    kind: 'money',
    mayBeNegative: true,
    label:
      'other ordinary income, unemployment compensation included, or loss that is allowed, that is neither from ' +
      'investment nor from a trade or business',
  },

  self_employed_deductions: {
    kind: 'money',
    label:
      "the taxpayer's self-employed retirement plan and health insurance deductions (Schedule 1, lines 16 and 17), " +
      'attributed to the trade or business',
    neededWhen: 'self_employment_income is above 0',
  },
  spouse_self_employed_deductions: {
    kind: 'money',
    label: "the spouse's self-employed retirement plan and health insurance deductions (Schedule 1, lines 16 and 17)",
    neededWhen: 'spouse_self_employment_income is above 0',
  },
  other_adjustments: {
    kind: 'money',
    label: 'adjustments to income besides those for the self-employed (Schedule 1, part II)',
  },
  itemized_deductions: {
    kind: 'money',
    label:
      'itemized deductions as allowed before 26 U.S.C. § 68 (Schedule A, line 17), but for those stated by their own ' +
      'facts; 0 for who has no others. Standard or itemized, the larger is deducted',
  },
  itemized_taxes: {
    kind: 'money',
    label: 'taxes in the sum itemized_deductions (Schedule A, line 7)',
    neededWhen: 'itemized_deductions is above 0 and all itemized deductions are above the standard deduction',
  },
  medical_expenses: {
    kind: 'money',
    label:
      'medical and dental expenses (Schedule A, line 1), of which the part above 7.5% of adjusted gross income counts',
    neededWhen: ITEMIZED_APART,
  },
  state_and_local_taxes: {
    kind: 'money',
    label: 'state and local income or sales, real estate and property taxes before their limit (Schedule A, line 5d)',
    neededWhen: ITEMIZED_APART,
  },
  itemized_interest: {
    kind: 'money',
    label:
      'interest on the home within the limits of its debt, and on investments up to their income (Schedule A, line 10)',
    neededWhen: ITEMIZED_APART,
  },
  charitable_contributions: {
    kind: 'money',
    label: 'gifts to charity within the percentage limits of § 170(b), before the floor of 2026 (Schedule A, line 14)',
    neededWhen: ITEMIZED_APART,
  },
  cash_contributions: {
    kind: 'money',
    label:
      'of charitable_contributions, those in cash to public charities, which count to a limit for who does not itemize',
    neededWhen: 'charitable_contributions is above 0 and the year is 2021 or 2026',
  },
  spouse_itemizes: {
    kind: 'flag',
    label: 'whether the spouse itemizes deductions on another return',
    neededWhen: 'the return is separate',
  },
  qualified_tips: {
    kind: 'money',
    label: 'qualified tips of 2025 to 2028, in wages or in a trade (26 U.S.C. § 224; Schedule 1-A, line 6)',
    neededWhen: LEFT_OUT_OTHERWISE,
  },
  qualified_overtime: {
    kind: 'money',
    label: 'qualified overtime compensation of 2025 to 2028 (26 U.S.C. § 225; Schedule 1-A, line 14c)',
    neededWhen: LEFT_OUT_OTHERWISE,
  },
  car_loan_interest: {
    kind: 'money',
    label:
      'interest of 2025 to 2028 on loans for qualified passenger vehicles (26 U.S.C. § 163(h)(4); Schedule 1-A, line 23)',
    neededWhen: LEFT_OUT_OTHERWISE,
  },
  other_deductions: {
    kind: 'money',
    label:
      'deductions from adjusted gross income that are neither itemized nor standard, nor for qualified business income, ' +
      'and have no fact or line of their own',
  },
  specified_service_trade: {
    kind: 'flag',
    label: "whether the taxpayer's trade is a specified service (26 U.S.C. § 199A(d)(2))",
    neededWhen: ABOVE_199A_THRESHOLD,
  },
  qbi_wages_paid: {
    kind: 'money',
    label: "W-2 wages that the taxpayer's trade or business paid",
    neededWhen: ABOVE_199A_THRESHOLD,
  },
  qbi_property_basis: {
    kind: 'money',
    label: "unadjusted basis of the qualified property of the taxpayer's trade right after acquisition",
    neededWhen: ABOVE_199A_THRESHOLD,
  },
  spouse_specified_service_trade: {
    kind: 'flag',
    label: "whether the spouse's trade is a specified service (26 U.S.C. § 199A(d)(2))",
    neededWhen: ABOVE_199A_THRESHOLD,
  },
  spouse_qbi_wages_paid: {
    kind: 'money',
    label: "W-2 wages that the spouse's trade or business paid",
    neededWhen: ABOVE_199A_THRESHOLD,
  },
  spouse_qbi_property_basis: {
    kind: 'money',
    label: "unadjusted basis of the qualified property of the spouse's trade right after acquisition",
    neededWhen: ABOVE_199A_THRESHOLD,
  },
  pass_through_specified_service_trade: {
    kind: 'flag',
    label: 'whether the trade of the S corporations and partnerships is a specified service',
    neededWhen: ABOVE_199A_THRESHOLD,
  },
  pass_through_qbi_wages_paid: {
    kind: 'money',
    label: 'share of the W-2 wages that the S corporations and partnerships paid',
    neededWhen: ABOVE_199A_THRESHOLD,
  },
  pass_through_qbi_property_basis: {
    kind: 'money',
    label: 'share of the unadjusted basis of qualified property of the S corporations and partnerships',
    neededWhen: ABOVE_199A_THRESHOLD,
  },
  qbi_loss_carryforward: {
    kind: 'money',
    label: 'qualified business net loss carried forward from earlier years (Form 8995, line 3)',
    neededWhen: 'there is qualified business income',
  },
  materially_participates: {
    kind: 'flag',
    label: 'whether the taxpayers materially participate in their trades (26 U.S.C. § 469(h))',
    neededWhen: 'the year has a minimum § 199A deduction and it would exceed the ordinary one',
  },
  net_investment_deductions: {
    kind: 'money',
    label: 'deductions properly allocable to net investment income (Form 8960, line 11)',
    neededWhen: 'there is investment income and adjusted gross income is above the threshold of § 1411',
  },
  amt_adjustments: {
    kind: 'money',
    mayBeNegative: true,
    label:
      'adjustments and preferences of the alternative minimum tax (Form 6251, part I) besides the standard deduction, ' +
      'the deduction for seniors and itemized taxes',
  },

  child_tax_credit_children: {
    kind: 'count',
    maximum: 50,
    label:
      'dependents who are qualifying children for the child tax credit: with a social security number, under 17 at the ' +
      'end of the year (under 18 in 2021)',
    neededWhen: 'there are dependents',
  },
  children_under_6: {
    kind: 'count',
    maximum: 50,
    label: 'of the qualifying children for the child tax credit, those under 6 at the end of the year',
    neededWhen: 'the year is 2021 and there are qualifying children',
  },
  earned_income_credit_children: {
    kind: 'count',
    maximum: 50,
    label:
      'qualifying children for the earned income credit (26 U.S.C. § 32(c)(3)): under 19, full-time students under 24, ' +
      'or disabled, with a social security number',
    neededWhen: 'earned income and adjusted gross income are within the limits of the earned income credit',
  },
  lived_apart_last_six_months: {
    kind: 'flag',
    label: 'whether the spouses lived apart for the last six months of the year (26 U.S.C. § 32(d)(2))',
    neededWhen: 'the return is separate and qualifying children would give an earned income credit',
  },
  specified_student: {
    kind: 'flag',
    label: 'whether the taxpayer, and the spouse on a joint return, is a specified student (26 U.S.C. § 32(n)(1)(B))',
    neededWhen: 'the year is 2021, there is no qualifying child and nobody on the return has attained age 24',
  },
  care_expenses: {
    kind: 'money',
    label:
      'expenses for the care of qualifying individuals that let the taxpayers work (Form 2441, line 2), without those that ' +
      'excluded benefits of an employer paid for',
    neededWhen: 'the credit for child and dependent care is claimed; it is left out otherwise',
  },
  care_qualifying_individuals: {
    kind: 'count',
    maximum: 50,
    label:
      'qualifying individuals cared for: dependents under 13 when cared for, and dependents or a spouse who cannot care ' +
      'for themselves (26 U.S.C. § 21(b)(1))',
    neededWhen: CARE,
  },
  dependent_care_benefits: {
    kind: 'money',
    label: "an employer's dependent care benefits that were excluded from wages (26 U.S.C. § 129; Form 2441, line 25)",
    neededWhen: CARE,
  },
  spouse_wages: {
    kind: 'money',
    label: "the spouse's part of wages",
    neededWhen: 'the return is joint and care_expenses is above 0',
  },
  deemed_earned_income: {
    kind: 'money',
    label:
      'what the spouse with the lower earned income is deemed to have earned in addition as a full-time student or one ' +
      'unable to care for him- or herself, $250 or $500 a month (26 U.S.C. § 21(d)(2))',
    neededWhen: 'the return is joint and the lower earned income is below the care expenses that count',
  },
  nontaxable_pensions: {
    kind: 'money',
    label:
      'pensions, annuities and disability benefits that are not taxed, besides social security (Schedule R, line 13b)',
    neededWhen: 'somebody on the return is 65 or older and the credit for the elderly is in reach',
  },
  economic_impact_payment: {
    kind: 'money',
    label:
      'third economic impact payment, received in advance of the recovery rebate credit of 2021 (Notice 1444-C); 0 where ' +
      'none was received',
    neededWhen: 'the year is 2021 and the recovery rebate credit is claimed; it is left out otherwise',
  },
  other_nonrefundable_credits: {
    kind: 'money',
    label:
      'nonrefundable credits besides those for children and other dependents, for care and for the elderly (Schedule 3, ' +
      'line 8, less lines 2 and 6d)',
  },
  other_refundable_credits: {
    kind: 'money',
    label:
      'refundable credits besides the additional child tax credit, the earned income credit and, in 2021, those for care ' +
      'and the recovery rebate',
  },
  withholding: { kind: 'money', label: 'federal income tax withheld (Form 1040, line 25d)' },
  estimated_tax_paid: { kind: 'money', label: 'estimated tax paid for the year (Form 1040, line 26)' },
  prior_year_tax: {
    kind: 'money',
    label: 'tax shown on the return of the preceding year (Form 2210, line 8)',
    neededWhen: 'a return was filed for the preceding year of 12 months; only then it can lower the required payment',
  },
  prior_year_adjusted_gross_income: {
    kind: 'money',
    mayBeNegative: true,
    label: 'adjusted gross income on the return of the preceding year',
    neededWhen: 'prior_year_tax is stated',
  },
  tax_computation: {
    kind: 'choice',
    label:
      'table: by the Tax Table and the EIC Table as on a return, which is also so when it is left out; schedule: by the ' +
      'rates themselves, as on the worksheet of Form 1040-ES and in engines without tables',
    options: ['table', 'schedule'],
    neededWhen: 'never; it is stated to leave the tables out',
  },
} as const satisfies FactDeclarations;

export const contradictions: readonly Contradiction[] = [
  (given) => {
    const social = sumOf(given, ['social_security_wages', 'spouse_social_security_wages']);
    return exceeds(
      social,
      'social security wages',
      given,
      'medicare_wages',
      'all social security wages are Medicare wages',
    );
  },
  (given) =>
    exceeds(
      sumOf(given, ['qualified_dividends', 'section_199a_dividends']),
      'qualified_dividends and section_199a_dividends',
      given,
      'ordinary_dividends',
      'both are ordinary dividends, and none is both',
    ),
  (given) =>
    exceeds(sumOf(given, ['itemized_taxes']), 'itemized_taxes', given, 'itemized_deductions', 'they are part of them'),
  (given) =>
    exceeds(
      sumOf(given, ['child_tax_credit_children']),
      'child_tax_credit_children',
      given,
      'dependents',
      'each of them is a dependent',
    ),
  (given) =>
    exceeds(
      sumOf(given, ['children_under_6']),
      'children_under_6',
      given,
      'child_tax_credit_children',
      'each of them is a qualifying child',
    ),
  (given) =>
    exceeds(
      sumOf(given, ['cash_contributions']),
      'cash_contributions',
      given,
      'charitable_contributions',
      'they are a part of them',
    ),
  (given) => exceeds(sumOf(given, ['spouse_wages']), 'spouse_wages', given, 'wages', 'they are a part of them'),
  (given) => {
    if (given.get('filing_status') === 'married_joint') return null;
    const spouses = SPOUSES_FACTS.find((name) => given.get(name));
    if (spouses === undefined) return null;
    return `${spouses} is stated, but a return that is not joint has no lines of a spouse`;
  },
];

/** All that only a joint return has; `spouse_itemizes` is about another return. */
const SPOUSES_FACTS = Object.keys(facts).filter((name) => name.startsWith('spouse_') && name !== 'spouse_itemizes');

function sumOf(given: Facts, names: readonly (keyof typeof facts)[]): bigint {
  return names.reduce((sum, name) => sum + ((given.get(name) as bigint | undefined) ?? 0n), 0n);
}

function exceeds(amount: bigint, what: string, given: Facts, limit: keyof typeof facts, why: string): string | null {
  const most = given.get(limit) as bigint | undefined;
  if (most === undefined || amount <= most) return null;
  return `${what} of ${amount} exceed ${limit} of ${most}, but ${why}`;
}
