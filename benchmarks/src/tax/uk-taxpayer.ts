import type { FactsInput } from '@gristmill/tax';

/** Incomes in pounds, evenly from nothing to a quarter of a million: all bands, and the taper of the allowance. */
export function incomes(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.round((i * 250_000) / Math.max(count - 1, 1)));
}

/** Someone in England with this employment income in pounds and nothing else. */
export function ukTaxpayer(income: number): FactsInput {
  return {
    country: 'england',
    employment_income: BigInt(income) * 100n,
    trading_income: 0n,
    trading_expenses: 0n,
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
}
