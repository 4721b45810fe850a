import { GristmillError } from '@gristmill/protocol';
import { loadRulePack, rulePackIds } from '@gristmill/rules';
import type { RulePack } from '@gristmill/tax';

/**
 * The id of the pack that a reference means: the id itself, or folders at its beginning that no other pack shares
 * (`us/federal`).
 *
 * @throws GristmillError `RULE_PACK_UNKNOWN`, `RULE_PACK_AMBIGUOUS`
 */
export function packIdOf(reference: string, ids: readonly string[] = rulePackIds): string {
  const name = reference.replace(/\/+$/, '');
  if (ids.includes(name)) return name;
  const found = ids.filter((id) => id.startsWith(`${name}/`));
  if (found.length === 1) return found[0]!;
  if (found.length === 0) {
    throw new GristmillError('RULE_PACK_UNKNOWN', `There is no rule pack "${reference}".`, {
      hint: `Choose one of: ${ids.join(', ')}.`,
    });
  }
  throw new GristmillError('RULE_PACK_AMBIGUOUS', `"${reference}" may be any of ${found.length} rule packs.`, {
    hint: `Choose one of: ${found.join(', ')}.`,
  });
}

/** @throws GristmillError as `packIdOf`, and `RULE_PACK_MALFORMED` */
export async function loadPack(reference: string): Promise<RulePack> {
  return loadRulePack(packIdOf(reference));
}
