import { GristmillError } from '@gristmill/protocol';
import { systemClock } from '@gristmill/storage';
import type { Command } from 'commander';
import { DEFAULT_HUB } from 'gristmill';
import { wholeNumber } from '../../input.ts';
import { createOutput, EXIT_FAILED } from '../../output.ts';
import { keepRunning } from '../../tax/remit/keep-running.ts';
import { untilInterrupted } from '../../interruption.ts';
import { payYear, type RunOutcome } from './remit/pay.ts';
import { planRemittance } from './remit/plan.ts';
import { readYear, type RemitOptions } from './remit/year.ts';

/** After a run that could not reach the hub, the chain or the record of payments. */
const RETRY_MS = 60_000;

export function addRemit(tax: Command): void {
  tax
    .command('remit')
    .summary('pay the authority what falls due, once: from the tax vault, or by files for a bank')
    .description(
      'Assesses a year, divides it into the payments it is due in, and pays those that fall due within the lead time: the ' +
        'most urgent first, each exactly once however often this runs. Without --bank they leave the tax vault of this ' +
        "machine's device.key on chain. With it they are files in `outbox` of the home, for you to carry to the bank, on " +
        'its business days and before its cut-off; its answers are for `gristmill tax reconcile`. What is short is said, ' +
        'and paid by a later run. With --watch it goes on: it looks again as soon as a payment is to start, and at the ' +
        'latest after --every, with facts and adopted rules as they then are. It may be killed at any moment; the record ' +
        'of payments tells the next run what was begun. With --dry-run nothing is paid, and neither a hub nor a chain is asked.',
    )
    .requiredOption('--pack <pack>', 'the rules: an id of `gristmill tax packs`, or the beginning of one')
    .requiredOption('--year <year>', 'the tax year, by the calendar year in which it begins')
    .requiredOption('--facts <file>', 'what is expected of the year, YAML or JSON; `-` is standard input')
    .option('--bank <file>', 'pay by a bank, described in YAML or JSON as below')
    .option('--taxpayer <address>', 'whose tax it is (default: device.key, else wallet.key, of --home)')
    .option(
      '--home <folder>',
      'where the keys and the record of payments lie (default: $GRISTMILL_HOME or ~/.gristmill)',
    )
    .option('--hub <url>', 'the hub whose chain and contracts to use', DEFAULT_HUB)
    .option('--lead-days <days>', 'vault: pay so many days before the due date', '5')
    .option('--watch', 'keep paying what falls due until Ctrl-C; with --json the first run is the one document')
    .option('--every <minutes>', 'with --watch: look again after at most so long', '60')
    .option('--dry-run', 'only say what would be paid, when, and why, from the record of payments')
    .option('--on <date>', 'dry run: the day of the run (default: today)')
    .option('--set-aside <amount>', 'dry run: what there is to pay with, such as 3200.50')
    .option('--json', 'print one JSON document, amounts in minor units')
    .addHelpText(
      'after',
      `
A bank, by SEPA credit transfer (ISO 20022 pain.001); the same with { sortCode, accountNumber } by faster-payments:
  rail: sepa
  debtor: { name: Ada Lovelace, account: { iban: DE89370400440532013000 } }
  creditor: { name: Finanzamt, account: { iban: DE75512108001245126199 } }
  reference: { text: 181/815/08155 }      # or { creditorReference: RF… }
  cutOff: "14:00"                         # and zone, marginDays: business days to spare
  version: "09"                           # of pain.001.001; "03" for banks that ask for it
By ACH credit to the US Treasury (NACHA CCD with TXP addenda):
  rail: ach
  originator: { name, companyId, bankName, bankRoutingNumber }
  account, taxpayerId, taxTypeCode, periodEnd

Examples:
  gristmill tax remit --dry-run --pack us/federal --year 2026 --facts expected.yaml
  gristmill tax remit --dry-run --pack us/federal --year 2026 --facts expected.yaml --on 2026-06-12 --set-aside 3200.50
  gristmill tax remit --pack us/federal --year 2026 --facts expected.yaml         for example from cron, every day
  gristmill tax remit --watch --pack us/federal --year 2026 --facts expected.yaml
  gristmill tax remit --pack eu/de/income-tax --year 2026 --facts expected.yaml --bank bank.yaml`,
    )
    .action(async (options: RemitOptions) => {
      if (options.dryRun === true) {
        refuse(options.watch === true, '--watch pays, and --dry-run does not.', 'Leave one of them out.');
        await planRemittance(await readYear(options), options);
        return;
      }
      refuse(
        options.on !== undefined || options.setAside !== undefined,
        '--on and --set-aside only suppose something.',
        'Add --dry-run, or leave them out: the clock and the vault say what holds.',
      );
      await (options.watch === true ? watch(options) : payOnce(options));
    });
}

async function payOnce(options: RemitOptions): Promise<void> {
  const { document, lines, failed } = await payYear(await readYear(options), options);
  createOutput({ json: options.json ?? false }).result(document, textOf(lines));
  if (failed) process.exitCode = EXIT_FAILED;
}

async function watch(options: RemitOptions): Promise<void> {
  const output = createOutput({ json: options.json ?? false });
  const everyMs = wholeNumber('--every', options.every, 1, 7 * 24 * 60) * 60_000;
  refuse(options.facts === '-', 'Standard input can be read only once.', 'Name a file: --watch reads it each time.');
  // What is wrong from the beginning is an error; what goes wrong later is told, and tried again.
  await readYear(options);
  const stop = new AbortController();
  void untilInterrupted(output.log).then(() => stop.abort());
  let before: string | null = null;
  await keepRunning<RunOutcome>({
    run: async () => await payYear(await readYear(options), options),
    nextMs: ({ nextStartMs, failed }) => (failed ? systemClock.now() + RETRY_MS : nextStartMs),
    everyMs,
    retryMs: RETRY_MS,
    clock: systemClock,
    signal: stop.signal,
    onOutcome: ({ document, lines }) => {
      const text = textOf(lines);
      if (before === null) output.result(document, text);
      else if (text !== before) output.log(`${new Date(systemClock.now()).toISOString()}\n${text}`);
      before = text;
    },
    onError: ({ code, message, hint }) => output.log(`${message} ${hint} (${code})`),
  });
}

function textOf(lines: readonly string[]): string {
  return lines.length === 0 ? 'Nothing falls due yet.' : lines.join('\n');
}

/** @throws GristmillError `OPTIONS_CONFLICT` */
function refuse(isWrong: boolean, message: string, hint: string): void {
  if (isWrong) throw new GristmillError('OPTIONS_CONFLICT', message, { hint });
}
