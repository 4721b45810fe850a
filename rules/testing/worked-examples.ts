import { readdirSync, readFileSync } from 'node:fs';
import { assess, type RulePack } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

/** Examples are written in whole currency units, as forms are: `60000.00` is 6,000,000 minor units. */
const amount = z
  .string()
  .regex(/^-?\d+\.\d\d$/)
  .transform((text) => BigInt(text.replace('.', '')).toString());
const example = z.strictObject({
  title: z.string(),
  source: z.string(),
  year: z.coerce.number().optional(),
  asOf: z.string().optional(),
  knownAt: z.string().optional(),
  facts: z.record(z.string(), z.string()),
  lines: z.record(z.string(), z.string()),
  total: amount,
});

/** Runs every worked example (`*.yaml`) of a folder against a pack, line by line. */
export function testWorkedExamples(pack: RulePack, folder: URL): void {
  describe.each(readdirSync(folder))('%s', (file) => {
    const parsed = example.parse(parse(readFileSync(new URL(file, folder), 'utf8'), { schema: 'failsafe' }));
    const { title, year, asOf, knownAt, facts, lines, total } = parsed;
    const inForce = asOf === undefined ? { year: year! } : { asOf };
    test(title, () => {
      const assessment = assess(pack, factsOf(pack, facts), {
        ...inForce,
        ...(knownAt === undefined ? {} : { knownAt }),
      });
      const actual = Object.fromEntries(assessment.lines.map((line) => [line.variable, line.amount]));
      expect(actual).toMatchObject(linesOf(pack, lines));
      expect(assessment.total).toBe(total);
    });
  });
}

function factsOf(pack: RulePack, written: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(written).map(([name, text]) => {
      const kind = pack.facts[name]?.kind;
      return [name, kind === 'money' ? amount.parse(text) : kind === 'flag' ? text === 'true' : text];
    }),
  );
}

function linesOf(pack: RulePack, written: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(written).map(([name, text]) => [
      name,
      pack.variables[name]?.unit === 'currency' ? amount.parse(text) : text,
    ]),
  );
}
