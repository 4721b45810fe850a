import { GristmillError, parseUnits } from '@gristmill/protocol';
import type { Command } from 'commander';
import { openSqliteJournal, systemClock } from '@gristmill/storage';
import colors from 'yoctocolors';
import { openHome } from '../home.ts';
import { type HubChain, openHomeChain, readDeployment } from '../home-chain.ts';
import { startHub } from '../hub.ts';
import { writeHubRecord } from '../hub-record.ts';
import { wholeNumber } from '../input.ts';
import { untilInterrupted } from '../interruption.ts';
import { createOutput } from '../output.ts';

interface UpOptions {
  home?: string;
  host: string;
  port: string;
  peerPort: string;
  rpc?: string;
  deployment?: string;
  bondMin?: string;
  localJury?: boolean;
  json?: boolean;
}

export function addUp(program: Command): void {
  program
    .command('up')
    .summary('start a hub: providers join it, jobs go to it')
    .description(
      'Starts a hub on this machine and keeps it running until Ctrl-C. Without --rpc it also starts a local chain (anvil) ' +
        'with its own test dollar, deploys the contracts there once, and keeps the chain in the home folder.',
    )
    .option('--home <folder>', 'keys, journal and content (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'HTTP port for clients; 0 lets the system choose', '4711')
    .option('--peer-port <number>', 'TCP port for providers; 0 lets the system choose', '4712')
    .option('--rpc <url>', 'settle on this chain instead of a local one (needs --deployment)')
    .option('--deployment <file>', 'JSON file with the addresses of the contracts')
    .option(
      '--bond-min <amount>',
      'what a new device must have bonded for its word to count at once; without, its results count only beside those of ' +
        'trusted ones until it is known (default: no bond is asked for)',
    )
    .option('--local-jury', 'on a local network: judge and slash wrong results here, by three keys that everyone knows')
    .option('--json', 'print one JSON document when the hub is ready')
    .addHelpText(
      'after',
      `
Examples:
  gristmill up                    then, in another terminal: gristmill provide
  gristmill up --host 0.0.0.0     reachable from other machines, clients and providers alike
  gristmill up --bond-min 10 --local-jury     try out what a lie costs: see gristmill stake, gristmill jury
  gristmill up --rpc https://rpc.example --deployment deployment.json --home /srv/mill`,
    )
    .action(async (options: UpOptions) => {
      // All that a home is given from here on is its owner's only, whatever the shell's habit is.
      process.umask(0o077);
      const output = createOutput({ json: options.json ?? false });
      const apiPort = wholeNumber('--port', options.port, 0, 65_535);
      const peerPort = wholeNumber('--peer-port', options.peerPort, 0, 65_535);
      if (options.rpc === undefined && options.deployment !== undefined) {
        throw new GristmillError(
          'OPTIONS_CONFLICT',
          '--deployment names contracts, but no --rpc the chain they are on.',
          {
            hint: 'Add --rpc, or leave --deployment out for a local chain.',
          },
        );
      }
      const home = await openHome(options.home);
      // The journal's lock is the home's: a second hub here must not get as far as this one's chain.
      const journal = await openSqliteJournal({ path: home.path('journal.db'), clock: systemClock });
      const chain = options.rpc === undefined ? await openHomeChain(home, output.log) : await namedChain(options);
      try {
        const hub = await startHub({
          home,
          journal,
          ...chain,
          host: options.host,
          apiPort,
          peerPort,
          bondUnitsMin: options.bondMin === undefined ? 0n : parseUnits(options.bondMin, chain.deployment.asset),
          hasLocalJury: options.localJury ?? false,
          log: output.log,
        });
        await writeHubRecord(home, { rpcUrl: chain.rpcUrl, signer: hub.identity.signer, deployment: chain.deployment });
        output.result(
          { ...hub.identity, url: hub.url },
          [
            colors.bold('The mill is up.'),
            `  clients    ${hub.url}`,
            `  providers  ${hub.addresses.join('\n             ')}`,
            `  chain      ${chain.rpcUrl} (id ${chain.deployment.chainId}), escrow ${chain.deployment.escrow}`,
            `  home       ${home.folder}`,
            `Lend it this machine with ${colors.cyan('gristmill provide')}; stop it with Ctrl-C.`,
          ].join('\n'),
        );
        await Promise.race([untilInterrupted(output.log), hub.failed, chain.ended]);
        await hub.stop();
      } finally {
        await chain.stop();
      }
    });
}

async function namedChain({ rpc, deployment }: UpOptions): Promise<HubChain> {
  return {
    rpcUrl: rpc!,
    deployment: await readDeployment(deployment ?? 'deployment.json'),
    // Somebody else's chain may go away and come back.
    ended: new Promise(() => {}),
    stop: async () => {},
  };
}
