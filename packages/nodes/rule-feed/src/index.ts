export { RuleFeedError, type RuleFeedErrorCode } from './errors.ts';
export { parseRuleFeed, ruleFeedText } from './feed-document.ts';
export {
  createRuleFeed,
  type FeedRefresh,
  type FeedReview,
  type RejectedRulePack,
  type RuleFeed,
  type RuleFeedOptions,
  type RulePackProposal,
  type RuleRegistry,
} from './rule-feed.ts';
export {
  createServingPacks,
  type CurrentRulePack,
  type PackAdoption,
  type ServingPacks,
  type ServingPacksOptions,
} from './serving-packs.ts';
export {
  cidOfSigned,
  parseSignedRulePack,
  signedRulePack,
  type SignedRulePack,
  signRulePack,
  verifyRulePack,
} from './signed-pack.ts';
