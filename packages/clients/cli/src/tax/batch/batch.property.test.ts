import { rulePackIds } from '@gristmill/rules';
import { assess, type FactDeclaration, type RulePack } from '@gristmill/tax';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BatchResult, createBatch } from './batch.ts';
import { loadPack } from '../rules/pack-reference.ts';

/** Whole numbers up to what no double holds, most of them as households have them. */
const amount = fc.oneof(
  { weight: 4, arbitrary: fc.constant('0') },
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 50_000_000 }).map(String) },
  { weight: 1, arbitrary: fc.bigInt(10n ** 9n, 10n ** 20n).map(String) },
);

function valueOf(declaration: FactDeclaration): fc.Arbitrary<unknown> {
  switch (declaration.kind) {
    case 'money':
      return declaration.mayBeNegative === true
        ? fc
            .tuple(fc.boolean(), amount)
            .map(([negative, digits]) => (negative && digits !== '0' ? `-${digits}` : digits))
        : amount;
    case 'count':
      return fc.integer({ min: 0, max: Math.min(declaration.maximum, 90) });
    case 'choice':
      return fc.constantFrom(...declaration.options);
    case 'flag':
      return fc.boolean();
    case 'date':
      return fc.constantFrom('2023-06-30', '2024-03-31', '2025-12-31', '2026-03-31', '2026-09-30', '2026-10-01');
  }
}

function factsOf({ facts }: RulePack): fc.Arbitrary<Record<string, unknown>> {
  const needed = Object.keys(facts).filter((name) => facts[name]!.neededWhen === undefined);
  return fc.record(
    Object.fromEntries(Object.entries(facts).map(([name, declaration]) => [name, valueOf(declaration)])),
    { requiredKeys: needed },
  );
}

it.each(rulePackIds)(
  'tax INVARIANTS 9: a batch gives the lines of a traced assessment of %s, or its error',
  async (id) => {
    const pack = await loadPack(id);
    const batch = createBatch({ pack: id }, () => Promise.resolve(pack));
    const year = fc.integer({ min: 2023, max: 2026 });
    let assessed = 0;
    await fc.assert(
      fc.asyncProperty(factsOf(pack), year, async (drawn, inYear) => {
        const facts = withoutContradictions(pack, drawn, inYear);
        const result = await batch.assessLine(JSON.stringify({ facts, year: inYear }), 1);
        if (result.error === undefined) assessed += 1;
        // To the byte, the order of the lines included.
        expect(JSON.stringify(result)).toBe(JSON.stringify(traced(pack, facts, inYear)));
      }),
      { numRuns: 100 },
    );
    expect(assessed).toBeGreaterThan(0);
  },
);

/** Leaves out, or makes nothing of, the facts that a contradiction names, until there is none. */
function withoutContradictions(pack: RulePack, drawn: Record<string, unknown>, year: number): Record<string, unknown> {
  const facts = { ...drawn };
  for (let round = 0; round < 20; round += 1) {
    const { error } = traced(pack, facts, year);
    if (error?.code !== 'FACTS_MALFORMED') break;
    const complaint = error.message.replaceAll(' ', '_');
    for (const name of Object.keys(facts).filter((each) => complaint.includes(each))) {
      const { kind, neededWhen } = pack.facts[name]!;
      if (neededWhen !== undefined) delete facts[name];
      else if (kind === 'money' || kind === 'count') facts[name] = 0;
      else if (kind === 'flag') facts[name] = false;
    }
  }
  return facts;
}

function traced(pack: RulePack, facts: Record<string, unknown>, year: number): BatchResult {
  try {
    const { lines, total } = assess(pack, facts, { year });
    return {
      id: null,
      lines: Object.fromEntries(lines.map(({ variable, amount: shown }) => [variable, shown])),
      total,
    };
  } catch (error) {
    return {
      id: null,
      lines: {},
      total: null,
      error: (error as { toJSON(): NonNullable<BatchResult['error']> }).toJSON(),
    };
  }
}
