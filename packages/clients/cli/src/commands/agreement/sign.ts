import type { Command } from 'commander';
import { addChainOptions, type ChainOptions, openDeskOf, termsInBook } from '../../agreement/agreement-chain.ts';
import { readAgreement } from '../../agreement/agreement-file.ts';
import { addInputOptions, type InputOptions, inputsOf } from '../../agreement/chain-inputs.ts';
import { rolesOf } from '../../agreement/roles.ts';
import { signedInputText } from '../../agreement/signed-input.ts';
import { optionInvalid } from '../../input.ts';
import { createOutput } from '../../output.ts';

interface SignOptions extends ChainOptions, InputOptions {
  terms?: string;
  role: string[];
  permit?: boolean;
}

export function addSign(agreement: Command): void {
  addChainOptions(
    addInputOptions(
      agreement
        .command('sign')
        .argument('<id>', 'the agreement, or `last` for the one that this home opened last')
        .summary("give this wallet's word for an input, for somebody else to send")
        .description(
          "Signs one input (EIP-712) with this wallet's key and prints it as JSON. Nothing is sent and it costs no gas: an " +
            'oracle or an arbiter needs no coins. The signature is good for the agreement as it stands now, once; ' +
            'whatever happens before it makes it void.',
        ),
    ).option('--permit', "sign leave to take a deposit's tokens too (EIP-2612), in place of an approval"),
  )
    .addHelpText(
      'after',
      `
Examples:
  gristmill agreement sign 0x6b1f… --choose 'ruling for the seller=1' > ruling.json
  gristmill agreement sign last --deposit 450000 --permit > deposit.json
  gristmill agreement advance 0x6b1f… --signed ruling.json        by anybody who knows the terms`,
    )
    .action(async (reference: string, options: SignOptions) => {
      const { id, book, client } = await openDeskOf(options, reference);
      const inBook = termsInBook(book, id);
      const terms = options.terms === undefined ? inBook.terms : (await readAgreement(options.terms)).contract;
      const roles = { ...inBook.roles, ...rolesOf(options.role, client.signer) };
      const inputs = await inputsOf(options, (await client.read(id)).terms, client.signer);
      const [input] = inputs;
      if (input === undefined || inputs.length > 1) {
        throw optionInvalid('the number of inputs', String(inputs.length), '1: each signature is for one input');
      }
      const signed = await client.signInput(id, {
        input,
        roles,
        permit: options.permit ?? false,
        ...(terms !== undefined && { terms }),
      });
      const { chainId, contract } = client;
      const text = signedInputText(signed, { id, chainId, contract });
      createOutput({ json: options.json ?? false }).resultJson(text, text);
    });
}
