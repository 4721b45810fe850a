import { GristmillError } from '@gristmill/protocol';
import { type Command, Option } from 'commander';
import { DEFAULT_HUB } from 'gristmill';
import { addLawOptions } from '../../tax/rules/in-force.ts';
import { servingPack } from '../../tax/rules/pack-reference.ts';
import type { SetAsideOptions } from './set-aside/options.ts';
import { answerPayout } from './set-aside/payout.ts';
import { answerYear } from './set-aside/year.ts';

export function addSetAside(tax: Command): void {
  addLawOptions(
    tax
      .command('set-aside')
      .summary('how much of a payout belongs to the tax authority')
      .description(
        'Says how much of a payout to set aside, looking at the whole year each time: refunds and corrections lead to the ' +
          'same sum as if they had been known at once. Amounts are in the currency of the pack, as people write them ' +
          '(1250.50); the facts state the year without these earnings.',
      )
      .requiredOption('--pack <pack>', 'the rules: an id of `gristmill tax packs`, or the beginning of one')
      .requiredOption(
        '--facts <file>',
        'what is known, YAML or JSON (see `gristmill tax facts`); `-` is standard input',
      ),
  )
    .requiredOption('--income <fact>', 'the money fact that the earnings raise')
    .option('--earned <amount>', 'what was earned this tax year, this payout included')
    .option('--payouts <file>', 'instead: the whole year, JSON Lines as below; `-` is standard input')
    .option(
      '--recorded',
      "instead: the year's payouts as the books in --home have them, and the share of the next ones",
    )
    .option('--apply', "with --recorded: set that share in this device's payout plan on chain")
    .option('--hub <url>', 'with --apply: the hub whose chain to use', DEFAULT_HUB)
    .option('--payout <amount>', 'the payout in question (default: all that was earned)')
    .option('--already <amount>', 'what is set aside or was remitted for this year', '0')
    .addOption(
      new Option(
        '--method <method>',
        'exact: what the earnings add to the tax; safe-harbour: an even part of what the law asks to be paid during ' +
          'the year; flat: a rate of your own',
      )
        .choices(['exact', 'safe-harbour', 'flat'])
        .default('exact'),
    )
    .option('--line <line>', 'safe-harbour: the line that must be paid during the year')
    .option('--expected <amount>', 'safe-harbour and --in-time: the earnings expected this year')
    .option('--in-time', 'with --payouts or --recorded: have each payment of the year together when it falls due')
    .option('--lead-days <days>', 'with --in-time: and so many days before', '5')
    .option('--rate <percent>', 'flat: how many percent')
    .option('--home <folder>', 'where adopted packs lie (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document, amounts in minor units')
    .addHelpText(
      'after',
      `
Each line of --payouts is one of these, in minor units; a minus is a refund to a customer:
  {"date":"2026-02-03","amount":125050}                          and "setAside", where it was another sum than planned
  {"date":"2026-09-10","facts":{"taxable_interest":90000}}       from this day on the year looks different
  {"date":"2026-10-01","rules":"bafyrei…"}                       a corrected pack was adopted
The answer has what each set aside, what the year owes, and of what is missing the causes.

Examples:
  gristmill tax set-aside --pack us/federal --year 2026 --facts facts.yaml --income self_employment_income \\
    --earned 8000 --payout 1250.50 --already 1800
  gristmill tax set-aside --pack us/federal --year 2026 --facts facts.yaml --income self_employment_income \\
    --payouts payouts.jsonl
  gristmill tax set-aside --pack us/federal --year 2026 --facts facts.yaml --income self_employment_income \\
    --recorded --apply
  gristmill tax set-aside --pack us/federal --year 2026 --facts facts.yaml --income self_employment_income \\
    --earned 8000 --payout 1250.50 --method flat --rate 30`,
    )
    .action(async (options: SetAsideOptions) => {
      const sources = [options.earned !== undefined, options.payouts !== undefined, options.recorded === true];
      if (sources.filter(Boolean).length !== 1) {
        throw new GristmillError(
          'OPTIONS_CONFLICT',
          'Either --earned asks for one payout, or --payouts or --recorded for the year.',
          { hint: 'Give one of the three.' },
        );
      }
      if (options.apply === true && options.recorded !== true) {
        throw new GristmillError('OPTIONS_CONFLICT', '--apply sets what the books come to.', {
          hint: 'Add --recorded, or leave --apply out.',
        });
      }
      if (options.inTime === true && (options.earned !== undefined || options.expected === undefined)) {
        throw new GristmillError('OPTIONS_CONFLICT', '--in-time looks at a year, and at what is expected of it.', {
          hint: 'Add --expected, and --payouts or --recorded.',
        });
      }
      const serving = await servingPack(options.pack, options.home);
      await (options.earned === undefined ? answerYear(serving, options) : answerPayout(serving, options));
    });
}
