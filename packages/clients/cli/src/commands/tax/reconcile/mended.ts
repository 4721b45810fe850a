import { GristmillError } from '@gristmill/protocol';
import { allPayments, recordMended } from '@gristmill/remittance';
import { systemClock } from '@gristmill/storage';
import type { Command } from 'commander';
import { openHome } from '../../../home.ts';
import { loginName } from '../../../login-name.ts';
import { createOutput } from '../../../output.ts';
import { openTaxpayerJournal, TAXPAYER_JOURNAL } from '../../../tax/books/taxpayer-journal.ts';

interface MendedOptions {
  note: string;
  by?: string;
  home?: string;
  json?: boolean;
}

export function addMended(reconcile: Command): void {
  reconcile
    .command('mended')
    .argument('<obligation>', 'what was to be paid, as `gristmill tax remit` names it')
    .summary('say that what made payments come back is mended, so that they are sent again')
    .description(
      'After three payments that the bank returned, `remit` stops sending more: the account may be closed or its number ' +
        'wrong. Once you have corrected the description of the bank, this lets the next run pay again.',
    )
    .requiredOption('--note <text>', 'what was wrong and is mended')
    .option('--by <name>', 'who says so (default: your login name)')
    .option('--home <folder>', 'where the record of payments lies (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax reconcile mended de/finanzamt/ESt-Vorauszahlung/2026/1/0x5290… --note "the new IBAN is in bank.yaml"`,
    )
    .action(async (obligationId: string, _: unknown, command: Command) => {
      const { note, by = loginName(), home: folder, json }: MendedOptions = command.optsWithGlobals();
      const home = await openHome(folder);
      const journal = await openTaxpayerJournal(home.path(TAXPAYER_JOURNAL), systemClock);
      try {
        const returned = allPayments(journal).filter(({ state, mended }) => state === 'returned' && !mended);
        const payments = returned.filter((payment) => payment.obligationId === obligationId).map(({ id }) => id);
        if (payments.length === 0) throw nothingReturned(obligationId, returned);
        await recordMended(journal, { obligationId, by, note });
        createOutput({ json: json ?? false }).result(
          { obligationId, payments, by, note },
          `${payments.length} returned payments no longer stand in the way; the next \`gristmill tax remit\` pays.`,
        );
      } finally {
        await journal.close();
      }
    });
}

function nothingReturned(obligationId: string, returned: readonly { obligationId: string }[]): GristmillError {
  const ids = [...new Set(returned.map((payment) => payment.obligationId))];
  return new GristmillError('NOTHING_RETURNED', `No payment towards ${obligationId} came back.`, {
    hint: ids.length === 0 ? 'No other did either.' : `Some did towards ${ids.join(', ')}.`,
  });
}
