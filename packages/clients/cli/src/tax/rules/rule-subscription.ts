import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { address, type Address, GristmillError, jsonText } from '@gristmill/protocol';
import { replaceWholeFile } from '@gristmill/storage';
import { z } from 'zod';
import { defaultHome } from '../../home.ts';

/** Whose rule packs a home may adopt, where they are fetched, and where on chain they must stand. */
const ruleSubscription = z.strictObject({
  schema: z.literal('gristmill/rule-subscription/1'),
  url: z.string(),
  publishers: z.array(address).min(1),
  /** When set, a pack must be in this registry before it can be adopted. */
  registry: z.strictObject({ rpcUrl: z.string(), address }).nullable(),
});
export type RuleSubscription = Omit<z.infer<typeof ruleSubscription>, 'schema'>;

/** The folder of a home that holds its subscription, the last feed and the adoptions. It need not be there. */
export function rulesFolder(home: string = defaultHome()): string {
  return path.join(home, 'rules');
}

function fileIn(folder: string): string {
  return path.join(folder, 'subscription.json');
}

/** Null when this home has subscribed to nothing. @throws GristmillError `RULE_SUBSCRIPTION_MALFORMED` */
export async function readSubscription(folder: string): Promise<RuleSubscription | null> {
  const file = fileIn(folder);
  try {
    const { schema: _, ...subscription } = ruleSubscription.parse(JSON.parse(await readFile(file, 'utf8')));
    return subscription;
  } catch (cause) {
    if (['ENOENT', 'ENOTDIR'].includes((cause as NodeJS.ErrnoException).code ?? '')) return null;
    throw new GristmillError('RULE_SUBSCRIPTION_MALFORMED', `${file} is no subscription to a rule feed.`, {
      hint: 'Move it away and subscribe anew: gristmill tax packs fetch URL --publisher ADDRESS.',
      fault: 'configuration',
      cause,
    });
  }
}

export async function writeSubscription(folder: string, subscription: RuleSubscription): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = jsonText({ schema: 'gristmill/rule-subscription/1', ...subscription }, 2);
  await replaceWholeFile(fileIn(folder), `${text}\n`);
}

/** Trust that is added is kept; who is named in both loses it. Without publishers nothing may ever serve. */
export function publishersAfter(
  before: readonly Address[],
  { trusted, distrusted }: { trusted: readonly Address[]; distrusted: readonly Address[] },
): Address[] {
  return [...new Set([...before, ...trusted])].filter((one) => !distrusted.includes(one));
}
