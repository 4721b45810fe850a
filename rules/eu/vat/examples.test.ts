import { readdirSync, readFileSync } from 'node:fs';
import { assess } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadRulePack } from '../../src/index.ts';
import { facts, variables } from './formulas.ts';

const folder = new URL('./examples/', import.meta.url);
const pack = await loadRulePack('eu/vat');

/** Examples are written as on invoices; `100.00` is 10,000 cents. */
const money = z
  .string()
  .regex(/^\d+\.\d\d$/)
  .transform((text) => BigInt(text.replace('.', '')).toString());
const example = z.strictObject({
  title: z.string(),
  source: z.string(),
  asOf: z.string(),
  facts: z.record(z.string(), z.string()),
  lines: z.record(z.string(), z.string()),
  total: money,
});

function factsOf(written: Record<string, string>): Record<string, unknown> {
  const declarations: Record<string, { kind: string }> = facts;
  return Object.fromEntries(
    Object.entries(written).map(([name, text]) => {
      const kind = declarations[name]?.kind;
      return [name, kind === 'money' ? money.parse(text) : kind === 'flag' ? text === 'true' : text];
    }),
  );
}

function linesOf(written: Record<string, string>): Record<string, string> {
  const units: Record<string, { unit: string }> = variables;
  return Object.fromEntries(
    Object.entries(written).map(([name, text]) => [name, units[name]?.unit === 'currency' ? money.parse(text) : text]),
  );
}

describe.each(readdirSync(folder))('%s', (file) => {
  const {
    title,
    asOf,
    facts: given,
    lines,
    total,
  } = example.parse(parse(readFileSync(new URL(file, folder), 'utf8'), { schema: 'failsafe' }));
  test(title, () => {
    const assessment = assess(pack, factsOf(given), { asOf });
    const amounts = Object.fromEntries(assessment.lines.map(({ variable, amount }) => [variable, amount]));
    expect(amounts).toMatchObject(linesOf(lines));
    expect(assessment.total).toBe(total);
  });
});
