import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assessLines } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadRulePack } from '../../src/index.ts';
import { casesOf, type ConvertedCase, inPolicyEngine } from './policyengine-case.ts';

const pack = await loadRulePack('uk/income-tax');

function figuresOf({ facts, year, expected }: ConvertedCase): Record<string, number> {
  const lines = assessLines(pack, facts, { year });
  return Object.fromEntries(
    Object.keys(expected).map((variable) => [variable, inPolicyEngine(variable, (line) => Number(lines[line]) / 100)]),
  );
}

function casesIn(text: string): ConvertedCase[] {
  const written: unknown = parse(text);
  return Array.isArray(written) ? written.flatMap((each) => casesOf(each)) : [];
}

function agrees(converted: ConvertedCase): boolean {
  const figures = figuresOf(converted);
  return Object.entries(converted.expected).every(
    ([variable, amount]) => Math.abs(figures[variable]! - amount) <= converted.margin + 1e-9,
  );
}

/* Inputs and results of unit cases of PolicyEngine/policyengine-uk@c93e1a0, tests/policy; each is named by its file. */
const sample = readFileSync(new URL('./cases/policyengine-uk.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .flatMap((line) => casesOf(JSON.parse(line)));

test.each(sample)('$name: $expected', (converted) => {
  const figures = figuresOf(converted);
  for (const [variable, amount] of Object.entries(converted.expected)) {
    expect(Math.abs(figures[variable]! - amount), variable).toBeLessThanOrEqual(converted.margin + 1e-9);
  }
});

/** Where the law says something else than PolicyEngine-UK, by the file of the case. */
const STATUTES: Record<string, string> = {
  'gov/hmrc/income_tax/adjusted_net_income.yaml': 'notes to SA100: the pence of each source are left out',
  'gov/hmrc/income_tax/allowances/gift_aid.yaml': 'ITA 2007 s. 414(2)(b): limits are raised, nothing is deducted',
  'gov/hmrc/income_tax/charges/child_benefit_hitc.yaml': 'ITEPA 2003 s. 681C: the charge is in whole pounds',
  'gov/hmrc/national_insurance/class_2/ni_class_2.yaml': 'SSCBA 1992 s. 11: 3.45 a week in 2023-24',
  'gov/hmrc/national_insurance/class_4/ni_class_4.yaml': 'Increase of Thresholds Act 2022 s. 2: 12,570 in 2023-24',
  'integration/income.yaml':
    'ITA 2007 ss. 12, 16: savings lie on top of property income too, which uses up the starting rate band',
};

/** POLICYENGINE_UK names a checkout of that repository; of its cases all that the pack has words for are assessed. */
const checkout = process.env['POLICYENGINE_UK'];

describe.runIf(checkout !== undefined)('the cases in POLICYENGINE_UK', () => {
  test('agree from 2023-24 to 2026-27, but where a statute says otherwise', () => {
    const folder = path.join(checkout ?? '', 'policyengine_uk/tests/policy');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const differing = new Set<string>();
    let counted = 0;
    for (const file of files.filter((name) => name.endsWith('.yaml') && !name.startsWith('reforms/'))) {
      for (const converted of casesIn(readFileSync(path.join(folder, file), 'utf8'))) {
        if (converted.year < 2023 || converted.year > 2026) continue;
        counted += 1;
        if (!agrees(converted)) differing.add(file.replace(/^baseline\//, ''));
      }
    }
    expect(counted).toBeGreaterThan(30);
    expect([...differing].toSorted()).toEqual(Object.keys(STATUTES).toSorted());
  });
});
