import { readdirSync, readFileSync } from 'node:fs';
import { assess } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadRulePack } from '../../../src/index.ts';
import { facts } from './facts.ts';
import { householdOf } from './nobody.ts';

const folder = new URL('./examples/', import.meta.url);
const pack = await loadRulePack('us/federal/individual');

/** Examples are written in dollars, as forms are; `60000.00` is 6,000,000 cents. */
const dollars = z
  .string()
  .regex(/^-?\d+\.\d\d$/)
  .transform((text) => BigInt(text.replace('.', '')).toString());
const example = z.strictObject({
  title: z.string(),
  source: z.string(),
  year: z.coerce.number(),
  knownAt: z.string().optional(),
  /** What this household has; it has nothing else. */
  facts: z.record(z.string(), z.string()),
  lines: z.record(z.string(), dollars),
  total: dollars,
});

function factsOf(written: Record<string, string>): Record<string, unknown> {
  const declarations: Record<string, { kind: string }> = facts;
  return Object.fromEntries(
    Object.entries(written).map(([name, text]) => {
      const kind = declarations[name]?.kind;
      return [name, kind === 'money' ? dollars.parse(text) : kind === 'flag' ? text === 'true' : text];
    }),
  );
}

describe.each(readdirSync(folder))('%s', (file) => {
  const { title, year, knownAt, facts, lines, total } = example.parse(
    parse(readFileSync(new URL(file, folder), 'utf8'), { schema: 'failsafe' }),
  );
  test(title, () => {
    const household = { ...householdOf(facts['filing_status']!), ...factsOf(facts) };
    const assessment = assess(pack, household, { year, ...(knownAt === undefined ? {} : { knownAt }) });
    const amounts = Object.fromEntries(assessment.lines.map(({ variable, amount }) => [variable, amount]));
    expect(amounts).toMatchObject(lines);
    expect(assessment.total).toBe(total);
  });
});
