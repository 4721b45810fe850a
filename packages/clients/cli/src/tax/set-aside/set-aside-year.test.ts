import { loadRulePack, parameterFilesOf, rulePackWith } from '@gristmill/rules';
import { assess, type FactsInput, parseCivilDate, type RulePack, type SetAsideMethod } from '@gristmill/tax';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SetAsideYear, setAsideYear, type YearEvent } from './set-aside-year.ts';

const EXACT: SetAsideMethod = { kind: 'exact' };
const payout = (date: string, amount: bigint, setAside: bigint | null = null): YearEvent => {
  return { kind: 'payout', date: parseCivilDate(date), amount, setAside };
};
const factsFrom = (date: string, facts: FactsInput): YearEvent => ({
  kind: 'facts',
  date: parseCivilDate(date),
  facts,
});
const rulesFrom = (date: string, pack: RulePack): YearEvent => ({ kind: 'rules', date: parseCivilDate(date), pack });
const sumOf = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

/** Nothing of all that a pack always asks for, and what is stated. */
function nothingBut(
  pack: RulePack,
  stated: FactsInput,
  isZeroToo: (name: string) => boolean = () => false,
): FactsInput {
  const names = Object.keys(pack.facts).filter((name) => {
    return pack.facts[name]!.neededWhen === undefined || isZeroToo(name);
  });
  const zeros = names.map((name) => [name, pack.facts[name]!.kind === 'flag' ? false : 0n]);
  return { ...Object.fromEntries(zeros), ...stated };
}

/** The pack with a value rewritten, as a publisher corrects it. */
function corrected(pack: RulePack, file: string, key: string, value: string): RulePack {
  const files = parameterFilesOf(pack.parameters) as Record<
    string,
    { parameters: Record<string, { values: Record<string, unknown>[] }> }
  >;
  for (const dated of files[file]!.parameters[key]!.values) dated['value'] = value;
  return rulePackWith(pack.id, files);
}

/** Money and counts that a person without spouse and without a year before may be asked for. */
const isOfSingle = (name: string) =>
  ['money', 'count'].includes(us.facts[name]!.kind) && !/spouse|prior_year/.test(name);

const us = await loadRulePack('us/federal/individual');
const uk = await loadRulePack('uk/income-tax');
const de = await loadRulePack('eu/de/income-tax');
const fr = await loadRulePack('eu/fr/micro-entrepreneur');

interface Taxpayer {
  pack: RulePack;
  /** The income that payouts raise. */
  income: string;
  facts: FactsInput;
  /** What else comes to light in the autumn. */
  other: FactsInput;
  /** The same rules with a higher rate. */
  correction: RulePack;
}

const TAXPAYERS: readonly [string, Taxpayer][] = [
  [
    'United States',
    {
      pack: us,
      income: 'self_employment_income',
      facts: nothingBut(us, { filing_status: 'single', primary_age: 40n }, isOfSingle),
      other: { taxable_interest: 900_000n },
      correction: corrected(us, 'self-employment-tax', 'social-security-rate', '0.13'),
    },
  ],
  [
    'United Kingdom',
    {
      pack: uk,
      income: 'trading_income',
      facts: nothingBut(uk, { country: 'england', claims_trading_allowance: false, class_2_weeks: 52n }),
      other: { savings_interest: 900_000n },
      correction: corrected(uk, 'national-insurance', 'class-4-main-rate', '0.09'),
    },
  ],
  [
    'Germany',
    {
      pack: de,
      income: 'business_income',
      facts: nothingBut(de, { assessment: 'single' }),
      other: { other_income: 900_000n },
      correction: corrected(de, 'tariff', 'zone-3-constant', '1500'),
    },
  ],
];

const YEAR = 2025;
/** From May to December, which are in the tax year 2025 everywhere. */
const spring = [payout('2025-05-02', 800_000n), payout('2025-06-03', 1_200_000n), payout('2025-07-20', 2_000_000n)];
const autumn = [payout('2025-11-05', 1_000_000n), payout('2025-12-15', 1_400_000n)];

function yearOf({ pack, facts, income }: Taxpayer, events: readonly YearEvent[], method = EXACT): SetAsideYear {
  return setAsideYear(pack, facts, { inForce: { year: YEAR }, income, method, events });
}

/** What earnings add to the tax, by an assessment with them and one without. */
function owedOn({ income }: Taxpayer, pack: RulePack, facts: FactsInput, earned: bigint): bigint {
  const totalOn = (amount: bigint) => BigInt(assess(pack, { ...facts, [income]: amount }, { year: YEAR }).total);
  return totalOn(earned) - totalOn(0n);
}

describe.each(TAXPAYERS)('%s', (_, taxpayer) => {
  const { pack, facts, other, correction } = taxpayer;

  it('at the year’s end what is set aside is what is due, whatever happened on the way', () => {
    const changes = [
      payout('2025-08-11', -500_000n),
      factsFrom('2025-09-10', other),
      rulesFrom('2025-10-01', correction),
      payout('2025-10-20', -300_000n),
    ];
    const year = yearOf(taxpayer, [...spring, ...changes, ...autumn]);
    const due = owedOn(taxpayer, correction, { ...facts, ...other }, 5_600_000n);
    expect(due).toBeGreaterThan(owedOn(taxpayer, pack, facts, 5_600_000n));
    expect(year).toMatchObject({ earned: 5_600_000n, due, setAside: due, shortfall: 0n, surplus: 0n, missing: [] });
    expect(year.steps.at(-1)!.pack).toBe(correction.cid);
    // As if all had been known from the first day.
    const foreseen = yearOf({ ...taxpayer, pack: correction, facts: { ...facts, ...other } }, [...spring, ...autumn]);
    expect(foreseen.steps.at(-1)!.target).toBe(owedOn(taxpayer, correction, { ...facts, ...other }, 6_400_000n));
  });

  it('a refund in a later quarter flows back at once', () => {
    const year = yearOf(taxpayer, [...spring, payout('2025-11-20', -1_500_000n)]);
    const due = owedOn(taxpayer, pack, facts, 2_500_000n);
    expect(year).toMatchObject({ due, setAside: due, shortfall: 0n, surplus: 0n });
    expect(year.steps.at(-1)!.released).toBe(owedOn(taxpayer, pack, facts, 4_000_000n) - due);
  });

  it('what comes to light after the last payout lacks, and says why', () => {
    const changes = [factsFrom('2025-12-20', other), rulesFrom('2025-12-21', correction)];
    const { shortfall, missing } = yearOf(taxpayer, [...spring, ...changes]);
    const before = owedOn(taxpayer, pack, facts, 4_000_000n);
    const then = owedOn(taxpayer, pack, { ...facts, ...other }, 4_000_000n);
    const last = owedOn(taxpayer, correction, { ...facts, ...other }, 4_000_000n);
    expect(missing.filter(({ amount }) => amount !== 0n)).toEqual(
      [
        { cause: 'facts-changed', date: '2025-12-20', amount: then - before },
        { cause: 'rules-corrected', date: '2025-12-21', amount: last - then },
      ].filter(({ amount }) => amount !== 0n),
    );
    expect(shortfall).toBe(last - before);
  });

  it('a method that asks for less, and payouts of which less was taken, are told apart', () => {
    const flat: SetAsideMethod = { kind: 'flat', ppm: 50_000 };
    const events = [payout('2025-05-02', 3_000_000n, 100_000n), payout('2025-06-03', 1_000_000n, 50_000n)];
    const { due, missing, shortfall } = yearOf(taxpayer, events, flat);
    expect(missing).toEqual([
      { cause: 'not-set-aside', date: '2025-06-03', amount: 50_000n },
      { cause: 'method', date: '2025-06-03', amount: due - 200_000n },
    ]);
    expect(shortfall).toBe(due - 150_000n);
  });
});

it('France: each period is declared by itself, and a refund counts in the period in which it is made', () => {
  const facts = nothingBut(fr, { start_up_relief: 'none', pays_final_tax: true, is_craft: false });
  const quarter = (end: string, ...events: YearEvent[]) =>
    setAsideYear(
      fr,
      { ...facts, period_end: end },
      { inForce: { asOf: end }, income: 'liberal_turnover', method: EXACT, events },
    );
  const quarters = [
    quarter('2025-03-31', payout('2025-02-03', 500_000n), payout('2025-03-04', 300_000n)),
    quarter('2025-06-30', payout('2025-05-03', 700_000n), payout('2025-06-20', -200_000n)),
    quarter('2025-09-30', payout('2025-08-03', 100_000n)),
    quarter('2025-12-31', payout('2025-10-03', 400_000n), payout('2025-12-24', -100_000n)),
  ];
  for (const [i, { earned, due, setAside, missing }] of quarters.entries()) {
    const end = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31'][i]!;
    const declared = assess(fr, { ...facts, period_end: end, liberal_turnover: earned }, { asOf: end });
    expect(due).toBe(BigInt(declared.total));
    expect(setAside).toBe(due);
    expect(missing).toEqual([]);
  }
});

it('more that went back than came in owes nothing, and a later payout is counted whole', () => {
  const [, taxpayer] = TAXPAYERS[2]!;
  const early = [payout('2025-05-02', -500_000n), payout('2025-06-03', 3_000_000n)];
  const year = yearOf(taxpayer, early);
  expect(year.steps[0]).toMatchObject({ earned: -500_000n, target: 0n, taken: 0n });
  expect(year).toMatchObject({ due: owedOn(taxpayer, de, taxpayer.facts, 2_500_000n), shortfall: 0n, surplus: 0n });
});

it('a cliff of the law can owe more than the payout, and the next one makes up for it', () => {
  // 26 U.S.C. § 1402(b)(2): net earnings below 400 owe no self-employment tax, the dollar that reaches them all of it.
  const [, taxpayer] = TAXPAYERS[0]!;
  const atCliff = [payout('2025-05-02', 43_000n), payout('2025-06-03', 400n)];
  expect(yearOf(taxpayer, atCliff)).toMatchObject({
    missing: [{ cause: 'payout-too-small', date: '2025-06-03' }],
  });
  expect(yearOf(taxpayer, [...atCliff, payout('2025-07-01', 20_000n)])).toMatchObject({ shortfall: 0n, missing: [] });
});

it('refuses days out of order', () => {
  const [, taxpayer] = TAXPAYERS[2]!;
  expect(() => yearOf(taxpayer, [payout('2025-06-03', 1n), payout('2025-05-02', 1n)])).toThrow(
    expect.objectContaining({ code: 'YEAR_EVENTS_UNORDERED' }),
  );
});

it('whatever happens, set aside and missing are what is due, and the causes add up', () => {
  const [, taxpayer] = TAXPAYERS[2]!;
  const amount = fc.bigInt({ min: -2_000_000n, max: 4_000_000n });
  const event = fc.oneof(
    { weight: 4, arbitrary: amount.map((cents) => payout('2025-06-01', cents)) },
    { weight: 2, arbitrary: fc.tuple(amount, amount).map(([cents, actual]) => payout('2025-06-01', cents, actual)) },
    amount.map((cents) => factsFrom('2025-06-01', { other_income: cents })),
    fc.constantFrom(taxpayer.pack, taxpayer.correction).map((pack) => rulesFrom('2025-06-01', pack)),
  );
  const method = fc.oneof(
    fc.constant(EXACT),
    fc.integer({ min: 0, max: 1_000_000 }).map((ppm): SetAsideMethod => ({ kind: 'flat', ppm })),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), method, (events, by) => {
      const year = yearOf(taxpayer, events, by);
      expect(year.setAside + year.shortfall - year.surplus).toBe(year.due);
      expect(sumOf(year.missing.map((each) => each.amount))).toBe(year.shortfall);
      expect(year.missing.every((each) => each.amount > 0n)).toBe(true);
      expect(sumOf(year.steps.map(({ taken, released }) => taken - released))).toBe(year.setAside);
      for (const { target, setAside, missing } of year.steps) {
        expect(missing).toBe(target > setAside ? target - setAside : 0n);
      }
      // The same payouts in another order, when nothing else happens, come to the same.
      const payouts = events.filter(({ kind }) => kind === 'payout');
      const planned = payouts.map((each) => (each.kind === 'payout' ? { ...each, setAside: null } : each));
      const [one, other] = [planned, planned.toReversed()].map((some) => yearOf(taxpayer, some));
      expect(one!.due).toBe(other!.due);
    }),
    { numRuns: 150 },
  );
});
