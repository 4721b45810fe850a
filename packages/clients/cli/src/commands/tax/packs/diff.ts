import { cid as cidSchema, type Cid, GristmillError } from '@gristmill/protocol';
import { explainPackDiff, packDiff } from '@gristmill/rules';
import { type Adjustment, adjustmentOf, assess, type FactsInput, type InForce, type RulePack } from '@gristmill/tax';
import type { Command } from 'commander';
import { createOutput } from '../../../output.ts';
import { printableLines } from '../../../printable.ts';
import { formatMoney } from '../../../quantities.ts';
import { table } from '../../../table.ts';
import { readFacts } from '../../../tax/facts/facts-file.ts';
import { addLawOptions, inForceOf, type LawOptions } from '../../../tax/rules/in-force.ts';
import { packIdOf, parsePackCid, servingPacks } from '../../../tax/rules/pack-reference.ts';
import { readSubscription, rulesFolder } from '../../../tax/rules/rule-subscription.ts';
import { openFeed } from '../../../tax/rules/subscribed-feed.ts';
import type { HomeOption } from './home-option.ts';

interface DiffOptions extends HomeOption, LawOptions {
  against?: string;
  effect?: string;
}

/** Two packs of one tax, to be compared. */
interface Pair {
  before: RulePack;
  after: RulePack;
}

export function addDiff(packs: Command): Command {
  return addLawOptions(
    packs
      .command('diff')
      .argument('[pack]', 'a content identifier, or a pack whose proposals to show (default: all that is proposed)')
      .summary('what a pack would change, with dates and sources; and what that comes to on your facts')
      .description(
        'Compares what the feed proposes, or any pack that is shipped or was adopted, with the pack that serves. With ' +
          '--effect both assess the same facts, and the difference is an adjustment: the lines that change, and what is to ' +
          'be paid more or less. Nothing is adopted, and the assessment before stays what it was.',
      ),
  )
    .option('--against <cid>', 'compare with this pack instead of the one that serves')
    .option('--effect <facts>', 'facts to assess by both, YAML or JSON; `-` is standard input')
    .addHelpText(
      'after',
      `
Examples:
  gristmill tax packs diff
  gristmill tax packs diff us/federal
  gristmill tax packs diff bafyrei… --effect facts.yaml --year 2026
  gristmill tax packs diff bafyNEW… --against bafyOLD… --effect facts.yaml --year 2025 --json`,
    )
    .action(async (reference: string | undefined, _: unknown, command: Command) => {
      const options: DiffOptions = command.optsWithGlobals();
      const output = createOutput({ json: options.json ?? false });
      const pairs = await pairsOf(reference, options, output.log);
      const facts = options.effect === undefined ? null : await factsFor(pairs, options.effect);
      const diffs = pairs.map(({ before, after }) => {
        const effect = facts === null ? null : effectOf({ before, after }, facts, inForceOf(after, options));
        return { after, difference: packDiff(before, after), effect };
      });
      output.result(
        diffs.map(({ after, difference, effect }) => {
          return { packId: after.id, currency: after.currency, ...difference, effect };
        }),
        diffs.length === 0
          ? 'The feed proposes nothing that does not serve already.'
          : diffs
              .map(({ after, difference, effect }) =>
                [
                  after.id,
                  printableLines(explainPackDiff(difference)),
                  ...(effect === null ? [] : [effectText(effect, after)]),
                ].join('\n'),
              )
              .join('\n\n'),
      );
    });
}

async function pairsOf(
  reference: string | undefined,
  { home, against }: DiffOptions,
  warn: (line: string) => void,
): Promise<Pair[]> {
  const folder = rulesFolder(home);
  const subscription = await readSubscription(folder);
  const packs = await servingPacks(home, warn);
  const proposed = subscription === null ? [] : (await openFeed(folder, subscription).review()).proposals;
  const packOf = async (cid: Cid) => proposed.find((one) => one.cid === cid)?.pack ?? (await packs.packByCid(cid));
  const isCid = reference !== undefined && cidSchema.safeParse(reference).success;
  const afters = isCid
    ? [await packOf(parsePackCid(reference))]
    : proposed.map(({ pack }) => pack).filter(({ id }) => reference === undefined || id === packIdOf(reference));
  const named = against === undefined ? null : await packOf(parsePackCid(against));
  return Promise.all(
    afters.map(async (after) => {
      const before = named ?? (await packs.current(after.id)).pack;
      if (before.id === after.id) return { before, after };
      throw new GristmillError('OPTIONS_CONFLICT', `${before.id} and ${after.id} are rules of two taxes.`, {
        hint: 'Compare two packs of one tax.',
      });
    }),
  );
}

/** @throws GristmillError `OPTION_MISSING` when several taxes would have to be assessed on one set of facts. */
async function factsFor(pairs: readonly Pair[], file: string): Promise<FactsInput> {
  const ids = [...new Set(pairs.map(({ after }) => after.id))];
  if (ids.length > 1) {
    throw new GristmillError('OPTION_MISSING', `The facts can be those of one tax only, and ${ids.length} change.`, {
      hint: `Name the pack: one of ${ids.join(', ')}, or a content identifier.`,
    });
  }
  return ids.length === 0 ? {} : await readFacts(file, ids[0]!);
}

function effectOf({ before, after }: Pair, facts: FactsInput, inForce: InForce): Adjustment {
  return adjustmentOf(assess(before, facts, inForce), assess(after, facts, inForce));
}

function effectText(
  { year, lines, before, after, difference }: Adjustment,
  { currency, variables }: Pick<RulePack, 'currency' | 'variables'>,
): string {
  const money = (units: string) => formatMoney(BigInt(units), currency);
  const shown = (line: string, value: string | null) =>
    value === null ? '' : variables[line]?.unit === 'currency' ? money(value) : value;
  const change = BigInt(difference);
  return [
    '',
    `On these facts, for ${year}: ${money(before.total)} -> ${money(after.total)}`,
    ...(lines.length === 0
      ? []
      : [
          table(
            ['line', 'before', 'after', 'what it is'],
            lines.map(({ variable, before: was, after: is, label }) => [
              variable,
              shown(variable, was),
              shown(variable, is),
              label,
            ]),
          ),
        ]),
    change === 0n
      ? 'Nothing is to be paid in addition, and nothing comes back.'
      : change > 0n
        ? `${money(difference)} is to be paid in addition.`
        : `${money((-change).toString())} was too much, and flows back: later set-asides and payments are that much lower.`,
  ].join('\n');
}
