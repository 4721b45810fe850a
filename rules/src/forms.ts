import { GristmillError } from '@gristmill/protocol';
import { readdir } from 'node:fs/promises';
import { readParameterFiles } from './load.ts';
import { PACKS } from './packs.ts';

/**
 * The official forms that a pack's figures are written on, by name, as plain data in which every scalar is text; none
 * where the pack has no forms. `parseForm` of `@gristmill/remittance` reads them.
 *
 * @throws GristmillError `RULE_PACK_UNKNOWN`; `RULE_PACK_MALFORMED` naming the file and line that is not YAML.
 */
export async function readForms(packId: string): Promise<Record<string, unknown>> {
  if (!PACKS.some(({ id }) => id === packId)) {
    throw new GristmillError('RULE_PACK_UNKNOWN', `There is no rule pack "${packId}".`, {
      hint: `Choose one of: ${PACKS.map(({ id }) => id).join(', ')}.`,
    });
  }
  const pack = new URL(`../${packId}/`, import.meta.url);
  const hasForms = (await readdir(pack)).includes('forms');
  return hasForms ? readParameterFiles(new URL('forms/', pack)) : {};
}
