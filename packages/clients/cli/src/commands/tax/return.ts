import { assess, paymentCalendar } from '@gristmill/tax';
import type { Command } from 'commander';
import { createOutput } from '../../output.ts';
import { formatMoney } from '../../quantities.ts';
import { table } from '../../table.ts';
import { readFacts } from '../../tax/facts-file.ts';
import { addLawOptions, inForceOf, type LawOptions } from '../../tax/in-force.ts';
import { loadPack } from '../../tax/pack-reference.ts';

interface ReturnOptions extends LawOptions {
  pack: string;
  facts: string;
  all?: boolean;
  json?: boolean;
}

export function addReturn(tax: Command): void {
  addLawOptions(
    tax
      .command('return')
      .summary("the figures of a return: a pack's boxes and lines")
      .description(
        'Assesses the facts and prints the lines that the return asks for, in its order, each with the law or form that ' +
          'says so. File it with the authority yourself: nothing is sent.',
      )
      .requiredOption('--pack <pack>', 'the rules: an id of `gristmill tax packs`, or the beginning of one')
      .requiredOption(
        '--facts <file>',
        'what is known, YAML or JSON (see `gristmill tax facts`); `-` is standard input',
      ),
  )
    .option('--all', 'every line that was computed, not only those that the return asks for')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax return --pack uk/vat --year 2026 --facts quarter.yaml
  gristmill tax return --pack us/federal --year 2026 --facts facts.yaml --json`,
    )
    .action(async (options: ReturnOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const pack = await loadPack(options.pack);
      const { lines, total, ...assessed } = assess(
        pack,
        await readFacts(options.facts, pack.id),
        inForceOf(pack, options),
      );
      const { authority, form } = pack.calendar;
      const { currency, title, year, asOf } = assessed;
      const asked = [...pack.outputs.filter((name) => name !== pack.total), pack.total];
      const boxes = (options.all === true ? lines.map(({ variable }) => variable) : asked).map((name) => {
        const { variable, label, unit, amount, citation } = lines.find((line) => line.variable === name)!;
        return { box: variable, label, unit, amount, citation };
      });
      const { knownAt, packId, pack: cid } = assessed;
      // Where a year has a due date for each period, people need not read the eleven that are nothing.
      const dues = new Set(paymentCalendar(pack, year).dueDates.map(({ of }) => of));
      output.result(
        { pack: cid, packId, title, authority, form, year, asOf, knownAt, currency, boxes, total },
        [
          `${title}, ${year}: ${form} to ${authority}`,
          table(
            ['box', 'amount', 'what it is'],
            boxes
              .filter(({ box, amount }) => box === pack.total || amount !== '0' || !dues.has(box))
              .map(({ box, label, unit, amount }) => [
                box,
                unit === 'currency' ? formatMoney(BigInt(amount), currency) : amount,
                label,
              ]),
          ),
        ].join('\n'),
      );
    });
}
