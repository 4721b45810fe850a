import { readdir, readFile } from 'node:fs/promises';
import { GristmillError } from '@gristmill/protocol';
import { defineRulePack, type RulePack, type RulePackDefinition } from '@gristmill/tax';
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
  const definition = definitionOf(id);
  return defineRulePack({ ...definition, parameterFiles: await shippedParameterFiles(id) });
}

/**
 * The parameter files of a pack as this version ships them: with them `rulePackWith` is what `loadRulePack` reads.
 *
 * @throws GristmillError `RULE_PACK_UNKNOWN`; `RULE_PACK_MALFORMED` naming the file and line that is not YAML.
 */
export async function shippedParameterFiles(id: string): Promise<Record<string, unknown>> {
  definitionOf(id);
  return await readParameterFiles(new URL(`../${id}/parameters/`, import.meta.url));
}

/**
 * This version's formulas with other parameters, as a publisher sends them. With the parameter files that this version
 * ships it is the pack that `loadRulePack` reads, by the same CID.
 *
 * @throws GristmillError `RULE_PACK_UNKNOWN`; `RULE_PACK_MALFORMED` naming the file and key that is wrong.
 */
export function rulePackWith(id: string, parameterFiles: Readonly<Record<string, unknown>>): RulePack {
  return defineRulePack({ ...definitionOf(id), parameterFiles });
}

/**
 * The YAML files of a folder as a pack's parameter files: plain data in which every scalar is text, by file name.
 *
 * @throws TaxError `RULE_PACK_MALFORMED` naming the file and line that is not YAML.
 */
export async function readParameterFiles(folder: URL): Promise<Record<string, unknown>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const documents = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return [name.slice(0, -'.yaml'.length), parseParameterText(name, text)] as const;
    }),
  );
  return Object.fromEntries(documents);
}

function definitionOf(id: string): Omit<RulePackDefinition, 'parameterFiles'> {
  const definition = PACKS.find((pack) => pack.id === id);
  if (definition === undefined) {
    throw new GristmillError('RULE_PACK_UNKNOWN', `There is no rule pack "${id}".`, {
      hint: `Choose one of: ${rulePackIds.join(', ')}.`,
    });
  }
  return definition;
}
