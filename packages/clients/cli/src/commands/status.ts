import { type Asset, formatUnits } from '@gristmill/protocol';
import type { Command } from 'commander';
import { createHubClient, DEFAULT_HUB, type JobView, type ProviderView } from 'gristmill';
import colors from 'yoctocolors';
import { createOutput } from '../output.ts';
import { printable } from '../printable.ts';
import { shortJobId } from '../job-reference.ts';
import { table } from '../table.ts';

export function addStatus(program: Command): void {
  program
    .command('status')
    .summary('what a hub, its providers and its jobs are doing')
    .description(
      'Shows a hub\'s providers and jobs. A provider that is "checked by others" has no word of its own yet: it lied, or it ' +
        'is new and has less at stake than the hub asks for, so its results count beside those of trusted ones only.',
    )
    .option('--hub <url>', 'the hub to ask', DEFAULT_HUB)
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill status
  gristmill status --hub http://hub.example:4711
  gristmill status --json | jq '.jobs[] | select(.state == "running") | .jobId'`,
    )
    .action(async ({ hub, json = false }: { hub: string; json?: boolean }) => {
      const network = await createHubClient(hub).network();
      createOutput({ json }).result(
        network,
        [
          colors.bold(`Hub ${network.coordinator}`),
          `  chain ${network.chainId}, escrow ${network.contracts.escrow}; journal ${network.journal.events} events, root ${network.journal.root.slice(0, 16)}…`,
          ...(network.bondUnitsMin === undefined
            ? []
            : [`  new providers are asked to have ${formatUnits(network.bondUnitsMin, network.asset)} at stake`]),
          '',
          providerTable(network.providers, network.asset),
          '',
          jobTable(network.jobs, network.asset),
        ].join('\n'),
      );
    });
}

function providerTable(providers: readonly ProviderView[], asset: Asset): string {
  if (providers.length === 0) return 'No providers yet: start one with `gristmill provide`.';
  return table(
    ['provider', '', 'slots', 'right', 'wrong', 'lost', 'earned', 'at stake', 'reputation'],
    providers.map((provider) => [
      `…${provider.provider.slice(-8)}`,
      provider.connected ? colors.green('online') : colors.dim('offline'),
      `${provider.inFlight}/${provider.slots}`,
      String(provider.accepted),
      provider.rejected > 0 ? colors.red(String(provider.rejected)) : '0',
      String(provider.lapsed),
      formatUnits(provider.earnedUnits, asset),
      formatUnits(provider.bondUnits, asset),
      provider.reputation.toFixed(3) + (provider.trusted ? '' : colors.yellow(' (checked by others)')),
    ]),
  );
}

function jobTable(jobs: readonly JobView[], asset: Asset): string {
  if (jobs.length === 0) return 'No jobs yet: send one with `gristmill run` or `gristmill map`.';
  return table(
    ['job', 'name', 'state', 'verified', 'attempts', 'wrong', 'spent', 'of budget'],
    jobs.map((job) => [
      shortJobId(job),
      printable(job.name, 30),
      job.state === 'failed' ? colors.red(`failed: ${job.error?.code}`) : job.state,
      `${job.tasksVerified}/${job.tasks}`,
      String(job.attempts),
      String(job.attemptsRejected),
      formatUnits(job.spentUnits, asset),
      formatUnits(job.budgetUnits, asset),
    ]),
  );
}
