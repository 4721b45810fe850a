import type { Command } from 'commander';
import { generateDeviceKey, GristmillError } from '@gristmill/protocol';
import { createSettlementClient } from '@gristmill/settlement';
import { openSqliteJournal, systemClock, systemRandom } from '@gristmill/storage';
import colors from 'yoctocolors';
import { openKnownHome } from '../home.ts';
import { readHubRecord } from '../hub-record.ts';
import { createOutput } from '../output.ts';

interface AuditOptions {
  home?: string;
  rpc?: string;
  json?: boolean;
}

export function addAudit(program: Command): void {
  program
    .command('audit')
    .summary('check the records')
    .description('Checks what a hub has written down.')
    .command('verify')
    .summary("recompute every hash of a hub's journal and check it against the chain")
    .description(
      'Recomputes every hash of the journal in --home and compares its root with the newest one that the hub anchored on ' +
        'chain. One flipped bit anywhere is found and named. Reads only; the hub may be running.',
    )
    .option('--home <folder>', "the hub's folder (default: $GRISTMILL_HOME or ~/.gristmill)")
    .option('--rpc <url>', 'the chain to ask (default: the one the hub used last)')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill audit verify
  gristmill audit verify --home /srv/mill --rpc https://rpc.example --json`,
    )
    .action(async (options: AuditOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const home = await openKnownHome(options.home);
      const journal = await openSqliteJournal({ path: home.path('journal.db'), clock: systemClock, readOnly: true });
      try {
        const record = await readHubRecord(home);
        const anchor = await newestAnchor();
        const { events, root } = journal.verify(anchor === null ? {} : { anchor });
        const rootHex = Buffer.from(root).toString('hex');
        output.result(
          {
            events,
            root: rootHex,
            verified: true,
            anchored: anchor === null ? null : true,
            anchoredEvents: anchor?.size ?? 0,
          },
          [
            `${colors.green('✓')} ${events} events, every hash holds`,
            `${colors.green('✓')} Merkle root ${rootHex}`,
            anchor === null
              ? `${colors.yellow('–')} no anchor was checked: the hub has not put one on chain yet, or its chain does not answer (see --rpc)`
              : `${colors.green('✓')} the first ${anchor.size} events are the ones anchored on chain`,
          ].join('\n'),
        );

        async function newestAnchor(): Promise<{ size: number; root: Uint8Array } | null> {
          if (record === null) return null;
          try {
            const client = await createSettlementClient({
              rpcUrl: options.rpc ?? record.rpcUrl,
              // Only to look: any key will do, and an auditor has not the hub's.
              key: generateDeviceKey(systemRandom),
              deployment: record.deployment,
            });
            const latest = await client.latestAnchor(record.signer);
            return latest === null ? null : { size: latest.size, root: Buffer.from(latest.root.slice(2), 'hex') };
          } catch (error) {
            // Without --rpc the chain is only a guess: a local one sleeps while its hub does.
            const unreachable = error instanceof GristmillError && error.code === 'CHAIN_UNREACHABLE';
            if (unreachable && options.rpc === undefined) return null;
            throw error;
          }
        }
      } finally {
        await journal.close();
      }
    });
}
