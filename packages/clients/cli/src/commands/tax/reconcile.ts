import { GristmillError } from '@gristmill/protocol';
import {
  allPayments,
  applyPaymentStatus,
  type BankEntryRecord,
  openQuestions,
  type PaymentStatus,
  readBankReports,
  readPaymentStatus,
  reconcile,
} from '@gristmill/remittance';
import { systemClock } from '@gristmill/storage';
import type { Command } from 'commander';
import colors from 'yoctocolors';
import { openHome } from '../../home.ts';
import { readNamedFile } from '../../input.ts';
import { createOutput } from '../../output.ts';
import { formatMoney } from '../../quantities.ts';
import { printable } from '../../printable.ts';
import { table } from '../../table.ts';
import { addAnswer } from './reconcile/answer.ts';
import { addMended } from './reconcile/mended.ts';
import { openTaxpayerJournal, TAXPAYER_JOURNAL } from '../../tax/books/taxpayer-journal.ts';

export function addReconcile(tax: Command): void {
  const reconciling = tax
    .command('reconcile')
    .argument('[file...]', 'camt.052, camt.053, camt.054 or pain.002 files of the bank')
    .summary("read the bank's answers: what was paid, what came back, what a person must look at")
    .description(
      "Books the lines of a bank's statements and notifications against the payments of `gristmill tax remit --bank`, each " +
        'line once however often it is sent. A line that fits no payment, or not exactly one, goes on a list for a person. ' +
        'Without files, that list is printed; `answer` says what such a line is, and `mended` that payments which came ' +
        'back may be sent again.',
    )
    .option('--home <folder>', 'where the record of payments lies (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax reconcile statements/*.xml
  gristmill tax reconcile
  gristmill tax reconcile answer 3f0a91c2 --payment us/irs/1040-ES/2026/1/0x5290…/1
  gristmill tax reconcile answer 3f0a91c2 --not-ours --note "rent of the office"`,
    )
    .action(async (files: string[], options: { home?: string; json?: boolean }) => {
      const home = await openHome(options.home);
      // All are read before any is booked: a file that is none changes nothing.
      const answers = await Promise.all(files.map(async (file) => readAnswer(file, await readNamedFile(file))));
      const journal = await openTaxpayerJournal(home.path(TAXPAYER_JOURNAL), systemClock);
      try {
        const [settled, returned, findings]: [string[], string[], unknown[]] = [[], [], []];
        const unknownRejections: PaymentStatus[] = [];
        let [repeated, notBooked] = [0, 0];
        for (const answer of answers) {
          if ('statuses' in answer) {
            const status = await applyPaymentStatus(journal, answer.statuses);
            returned.push(...status.returned);
            unknownRejections.push(...status.unknown);
            continue;
          }
          const result = await reconcile({ reports: answer.reports, journal });
          settled.push(...result.settled);
          returned.push(...result.returned);
          findings.push(...result.findings);
          repeated += result.repeated;
          notBooked += result.notBooked;
        }
        const questions = openQuestions(journal);
        // What an answer may name: a debit settles a payment under way, a credit returns one.
        const openPayments = allPayments(journal)
          .filter(({ state }) => state === 'intended' || state === 'handed-over')
          .map(({ id, obligationId, dueDate, units, asset, rail, state }) => {
            return { id, obligationId, dueDate, units, asset, rail, state };
          });
        createOutput({ json: options.json ?? false }).result(
          { settled, returned, repeated, notBooked, findings, unknownRejections, questions, openPayments },
          [
            ...settled.map((id) => `${colors.green('✓')} paid ${id}`),
            ...returned.map((id) => `${colors.red('✗')} returned, and owed again: ${id}`),
            ...unknownRejections.map(({ id, reason }) => {
              return `${colors.yellow('!')} rejected, and no payment of this home: ${printable(`${id ?? 'no id'} ${reason ?? ''}`)}`;
            }),
            ...findings.map((finding) => `${colors.yellow('!')} does not add up: ${JSON.stringify(finding)}`),
            ...(questions.length === 0
              ? ['No line waits for a person.']
              : [
                  questionsText(questions),
                  ...openPayments.map(({ id, units, asset }) => {
                    return `under way: ${asset === null ? units : formatMoney(units, asset)} of ${id}`;
                  }),
                  'Say what a line is: gristmill tax reconcile answer LINE --payment ID, or --not-ours.',
                ]),
          ].join('\n'),
        );
      } finally {
        await journal.close();
      }
    });
  addAnswer(reconciling);
  addMended(reconciling);
}

function questionsText(questions: readonly BankEntryRecord[]): string {
  return table(
    ['line', 'booked', 'amount', 'says', 'why a person must look'],
    questions.map(({ key, bookingDate, direction, amount, text, question }) => [
      key.slice(0, 12),
      bookingDate ?? '',
      `${direction === 'debit' ? '-' : ''}${printable(amount)}`,
      printable(text),
      question ?? '',
    ]),
  );
}

/** @throws RemittanceError as its readers, and says which of the files it is. */
function readAnswer(file: string, bytes: Uint8Array) {
  try {
    return isPaymentStatus(bytes) ? { statuses: readPaymentStatus(bytes) } : { reports: readBankReports(bytes) };
  } catch (cause) {
    if (!(cause instanceof GristmillError)) throw cause;
    const { code, message, hint, fault } = cause;
    throw new GristmillError(code, `${printable(file)}: ${message}`, { hint, fault, cause });
  }
}

/** Which of a bank's two kinds of answer it is; the readers refuse what is neither. */
function isPaymentStatus(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1 << 16)).includes('CstmrPmtStsRpt');
}
