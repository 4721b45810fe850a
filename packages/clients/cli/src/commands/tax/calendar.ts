import { paymentCalendar } from '@gristmill/tax';
import type { Command } from 'commander';
import { wholeNumber } from '../../input.ts';
import { createOutput } from '../../output.ts';
import { table } from '../../table.ts';
import { rulesText, servingPack } from '../../tax/rules/pack-reference.ts';

interface CalendarOptions {
  pack: string;
  year: string;
  knownAt?: string;
  home?: string;
  json?: boolean;
}

export function addCalendar(tax: Command): void {
  tax
    .command('calendar')
    .summary('when a tax year is paid, and in which parts')
    .description(
      'The payment dates of a tax year, moved past weekends and legal holidays where the law moves them, and the part of ' +
        'which line is due on each.',
    )
    .requiredOption('--pack <pack>', 'the rules: an id of `gristmill tax packs`, or the beginning of one')
    .requiredOption('--year <year>', 'the tax year, by the calendar year in which it begins')
    .option('--known-at <date>', 'as the law had been published by the end of this day')
    .option('--home <folder>', 'where adopted packs lie (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax calendar --pack us/federal --year 2026
  gristmill tax calendar --pack uk/income-tax --year 2026 --json`,
    )
    .action(async (options: CalendarOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const { knownAt } = options;
      const { pack, rules } = await servingPack(options.pack, options.home);
      const year = wholeNumber('--year', options.year, 1, 9998);
      const { authority, form, dueDates } = paymentCalendar(pack, year, knownAt === undefined ? {} : { knownAt });
      const rows = dueDates.map(({ share, ...due }) => ({ ...due, share: share.toString() }));
      output.result(
        { pack: pack.cid, packId: pack.id, rules, authority, form, year, dueDates: rows },
        [
          `${pack.title}, ${year}: ${form}, paid to ${authority}`,
          rulesText(rules),
          table(
            ['instalment', 'due by', 'date in the law', 'part', 'of'],
            rows.map(({ instalment, dueDate, statutoryDate, share, of }) => [
              String(instalment),
              dueDate,
              statutoryDate,
              share,
              of,
            ]),
          ),
        ].join('\n'),
      );
    });
}
