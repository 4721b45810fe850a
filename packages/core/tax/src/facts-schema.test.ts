import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { factsJsonSchema } from './facts-schema.ts';
import { type FactDeclarations, factsForm, parseFacts } from './facts.ts';

const declarations: FactDeclarations = {
  rent: { kind: 'money', label: 'yearly rent' },
  refund: { kind: 'money', label: 'correction', mayBeNegative: true },
  carts: { kind: 'count', label: 'carts', maximum: 9 },
  dwelling: { kind: 'choice', label: 'kind', options: ['cottage', 'manor'], neededWhen: 'there is one' },
  listed: { kind: 'flag', label: 'listed' },
  since: { kind: 'date', label: 'since' },
};
const currency = { code: 'XXD', decimals: 2 };
const schema = factsJsonSchema({ id: 'xx/t', title: 'T', currency, facts: declarations });
const form = factsForm({ id: 'xx/t', facts: declarations, contradictions: [], currency });

it('names what every case needs, and says when the rest is', () => {
  expect(schema.required).toEqual(['rent', 'refund', 'carts', 'listed', 'since']);
  expect(schema.properties['dwelling']).toEqual({
    description: 'kind; needed when there is one',
    enum: ['cottage', 'manor'],
  });
});

it('takes what the engine takes, as JSON has it', () => {
  const validator = z.fromJSONSchema(schema as never);
  const value = fc.oneof(
    fc.integer({ min: -20, max: 20 }),
    fc.constantFrom('7', '-7', '1e3', 'manor', '2026-02-28', '2026-02-30', 'x'),
    fc.boolean(),
    fc.constant(0.5),
    fc.constant(null),
  );
  const facts = fc.record(
    { rent: value, refund: value, carts: value, dwelling: value, listed: value, since: value, other: value },
    { requiredKeys: [] },
  );
  const base = { rent: 1, refund: 0, carts: 0, listed: true, since: '2026-01-01' };
  fc.assert(
    fc.property(facts, fc.boolean(), (given, complete) => {
      const input = complete ? { ...base, ...given } : given;
      let accepted = true;
      try {
        parseFacts(form, input);
      } catch {
        accepted = false;
      }
      // A count in digits is text to the schema, which cannot bound it.
      fc.pre(typeof input.carts !== 'string');
      expect(validator.safeParse(input).success).toBe(accepted);
    }),
    { numRuns: 500 },
  );
});
