import type { FactDeclaration } from './facts.ts';
import type { RulePack } from './rule-pack.ts';

/** A JSON Schema (draft 2020-12) of the facts that a pack takes, for whoever converts or checks them elsewhere. */
export function factsJsonSchema({ id, title, currency, facts }: Pick<RulePack, 'id' | 'title' | 'currency' | 'facts'>) {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:gristmill:tax-facts:${id}`,
    title: `Facts of ${title}`,
    description: `Money is in minor units of ${currency.code} (10^-${currency.decimals}), as an integer or its decimal digits.`,
    type: 'object',
    additionalProperties: false,
    required: Object.keys(facts).filter((name) => facts[name]!.neededWhen === undefined),
    properties: Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => [
        name,
        {
          description: fact.neededWhen === undefined ? fact.label : `${fact.label}; needed when ${fact.neededWhen}`,
          ...valueSchema(fact),
        },
      ]),
    ),
  };
}

function valueSchema(fact: FactDeclaration) {
  switch (fact.kind) {
    case 'money':
      return fact.mayBeNegative === true ? integer('^-?\\d{1,38}$') : integer('^\\d{1,38}$', { minimum: 0 });
    case 'count':
      return integer('^\\d{1,38}$', { minimum: 0, maximum: fact.maximum });
    case 'choice':
      return { enum: fact.options };
    case 'flag':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
  }
}

function integer(pattern: string, bounds: { minimum?: number; maximum?: number } = {}) {
  return {
    anyOf: [
      { type: 'integer', ...bounds },
      { type: 'string', pattern },
    ],
  };
}
