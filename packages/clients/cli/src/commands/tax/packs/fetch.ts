import { type Address, GristmillError } from '@gristmill/protocol';
import type { FeedRefresh, RejectedRulePack, RulePackProposal } from '@gristmill/rule-feed';
import type { Command } from 'commander';
import colors from 'yoctocolors';
import { wholeNumber } from '../../../input.ts';
import { createOutput, EXIT_FAILED } from '../../../output.ts';
import { parseAddress } from '../../../parse-address.ts';
import { printable, printableLines } from '../../../printable.ts';
import { collected } from '../../../repeatable.ts';
import { namedRegistry } from '../../../tax/rules/registry-option.ts';
import {
  publishersAfter,
  readSubscription,
  rulesFolder,
  type RuleSubscription,
  writeSubscription,
} from '../../../tax/rules/rule-subscription.ts';
import { openFeed } from '../../../tax/rules/subscribed-feed.ts';
import type { HomeOption } from './home-option.ts';

interface FetchOptions extends HomeOption {
  publisher: string[];
  distrust: string[];
  hub?: string;
  registry?: string | false;
  rpc?: string;
  deadline: string;
}

export function addFetch(packs: Command): Command {
  return packs
    .command('fetch')
    .argument('[url]', 'the feed to subscribe to (default: the one subscribed to)')
    .summary("ask a publisher's feed for newer packs; nothing serves by being fetched")
    .description(
      'Fetches the feed if it has changed (ETag), checks each pack by itself (signature of a publisher whom you trust, ' +
        'number, formulas, content, and its place in the registry on chain where you ask for that), and lists what can be ' +
        'adopted. With a URL it subscribes this home to it first. A feed that is bad, late, unsigned or old changes ' +
        'nothing: what serves goes on serving. Exits with 1 when the feed could not be fetched.',
    )
    .option('--publisher <address>', 'trust what this publisher signs (repeatable)', collected, [])
    .option('--distrust <address>', 'trust it no more: what it published serves no longer (repeatable)', collected, [])
    .option('--hub <url>', "ask that packs stand in the registry on this hub's chain too")
    .option('--registry <address>', 'ask that packs stand in this registry, with --rpc')
    .option('--rpc <url>', 'the chain of --registry')
    .option('--no-registry', 'ask for no registry any more')
    .option('--deadline <seconds>', 'for the whole answer', '30')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax packs fetch https://rules.example/rules.json --publisher 0x52908400098527886E0F7030069857D2E4169EE7
  gristmill tax packs fetch                          for example from cron, every week
  gristmill tax packs fetch --hub http://127.0.0.1:4711`,
    )
    .action(async (url: string | undefined, _: unknown, command: Command) => {
      const options: FetchOptions = command.optsWithGlobals();
      const folder = rulesFolder(options.home);
      const deadlineMs = wholeNumber('--deadline', options.deadline, 1, 3600) * 1000;
      const subscription = await subscriptionOf(await readSubscription(folder), url, options);
      // Opened first: what is no URL is not subscribed to.
      const feed = openFeed(folder, subscription, { deadlineMs });
      await writeSubscription(folder, subscription);
      const refreshed = await feed.refresh();
      const { status, error, proposals, rejected, checkedAtMs } = refreshed;
      createOutput({ json: options.json ?? false }).result(
        {
          url: subscription.url,
          publishers: subscription.publishers,
          registry: subscription.registry,
          status,
          error: error?.toJSON() ?? null,
          checkedAt: checkedAtMs === null ? null : new Date(checkedAtMs).toISOString(),
          proposals: proposals.map(proposalOf),
          rejected: rejected.map((one) => ({ ...one, error: one.error.toJSON() })),
        },
        textOf(subscription, refreshed),
      );
      if (status === 'failed') process.exitCode = EXIT_FAILED;
    });
}

/** @throws GristmillError `OPTION_MISSING`, `OPTIONS_CONFLICT`, `OPTION_INVALID` */
async function subscriptionOf(
  before: RuleSubscription | null,
  url: string | undefined,
  options: FetchOptions,
): Promise<RuleSubscription> {
  const address = url ?? before?.url;
  const publishers = publishersAfter(before?.publishers ?? [], {
    trusted: options.publisher.map((text) => parseAddress('--publisher', text)),
    distrusted: options.distrust.map((text) => parseAddress('--distrust', text)),
  });
  if (address === undefined) {
    throw new GristmillError('OPTION_MISSING', 'This home has not subscribed to a feed yet.', {
      hint: 'Name its URL, and with --publisher whose signature you trust.',
    });
  }
  if (publishers.length === 0) {
    throw new GristmillError('OPTION_MISSING', 'Nobody is trusted, so that nothing could ever be adopted.', {
      hint: "Name --publisher: the publisher's address, as they make it known elsewhere than in the feed.",
    });
  }
  return { url: address, publishers, registry: await registryOf(before, options) };
}

async function registryOf(
  before: RuleSubscription | null,
  { hub, registry, rpc }: FetchOptions,
): Promise<RuleSubscription['registry']> {
  if (registry === false) return null;
  const named = await namedRegistry({
    ...(hub !== undefined && { hub }),
    ...(registry !== undefined && { registry }),
    ...(rpc !== undefined && { rpc }),
  });
  return named === null ? (before?.registry ?? null) : { rpcUrl: named.rpcUrl, address: named.address };
}

/** What a script needs to choose: the whole difference is in `packs diff --json`. */
function proposalOf({ cid, signed, diff }: RulePackProposal) {
  const { id, publisher, sequence, effectiveFrom } = signed;
  return { cid, id, publisher, sequence, effectiveFrom, changes: countsOf(diff) };
}

function countsOf({ parameters }: RulePackProposal['diff']): Record<string, number> {
  const counts = { rewritten: 0, removed: 0, added: 0, redated: 0, recited: 0 };
  for (const { change } of parameters) counts[change] += 1;
  return counts;
}

const STATUS = {
  updated: 'The feed has changed.',
  unchanged: 'The feed is as it was.',
  failed: 'The feed could not be fetched; what was fetched before is still here.',
} as const;

function textOf({ url }: { url: string; publishers: readonly Address[] }, refreshed: FeedRefresh): string {
  const { status, error, proposals, rejected } = refreshed;
  return [
    `${url}: ${STATUS[status]}`,
    ...(error === null
      ? []
      : [`  ${colors.red(`${error.code}: ${printableLines(error.message)}`)}`, `  ${error.hint}`]),
    ...proposals.map(
      ({ cid, signed, diff }) =>
        `${colors.green('+')} ${signed.id}, number ${signed.sequence} of ${signed.publisher}, from ${signed.effectiveFrom}\n  ${cid}\n  ${countsText(countsOf(diff))}`,
    ),
    ...rejected.map(rejectedText),
    proposals.length === 0
      ? 'Nothing to adopt.'
      : 'Read what changes with `gristmill tax packs diff`, then adopt one by its content: `gristmill tax packs adopt CID`.',
  ].join('\n');
}

function countsText(counts: Record<string, number>): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  return some.length === 0 ? 'no value changes' : some.map(([change, count]) => `${count} ${change}`).join(', ');
}

function rejectedText({ index, id, error }: RejectedRulePack): string {
  const name = id ?? `number ${index + 1} of the feed`;
  return `${colors.red('✗')} ${printable(name)}: ${printableLines(error.message)} (${error.code})`;
}
