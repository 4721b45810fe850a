import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { address } from '@gristmill/protocol';
import { obligationsOf, runRemittance, type Vault, vaultRail } from '@gristmill/remittance';
import { loadRulePack, parameterFilesOf, rulePackWith } from '@gristmill/rules';
import { openSqliteJournal } from '@gristmill/storage';
import { addDays, assess, type FactsInput, paymentCalendar, parseCivilDate, type RulePack } from '@gristmill/tax';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { neededBy } from './needed-by.ts';
import { setAsideYear, type YearEvent } from './set-aside-year.ts';

const TAXPAYER = address.parse('0x52908400098527886E0F7030069857D2E4169EE7');
const LEAD_DAYS = 5;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-whole-year-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A vault that holds what was set aside up to today, and pays an id once. */
function vaultOver(setAsideSoFar: () => bigint) {
  const paid = new Map<string, bigint>();
  const total = () => [...paid.values()].reduce((sum, units) => sum + units, 0n);
  const vault: Vault = {
    setAsideOf: async () => setAsideSoFar() - total(),
    isRemitted: async (id) => paid.has(id),
    remit: async ({ obligationId, units }) => {
      expect(paid.has(obligationId)).toBe(false);
      expect(units).toBeLessThanOrEqual(setAsideSoFar() - total());
      paid.set(obligationId, units);
      return { transactionHash: `0x${paid.size}` };
    },
  };
  return { vault, total };
}

function corrected(pack: RulePack, file: string, key: string, value: string): RulePack {
  type Values = { values: Record<string, unknown>[] };
  const files = parameterFilesOf(pack.parameters) as Record<string, { parameters: Record<string, Values> }>;
  for (const dated of files[file]!.parameters[key]!.values) dated['value'] = value;
  return rulePackWith(pack.id, files);
}

function zeros(pack: RulePack, isIncluded: (name: string) => boolean): FactsInput {
  const names = Object.keys(pack.facts).filter(
    (name) => pack.facts[name]!.neededWhen === undefined || isIncluded(name),
  );
  return Object.fromEntries(names.map((name) => [name, pack.facts[name]!.kind === 'flag' ? false : 0n]));
}

interface Scene {
  pack: RulePack;
  correction: RulePack;
  income: string;
  /** The year without these earnings. */
  facts: FactsInput;
  other: FactsInput;
  /** The first month of the tax year. */
  start: string;
  /** What all payments of the year come to. */
  dueOf: (lines: ReadonlyMap<string, bigint>) => bigint;
}

const us = await loadRulePack('us/federal/individual');
const uk = await loadRulePack('uk/income-tax');
const isOfSingle = (name: string) =>
  ['money', 'count'].includes(us.facts[name]!.kind) && !/spouse|prior_year/.test(name);
const lineIn = (lines: ReadonlyMap<string, bigint>, name: string) => lines.get(name)!;

const SCENES: [string, Scene][] = [
  [
    'United States: four estimates and the return',
    {
      pack: us,
      correction: corrected(us, 'self-employment-tax', 'social-security-rate', '0.13'),
      income: 'self_employment_income',
      facts: { ...zeros(us, isOfSingle), filing_status: 'single', primary_age: 40n },
      other: { taxable_interest: 400_000n },
      start: '2025-01-20',
      dueOf: (lines) => lineIn(lines, 'total_tax') - lineIn(lines, 'refundable_credits'),
    },
  ],
  [
    'United Kingdom: two payments on account and the balancing payment',
    {
      pack: uk,
      correction: corrected(uk, 'national-insurance', 'class-4-main-rate', '0.07'),
      income: 'trading_income',
      facts: {
        ...zeros(uk, () => false),
        country: 'england',
        claims_trading_allowance: false,
        class_2_weeks: 52n,
        prior_year_assessed_tax: 600_000n,
      },
      other: { savings_interest: 400_000n },
      start: '2025-04-20',
      dueOf: (lines) => lineIn(lines, 'total_liability'),
    },
  ],
];

it.each(SCENES)('%s: what a year sets aside pays all that it owes, whatever happens on the way', async (_, scene) => {
  const { pack, correction, income, facts, other, start, dueOf } = scene;
  const year = 2025;
  const inForce = { year };
  const monthly = 500_000n;
  const month = (i: number) => {
    const at = Number(start.slice(5, 7)) - 1 + i;
    return parseCivilDate(`${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-20`);
  };
  const refund = 300_000n;
  const changes: YearEvent[] = [
    { kind: 'facts', date: month(5), facts: other },
    { kind: 'rules', date: month(7), pack: correction },
    { kind: 'payout', date: month(8), amount: -refund, setAside: null },
  ];
  const payouts = Array.from({ length: 12 }, (__, i): YearEvent => {
    return { kind: 'payout', date: month(i), amount: monthly, setAside: null };
  });
  const events = [...payouts, ...changes].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  // Spread evenly over what is expected: the first estimate is due when little has been earned.
  const method = { kind: 'safe-harbour', line: pack.total, expectedIncome: 12n * monthly } as const;

  let today = parseCivilDate(start);
  const known = () => events.filter(({ date }) => date <= today);
  const byEvents = new Map<number, ReturnType<typeof setAsideYear>>();
  const aside = () => {
    const so = known();
    const year = byEvents.get(so.length) ?? setAsideYear(pack, facts, { inForce, income, method, events: so });
    byEvents.set(so.length, year);
    return year;
  };
  const { vault, total } = vaultOver(() => aside().setAside);
  const journal = await openSqliteJournal({
    path: path.join(folder, 'remittances.db'),
    clock: { now: () => Date.parse(today) },
  });
  /** The payments as the taxpayer expects the year on this day. */
  const obligations = () => {
    const rules = known().reduce((now, event) => (event.kind === 'rules' ? event.pack : now), pack);
    const stated = known().reduce((now, event) => (event.kind === 'facts' ? Object.assign(now, event.facts) : now), {
      ...facts,
    });
    const back = known().reduce((sum, event) => {
      return event.kind === 'payout' && event.amount < 0n ? sum - event.amount : sum;
    }, 0n);
    const expected = { ...stated, [income]: 12n * monthly - back };
    const assessment = assess(rules, expected, { year });
    return { assessment, due: obligationsOf(assessment, paymentCalendar(rules, year), { taxpayer: TAXPAYER }) };
  };
  const dueDates = paymentCalendar(pack, year).dueDates.map(({ dueDate }) => dueDate);
  const days = [
    ...events.map(({ date }) => date),
    ...dueDates.flatMap((date) => [addDays(date, -LEAD_DAYS), date, addDays(date, 1)]),
  ];
  for (const day of [...new Set(days)].toSorted()) {
    today = day;
    const { failures, shortfalls } = await runRemittance({
      obligations: obligations().due,
      railFor: () => vaultRail({ vault, asset: pack.currency, leadDays: LEAD_DAYS }),
      journal,
      clock: { now: () => Date.parse(`${today}T09:00:00Z`) },
    });
    expect(failures).toEqual([]);
    // Something that is due waits only while there is nothing to pay it with, and says so.
    if (shortfalls.length > 0) expect(await vault.setAsideOf()).toBe(0n);
  }
  await journal.close();

  const { assessment } = obligations();
  const lines = new Map(
    assessment.lines.map(({ variable, amount, unit }) => [variable, unit === 'currency' ? BigInt(amount) : 0n]),
  );
  const { setAside, due, missing, shortfall, surplus } = aside();
  // All that the year owes was paid, and the year's end compares what was set aside with it.
  expect(total()).toBe(dueOf(lines));
  expect(due).toBe(BigInt(assessment.total));
  expect(setAside + shortfall - surplus).toBe(due);
  expect(missing).toEqual([]);
});

it('set aside in time, every payment of a year that goes as expected is covered when it falls due', async () => {
  const year = 2025;
  const [, { pack, income, facts }] = SCENES[0]!;
  const monthly = 500_000n;
  const events = Array.from({ length: 12 }, (_, i): YearEvent => {
    return {
      kind: 'payout',
      date: parseCivilDate(`${year}-${String(i + 1).padStart(2, '0')}-03`),
      amount: monthly,
      setAside: null,
    };
  });
  const assessment = assess(pack, { ...facts, [income]: 12n * monthly }, { year });
  const due = obligationsOf(assessment, paymentCalendar(pack, year), { taxpayer: TAXPAYER });
  // Payouts come once a month, so what is needed until the next one has to be there.
  const span = { first: parseCivilDate(`${year}-01-01`), leadDays: LEAD_DAYS + 31 };
  const asideUntil = (day: string, isInTime: boolean) =>
    setAsideYear(pack, facts, {
      inForce: { year },
      income,
      method: { kind: 'exact' },
      events: events.filter(({ date }) => date <= day),
      ...(isInTime && { neededBy: (today) => neededBy(due, today, span) }),
    });
  let owed = 0n;
  const coveredOn = due.map(({ dueDate, amount }) => {
    owed += amount;
    const day = addDays(dueDate, -LEAD_DAYS);
    return [true, false].map((isInTime) => asideUntil(day, isInTime).setAside >= owed);
  });
  expect(coveredOn.map(([inTime]) => inTime)).toEqual([true, true, true, true, true]);
  // Half of the year's tax is asked for after five months of it: what their earnings owe by themselves does not pay that.
  expect(coveredOn.map(([, exact]) => exact)).toEqual([true, false, true, true, true]);
  const { shortfall, surplus, missing } = asideUntil(`${year}-12-31`, true);
  expect({ shortfall, surplus, missing }).toEqual({ shortfall: 0n, surplus: 0n, missing: [] });
});
