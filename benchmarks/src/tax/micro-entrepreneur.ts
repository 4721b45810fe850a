import type { FactsInput } from '@gristmill/tax';

export const FRENCH_PACK = 'eu/fr/micro-entrepreneur';
/** Both engines take the law of this month. */
export const FRENCH_LAW = { asOf: '2026-02-28' };

/** Receipts of a month in whole euros, evenly from nothing to the ceiling of the scheme. */
export function monthlyReceipts(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.round((i * 6_900) / Math.max(count - 1, 1)));
}

/** A liberal profession with the final tax that declares these receipts of February 2026, in euros. */
export function liberalProfession(receipts: number): FactsInput {
  return {
    period_end: '2026-02-28',
    sales_turnover: 0,
    services_turnover: 0,
    liberal_turnover: receipts * 100,
    cipav_turnover: 0,
    tourism_rental_turnover: 0,
    pays_final_tax: true,
    start_up_relief: 'none',
  };
}
