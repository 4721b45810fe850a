import { readdir, readFile } from 'node:fs/promises';
import { GristmillError } from '@gristmill/protocol';
import { defineRulePack, type RulePack } from '@gristmill/tax';
import { parseParameterText } from './parameter-text.ts';
import { PACKS } from './packs.ts';

/** The packs that this version of Gristmill ships. */
export const rulePackIds: readonly string[] = PACKS.map(({ id }) => id);

/**
 * Reads a pack: its formulas, and the YAML parameters in `rules/<id>/parameters/`.
 *
 * @throws GristmillError `RULE_PACK_UNKNOWN`; `RULE_PACK_MALFORMED` naming the file and key that is wrong.
 */
export async function loadRulePack(id: string): Promise<RulePack> {
  const definition = PACKS.find((pack) => pack.id === id);
  if (definition === undefined) {
    throw new GristmillError('RULE_PACK_UNKNOWN', `There is no rule pack "${id}".`, {
      hint: `Choose one of: ${rulePackIds.join(', ')}.`,
    });
  }
  const folder = new URL(`../${id}/parameters/`, import.meta.url);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const documents = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return [name.slice(0, -'.yaml'.length), parseParameterText(name, text)] as const;
    }),
  );
  return defineRulePack({ ...definition, parameterFiles: Object.fromEntries(documents) });
}
