import { analyse, type Analysis, analysisText, instantText, type PaymentVerdict } from '@gristmill/agreements';
import type { Command } from 'commander';
import colors from 'yoctocolors';
import { readAgreement } from '../../agreement/agreement-file.ts';
import { amountText, partyText, payeeText, tokenText, transactionText, WARNINGS } from '../../agreement/words.ts';
import { wholeNumber } from '../../input.ts';
import { createOutput, EXIT_FAILED } from '../../output.ts';
import { formatCount } from '../../quantities.ts';
import { printable } from '../../printable.ts';
import { table } from '../../table.ts';

interface CheckOptions {
  steps?: string;
  json?: boolean;
}

export function addCheck(agreement: Command): void {
  agreement
    .command('check')
    .argument('<file>', 'an agreement in Marlowe core JSON')
    .summary('prove what an agreement can and cannot do, before anybody deposits')
    .description(
      'Follows every path of an agreement, with all choices, amounts and times as unknowns, and prints when it ends, ' +
        'whether each payment is always funded or the transactions with which it is not, what each party gets at best ' +
        'and at worst, branches that nobody can reach, and where one party alone decides. Exits with 0 when it is proved ' +
        'safe, and with 1 when something can go wrong or the proof was given up.',
    )
    .option('--steps <count>', 'how much work to do before giving up (default: about a second)')
    .option('--json', 'print one JSON document: { safe, analysis }')
    .addHelpText(
      'after',
      `
Examples:
  gristmill agreement check terms.json
  gristmill agreement new escrow --params sale.yaml | gristmill agreement check -
  gristmill agreement check terms.json --json | jq '.analysis.payments[] | select(.verdict != "funded")'`,
    )
    .action(async (file: string, { steps, json = false }: CheckOptions) => {
      const { contract, state } = await readAgreement(file);
      const analysis = analyse(contract, {
        state,
        ...(steps !== undefined && { stepsMax: wholeNumber('--steps', steps, 1) }),
      });
      const safe = analysis.complete && analysis.warnings.length === 0;
      createOutput({ json }).resultJson(
        `{ "safe": ${safe}, "analysis": ${analysisText(analysis, 2)} }`,
        findingsOf(analysis, safe),
      );
      process.exitCode = safe ? 0 : EXIT_FAILED;
    });
}

function findingsOf(analysis: Analysis, safe: boolean): string {
  const { endsBy, payments, outcomes, unreachable, decisions } = analysis;
  return [
    headline(analysis, safe),
    `${colors.bold('Ends by')} ${instantText(endsBy)}`,
    ...section('Payments', payments.map(paymentLine)),
    ...section(
      'What can go wrong',
      analysis.warnings.flatMap(({ kind, path, transactions }) => [
        `${colors.red('✗')} ${WARNINGS[kind]}, at ${shownPath(path)}:`,
        ...transactions.map((transaction, index) => `    ${index + 1}. ${transactionText(transaction)}`),
      ]),
    ),
    ...section(
      'Each party, net of what it deposits',
      outcomes.length === 0
        ? []
        : table(
            ['party', 'token', 'at worst', 'at best'],
            outcomes.map(({ party, token, worst, best }) => [
              partyText(party),
              tokenText(token),
              formatCount(worst.amount),
              formatCount(best.amount),
            ]),
          ).split('\n'),
    ),
    ...section('Nobody can reach', unreachable.map(shownPath)),
    ...section(
      'One party alone decides',
      decisions.map(
        ({ path, party, until }) => `${partyText(party)}, until ${instantText(until)}, at ${shownPath(path)}`,
      ),
    ),
  ].join('\n');
}

function headline({ complete, gaveUp, warnings }: Analysis, safe: boolean): string {
  if (safe) return `${colors.green('✓ safe:')} every payment is funded, whatever anybody does`;
  if (warnings.length > 0) {
    const rest = complete ? '' : '; not every path was followed';
    return `${colors.red('✗ unsafe:')} ${warnings.length} ${warnings.length === 1 ? 'thing' : 'things'} can go wrong${rest}`;
  }
  return `${colors.yellow('? not proved:')} ${REASONS[gaveUp!]}`;
}

const REASONS: Readonly<Record<NonNullable<Analysis['gaveUp']>, string>> = {
  budget: 'there are more paths, or harder ones, than were followed; allow more with --steps',
  merkleised: 'some continuations are only there as a hash; put the terms in their place',
  depth: 'values are nested too deep to follow',
};

const VERDICTS: Readonly<Record<PaymentVerdict['verdict'], string>> = {
  funded: colors.green('✓ always funded'),
  fails: colors.red('✗ may fall short'),
  unreachable: colors.dim('– never made'),
  unknown: colors.yellow('? not proved'),
};

function paymentLine({ path, verdict, pay: { amount, token, from, to } }: PaymentVerdict): string {
  const what = amount.kind === 'constant' ? amountText(amount.constant, token) : `an amount of ${tokenText(token)}`;
  return `${VERDICTS[verdict]}: ${what} from ${partyText(from)}'s account to ${payeeText(to)}, at ${shownPath(path)}`;
}

const PATH_LENGTH_MAX = 160;

function shownPath(path: string): string {
  return printable(path, PATH_LENGTH_MAX);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [colors.bold(title), ...lines.map((line) => `  ${line}`)];
}
