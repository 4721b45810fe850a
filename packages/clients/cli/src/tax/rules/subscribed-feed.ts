import { GristmillError } from '@gristmill/protocol';
import { createRuleFeed, type RuleFeed } from '@gristmill/rule-feed';
import { ruleRegistryReader } from '@gristmill/settlement';
import { systemClock } from '@gristmill/storage';
import { readSubscription, type RuleSubscription } from './rule-subscription.ts';

/** @throws GristmillError `RULE_FEED_URL_INVALID` */
export function openFeed(
  folder: string,
  { url, publishers, registry }: RuleSubscription,
  { deadlineMs }: { deadlineMs?: number } = {},
): RuleFeed {
  return createRuleFeed({
    url,
    publishers,
    folder,
    clock: systemClock,
    ...(registry !== null && { registry: ruleRegistryReader({ rpcUrl: registry.rpcUrl, registry: registry.address }) }),
    ...(deadlineMs !== undefined && { deadlineMs }),
  });
}

/** @throws GristmillError `RULE_FEED_NOT_SUBSCRIBED`, `RULE_SUBSCRIPTION_MALFORMED` */
export async function subscribedFeed(folder: string): Promise<RuleFeed> {
  const subscription = await readSubscription(folder);
  if (subscription !== null) return openFeed(folder, subscription);
  throw new GristmillError('RULE_FEED_NOT_SUBSCRIBED', `${folder} holds no subscription to a rule feed.`, {
    hint: 'Subscribe first: gristmill tax packs fetch https://… --publisher 0x…',
    fault: 'configuration',
  });
}
