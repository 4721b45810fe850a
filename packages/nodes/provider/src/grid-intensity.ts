/**
 * Grams of CO2 equivalent that a kilowatt-hour of electricity caused on average in 2024, life cycle, by place of
 * generation.
 *
 * Source: Ember, Yearly Electricity Data (CC BY 4.0), https://ember-energy.org/data/yearly-electricity-data/, as
 * republished by the Green Web Foundation's CO2.js (data/output/average-intensities.json of 2026-06-29), rounded to
 * whole grams. The world's and the United States' figures are those in the text of Ember's Global Electricity Review 2025.
 */
const GRAMS_CO2E_PER_KILOWATT_HOUR = {
  world: 473,
  EU: 213,
  AU: 554,
  BR: 106,
  CA: 185,
  CN: 558,
  DE: 342,
  FR: 44,
  GB: 216,
  IN: 709,
  JP: 484,
  PL: 615,
  SE: 36,
  US: 384,
} as const;

/** `world`, `EU`, or an ISO 3166-1 country code. */
export type Region = keyof typeof GRAMS_CO2E_PER_KILOWATT_HOUR;

export const REGIONS = Object.keys(GRAMS_CO2E_PER_KILOWATT_HOUR) as Region[];

const JOULES_PER_KILOWATT_HOUR = 3_600_000;

/** What this much electricity emits in a region's average hour. */
export function gramsCO2eOf(millijoules: number, region: Region): number {
  return (millijoules / 1000 / JOULES_PER_KILOWATT_HOUR) * GRAMS_CO2E_PER_KILOWATT_HOUR[region];
}
