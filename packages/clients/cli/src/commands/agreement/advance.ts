import type { Token } from '@gristmill/agreements';
import type { Command } from 'commander';
import {
  addChainOptions,
  agreementJson,
  agreementPicture,
  type ChainOptions,
  openDeskOf,
  termsInBook,
} from '../../agreement/agreement-chain.ts';
import { readAgreement } from '../../agreement/agreement-file.ts';
import { rolesOf } from '../../agreement/roles.ts';
import { addInputOptions, type InputOptions, inputsOf } from '../../agreement/chain-inputs.ts';
import { readSignedInput } from '../../agreement/signed-input.ts';
import { amountText, warningText } from '../../agreement/words.ts';
import { createOutput } from '../../output.ts';

interface AdvanceOptions extends ChainOptions, InputOptions {
  terms?: string;
  role: string[];
  signed?: string;
}

export function addAdvance(agreement: Command): void {
  addChainOptions(
    addInputOptions(
      agreement
        .command('advance')
        .argument('<id>', 'the agreement, or `last` for the one that this home opened last')
        .summary('take the next step of an agreement on chain; without an input, let its deadline pass')
        .description(
          'Sends one transaction: a deposit, choices, a notification, or nothing but the time, which anybody may push. What ' +
            'does not fit is refused with its reason before anything is sent.',
        ),
    ).option('--signed <file>', "an input that its party signed (see `sign`), before this wallet's own"),
  )
    .addHelpText(
      'after',
      `
Examples:
  gristmill agreement advance last --deposit 450000
  gristmill agreement advance last --choose verdict=1
  gristmill agreement advance 0x6b1f… --contract 0x5290… --terms terms.json --role buyer=0x8617… --role arbiter=me \
    --choose 'ruling for the seller=1'
  gristmill agreement advance last --signed ruling.json
  gristmill agreement advance 0x6b1f…           after a deadline: whoever is next is paid`,
    )
    .action(async (reference: string, options: AdvanceOptions) => {
      const { id, book, client } = await openDeskOf(options, reference);
      const inBook = termsInBook(book, id);
      const terms = options.terms === undefined ? inBook.terms : (await readAgreement(options.terms)).contract;
      const roles = { ...inBook.roles, ...rolesOf(options.role, client.signer) };
      const { chainId, contract } = client;
      const signed =
        options.signed === undefined ? [] : [await readSignedInput(options.signed, { id, chainId, contract })];
      const inputs = [...signed, ...(await inputsOf(options, (await client.read(id)).terms, client.signer))];
      const { agreement, transactionHash, gasUsed, payments, warnings } = await client.advance(id, {
        inputs,
        roles,
        ...(terms !== undefined && { terms }),
      });
      createOutput({ json: options.json ?? false }).resultJson(
        agreementJson(agreement, client.contract, { transactionHash, gasUsed, payments, warnings }),
        [
          ...payments.map(({ to, token, amount, owed }) => {
            return `${amountText(amount, tokenAt(token))} ${owed ? 'owed to' : 'paid to'} ${to}`;
          }),
          ...warnings.map((warning) => `! ${warningText(warning)}`),
          agreementPicture(agreement),
          `${gasUsed} gas: ${transactionHash}`,
        ].join('\n'),
      );
    });
}

const NATIVE_COIN = /^0x0{40}$/;

function tokenAt(address: string): Token {
  return { currencySymbol: NATIVE_COIN.test(address) ? '' : address, tokenName: '' };
}
