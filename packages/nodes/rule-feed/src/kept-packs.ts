import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Cid, cidOf } from '@gristmill/protocol';
import { rulePackWith, shippedParameterFiles } from '@gristmill/rules';
import type { RulePack } from '@gristmill/tax';
import { z } from 'zod';
import { formulasDiffer } from './signed-pack.ts';
import { createWhole, isNodeError } from './whole-file.ts';

/** A shipped pack as it was: an update of Gristmill brings others, and what was assessed by this one names it. */
const keptPack = z.strictObject({
  schema: z.literal('gristmill/kept-rule-pack/1'),
  id: z.string(),
  formulaVersion: z.int().positive(),
  parameterFiles: z.record(z.string(), z.unknown()),
});

/** Packs by their content, each a file that is never written again: `kept/bafyrei….json`. */
export interface KeptPacks {
  /**
   * Keeps a pack that this version ships.
   *
   * @throws RuleFeedError `RULE_FEED_FOLDER_UNUSABLE`
   */
  keep(shipped: RulePack): Promise<void>;
  /**
   * Null where there is none, or none that can be read.
   *
   * @param shipped gives this version's pack of the same tax.
   * @throws RuleFeedError `RULE_PACK_FORMULAS_DIFFER`
   */
  find(cid: Cid, shipped: (id: string) => Promise<RulePack>): Promise<RulePack | null>;
}

export function keptPacksIn(folder: string): KeptPacks {
  const fileOf = (cid: Cid) => path.join(folder, 'kept', `${cid}.json`);
  return {
    async keep({ id, cid, formulaVersion }) {
      if (existsSync(fileOf(cid))) return;
      const kept = { id, formulaVersion, parameterFiles: await shippedParameterFiles(id) };
      // What is asked for is kept, and nothing that only passes for it.
      if (cidOf(kept) === cid) {
        await createWhole(fileOf(cid), `${JSON.stringify({ schema: 'gristmill/kept-rule-pack/1', ...kept })}\n`);
      }
    },

    async find(cid, shipped) {
      const { schema: _, ...kept } = parse(await textOf(fileOf(cid))) ?? { schema: null };
      if (!('id' in kept) || cidOf(kept) !== cid) return null;
      const { id, formulaVersion, parameterFiles } = kept;
      const current = (await shipped(id)).formulaVersion;
      if (formulaVersion !== current) throw formulasDiffer(id, formulaVersion, current);
      return rulePackWith(id, parameterFiles);
    },
  };
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isNodeError(error, 'ENOENT') || isNodeError(error, 'ENOTDIR')) return null;
    throw error;
  }
}

function parse(text: string | null): z.infer<typeof keptPack> | null {
  if (text === null) return null;
  try {
    return keptPack.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
