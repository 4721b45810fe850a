import { z } from 'zod';
import { valueOf } from '../../testing/arithmetic.ts';

/** A unit case of PolicyEngine-UK: variables of a person, or of the persons of a household, in one fiscal year. */
const policyEngineCase = z.object({
  name: z.string(),
  period: z.coerce.number(),
  absolute_error_margin: z.number().default(0.01),
  input: z.record(z.string(), z.unknown()).default({}),
  output: z.record(z.string(), z.unknown()),
});

/** A unit case as this pack takes it: the facts of one person, and what is expected of the lines, in pounds. */
export interface ConvertedCase {
  name: string;
  year: number;
  margin: number;
  facts: Record<string, unknown>;
  expected: Record<string, number>;
}

const INCOMES: Record<string, string> = {
  adjusted_net_income: 'employment_income',
  taxable_employment_income: 'employment_income',
  employment_income: 'employment_income',
  ni_class_1_income: 'employment_income',
  self_employment_income: 'trading_income',
  taxable_self_employment_income: 'trading_income',
  private_pension_income: 'pension_income',
  taxable_pension_income: 'pension_income',
  taxable_social_security_income: 'pension_income',
  taxable_property_income: 'property_income',
  taxable_miscellaneous_income: 'other_income',
  savings_interest_income: 'savings_interest',
  taxable_savings_interest_income: 'savings_interest',
  dividend_income: 'dividends',
  taxable_dividend_income: 'dividends',
  gift_aid: 'gift_aid',
  personal_pension_contributions: 'reliefs_from_income',
  loss_relief: 'trading_losses_used',
  capital_allowances: 'trading_expenses',
};

const LINES: Record<string, (line: (name: string) => number) => number> = {
  income_tax: (line) => line('income_tax'),
  income_tax_pre_charges: (line) => line('income_tax') - line('child_benefit_charge'),
  CB_HITC: (line) => line('child_benefit_charge'),
  adjusted_net_income: (line) => line('adjusted_net_income'),
  personal_allowance: (line) => line('personal_allowance'),
  dividend_income_tax: (line) => line('tax_on_dividends'),
  taxable_self_employment_income: (line) => line('taxable_trading_profit'),
  ni_class_2: (line) => line('class_2_contributions'),
  ni_class_4: (line) => line('class_4_contributions'),
};

/** What the lines of an assessment, in pounds, are in PolicyEngine's words. */
export function inPolicyEngine(variable: string, line: (name: string) => number): number {
  return LINES[variable]!(line);
}

const NOBODY = {
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
  claims_trading_allowance: true,
  class_2_weeks: 52,
};

/** The cases for each person of a PolicyEngine case; none where it says something that this pack has no word for. */
export function casesOf(written: unknown): ConvertedCase[] {
  const parsed = policyEngineCase.safeParse(written);
  if (!parsed.success) return [];
  const { name, period, absolute_error_margin: margin, input, output } = parsed.data;
  const { people, benunit: _benunit, benunits: _benunits, households: _households, ...alone } = input;
  const household = z.record(z.string(), z.record(z.string(), z.unknown())).safeParse(people);
  const persons = household.success ? Object.values(household.data) : [alone];
  return persons.flatMap((person, i) => {
    const facts = factsOf(person, numberOf(output['child_benefit']));
    const expected = expectedOf(output, i);
    if (facts === null || Object.keys(expected).length === 0) return [];
    // Its Class 4 is of profits before the trading allowance, and its taxable profits are after it.
    if (Object.hasOwn(expected, 'ni_class_4') || Object.hasOwn(person, 'taxable_self_employment_income')) {
      facts['claims_trading_allowance'] = false;
    }
    return [{ name: persons.length > 1 ? `${name} (${i + 1})` : name, year: period, margin, facts, expected }];
  });
}

function factsOf(person: Record<string, unknown>, childBenefit: number | null): Record<string, unknown> | null {
  const facts: Record<string, unknown> = { ...NOBODY };
  const add = (fact: string, amount: bigint) => {
    facts[fact] = ((facts[fact] as bigint | undefined) ?? 0n) + amount;
  };
  for (const [variable, value] of Object.entries(person)) {
    const income = INCOMES[variable];
    const amount = numberOf(value);
    if (income !== undefined) {
      if (amount === null || amount < 0) return null;
      add(income, pence(amount));
    } else if (variable === 'age') {
      facts['over_state_pension_age'] = Number(value) > 65;
    } else if (variable === 'country' || variable === 'region') {
      facts['country'] = value === 'SCOTLAND' ? 'scotland' : 'england';
    } else if (variable === 'trading_allowance_deduction') {
      facts['claims_trading_allowance'] = false;
    } else if (variable === 'earned_taxable_income' && amount !== null) {
      // Earnings after the personal allowance: this pack is told them before.
      add('employment_income', pence(amount + (amount < 100_000 ? 12_570 : 0)));
    } else if (value !== 0 || variable.startsWith('gov.')) {
      // This pack has no word for it; and a parameter that is set otherwise is another law.
      return null;
    }
  }
  // Children are listed as persons too; only one who earns answers for the charge.
  const earns = facts['employment_income'] !== 0n || facts['trading_income'] !== 0n;
  if (childBenefit !== null && earns) facts['child_benefit'] = pence(childBenefit);
  return facts;
}

/** A list in the output has a value for each person. */
function expectedOf(output: Record<string, unknown>, person: number): Record<string, number> {
  const expected: Record<string, number> = {};
  for (const [variable, value] of Object.entries(output)) {
    const amount = numberOf(Array.isArray(value) ? value[person] : value);
    if (Object.hasOwn(LINES, variable) && amount !== null) expected[variable] = amount;
  }
  return expected;
}

function numberOf(value: unknown): number | null {
  try {
    return valueOf(value);
  } catch {
    return null;
  }
}

function pence(pounds: number): bigint {
  return BigInt(Math.round(pounds * 100));
}
