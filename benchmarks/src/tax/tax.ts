import os from 'node:os';
import { loadRulePack } from '@gristmill/rules';
import { assess, assessLines, type FactsInput, type InForce, type RulePack } from '@gristmill/tax';
import { type Case, medianSeconds, type Question, reasonOf, type Skipped } from '../question.ts';
import { HMRC_INCOME_TAX, hmrcIncomeTax, type IncomeTax } from './hmrc-income-tax.ts';
import { FRENCH_LAW, FRENCH_PACK, liberalProfession, monthlyReceipts } from './micro-entrepreneur.ts';
import { MODELE_SOCIAL, type MonthlyDues, PUBLICODES, publicodes } from './publicodes.ts';
import { startThroughput } from './throughput.ts';
import { incomes, ukTaxpayer } from './uk-taxpayer.ts';
import { US_LAW, US_PACK, usHouseholds } from './us-household.ts';

const UK_PACK = 'uk/income-tax';
const UK_LAW = { year: 2025 };
const TAXPAYERS = 300;
const HOUSEHOLDS = 1_000;
/** So many that the round that warms up is enough for the engine to compile this pack too. */
const HOUSEHOLD_PASSES = 12;
/** A pass is as long as can be timed: this side is quick, that one slow. */
const HMRC_PASSES = 500;
const PASSES = 5;
const FRENCH_TAXPAYERS = 40;
const FRENCH_PASSES = 50;

/** How many assessments a second, with and without the trace that explains them? */
export const tax: Question = {
  name: 'tax',
  asks: 'How many tax assessments a second, with and without their trace? Against npm publicodes and hmrc-income-tax.',
  async ask(say, { rounds }) {
    const answers = [await unitedStates(say, rounds), await france(say, rounds), await unitedKingdom(say, rounds)];
    return {
      results: answers.flatMap(({ results }) => results),
      skipped: answers.flatMap(({ skipped }) => skipped),
      summary: Object.assign({}, ...answers.map(({ summary }) => summary)) as Answer['summary'],
    };
  },
};

interface Answer {
  results: Case[];
  skipped: Skipped[];
  summary: Record<string, number | string>;
}

type Say = Parameters<Question['ask']>[0];

/** Against the other engine whose rules are data and whose every value explains itself, on the same people. */
async function france(say: Say, rounds: number): Promise<Answer> {
  const rivalName = `${PUBLICODES.name} ${PUBLICODES.version} with ${MODELE_SOCIAL.name} ${MODELE_SOCIAL.version}`;
  const rival = await publicodes().catch((error: unknown) => reasonOf(error));
  if (typeof rival === 'string') return { results: [], skipped: [{ case: rivalName, why: rival }], summary: {} };
  say(`assessing by ${FRENCH_PACK} ...`);
  const pack = await loadRulePack(FRENCH_PACK);
  const people = monthlyReceipts(FRENCH_TAXPAYERS);
  const sides = sidesOf(pack, people.map(liberalProfession), FRENCH_LAW, FRENCH_PASSES);
  const seconds = await medianSeconds({ ...sides.run, rival: () => people.forEach((each) => rival(each)) }, { rounds });
  const speed = people.length / seconds.rival;
  const same = 'contributions, training and final tax of one month; the rival gives these three, in floating point';
  return {
    results: [
      caseOf('assess, France', sides.perSecond(seconds.traced), speed, rivalName, `with the whole trace: ${same}`),
      caseOf('assessLines, France', sides.perSecond(seconds.lines), speed, rivalName, `without trace: ${same}`),
    ],
    skipped: [],
    summary: { franceSameToTheEuro: frenchAgreement(pack, people, rival) },
  };
}

/** Against arithmetic for one question in floating point: how much the generality and the exactness cost. */
async function unitedKingdom(say: Say, rounds: number): Promise<Answer> {
  const pack = await loadRulePack(UK_PACK);
  const people = incomes(TAXPAYERS);
  const sides = sidesOf(pack, people.map(ukTaxpayer), UK_LAW, PASSES);
  const rivalName = `${HMRC_INCOME_TAX.name} ${HMRC_INCOME_TAX.version}`;
  const rival = await hmrcIncomeTax().catch((error: unknown) => reasonOf(error));
  say(`assessing by ${UK_PACK} ...`);
  if (typeof rival === 'string') {
    const seconds = await medianSeconds(sides.run, { rounds });
    return { results: [], skipped: [{ case: rivalName, why: rival }], summary: speeds('uk', sides, seconds) };
  }
  const rivalPass = () => {
    for (let pass = 0; pass < HMRC_PASSES; pass += 1) people.forEach((income) => rival(income));
  };
  const seconds = await medianSeconds({ ...sides.run, rival: rivalPass }, { rounds });
  const speed = (TAXPAYERS * HMRC_PASSES) / seconds.rival;
  const less = 'the rival gives income tax and its three bands, in floating point, without a trace';
  return {
    results: [
      caseOf(
        'assess, UK',
        sides.perSecond(seconds.traced),
        speed,
        rivalName,
        `each line with its law and inputs; ${less}`,
      ),
      caseOf(
        'assessLines, UK',
        sides.perSecond(seconds.lines),
        speed,
        rivalName,
        `the same lines without the why; ${less}`,
      ),
    ],
    skipped: [],
    summary: { ...speeds('uk', sides, seconds), ...agreement(pack, people, rival) },
  };
}

/** No package computes a whole US return: absolute figures, of one core and of all. */
async function unitedStates(say: Say, rounds: number): Promise<Answer> {
  say(`assessing by ${US_PACK} ...`);
  const pack = await loadRulePack(US_PACK);
  const sides = sidesOf(pack, usHouseholds(pack, HOUSEHOLDS), US_LAW, HOUSEHOLD_PASSES);
  const threads = os.availableParallelism();
  const throughput = await startThroughput(threads, HOUSEHOLDS);
  try {
    const seconds = await medianSeconds({ ...sides.run, threads: () => throughput.run(HOUSEHOLD_PASSES) }, { rounds });
    // On a machine that others use this says more than the clock.
    const before = process.threadCpuUsage().user;
    sides.run.lines();
    const processorMicroseconds = (process.threadCpuUsage().user - before) / (HOUSEHOLDS * HOUSEHOLD_PASSES);
    return {
      results: [],
      skipped: [],
      summary: {
        ...speeds('us', sides, seconds),
        usWithoutTraceProcessorMicroseconds: Math.round(processorMicroseconds * 10) / 10,
        usThreads: threads,
        usWithoutTracePerSecondOnAllThreads: Math.round((HOUSEHOLDS * HOUSEHOLD_PASSES * threads) / seconds.threads),
      },
    };
  } finally {
    await throughput.close();
  }
}

interface Sides {
  run: Record<'traced' | 'lines', () => void>;
  perSecond: (seconds: number) => number;
}

function sidesOf(pack: RulePack, people: readonly FactsInput[], inForce: InForce, passes: number): Sides {
  const repeated = (one: (facts: FactsInput) => unknown) => () => {
    for (let pass = 0; pass < passes; pass += 1) people.forEach(one);
  };
  return {
    run: {
      traced: repeated((facts) => assess(pack, facts, inForce)),
      lines: repeated((facts) => assessLines(pack, facts, inForce)),
    },
    perSecond: (seconds) => (people.length * passes) / seconds,
  };
}

function caseOf(name: string, ours: number, rival: number, rivalName: string, note: string): Case {
  return { case: name, unit: 'taxpayers/s', ours, rival, rivalName, ratio: ours / rival, note };
}

function speeds(country: 'uk' | 'us', { perSecond }: Sides, seconds: { traced: number; lines: number }) {
  return {
    [`${country}PerSecond`]: Math.round(perSecond(seconds.traced)),
    [`${country}WithoutTracePerSecond`]: Math.round(perSecond(seconds.lines)),
  };
}

/** On how many receipts each of the three dues is the same in whole euros, which is how they are declared. */
export function frenchAgreement(
  pack: RulePack,
  people: readonly number[],
  rival: (monthlyReceipts: number) => MonthlyDues,
): string {
  const agreed = people.filter((receipts) => {
    const lines = assessLines(pack, liberalProfession(receipts), FRENCH_LAW);
    const { contributions, training, finalTax } = rival(receipts);
    const theirs = [contributions, training, finalTax].map((euros) => Math.round(euros));
    const ours = ['social_contributions', 'training_contribution', 'final_tax'].map(
      (name) => Number(lines[name]) / 100,
    );
    return ours.every((euros, i) => euros === theirs[i]);
  });
  return `${agreed.length} of ${people.length}`;
}

/** On how many incomes both come to the same income tax, and by how much they differ at most, in pence. */
export function agreement(
  pack: RulePack,
  people: readonly number[],
  rival: IncomeTax,
): { ukSameToThePenny: string; ukDifferencePenceMax: number } {
  const differences = people.map((income) => {
    const pence = Number(assessLines(pack, ukTaxpayer(income), UK_LAW)['income_tax']);
    return Math.abs(pence - Math.round(rival(income) * 100));
  });
  return {
    ukSameToThePenny: `${differences.filter((pence) => pence === 0).length} of ${people.length}`,
    ukDifferencePenceMax: Math.max(...differences),
  };
}
