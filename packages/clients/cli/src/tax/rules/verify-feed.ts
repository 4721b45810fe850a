import { type Address, asGristmillError } from '@gristmill/protocol';
import { cidOfSigned, parseRuleFeed, parseSignedRulePack, verifyRulePack } from '@gristmill/rule-feed';
import { explainPackDiff, loadRulePack, packDiff } from '@gristmill/rules';

/** A pack of a publisher's feed, looked at from here. */
export interface OfferedPack {
  /** Its place in the feed. */
  index: number;
  /** Null where the document could not be read so far. */
  id: string | null;
  cid: string | null;
  publisher: string | null;
  effectiveFrom: string | null;
  /** What it changes of the shipped pack, for people; null when it is refused. */
  changes: string | null;
  /** Why nobody should adopt it; null when its signature and content hold. */
  error: { code: string; message: string; hint: string } | null;
}

/**
 * Checks every pack of a feed: schema, signature of a trusted publisher, content, and that this version's formulas find
 * what they read. One bad pack hides no other.
 *
 * @throws RuleFeedError `RULE_FEED_MALFORMED`
 */
export async function verifyFeed(text: string, publishers: readonly Address[]): Promise<OfferedPack[]> {
  return Promise.all(
    parseRuleFeed(text).map(async (document, index): Promise<OfferedPack> => {
      const offered = { index, id: null, cid: null, publisher: null, effectiveFrom: null, changes: null, error: null };
      try {
        const signed = parseSignedRulePack(document);
        const { id, publisher, effectiveFrom } = signed;
        const known = { ...offered, id, cid: cidOfSigned(signed), publisher, effectiveFrom };
        try {
          const shipped = await loadRulePack(id);
          const pack = verifyRulePack(signed, { publishers, shipped });
          return { ...known, changes: explainPackDiff(packDiff(shipped, pack)) };
        } catch (error) {
          return { ...known, error: asGristmillError(error).toJSON() };
        }
      } catch (error) {
        return { ...offered, error: asGristmillError(error).toJSON() };
      }
    }),
  );
}
