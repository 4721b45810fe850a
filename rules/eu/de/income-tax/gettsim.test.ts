import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assessLines } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRulePack } from '../../../src/index.ts';
import { caseOf, type ConvertedCase } from './gettsim-case.ts';

const pack = await loadRulePack('eu/de/income-tax');

function differences({ facts, margin, expected }: ConvertedCase, year: number): string[] {
  const lines = assessLines(pack, facts, { year });
  return Object.entries(expected)
    .map(([line, amount]) => [line, Number(lines[line] ?? 0) / 100, amount] as const)
    .filter(([, actual, amount]) => Math.abs(actual - amount) > margin + 1e-6)
    .map(([line, actual, amount]) => `${line}: ${actual} instead of ${amount}`);
}

/* Inputs and results of the unit cases of ttsim-dev/gettsim@f206970, src/_gettsim_tests/test_data, from 2009 on. */
const sample = readFileSync(new URL('./cases/gettsim.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { name: string; year: number });

test.each(sample)('$name', (written) => {
  const converted = caseOf(written);
  expect(converted).not.toBeNull();
  expect(differences(converted!, written.year)).toEqual([]);
});

/** GETTSIM names a checkout of that repository: every case of the two taxes from 2009 on is assessed. */
const checkout = process.env['GETTSIM'];

describe.runIf(checkout !== undefined)('the cases in GETTSIM', () => {
  test('agree', () => {
    const folder = path.join(checkout ?? '', 'src/_gettsim_tests/test_data');
    const wrong: string[] = [];
    let counted = 0;
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const year = /^(?:einkommensteuer|solidaritätszuschlag)\/.*(\d{4})-\d\d-\d\d\/[^/]*\.yaml$/.exec(file)?.[1];
      if (year === undefined || Number(year) < 2009) continue;
      const converted = caseOf(parse(readFileSync(path.join(folder, file), 'utf8')));
      if (converted === null) continue;
      counted += 1;
      wrong.push(...differences(converted, Number(year)).map((difference) => `${file} ${difference}`));
    }
    expect(counted).toBeGreaterThan(13);
    expect(wrong).toEqual([]);
  });
});
