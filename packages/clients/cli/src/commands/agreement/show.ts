import type { Command } from 'commander';
import {
  addChainOptions,
  agreementJson,
  agreementPicture,
  type ChainOptions,
  openDeskOf,
} from '../../agreement/agreement-chain.ts';
import { createOutput } from '../../output.ts';

export function addShow(agreement: Command): void {
  addChainOptions(
    agreement
      .command('show')
      .argument('<id>', 'the agreement, or `last` for the one that this home opened last')
      .summary('what an agreement on chain holds, and what it waits for')
      .description('Reads an agreement from the chain: its state, and the terms that remain.'),
  )
    .addHelpText(
      'after',
      `
Examples:
  gristmill agreement show last
  gristmill agreement show 0x6b1f… --contract 0x52908400098527886E0F7030069857D2E4169EE7 --json`,
    )
    .action(async (reference: string, options: ChainOptions) => {
      const { id, client } = await openDeskOf(options, reference);
      const found = await client.read(id);
      createOutput({ json: options.json ?? false }).resultJson(
        agreementJson(found, client.contract),
        agreementPicture(found),
      );
    });
}
