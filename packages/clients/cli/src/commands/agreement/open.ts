import { analyse, contractText } from '@gristmill/agreements';
import { GristmillError } from '@gristmill/protocol';
import { systemRandom } from '@gristmill/storage';
import type { Command } from 'commander';
import { addToAgreementBook } from '../../agreement/agreement-book.ts';
import {
  addChainOptions,
  agreementJson,
  agreementPicture,
  type ChainOptions,
  openNewDesk,
} from '../../agreement/agreement-chain.ts';
import { readAgreement } from '../../agreement/agreement-file.ts';
import { rolesOf } from '../../agreement/roles.ts';
import { collected } from '../../repeatable.ts';
import { createOutput } from '../../output.ts';

interface OpenOptions extends ChainOptions {
  role: string[];
  deploy?: boolean;
  force?: boolean;
}

export function addOpen(agreement: Command): void {
  addChainOptions(
    agreement
      .command('open')
      .argument('<file>', 'the terms, in Marlowe core JSON')
      .option('--role <name=address>', 'who holds a role; `me` is this wallet (repeatable)', collected, [])
      .option('--deploy', 'put a contract that holds agreements on the chain first, and use that')
      .option('--force', 'open terms too that are not proved safe')
      .summary('put an agreement on chain')
      .description(
        'Opens an agreement on chain; it holds nothing until somebody deposits. Terms that `check` does not prove safe are ' +
          'refused. Keep agreements.json of the home: it has the terms that later steps need, and who holds which role.',
      ),
  )
    .addHelpText(
      'after',
      `
Examples:
  gristmill agreement open terms.json --role buyer=me --role seller=0x52908400098527886E0F7030069857D2E4169EE7 \\
    --role arbiter=0x8617E340B3D01FA5F11F306F4090FD50E238070D
  gristmill agreement open terms.json --rpc https://rpc.example --deploy --json`,
    )
    .action(async (file: string, options: OpenOptions) => {
      const { contract: terms } = await readAgreement(file);
      if (options.force !== true) refuseUnsafe(analyse(terms), file);
      const { home, client } = await openNewDesk(options);
      const roles = rolesOf(options.role, client.signer);
      const salt: `0x${string}` = `0x${Buffer.from(systemRandom.bytes(32)).toString('hex')}`;
      const { id, transactionHash, gasUsed, blockNumber } = await client.open({ terms, roles, salt });
      const { chainId, contract } = client;
      const block = Number(blockNumber);
      await addToAgreementBook(home, id, { chainId, contract, roles, terms: contractText(terms), block });
      const opened = await client.read(id);
      createOutput({ json: options.json ?? false }).resultJson(
        agreementJson(opened, contract, { transactionHash, gasUsed }),
        `${agreementPicture(opened)}\n\nOpened in ${contract} with ${gasUsed} gas: ${transactionHash}`,
      );
    });
}

function refuseUnsafe({ complete, warnings }: ReturnType<typeof analyse>, file: string): void {
  if (complete && warnings.length === 0) return;
  throw new GristmillError(
    'AGREEMENT_NOT_SAFE',
    `${file} is not proved safe: ${warnings.length} things can go wrong.`,
    {
      hint: `See \`gristmill agreement check ${file}\`, and mend the terms or add --force.`,
    },
  );
}
