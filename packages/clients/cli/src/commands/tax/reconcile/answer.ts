import { GristmillError } from '@gristmill/protocol';
import { allPayments, answerQuestion, type BankEntryRecord, openQuestions } from '@gristmill/remittance';
import { systemClock } from '@gristmill/storage';
import type { Command } from 'commander';
import { openHome } from '../../../home.ts';
import { loginName } from '../../../login-name.ts';
import { createOutput } from '../../../output.ts';
import { printable } from '../../../printable.ts';
import { openTaxpayerJournal, TAXPAYER_JOURNAL } from '../../../tax/books/taxpayer-journal.ts';

interface AnswerOptions {
  payment?: string;
  notOurs?: boolean;
  note: string;
  by?: string;
  home?: string;
  json?: boolean;
}

export function addAnswer(reconcile: Command): void {
  reconcile
    .command('answer')
    .argument('<line>', 'the line in question, or the beginning of its name that no other open line shares')
    .summary('say what a line is that nothing explains: a payment, or none of ours')
    .description(
      'Decides a line of a statement that waits for a person. With --payment it belongs to that payment: a debit settles ' +
        'it, a credit returns it, and what it paid is owed again. With --not-ours it is no tax payment of this home. Who ' +
        'said so and why stays in the record, for ever.',
    )
    .option('--payment <id>', 'the payment that the line belongs to, as `gristmill tax reconcile` lists them')
    .option('--not-ours', 'it belongs to none')
    .option('--note <text>', 'why', '')
    .option('--by <name>', 'who says so (default: your login name)')
    .option('--home <folder>', 'where the record of payments lies (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax reconcile answer 3f0a91c2 --payment us/irs/1040-ES/2026/1/0x5290…/1 --note "paid by telephone"
  gristmill tax reconcile answer 3f0a91c2 --not-ours --note "rent of the office"`,
    )
    .action(async (line: string, _: unknown, command: Command) => {
      const { payment, notOurs, note, by = loginName(), home: folder, json }: AnswerOptions = command.optsWithGlobals();
      if ((payment === undefined) === (notOurs !== true)) {
        throw new GristmillError('OPTIONS_CONFLICT', 'A line belongs either to a --payment or is --not-ours.', {
          hint: 'Give one of the two.',
        });
      }
      const home = await openHome(folder);
      const journal = await openTaxpayerJournal(home.path(TAXPAYER_JOURNAL), systemClock);
      try {
        const question = questionOf(openQuestions(journal), line);
        await answerQuestion(journal, { key: question.key, by, paymentId: payment ?? null, note });
        const answered = allPayments(journal).find(({ id }) => id === payment) ?? null;
        createOutput({ json: json ?? false }).result(
          {
            line: question.key,
            by,
            note,
            payment: answered === null ? null : { id: answered.id, state: answered.state },
            open: openQuestions(journal).length,
          },
          answered === null
            ? `${printable(question.text || question.amount)}: none of ours.`
            : `${answered.id} is ${answered.state}.`,
        );
      } finally {
        await journal.close();
      }
    });
}

/** @throws GristmillError `BANK_ENTRY_UNKNOWN`, `BANK_ENTRY_AMBIGUOUS` */
function questionOf(questions: readonly BankEntryRecord[], line: string): BankEntryRecord {
  const found = questions.filter(({ key }) => key === line || key.startsWith(line));
  const exact = found.find(({ key }) => key === line);
  if (exact !== undefined || found.length === 1) return exact ?? found[0]!;
  if (found.length === 0) {
    throw new GristmillError('BANK_ENTRY_UNKNOWN', `No line ${line} waits for an answer.`, {
      hint: 'List them with `gristmill tax reconcile`.',
    });
  }
  throw new GristmillError('BANK_ENTRY_AMBIGUOUS', `${found.length} open lines begin with ${line}.`, {
    hint: `Name one in full: ${found.map(({ key }) => key).join(', ')}.`,
  });
}
