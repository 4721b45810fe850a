export { RuleFeedError, type RuleFeedErrorCode } from './errors.ts';
export { parseRuleFeed, ruleFeedText } from './feed-document.ts';
export {
  createRuleFeed,
  type CurrentRulePack,
  type FeedRefresh,
  type FeedReview,
  type RejectedRulePack,
  type RuleFeed,
  type RuleFeedOptions,
  type RulePackProposal,
  type RuleRegistry,
} from './rule-feed.ts';
export {
  cidOfSigned,
  parseSignedRulePack,
  signedRulePack,
  type SignedRulePack,
  signRulePack,
  verifyRulePack,
} from './signed-pack.ts';
