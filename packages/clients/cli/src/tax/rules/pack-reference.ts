import { existsSync } from 'node:fs';
import { asGristmillError, cid as cidSchema, type Cid, GristmillError } from '@gristmill/protocol';
import { createServingPacks, type PackAdoption } from '@gristmill/rule-feed';
import { rulePackIds } from '@gristmill/rules';
import type { RulePack } from '@gristmill/tax';
import { defaultHome } from '../../home.ts';
import { readSubscription, rulesFolder } from './rule-subscription.ts';

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
    const alike = name === '' ? [] : ids.filter((id) => id.includes(name));
    throw new GristmillError('RULE_PACK_UNKNOWN', `There is no rule pack "${reference}".`, {
      hint: alike.length > 0 ? `Did you mean ${alike.join(' or ')}?` : `Choose one of: ${ids.join(', ')}.`,
    });
  }
  throw new GristmillError('RULE_PACK_AMBIGUOUS', `"${reference}" may be any of ${found.length} rule packs.`, {
    hint: `Choose one of: ${found.join(', ')}.`,
  });
}

/** Which rules an answer rests on, so that it can be given again: `--pack <cid>` takes exactly these. */
export interface RulesInForce {
  packId: string;
  cid: Cid;
  /** `named`: by their content, whether they serve or not. */
  source: 'adopted' | 'shipped' | 'named';
  formulaVersion: number;
  /** The day on which the newest of its values was last checked. */
  checkedUntil: string;
  /** The decision that made them serve; null for shipped ones and named ones. */
  adoption: PackAdoption | null;
}

export interface ServingPack {
  pack: RulePack;
  rules: RulesInForce;
}

/**
 * The pack that a reference means: by its id, the one that serves in a home (the last one adopted, else the one that
 * Gristmill ships); by its content identifier, exactly that one, as far as it was shipped or adopted here. What is wrong
 * with a feed, its folder or its subscription is told to `warn` and stops nothing.
 *
 * @throws GristmillError as `packIdOf`; `RULE_PACK_NOT_KEPT`, `RULE_PACK_FORMULAS_DIFFER` for a content identifier.
 */
export async function servingPack(
  reference: string,
  home?: string,
  warn: (line: string) => void = (line) => process.stderr.write(`${line}\n`),
): Promise<ServingPack> {
  const packs = await servingPacks(home, warn);
  const named = cidSchema.safeParse(reference);
  if (named.success) {
    const pack = await packs.packByCid(named.data);
    return { pack, rules: rulesOf(pack, 'named', null) };
  }
  const { pack, source, adoption, notices } = await packs.current(packIdOf(reference));
  // What is stated by it can then be stated again after an update. A home that cannot be written to stops nothing.
  if (existsSync(home ?? defaultHome())) await packs.keep(pack.id).catch(() => undefined);
  for (const { code, message, hint } of notices) warn(`${message} ${hint} (${code})`);
  return { pack, rules: rulesOf(pack, source, adoption) };
}

/** @throws GristmillError `OPTION_INVALID` */
export function parsePackCid(text: string): Cid {
  const parsed = cidSchema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new GristmillError('OPTION_INVALID', `"${text}" is no content identifier of a rule pack.`, {
    hint: 'Take it from `gristmill tax packs fetch` or `list`: bafyrei…',
  });
}

/** As `servingPack`, the pack alone. */
export async function loadPack(reference: string, home?: string): Promise<RulePack> {
  return (await servingPack(reference, home)).pack;
}

/** What serves in a home, whether or not it is there. */
export async function servingPacks(home: string | undefined, warn: (line: string) => void) {
  const folder = rulesFolder(home);
  try {
    return createServingPacks({ publishers: (await readSubscription(folder))?.publishers ?? [], folder });
  } catch (error) {
    // Nobody is trusted then, and what Gristmill ships serves.
    const { message, hint } = asGristmillError(error);
    warn(`${message} ${hint}`);
    return createServingPacks({ publishers: [], folder });
  }
}

export function rulesOf(pack: RulePack, source: RulesInForce['source'], adoption: PackAdoption | null): RulesInForce {
  const checks = [...pack.parameters.values()].flatMap(({ values }) => values.map(({ checked }) => checked));
  return {
    packId: pack.id,
    cid: pack.cid,
    source,
    formulaVersion: pack.formulaVersion,
    checkedUntil: checks.toSorted().at(-1) ?? '',
    adoption,
  };
}

/** The same for people. */
export function rulesText({ cid, source, checkedUntil, adoption }: RulesInForce): string {
  switch (source) {
    case 'adopted': {
      const { adoptedAtMs, adoptedBy, signed } = adoption!;
      const by = adoptedBy === null ? '' : ` by ${adoptedBy}`;
      const whose = signed === null ? '' : `, number ${signed.sequence} of ${signed.publisher}`;
      return `rules ${cid}, adopted on ${new Date(adoptedAtMs).toISOString().slice(0, 10)}${by}${whose}`;
    }
    case 'shipped':
      return `rules ${cid}, shipped with this Gristmill, checked until ${checkedUntil}`;
    case 'named':
      return `rules ${cid}, as named, checked until ${checkedUntil}`;
  }
}
