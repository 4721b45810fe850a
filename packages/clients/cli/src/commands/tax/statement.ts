import { wholeNumber, readJsonLines } from '../../input.ts';
import type { Command } from 'commander';
import { GristmillError } from '@gristmill/protocol';
import { z } from 'zod';
import { createOutput } from '../../output.ts';
import { formatMoney } from '../../quantities.ts';
import { table } from '../../table.ts';
import { readFacts } from '../../tax/facts-file.ts';
import { loadPack } from '../../tax/pack-reference.ts';
import { payout, type Payout, statementOf } from '../../tax/statement.ts';

interface StatementOptions {
  pack: string;
  year: string;
  facts: string;
  income: string;
  payouts: string;
  json?: boolean;
}

export function addStatement(tax: Command): void {
  tax
    .command('statement')
    .summary("a year's earnings by quarter, and what belongs to the authority of them")
    .description(
      'Adds up payouts by quarter of the tax year and compares what was set aside with what should have been. Payouts ' +
        'are JSON Lines: { "date", "amount", "setAside"? }, in minor units; a minus is a refund or a correction. The facts ' +
        'state the year without them.',
    )
    .requiredOption('--pack <pack>', 'the rules: an id of `gristmill tax packs`, or the beginning of one')
    .requiredOption('--year <year>', 'the tax year, by the calendar year in which it begins')
    .requiredOption('--facts <file>', 'what is known, YAML or JSON (see `gristmill tax facts`)')
    .requiredOption('--income <fact>', 'the money fact that the payouts raise')
    .requiredOption('--payouts <file>', 'what came in, one payout a line; `-` is standard input')
    .option('--json', 'print one JSON document, amounts in minor units')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax statement --pack us/federal --year 2026 --facts facts.yaml --income self_employment_income \\
    --payouts payouts.jsonl
  echo '{"date":"2026-02-03","amount":125050,"setAside":31000}' | gristmill tax statement --payouts - \\
    --pack us/federal --year 2026 --facts facts.yaml --income self_employment_income --json`,
    )
    .action(async (options: StatementOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const pack = await loadPack(options.pack);
      const { currency } = pack;
      const year = wholeNumber('--year', options.year, 1, 9998);
      const payouts = await readPayouts(options.payouts);
      const facts = await readFacts(options.facts, pack.id);
      const statement = statementOf(pack, facts, { year, income: options.income, payouts });
      const money = (units: bigint) => formatMoney(units, currency);
      const { quarters, earned, setAside, liability, shortfall, total } = statement;
      output.result(
        { pack: pack.cid, packId: pack.id, currency, income: options.income, ...statement },
        [
          `${pack.title}, ${year}: ${options.income}`,
          table(
            ['quarter', 'earned', 'set aside', 'should be, so far', 'lacks', 'due in it'],
            quarters.map((quarter) => [
              `${quarter.from} to ${quarter.to}`,
              money(quarter.earned),
              money(quarter.setAside),
              money(quarter.targetSoFar),
              money(quarter.shortfall),
              quarter.due.map(({ instalment, dueDate }) => `${instalment}: ${dueDate}`).join(', '),
            ]),
          ),
          `The year: ${money(earned)} earned, which owes ${money(liability)} of ${money(total)} in all; ${money(setAside)} set aside.`,
          shortfall === 0n
            ? 'That is what is owed.'
            : shortfall > 0n
              ? `${money(shortfall)} lacks.`
              : `${money(-shortfall)} is too much, and may flow back.`,
        ].join('\n'),
      );
    });
}

/** @throws GristmillError `FILE_UNREADABLE`, `INPUT_MALFORMED` */
async function readPayouts(file: string): Promise<Payout[]> {
  const parsed = z.array(payout).safeParse(await readJsonLines(file));
  if (parsed.success) return parsed.data;
  throw new GristmillError('INPUT_MALFORMED', `${file} is no list of payouts: ${z.prettifyError(parsed.error)}`, {
    hint: 'Write { "date": "2026-02-03", "amount": 125050 } a line, amounts in minor units.',
  });
}
