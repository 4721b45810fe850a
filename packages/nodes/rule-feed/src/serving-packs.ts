import { type Address, asGristmillError, type Cid, type GristmillError } from '@gristmill/protocol';
import { loadRulePack, rulePackIds } from '@gristmill/rules';
import type { RulePack } from '@gristmill/tax';
import { type Adoption, type AdoptionEntry, adoptionsIn } from './adoptions.ts';
import { RuleFeedError } from './errors.ts';
import { keptPacksIn } from './kept-packs.ts';
import { cidOfSigned, packOfSigned, type SignedRulePack, verifyRulePack } from './signed-pack.ts';

/** The pack that serves, and why it does. */
export type CurrentRulePack = {
  pack: RulePack;
  /** What a person should know: an adopted pack that cannot serve, a shipped one that changed. */
  notices: GristmillError[];
} & ({ source: 'adopted'; adoption: PackAdoption } | { source: 'shipped'; adoption: null });

/** A decision that a pack serves: what was decided, when, and by whom. */
export interface PackAdoption {
  /** From 1, of this pack. */
  number: number;
  adoptedAtMs: number;
  /** As they called themselves; null where nobody said. */
  adoptedBy: string | null;
  cid: Cid;
  /** Null for the decision to go back to the shipped pack. */
  signed: Pick<SignedRulePack, 'publisher' | 'sequence' | 'effectiveFrom'> | null;
}

/** The packs that serve in a folder: those that a person adopted, else those that Gristmill ships. */
export interface ServingPacks {
  /**
   * The pack that serves: the last good one adopted, else the shipped one. Needs neither network nor chain, and rejects
   * for no fault of the feed or its folder.
   *
   * @throws GristmillError `RULE_PACK_UNKNOWN`
   */
  current(id: string): Promise<CurrentRulePack>;
  /**
   * A pack that was adopted or kept once, or is shipped, to repeat or adjust an assessment that names it.
   *
   * @throws GristmillError `RULE_PACK_NOT_KEPT`, `RULE_PACK_FORMULAS_DIFFER`
   */
  packByCid(cid: Cid): Promise<RulePack>;
  /**
   * Keeps the shipped pack, if it is what serves: who states something by it can then repeat it by its CID after an update
   * of Gristmill too, as long as the formulas are the same. What was adopted is kept anyway.
   *
   * @throws GristmillError `RULE_PACK_UNKNOWN`, `RULE_FEED_FOLDER_UNUSABLE`
   */
  keep(id: string): Promise<void>;
  /**
   * Every decision about a pack that can be read, newest first.
   *
   * @throws GristmillError `RULE_FEED_FOLDER_UNUSABLE`
   */
  history(id: string): Promise<PackAdoption[]>;
}

export interface ServingPacksOptions {
  /** Whose packs may serve. */
  publishers: readonly Address[];
  /** Where the adoptions are kept; it need not be there. */
  folder: string;
  /** Default: the packs of this version of Gristmill. */
  loadShipped?: (id: string) => Promise<RulePack>;
}

/** What serves, for who only reads: a payout needs no feed, no network and no clock. */
export function createServingPacks(options: ServingPacksOptions): ServingPacks {
  const { current, packByCid, keep, history } = openServingPacks(options);
  return { current, packByCid, keep, history };
}

/** The same for the feed, which also decides. */
export function openServingPacks({ publishers, folder, loadShipped = loadRulePack }: ServingPacksOptions) {
  const adoptions = adoptionsIn(folder);
  const kept = keptPacksIn(folder);
  const loading = new Map<string, Promise<RulePack>>();
  // Publishers and shipped packs stay what they are, so what was verified once is verified.
  const verified = new WeakMap<SignedRulePack, RulePack>();

  function shippedPack(id: string): Promise<RulePack> {
    const known = loading.get(id);
    if (known !== undefined) return known;
    const pack = loadShipped(id);
    loading.set(id, pack);
    // What failed can be tried again.
    pack.catch(() => loading.delete(id));
    return pack;
  }

  function verify(signed: SignedRulePack, shipped: RulePack): RulePack {
    const pack = verified.get(signed) ?? verifyRulePack(signed, { publishers, shipped });
    verified.set(signed, pack);
    return pack;
  }

  async function current(id: string): Promise<CurrentRulePack> {
    const shipped = await shippedPack(id);
    const notices: GristmillError[] = [];
    try {
      for (const { number, adoption, damage } of await adoptions.ofPack(id)) {
        if (adoption === null) {
          notices.push(damage);
          continue;
        }
        const sinceChanged = adoption.shipped !== shipped.cid;
        // Behind one that cannot serve, a pack from before the last update may be older than the shipped one.
        if (notices.length > 0 && sinceChanged) break;
        if (adoption.pack === null) break;
        try {
          const pack = verify(adoption.pack, shipped);
          if (sinceChanged) notices.push(shippedChanged(id, adoption.shipped, shipped));
          return { pack, source: 'adopted', adoption: decisionOf(number, adoption), notices };
        } catch (error) {
          notices.push(asGristmillError(error));
        }
      }
    } catch (error) {
      notices.push(asGristmillError(error));
    }
    return { pack: shipped, source: 'shipped', adoption: null, notices };
  }

  async function packByCid(cid: Cid): Promise<RulePack> {
    for (const id of rulePackIds) {
      const shipped = await shippedPack(id);
      if (shipped.cid === cid) return shipped;
      for (const { adoption } of await adoptions.ofPack(id)) {
        if (adoption?.pack && cidOfSigned(adoption.pack) === cid) return packOfSigned(adoption.pack, shipped);
      }
    }
    const found = await kept.find(cid, shippedPack);
    if (found !== null) return found;
    throw new RuleFeedError(
      'RULE_PACK_NOT_KEPT',
      `${cid} is neither shipped with this Gristmill nor was it ever adopted or kept in ${folder}.`,
      'Use the Gristmill that made the assessment, or the folder that it was made with.',
      'user',
    );
  }

  async function keep(id: string): Promise<void> {
    const { pack, source } = await current(id);
    if (source === 'shipped') await kept.keep(pack);
  }

  async function history(id: string): Promise<PackAdoption[]> {
    const entries: AdoptionEntry[] = await adoptions.ofPack(id);
    return entries.flatMap(({ number, adoption }) => (adoption === null ? [] : [decisionOf(number, adoption)]));
  }

  return { adoptions, shippedPack, verify, current, packByCid, keep, history };
}

function decisionOf(number: number, { adoptedAtMs, adoptedBy, shipped, pack }: Adoption): PackAdoption {
  return { number, adoptedAtMs, adoptedBy, cid: pack === null ? shipped : cidOfSigned(pack), signed: namesOf(pack) };
}

function namesOf(pack: SignedRulePack | null): PackAdoption['signed'] {
  if (pack === null) return null;
  const { publisher, sequence, effectiveFrom } = pack;
  return { publisher, sequence, effectiveFrom };
}

function shippedChanged(id: string, before: Cid, shipped: RulePack): RuleFeedError {
  return new RuleFeedError(
    'SHIPPED_PACK_CHANGED',
    `${id} was adopted over the shipped ${before}, and Gristmill now ships ${shipped.cid}.`,
    `Compare the two, and adopt ${shipped.cid} if the shipped one is newer.`,
    'configuration',
  );
}
