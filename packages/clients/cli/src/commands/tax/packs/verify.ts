import { rulePackIds } from '@gristmill/rules';
import { systemClock } from '@gristmill/storage';
import type { Command } from 'commander';
import colors from 'yoctocolors';
import { readText } from '../../../input.ts';
import { createOutput, EXIT_FAILED } from '../../../output.ts';
import { parseAddress } from '../../../parse-address.ts';
import { printableLines } from '../../../printable.ts';
import { formatCount } from '../../../quantities.ts';
import { collected } from '../../../repeatable.ts';
import { loadPack, packIdOf } from '../../../tax/rules/pack-reference.ts';
import { type OfferedPack, verifyFeed } from '../../../tax/rules/verify-feed.ts';
import { readKnownCids, type VerifiedPack, verifyPack } from '../../../tax/rules/verify-pack.ts';
import type { HomeOption } from './home-option.ts';

interface VerifyOptions extends HomeOption {
  known?: string;
  feed?: string;
  publisher: string[];
}

export function addVerify(packs: Command): Command {
  return packs
    .command('verify')
    .argument('[pack...]', 'only these packs (default: all)')
    .summary('recompute what the packs are, and check every value they hold')
    .description(
      'Reads the packs that serve anew, checks their schema, recomputes their content identifiers (and of adopted ones the ' +
        'signatures), and looks at every value: its dates, its citations, its day of last check, and that the payment ' +
        'dates of every year can be told. Exits with 1 when something is wrong.',
    )
    .option('--known <file>', 'content identifiers that you trust, as `gristmill tax packs --json` printed them')
    .option(
      '--feed <file>',
      "check a publisher's feed too: signatures, content, and what it would change; `-` is standard input",
    )
    .option('--publisher <address>', 'whose signature on a feed you trust (repeatable)', collected, [])
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax packs verify
  curl -s https://rules.example/feed.json | gristmill tax packs verify --feed - --publisher 0x5290…
  gristmill tax packs verify us/federal --known packs.json --json`,
    )
    .action(async (references: string[], _: unknown, command: Command) => {
      const { home, known, feed, publisher, json = false }: VerifyOptions = command.optsWithGlobals();
      const ids = references.length === 0 ? rulePackIds : references.map((reference) => packIdOf(reference));
      const expected = known === undefined ? new Map<string, string>() : await readKnownCids(known);
      const today = new Date(systemClock.now()).toISOString().slice(0, 10);
      const verified = await Promise.all(
        ids.map((id) => verifyPack(id, () => loadPack(id, home), { today, knownCid: expected.get(id) ?? null })),
      );
      const publishers = publisher.map((text) => parseAddress('--publisher', text));
      const offered = feed === undefined ? null : await verifyFeed(await readText(feed), publishers);
      createOutput({ json }).result(
        { packs: verified, feed: offered },
        [...verified.map(verdictOf), ...(offered ?? []).map(offerText)].join('\n'),
      );
      const isWrong =
        verified.some(({ problems }) => problems.length > 0) || offered?.some(({ error }) => error !== null);
      if (isWrong === true) process.exitCode = EXIT_FAILED;
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

function offerText({ index, id, publisher, effectiveFrom, changes, error }: OfferedPack): string {
  const what = `offered ${id === null ? `number ${index + 1}` : `${id} from ${effectiveFrom!}, by ${publisher!}`}`;
  if (error !== null)
    return `${colors.red('✗')} ${what}\n  ${colors.red(printableLines(`${error.code}: ${error.message}`))}`;
  return `${colors.green('✓')} ${what}\n${printableLines(changes!).replace(/^/gm, '  ')}`;
}
