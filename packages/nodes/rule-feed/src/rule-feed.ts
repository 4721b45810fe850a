import { type Address, asGristmillError, type Cid, type Clock, type GristmillError } from '@gristmill/protocol';
import { type PackDiff, packDiff, rulePackIds } from '@gristmill/rules';
import type { CivilDate, RulePack } from '@gristmill/tax';
import { RuleFeedError } from './errors.ts';
import { parseRuleFeed } from './feed-document.ts';
import { requestFeed } from './feed-request.ts';
import { readLastFeed, writeLastFeed } from './last-feed.ts';
import {
  type CurrentRulePack,
  openServingPacks,
  type ServingPacks,
  type ServingPacksOptions,
} from './serving-packs.ts';
import { cidOfSigned, parseSignedRulePack, type SignedRulePack } from './signed-pack.ts';

/** The list of packs that publishers stand by in public, as the chain has it. */
export interface RuleRegistry {
  /** Whether `cid` is what the publisher has for this pack and day. Throws when the chain does not answer in time. */
  isPublished(pack: { publisher: Address; id: string; effectiveFrom: CivilDate; cid: Cid }): Promise<boolean>;
}

/** A verified pack that a person can adopt. `explainPackDiff(diff)` is the text to read before. */
export interface RulePackProposal {
  cid: Cid;
  signed: SignedRulePack;
  pack: RulePack;
  /** Against the pack that serves now. */
  diff: PackDiff;
}

/** One of the feed's packs that nobody can adopt, and why. */
export interface RejectedRulePack {
  /** Its place in the feed. */
  index: number;
  /** Null where the document says no more. */
  id: string | null;
  cid: Cid | null;
  error: GristmillError;
}

export interface FeedReview {
  proposals: RulePackProposal[];
  rejected: RejectedRulePack[];
  /** When the publisher's server last answered well; null when it never did. A feed can be late. */
  checkedAtMs: number | null;
}

export interface FeedRefresh extends FeedReview {
  status: 'updated' | 'unchanged' | 'failed';
  /** Why it failed; null unless it did. */
  error: GristmillError | null;
}

/** Rule packs from a publisher, adopted one by one by a person, and the pack that serves. */
export interface RuleFeed extends ServingPacks {
  /**
   * Asks the publisher for its feed. Never rejects: whatever is wrong with the feed, the network or the disk is `error`,
   * what is wrong with one pack is in `rejected`, and the last good feed's packs are still there.
   */
  refresh(): Promise<FeedRefresh>;
  /** The last good feed, judged anew, without asking its publisher. Never rejects. */
  review(): Promise<FeedReview>;
  /**
   * A person's decision that this pack serves from now on: one that the feed proposes, one that was adopted before, or
   * the shipped one. Resolves once the decision survives a power cut; `by` is kept with it.
   *
   * @throws GristmillError why the pack was rejected; `RULE_PACK_NOT_OFFERED`, `ADOPTION_MALFORMED`,
   *   `RULE_FEED_FOLDER_UNUSABLE`
   */
  adopt(cid: Cid, decision?: { by: string }): Promise<CurrentRulePack>;
}

/** `folder` is where the last feed is kept too, and `publishers` are those whose packs may be adopted. */
export interface RuleFeedOptions extends ServingPacksOptions {
  url: string;
  clock: Pick<Clock, 'now'>;
  /** When given, a pack must be on chain too. */
  registry?: RuleRegistry;
  fetch?: typeof globalThis.fetch;
  /** For a whole answer; default 30 seconds. */
  deadlineMs?: number;
}

const DEADLINE_MS = 30_000;

/** @throws RuleFeedError `RULE_FEED_URL_INVALID` */
export function createRuleFeed({
  url: urlText,
  clock,
  registry,
  fetch = globalThis.fetch,
  deadlineMs = DEADLINE_MS,
  ...served
}: RuleFeedOptions): RuleFeed {
  const url = feedUrl(urlText);
  const { folder } = served;
  const { adoptions, shippedPack, verify, ...serving } = openServingPacks(served);
  const { current } = serving;

  async function fetchFeed(): Promise<'updated' | 'unchanged'> {
    const last = await readLastFeed(folder, url);
    const answer = await requestFeed({ url, etag: last?.etag ?? null, fetch, deadlineMs });
    const checkedAtMs = clock.now();
    if (answer === null) {
      await writeLastFeed(folder, { ...last!, checkedAtMs });
      return 'unchanged';
    }
    // Only what can be read replaces the last good feed, so that its ETag is never that of a bad one.
    parseRuleFeed(answer.text);
    await writeLastFeed(folder, { url: url.href, ...answer, checkedAtMs });
    return answer.text === last?.text ? 'unchanged' : 'updated';
  }

  async function review(): Promise<FeedReview> {
    const last = await readLastFeed(folder, url);
    const proposals: RulePackProposal[] = [];
    const rejected: RejectedRulePack[] = [];
    for (const [index, document] of (last === null ? [] : parseRuleFeed(last.text)).entries()) {
      const known: Pick<RejectedRulePack, 'id' | 'cid'> = { id: null, cid: null };
      try {
        const signed = parseSignedRulePack(document);
        known.id = signed.id;
        known.cid = cidOfSigned(signed);
        const proposal = await judge(signed, known.cid);
        if (proposal !== null) proposals.push(proposal);
      } catch (error) {
        rejected.push({ index, ...known, error: asGristmillError(error) });
      }
    }
    return { proposals, rejected, checkedAtMs: last?.checkedAtMs ?? null };
  }

  /** Null for what serves already or was adopted before: that is no news. */
  async function judge(signed: SignedRulePack, cid: Cid): Promise<RulePackProposal | null> {
    const { id, publisher, sequence, effectiveFrom } = signed;
    const pack = verify(signed, await shippedPack(id));
    const now = (await current(id)).pack;
    const adopted = (await adoptions.ofPack(id)).flatMap(({ adoption }) => adoption?.pack ?? []);
    if (cid === now.cid || adopted.some((one) => cidOfSigned(one) === cid)) return null;
    const newest = Math.max(0, ...adopted.filter((one) => one.publisher === publisher).map((one) => one.sequence));
    if (sequence <= newest) {
      throw new RuleFeedError(
        'RULE_PACK_NOT_NEWER',
        `${id}, number ${sequence}, is offered although number ${newest} of ${publisher} was adopted.`,
        'Nothing to do when the feed lists old packs. A correction needs a higher number.',
        'peer',
      );
    }
    if (registry !== undefined && !(await isRegistered(registry, { publisher, id, effectiveFrom, cid }))) {
      throw new RuleFeedError(
        'RULE_PACK_NOT_REGISTERED',
        `${publisher} has not published ${cid} for ${id} from ${effectiveFrom} on chain.`,
        'Wait until the publisher registers it, or tell them: their key may be in other hands.',
        'peer',
      );
    }
    return { cid, signed, pack, diff: packDiff(now, pack) };
  }

  async function adopt(cid: Cid, decision?: { by: string }): Promise<CurrentRulePack> {
    // Looked up before the pack is judged: an adoption that comes in between takes the number, and is seen.
    const numbers = new Map<string, number>();
    for (const id of rulePackIds) numbers.set(id, ((await adoptions.ofPack(id))[0]?.number ?? 0) + 1);
    const { id, pack } = await decisionOf(cid);
    const now = await current(id);
    if (now.pack.cid === cid && now.notices.length === 0) return now;
    // What it replaces stays at hand, whatever the next Gristmill ships.
    await serving.keep(id);
    const shipped = (await shippedPack(id)).cid;
    const added = await adoptions.add(id, numbers.get(id)!, {
      adoptedAtMs: clock.now(),
      adoptedBy: decision?.by ?? null,
      shipped,
      pack,
    });
    // Somebody else adopted meanwhile: whether this pack is still news has to be asked again.
    return added ? await current(id) : await adopt(cid, decision);
  }

  async function decisionOf(cid: Cid): Promise<{ id: string; pack: SignedRulePack | null }> {
    const { proposals, rejected } = await review();
    const proposal = proposals.find((one) => one.cid === cid);
    if (proposal !== undefined) return { id: proposal.pack.id, pack: proposal.signed };
    for (const id of rulePackIds) {
      const shipped = await shippedPack(id);
      if (shipped.cid === cid) return { id, pack: null };
      const adopted = (await adoptions.ofPack(id)).flatMap(({ adoption }) => adoption?.pack ?? []);
      const before = adopted.find((one) => cidOfSigned(one) === cid);
      if (before === undefined) continue;
      verify(before, shipped);
      return { id, pack: before };
    }
    throw rejected.find((one) => one.cid === cid)?.error ?? notOffered(cid, proposals);
  }

  return {
    ...serving,
    review,
    adopt,

    async refresh() {
      try {
        const status = await fetchFeed();
        return { status, error: null, ...(await review()) };
      } catch (error) {
        return { status: 'failed', error: asGristmillError(error), ...(await review()) };
      }
    },
  };
}

function feedUrl(text: string): URL {
  const url = URL.parse(text);
  // What is fetched is public and signed, so plain HTTP loses nothing but privacy.
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url;
  throw new RuleFeedError(
    'RULE_FEED_URL_INVALID',
    `"${text}" is not the URL of a rule feed.`,
    'Give an http or https URL without a user and a password.',
    'configuration',
  );
}

async function isRegistered(registry: RuleRegistry, pack: Parameters<RuleRegistry['isPublished']>[0]) {
  try {
    return await registry.isPublished(pack);
  } catch (cause) {
    throw new RuleFeedError(
      'RULE_REGISTRY_UNREACHABLE',
      `Whether ${pack.cid} is registered could not be asked: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Check the RPC URL and try again; the pack that serves now goes on serving.',
      'platform',
      cause,
    );
  }
}

function notOffered(cid: Cid, proposals: readonly RulePackProposal[]): RuleFeedError {
  return new RuleFeedError(
    'RULE_PACK_NOT_OFFERED',
    `No pack ${cid} is offered, shipped or was adopted before.`,
    proposals.length === 0
      ? 'Fetch the feed first.'
      : `The feed proposes: ${proposals.map((one) => `${one.cid} (${one.pack.id})`).join(', ')}.`,
    'user',
  );
}
