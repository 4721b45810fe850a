import path from 'node:path';
import { loadRulePack, rulePackIds } from '@gristmill/rules';
import { expect, it } from 'vitest';
import { factsReference } from './facts-reference.ts';

/** `npm test -- packages/clients/cli/src/tax/reference/facts-reference -u` writes it anew. */
const PAGE = path.join(import.meta.dirname, '../../../../../../docs/reference/tax-facts.md');

it('docs/reference/tax-facts.md is what the packs declare', async () => {
  const packs = await Promise.all(rulePackIds.toSorted().map(loadRulePack));
  await expect(factsReference(packs)).toMatchFileSnapshot(PAGE);
});

it('words of a label are no Markdown', () => {
  const label = 'wages | <b>all</b> of [them]\n* and `more`';
  const page = factsReference([
    {
      id: 'xx/tax',
      title: 'Tax',
      currency: { code: 'XXD', decimals: 2 },
      facts: { wages: { kind: 'money', label, mayBeNegative: true } },
      variables: {},
      outputs: [],
      total: 'tax',
    },
  ]);
  expect(page).toContain(
    '| `wages` | money, may be negative | always | wages \\| \\<b\\>all\\</b\\> of \\[them\\] \\* and \\`more\\` |',
  );
});
