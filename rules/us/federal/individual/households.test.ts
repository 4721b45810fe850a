import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assessLines } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { loadRulePack } from '../../../src/index.ts';
import { factsOfTaxsim, type TaxsimHousehold } from './taxsim-household.ts';

const pack = await loadRulePack('us/federal/individual');

/** TAXSIM's output columns as lines of this pack. Its addmed is left out: it takes 0.9235 of wages, Form 8959 all of them. */
const COLUMNS: Record<string, (line: (name: string) => number) => number> = {
  v10: (line) => line('adjusted_gross_income'),
  v12: (line) => line('taxable_social_security_benefits'),
  v13: (line) => line('standard_deduction'),
  v18: (line) => line('taxable_income'),
  qbid: (line) => line('qualified_business_income_deduction'),
  v28: (line) => line('income_tax'),
  v24: (line) => line('dependent_care_credit') + line('refundable_dependent_care_credit'),
  v25: (line) => line('earned_income_credit'),
  v27: (line) => line('alternative_minimum_tax'),
  niit: (line) => line('net_investment_income_tax'),
  cares: (line) => line('recovery_rebate_credit'),
  fiitax: (line) => line('income_tax_after_credits'),
};

function columnsOf(household: TaxsimHousehold): Record<string, number> {
  const lines = assessLines(pack, factsOfTaxsim(household), { year: Number(household['year']) });
  return Object.fromEntries(
    Object.entries(COLUMNS).map(([column, of]) => [column, of((name) => Number(lines[name]) / 100)]),
  );
}

function tableOf(text: string): TaxsimHousehold[] {
  const [heading, ...rows] = text
    .trim()
    .split('\n')
    .map((row) => row.split(','));
  return rows.map((row) => Object.fromEntries(heading!.map((column, i) => [column, row[i]!])));
}

const WITHIN_DOLLARS = 2;

/*
 * Households of PolicyEngine/policyengine-taxsim@3641df0, dashboard/public/data/<year>/comparison_results_<year>.csv, on
 * which TAXSIM-35 and PolicyEngine-US agree: their input columns, and what each engine makes of them.
 */
const sample = new URL('./households/taxsim-and-policyengine.csv', import.meta.url);

test.each(tableOf(readFileSync(sample, 'utf8')))('household $taxsimid of $year is within $2 of both engines', (row) => {
  for (const [column, amount] of Object.entries(columnsOf(row))) {
    for (const engine of ['taxsim', 'policyengine']) {
      const difference = Math.abs(amount - Number(row[`${column}_${engine}`]));
      expect(difference, `${column} of ${engine}`).toBeLessThanOrEqual(WITHIN_DOLLARS);
    }
  }
});

/** TAXSIM_COMPARISONS names a folder of those files in full; a household that both engines agree on must be met. */
const folder = process.env['TAXSIM_COMPARISONS'];

describe.runIf(folder !== undefined)('whole comparison files in TAXSIM_COMPARISONS', () => {
  const files = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.csv'));
  test.each(files)('%s', { timeout: 120_000 }, (name) => {
    const engines = new Map<string, Record<string, TaxsimHousehold>>();
    for (const row of tableOf(readFileSync(path.join(folder!, name), 'utf8'))) {
      engines.set(row['taxsimid']!, { ...engines.get(row['taxsimid']!), [row['source']!]: row });
    }
    const wrong: string[] = [];
    const counted = Object.fromEntries(Object.keys(COLUMNS).map((column) => [column, 0]));
    for (const { taxsim, policyengine } of engines.values()) {
      if (taxsim === undefined || policyengine === undefined) continue;
      // A state that repays more than it takes leaves nothing to itemize, and no facts to state.
      if (Number(taxsim['v17']) > 0 && Number(taxsim['siitax']) <= 0) continue;
      const household = `${taxsim['taxsimid']} ${Number(taxsim['year'])}`;
      for (const [column, amount] of Object.entries(columnsOf(taxsim))) {
        const [one, other] = [taxsim, policyengine].map((row) => Number(row[column]));
        if (Math.abs(one! - other!) > WITHIN_DOLLARS) continue;
        counted[column]! += 1;
        const met = [one!, other!].some((theirs) => Math.abs(amount - theirs) <= WITHIN_DOLLARS);
        if (met) continue;
        wrong.push(`${household} ${column}: ${amount} instead of ${one}`);
      }
    }
    expect(Math.min(...Object.values(counted))).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
