import path from 'node:path';
import { loadRulePack, rulePackIds } from '@gristmill/rules';
import { expect, it } from 'vitest';
import { formsReference } from './forms-reference.ts';
import { formsOf } from '../facts/official-form.ts';

/** `npm test -- packages/clients/cli/src/tax/reference/forms-reference -u` writes it anew. */
const PAGE = path.join(import.meta.dirname, '../../../../../../docs/reference/tax-forms.md');

it('docs/reference/tax-forms.md is what the forms declare', async () => {
  const packs = await Promise.all(
    rulePackIds.toSorted().map(async (id) => ({ id, forms: await formsOf(await loadRulePack(id)) })),
  );
  await expect(formsReference(packs)).toMatchFileSnapshot(PAGE);
});
