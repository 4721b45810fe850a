import { z } from 'zod';

const column = z.array(z.union([z.number(), z.boolean()]));

/** A unit case of GETTSIM (Einkommensteuer or Solidaritätszuschlag): a column for each variable, a row for each person. */
const gettsimCase = z.object({
  info: z.object({ precision_atol: z.number().default(0.01) }),
  inputs: z.object({
    provided: z.object({
      einkommensteuer: z.object({
        gemeinsam_veranlagt: column,
        gesamteinkommen_y: column.optional(),
        zu_versteuerndes_einkommen_mit_kinderfreibetrag_y_sn: column.optional(),
        betrag_mit_kinderfreibetrag_y_sn: column.optional(),
        abgeltungssteuer: z.object({ betrag_y_sn: column }).optional(),
      }),
      einnahmen: z.object({ kapitalerträge_y: column }).optional(),
    }),
  }),
  outputs: z.object({
    einkommensteuer: z
      .object({
        betrag_mit_kinderfreibetrag_y_sn: column.optional(),
        betrag_ohne_kinderfreibetrag_y_sn: column.optional(),
        abgeltungssteuer: z.object({ betrag_y_sn: column }).optional(),
      })
      .optional(),
    solidaritätszuschlag: z.object({ betrag_y_sn: column }).optional(),
  }),
});

/** The facts of the first person, or of the couple, in cents, and what is expected of the lines, in euros. */
export interface ConvertedCase {
  margin: number;
  facts: Record<string, unknown>;
  expected: Record<string, number>;
}

/** A GETTSIM case as this pack takes it; null where it is of another kind, or says nothing of the tax. */
export function caseOf(written: unknown): ConvertedCase | null {
  const parsed = gettsimCase.safeParse(written);
  if (!parsed.success) return null;
  const { info, inputs, outputs } = parsed.data;
  const tax = inputs.provided.einkommensteuer;
  const income = first(tax.gesamteinkommen_y);
  const solidarityBase = first(tax.betrag_mit_kinderfreibetrag_y_sn);
  const withAllowances = first(tax.zu_versteuerndes_einkommen_mit_kinderfreibetrag_y_sn);
  const joint = tax.gemeinsam_veranlagt[0] === true;
  // Income is that of the unit in each of its rows; capital income is each person's own.
  const capital = inputs.provided.einnahmen?.kapitalerträge_y
    .slice(0, joint ? 2 : 1)
    .reduce<number>((sum, each) => sum + Number(each), 0);
  const facts = {
    assessment: joint ? 'joint' : 'single',
    business_income: 0n,
    other_income: cents(income ?? 0),
    deductions: 0n,
    tax_withheld: 0n,
    solidarity_withheld: 0n,
    last_assessed_tax: 0n,
    ...(withAllowances === undefined || income === undefined || income === withAllowances
      ? {}
      : { child_allowances: cents(income - withAllowances), child_benefit: 0n }),
    ...(capital === undefined ? {} : { capital_income: cents(capital) }),
    ...(solidarityBase === undefined ? {} : { solidarity_tax_base: cents(solidarityBase) }),
  };
  const figures = {
    tax_with_child_allowances: first(outputs.einkommensteuer?.betrag_mit_kinderfreibetrag_y_sn),
    tax_without_child_allowances: first(outputs.einkommensteuer?.betrag_ohne_kinderfreibetrag_y_sn),
    tax_on_capital_income: first(outputs.einkommensteuer?.abgeltungssteuer?.betrag_y_sn),
    solidarity_surcharge: first(outputs.solidaritätszuschlag?.betrag_y_sn),
  };
  const expected: Record<string, number> = {};
  for (const [line, amount] of Object.entries(figures)) if (amount !== undefined) expected[line] = amount;
  // § 4 SolZG drops the fractions of a cent that GETTSIM rounds.
  return Object.keys(expected).length === 0 ? null : { margin: Math.max(info.precision_atol, 0.01), facts, expected };
}

function first(values: readonly (number | boolean)[] | undefined): number | undefined {
  return values === undefined ? undefined : Number(values[0]);
}

function cents(euros: number): bigint {
  return BigInt(Math.round(euros * 100));
}
