import { deviceKeyFromPrivateKey } from '@gristmill/protocol';
import { readParameterFiles } from '@gristmill/rules';
import { parseCivilDate } from '@gristmill/tax';
import { type SignedRulePack, signRulePack } from '../src/index.ts';

/** The pack that the tests publish: real parameters, of which one is corrected. */
export const ID = 'eu/de/income-tax';
export const publisher = deviceKeyFromPrivateKey(new Uint8Array(32).fill(7));
export const stranger = deviceKeyFromPrivateKey(new Uint8Array(32).fill(8));

const parameters = new URL(`../../../../rules/${ID}/parameters/`, import.meta.url);
const shippedFiles = await readParameterFiles(parameters);

type ParameterFiles = Record<string, { parameters: Record<string, { values: Record<string, unknown>[] }> }>;

/** A copy of the shipped parameters, to be altered. */
export function parameterFiles(): ParameterFiles {
  return structuredClone(shippedFiles) as ParameterFiles;
}

/** The shipped parameters with another rate of the solidarity surcharge (0.055 in law). */
export function withSolidarityRate(rate: string): ParameterFiles {
  const files = parameterFiles();
  for (const dated of files['solidarity']!.parameters['rate']!.values) dated['value'] = rate;
  return files;
}

export function signed(sequence: number, rate: string, key = publisher): SignedRulePack {
  return signRulePack(key, {
    id: ID,
    sequence,
    effectiveFrom: parseCivilDate('2026-01-01'),
    parameterFiles: withSolidarityRate(rate),
  });
}

/** Owes 5.5% of 73,397 as the surcharge, by the shipped law of 2024. Money in cents. */
export const highEarner = {
  assessment: 'single',
  business_income: '0',
  other_income: '0',
  deductions: '0',
  tax_withheld: '0',
  solidarity_withheld: '0',
  last_assessed_tax: '0',
  solidarity_tax_base: '7339700',
};
