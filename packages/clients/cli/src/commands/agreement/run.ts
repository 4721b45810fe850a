import {
  advance,
  type Agreement,
  outputsText,
  parseTransactions,
  runTransactions,
  type Transaction,
  type TransactionOutput,
  type State,
} from '@gristmill/agreements';
import { asGristmillError } from '@gristmill/protocol';
import type { Command } from 'commander';
import colors from 'yoctocolors';
import { readAgreement } from '../../agreement/agreement-file.ts';
import { amountText, partyText, paymentText, transactionText, warningText } from '../../agreement/words.ts';
import { readText } from '../../input.ts';
import { createOutput } from '../../output.ts';

export function addRun(agreement: Command): void {
  agreement
    .command('run')
    .argument('<file>', 'an agreement in Marlowe core JSON')
    .requiredOption('--inputs <file>', 'a JSON list of transactions, played one after the other')
    .summary('play transactions, and see what becomes of the agreement')
    .description(
      'Plays transactions on an agreement, off chain. With --json it prints the list of transaction outputs in Marlowe ' +
        'core JSON, one for each transaction. A transaction that does not fit gives an error and changes nothing; the ' +
        'next one is played all the same.',
    )
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill agreement run terms.json --inputs transactions.json
  gristmill agreement run terms.json --inputs transactions.json --json | jq '.[-1].contract'`,
    )
    .action(async (file: string, options: { inputs: string; json?: boolean }) => {
      const agreement = await readAgreement(file);
      const transactions = parseTransactions(await readText(options.inputs));
      const outputs = runTransactions(agreement, transactions);
      createOutput({ json: options.json ?? false }).resultJson(
        outputsText(outputs, 2),
        storyOf(agreement, transactions, outputs),
      );
    });
}

function storyOf(
  agreement: Agreement,
  transactions: readonly Transaction[],
  outputs: readonly TransactionOutput[],
): string {
  let now = agreement;
  const lines: string[] = [];
  for (const [index, output] of outputs.entries()) {
    const transaction = transactions[index]!;
    lines.push(`${index + 1}. ${transactionText(transaction)}`);
    if (output.kind === 'error') {
      lines.push(`   ${colors.red('✗')} ${reasonOf(transaction, now)}`);
      continue;
    }
    lines.push(
      ...output.payments.map((payment) => `   ${colors.green('→')} ${paymentText(payment)}`),
      ...output.warnings.map((warning) => `   ${colors.yellow('!')} ${warningText(warning)}`),
    );
    now = output;
  }
  lines.push(now.contract.kind === 'close' ? 'Closed: everything was paid out.' : standing(now.state));
  return lines.join('\n');
}

function standing({ accounts }: State): string {
  const held = accounts.map(({ party, token, amount }) => `${amountText(amount, token)} for ${partyText(party)}`);
  return `Open: it holds ${held.length === 0 ? 'nothing' : held.join(', ')}.`;
}

/** The semantics name six reasons; `advance` says which value it is. */
function reasonOf(transaction: Transaction, { state, contract }: Agreement): string {
  try {
    advance(transaction, state, contract);
    return 'refused';
  } catch (error) {
    return asGristmillError(error).message;
  }
}
