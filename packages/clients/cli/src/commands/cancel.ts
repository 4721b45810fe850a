import { formatUnits, sign } from '@gristmill/protocol';
import type { Command } from 'commander';
import { createHubClient, DEFAULT_HUB } from 'gristmill';
import { openKnownHome } from '../home.ts';
import { findJob } from '../job-reference.ts';
import { createOutput } from '../output.ts';
import { printable } from '../printable.ts';

interface CancelOptions {
  hub: string;
  home?: string;
  json?: boolean;
}

export function addCancel(program: Command): void {
  program
    .command('cancel')
    .argument('<job>', 'a job id, its end (as `gristmill status` shows it), or `last`')
    .summary('end a job that runs')
    .description(
      'Ends a job that runs. What was verified until then is paid; the rest of the budget stays yours. Only the wallet ' +
        'that sent the job can end it.',
    )
    .option('--hub <url>', 'the hub the job was sent to', DEFAULT_HUB)
    .option('--home <folder>', 'where the wallet lies (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExamples:\n  gristmill cancel last\n  gristmill cancel k3m2xa --home ./studio')
    .action(async (reference: string, options: CancelOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const hub = createHubClient(options.hub);
      const { jobId } = await findJob(hub, reference);
      const key = await (await openKnownHome(options.home)).existingKey('wallet');
      const view = await hub.cancelJob(jobId, sign(key, 'request', { cancel: jobId }));
      const { asset } = await hub.network();
      output.result(
        view,
        [
          `${printable(view.name)} is cancelled: ${view.tasksVerified} of ${view.tasks} tasks were verified,`,
          `${formatUnits(view.spentUnits, asset)} of ${formatUnits(view.budgetUnits, asset)} spent.`,
        ].join(' '),
      );
    });
}
