import { GristmillError, parseUnits } from '@gristmill/protocol';
import { type RulePack, setAside, type SetAsideMethod } from '@gristmill/tax';
import { type Command, Option } from 'commander';
import { optionInvalid } from '../../input.ts';
import { createOutput } from '../../output.ts';
import { formatMoney } from '../../quantities.ts';
import { table } from '../../table.ts';
import { readFacts } from '../../tax/facts-file.ts';
import { addLawOptions, inForceOf, type LawOptions, yearSpan } from '../../tax/in-force.ts';
import { loadPack, rulesText, type ServingPack, servingPack } from '../../tax/pack-reference.ts';
import { type MissingSetAside, setAsideYear } from '../../tax/set-aside-year.ts';
import { readYearEvents } from '../../tax/year-events.ts';

interface SetAsideOptions extends LawOptions {
  pack: string;
  facts: string;
  income: string;
  earned?: string;
  payouts?: string;
  payout?: string;
  already: string;
  method: SetAsideMethod['kind'];
  rate?: string;
  line?: string;
  expected?: string;
  home?: string;
  json?: boolean;
}

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
    .option('--expected <amount>', 'safe-harbour: the earnings expected this year')
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
    --earned 8000 --payout 1250.50 --method flat --rate 30`,
    )
    .action(async (options: SetAsideOptions) => {
      const isYear = options.payouts !== undefined;
      if (isYear === (options.earned !== undefined)) {
        throw new GristmillError(
          'OPTIONS_CONFLICT',
          'Either --earned asks for one payout, or --payouts for the year.',
          {
            hint: 'Give one of the two.',
          },
        );
      }
      const serving = await servingPack(options.pack, options.home);
      await (isYear ? answerYear(serving, options) : answerPayout(serving, options));
    });
}

async function answerPayout({ pack, rules }: ServingPack, options: SetAsideOptions): Promise<void> {
  const { currency } = pack;
  const earned = parseUnits(options.earned!, currency);
  const payout = options.payout === undefined ? earned : parseUnits(options.payout, currency);
  const question = {
    ...inForceOf(pack, options),
    income: options.income,
    earned,
    payout,
    alreadySetAside: parseUnits(options.already, currency),
    method: methodOf(pack, options),
  };
  const answer = setAside(pack, await readFacts(options.facts, pack.id), question);
  const money = (units: bigint): string => formatMoney(units, currency);
  const { target, amount, shortfall, release } = answer;
  createOutput({ json: options.json ?? false }).result(
    { pack: pack.cid, packId: pack.id, rules, currency, question, ...answer },
    [
      `Set aside ${money(amount)} of this payout of ${money(payout)}.`,
      `For ${money(earned)} earned it should be ${money(target)} in all; it was ${money(question.alreadySetAside)}.`,
      ...(shortfall === 0n ? [] : [`The payout is ${money(shortfall)} too small; the next ones make up for it.`]),
      ...(release === 0n ? [] : [`${money(release)} more than that is set aside, and may flow back.`]),
      rulesText(rules),
    ].join('\n'),
  );
}

async function answerYear({ pack, rules }: ServingPack, options: SetAsideOptions): Promise<void> {
  const { currency, title } = pack;
  const inForce = inForceOf(pack, options);
  const { income } = options;
  const method = methodOf(pack, options);
  const events = await readYearEvents(options.payouts!, (cid) => loadPack(cid, options.home));
  const foreign = events.find((event) => event.kind === 'rules' && event.pack.id !== pack.id);
  if (foreign !== undefined) {
    throw new GristmillError('INPUT_MALFORMED', `The rules of ${foreign.date} are not those of ${pack.id}.`, {
      hint: 'Name packs of one tax: `gristmill tax packs list --json` has the history of each.',
    });
  }
  if ('year' in inForce) {
    const { first, next } = yearSpan(pack.taxYearStart, inForce.year);
    const outside = events.find(({ date }) => date < first || date >= next);
    if (outside !== undefined) {
      throw new GristmillError('PAYOUT_OUTSIDE_YEAR', `${outside.date} is not in the tax year from ${first}.`, {
        hint: 'Ask for each tax year by itself.',
      });
    }
  }
  const facts = await readFacts(options.facts, pack.id);
  const year = setAsideYear(pack, facts, { inForce, income, method, events });
  const { steps, earned, due, setAside: vault, shortfall, surplus, missing } = year;
  const money = (units: bigint): string => formatMoney(units, currency);
  createOutput({ json: options.json ?? false }).result(
    { pack: pack.cid, packId: pack.id, rules, currency, income, method, ...year },
    [
      `${title}: ${income}`,
      table(
        ['day', 'what', 'earned so far', 'should be set aside', 'taken', 'back', 'set aside', 'missing'],
        steps.map((step) => [
          step.date,
          step.kind,
          money(step.earned),
          money(step.target),
          money(step.taken),
          money(step.released),
          money(step.setAside),
          money(step.missing),
        ]),
      ),
      `${money(earned)} earned, which owes ${money(due)}; ${money(vault)} is set aside.`,
      ...(shortfall === 0n && surplus === 0n ? ['That is what is owed.'] : []),
      ...(surplus === 0n ? [] : [`${money(surplus)} is too much, and flows back.`]),
      ...missing.map(({ cause, date, amount }) => `${money(amount)} is missing since ${date}: ${CAUSES[cause]}.`),
      rulesText(rules),
    ].join('\n'),
  );
}

const CAUSES: Readonly<Record<MissingSetAside['cause'], string>> = {
  'payout-too-small': 'the tax on the payout is more than the payout',
  'facts-changed': 'the facts changed, and later payouts were too small to make up for it',
  'rules-corrected': 'the rules were corrected, and later payouts were too small to make up for it',
  'not-set-aside': 'less was set aside of a payout than it could have covered',
  method: 'the method asks for less than is owed; the rest is due with the return',
};

/** @throws GristmillError `OPTION_MISSING`, `OPTION_INVALID`, `MONEY_MALFORMED` */
function methodOf({ currency, outputs }: RulePack, { method, line, expected, rate }: SetAsideOptions): SetAsideMethod {
  switch (method) {
    case 'exact':
      return { kind: 'exact' };
    case 'safe-harbour': {
      if (line === undefined) throw missing('--line', `Lines that are always given: ${outputs.join(', ') || 'none'}.`);
      if (expected === undefined) throw missing('--expected', 'Estimate what the year will bring.');
      return { kind: 'safe-harbour', line, expectedIncome: parseUnits(expected, currency) };
    }
    case 'flat': {
      if (rate === undefined) throw missing('--rate', 'For example --rate 30.');
      return { kind: 'flat', ppm: ppmOf(rate) };
    }
  }
}

const PPM_DECIMALS = 4;

function ppmOf(percent: string): number {
  const ppm = /^\d{1,3}(\.\d{1,4})?$/.test(percent) ? parseUnits(percent, { code: '%', decimals: PPM_DECIMALS }) : -1n;
  if (ppm >= 0n && ppm <= 1_000_000n) return Number(ppm);
  throw optionInvalid('--rate', percent, 'a percentage from 0 to 100 with at most four decimals');
}

function missing(option: string, hint: string): GristmillError {
  return new GristmillError('OPTION_MISSING', `This method needs ${option}.`, { hint });
}
