import { loadRulePack } from '@gristmill/rules';
import { assess, assessLines, type RulePack } from '@gristmill/tax';
import { type Case, medianSeconds, type Question, reasonOf } from '../question.ts';
import { HMRC_INCOME_TAX, hmrcIncomeTax, type IncomeTax } from './hmrc-income-tax.ts';
import { incomes, ukTaxpayer } from './uk-taxpayer.ts';

const PACK = 'uk/income-tax';
const IN_FORCE = { year: 2025 };
const TAXPAYERS = 300;
/** The rival is so quick that one pass could not be timed. */
const RIVAL_PASSES = 500;

/** How many assessments a second, with and without the trace that explains them? */
export const tax: Question = {
  name: 'tax',
  asks: 'How many tax assessments a second, with and without their trace? Against npm hmrc-income-tax.',
  async ask(say, { rounds }) {
    const pack = await loadRulePack(PACK);
    const people = incomes(TAXPAYERS);
    const facts = people.map(ukTaxpayer);
    const ours = {
      traced: () => facts.forEach((given) => assess(pack, given, IN_FORCE)),
      lines: () => facts.forEach((given) => assessLines(pack, given, IN_FORCE)),
    };
    const rivalName = `${HMRC_INCOME_TAX.name} ${HMRC_INCOME_TAX.version}`;
    const rival = await hmrcIncomeTax().catch((error: unknown) => reasonOf(error));
    say('assessing ...');
    if (typeof rival === 'string') {
      const seconds = await medianSeconds(ours, { rounds });
      return { results: [], skipped: [{ case: rivalName, why: rival }], summary: speeds(pack, seconds) };
    }
    const seconds = await medianSeconds(
      {
        ...ours,
        rival: () => {
          for (let pass = 0; pass < RIVAL_PASSES; pass += 1) people.forEach((income) => rival(income));
        },
      },
      { rounds },
    );
    const rivalSpeed = (TAXPAYERS * RIVAL_PASSES) / seconds.rival;
    const against = (what: string, ownSeconds: number, note: string): Case => ({
      case: what,
      unit: 'taxpayers/s',
      ours: TAXPAYERS / ownSeconds,
      rival: rivalSpeed,
      rivalName,
      ratio: TAXPAYERS / ownSeconds / rivalSpeed,
      note: `${note}; the rival gives income tax and its three bands, in floating point, without a trace`,
    });
    const lineCount = Object.keys(assessLines(pack, facts[0]!, IN_FORCE)).length;
    return {
      results: [
        against('assess', seconds.traced, `${lineCount} lines in exact fractions, each with its law and inputs`),
        against('assessLines', seconds.lines, `the same ${lineCount} lines without the why`),
      ],
      skipped: [],
      summary: { ...speeds(pack, seconds), ...agreement(pack, people, rival) },
    };
  },
};

function speeds({ id }: RulePack, seconds: { traced: number; lines: number }) {
  return {
    pack: id,
    assessmentsPerSecond: Math.round(TAXPAYERS / seconds.traced),
    assessmentsPerSecondWithoutTrace: Math.round(TAXPAYERS / seconds.lines),
  };
}

/** On how many incomes both come to the same income tax, and by how much they differ at most, in pence. */
export function agreement(
  pack: RulePack,
  people: readonly number[],
  rival: IncomeTax,
): { sameToThePenny: string; differencePenceMax: number } {
  const differences = people.map((income) => {
    const pence = Number(assessLines(pack, ukTaxpayer(income), IN_FORCE)['income_tax']);
    return Math.abs(pence - Math.round(rival(income) * 100));
  });
  return {
    sameToThePenny: `${differences.filter((pence) => pence === 0).length} of ${people.length}`,
    differencePenceMax: Math.max(...differences),
  };
}
