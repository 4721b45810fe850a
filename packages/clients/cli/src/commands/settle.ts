import { formatUnits } from '@gristmill/protocol';
import { createSettlementClient } from '@gristmill/settlement';
import type { Command } from 'commander';
import { createHubClient } from 'gristmill';
import { openHome } from '../home.ts';
import { createOutput } from '../output.ts';
import { table } from '../table.ts';
import { openWallet, settlementOf } from '../wallet.ts';
import { DEFAULT_HUB } from './job-options.ts';

export function addSettle(program: Command): void {
  program
    .command('settle')
    .summary("claim every provider's newest voucher on chain, in one transaction")
    .description(
      'Anyone may send the claim: the money only ever goes to the payees, through their own payout plans (the share for ' +
        'taxes to the vault, the rest to the wallet). The sender pays the gas.',
    )
    .option('--hub <url>', 'the hub whose vouchers to claim', DEFAULT_HUB)
    .option('--home <folder>', 'where the wallet lies (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document')
    .action(async ({ hub: url, home, json = false }: { hub: string; home?: string; json?: boolean }) => {
      const output = createOutput({ json });
      const hub = createHubClient(url);
      const network = await hub.network();
      const { asset } = network;
      const key = await openWallet(await openHome(home), url);
      const client = await createSettlementClient({ ...settlementOf(network), key });
      const vouchers = await hub.vouchers();
      if (vouchers.length === 0)
        return output.result({ claims: [] }, 'Nothing to claim: no provider has earned anything yet.');
      const { transactionHash, gasUsed, claims } = await client.claimMany(vouchers);
      output.result(
        { transactionHash, gasUsed, claims },
        [
          table(
            ['payee', 'claimed', 'set aside for tax', 'to the wallet'],
            claims.map((claim) => [
              claim.payee,
              formatUnits(claim.units, asset),
              formatUnits(claim.setAsideUnits, asset),
              formatUnits(claim.walletUnits, asset),
            ]),
          ),
          `One transaction, ${gasUsed} gas: ${transactionHash}`,
        ].join('\n'),
      );
    });
}
