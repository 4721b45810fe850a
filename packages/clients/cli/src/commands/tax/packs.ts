import { rulePackIds } from '@gristmill/rules';
import type { Command } from 'commander';
import colors from 'yoctocolors';
import { createOutput, EXIT_FAILED } from '../../output.ts';
import { formatCount } from '../../quantities.ts';
import { table } from '../../table.ts';
import { loadPack, packIdOf } from '../../tax/pack-reference.ts';
import { readKnownCids, type VerifiedPack, verifyPack, yearsWithDates } from '../../tax/verify-pack.ts';

export function addPacks(tax: Command): void {
  const packs = tax
    .command('packs')
    .summary('the rule packs of this version, and their names by content')
    .description('Lists the rule packs: their content identifiers, and the tax years whose payment dates they know.')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax packs
  gristmill tax packs --json > packs.json         to compare with later
  gristmill tax packs verify --known packs.json`,
    )
    .action(async (options: { json?: boolean }) => {
      const loaded = await Promise.all(rulePackIds.map(loadPack));
      const today = civilToday();
      const rows = loaded.map((pack) => {
        const { id, cid, title, currency, calendar } = pack;
        const { authority, form } = calendar;
        return { id, cid, title, currency: currency.code, authority, form, years: yearsWithDates(pack, today) };
      });
      createOutput({ json: options.json ?? false }).result(
        rows,
        table(
          ['pack', 'what it is', 'currency', 'years', 'rules'],
          rows.map(({ id, title, currency, years, cid }) => [id, title, currency, spanOf(years), `…${cid.slice(-8)}`]),
        ),
      );
    });

  packs
    .command('verify')
    .argument('[pack...]', 'only these packs (default: all)')
    .summary('recompute what the packs are, and check every value they hold')
    .description(
      'Reads the packs anew, checks their schema, recomputes their content identifiers, and looks at every value: its ' +
        'dates, its citations, its day of last check, and that the payment dates of every year can be told. Exits with 1 ' +
        'when something is wrong.',
    )
    .option('--known <file>', 'content identifiers that you trust, as `gristmill tax packs --json` printed them')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax packs verify
  gristmill tax packs verify us/federal --known packs.json --json`,
    )
    .action(async (references: string[], _: unknown, command: Command) => {
      // `--json` may stand before `verify` too.
      const { known, json = false } = command.optsWithGlobals<{ known?: string; json?: boolean }>();
      const ids = references.length === 0 ? rulePackIds : references.map((reference) => packIdOf(reference));
      const expected = known === undefined ? new Map<string, string>() : await readKnownCids(known);
      const today = civilToday();
      const verified = await Promise.all(
        ids.map((id) => verifyPack(id, { today, knownCid: expected.get(id) ?? null })),
      );
      createOutput({ json }).result(verified, verified.map(verdictOf).join('\n'));
      if (verified.some(({ problems }) => problems.length > 0)) process.exitCode = EXIT_FAILED;
    });
}

function verdictOf({ id, cid, values, oneSource, checked, known, problems }: VerifiedPack): string {
  const mark = problems.length === 0 ? colors.green('✓') : colors.red('✗');
  const facts = [
    `${formatCount(values)} values`,
    ...(oneSource === 0 ? [] : [`${formatCount(oneSource)} of them with one source`]),
    ...(checked === null ? [] : [`checked between ${checked.from} and ${checked.to}`]),
    ...(known ? ['as known'] : []),
  ];
  return [
    `${mark} ${id} ${colors.dim(cid ?? '')}`,
    ...(values === 0 ? [] : [`  ${facts.join(', ')}`]),
    ...problems.map((problem) => `  ${colors.red(problem)}`),
  ].join('\n');
}

function spanOf(years: readonly number[]): string {
  if (years.length < 2) return years.join('');
  return `${years[0]!}–${years.at(-1)!}`;
}

function civilToday(): string {
  return new Date().toISOString().slice(0, 10);
}
