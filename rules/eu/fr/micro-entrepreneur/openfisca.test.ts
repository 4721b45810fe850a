import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assessLines } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRulePack } from '../../../src/index.ts';
import { caseOf, type ConvertedCase } from './openfisca-case.ts';

const pack = await loadRulePack('eu/fr/micro-entrepreneur');

function figuresOf({ declarations, year }: ConvertedCase): Record<string, number> {
  const figures: Record<string, number> = { final_tax: 0, contributions: 0 };
  for (const facts of declarations) {
    const lines = assessLines(pack, facts, { asOf: `${year}-12-31` });
    figures['final_tax']! += Number(lines['final_tax']) / 100;
    figures['contributions']! += (Number(lines['social_contributions']) + Number(lines['training_contribution'])) / 100;
  }
  return figures;
}

/* Inputs and results of openfisca/openfisca-france@a7038ee, tests/formulas: microsocial, travail_non_salarie. */
const sample = readFileSync(new URL('./cases/openfisca-france.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => caseOf(JSON.parse(line)));

test.each(sample)('$name', (converted) => {
  expect(figuresOf(converted!)).toMatchObject(converted!.expected);
});

/** OPENFISCA_FRANCE names a checkout of that repository. */
const checkout = process.env['OPENFISCA_FRANCE'];

describe.runIf(checkout !== undefined)('the cases in OPENFISCA_FRANCE', () => {
  test('agree', () => {
    const folder = path.join(checkout ?? '', 'tests/formulas');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
    const cases = files.flatMap((file) => {
      const written: unknown = parse(readFileSync(path.join(folder, file), 'utf8'));
      return Array.isArray(written) ? written.map((each) => caseOf(each)).filter((each) => each !== null) : [];
    });
    expect(cases.length).toBeGreaterThan(8);
    for (const converted of cases) expect(figuresOf(converted), converted.name).toMatchObject(converted.expected);
  });
});
