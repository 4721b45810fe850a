import { z } from 'zod';
import { valueOf } from '../../../testing/arithmetic.ts';

const person = z.record(z.string(), z.unknown());

/** A unit case of openfisca-france: a person alone, or persons by name; amounts may be given by year. */
const openfiscaCase = z.object({
  name: z.string(),
  period: z.coerce.number(),
  input: z.looseObject({ individus: z.record(z.string(), person).optional() }),
  output: z.record(z.string(), z.unknown()),
});

/** The facts of a year's turnover declared at its end, in cents, and what is expected of the lines, in euros. */
export interface ConvertedCase {
  name: string;
  year: number;
  declarations: Record<string, unknown>[];
  expected: Record<string, number>;
}

const RECEIPTS = ['ebic_impv', 'ebic_imps', 'ebnc_impo'] as const;

/** An openfisca case as this pack takes it; null where nobody in it has chosen the final tax of the micro scheme. */
export function caseOf(written: unknown): ConvertedCase | null {
  const parsed = openfiscaCase.safeParse(written);
  if (!parsed.success) return null;
  const { name, period, input, output } = parsed.data;
  const persons = input.individus === undefined ? [input] : Object.values(input.individus);
  const declarations = persons
    .filter((each) => RECEIPTS.some((variable) => Object.hasOwn(each, variable)))
    .map((each) => factsOf(each, period));
  const expected: Record<string, number> = {};
  if (output['microsocial'] !== undefined) expected['final_tax'] = valueOf(output['microsocial']);
  const contributions = output['cotisations_non_salarie_micro_social'] ?? output['cotisations_non_salarie'];
  if (contributions !== undefined) expected['contributions'] = -valueOf(contributions);
  if (declarations.length === 0 || Object.keys(expected).length === 0) return null;
  return { name, year: period, declarations, expected };
}

function factsOf(of: Record<string, unknown>, year: number): Record<string, unknown> {
  const amount = (variable: string) => {
    const value = of[variable] ?? 0;
    const dated = z.record(z.string(), z.unknown()).safeParse(value);
    return valueOf(dated.success ? (dated.data[String(year)] ?? 0) : value);
  };
  const services = amount('ebic_imps');
  const tourism = services * amount('part_meubles_tourisme_classes');
  const liberal = amount('ebnc_impo') * amount('part_bnc_non_cipav');
  return {
    period_end: `${year}-12-31`,
    sales_turnover: cents(amount('ebic_impv')),
    services_turnover: cents(services - tourism),
    liberal_turnover: cents(liberal),
    cipav_turnover: cents(amount('ebnc_impo') - liberal),
    tourism_rental_turnover: cents(tourism),
    pays_final_tax: true,
    start_up_relief: 'none',
    // In its later cases services are those of a craftsman, goods are never.
    is_craft: year >= 2025 && services > tourism,
  };
}

function cents(euros: number): bigint {
  return BigInt(Math.round(euros * 100));
}
