import { type Cid, GristmillError } from '@gristmill/protocol';
import {
  type CivilDate,
  type FactsInput,
  type InForce,
  type RulePack,
  setAside,
  type SetAsideMethod,
} from '@gristmill/tax';

/** Something that happens in the course of a year and decides how much of it belongs to the authority. */
export type YearEvent = { date: CivilDate } & (
  | {
      kind: 'payout';
      /** What came in, or with a minus went back to a customer. */
      amount: bigint;
      /** What was really set aside of it, with a minus what flowed back; null where the plan was followed. */
      setAside: bigint | null;
    }
  /** From this day on the year looks different: these facts replace those of the same names. */
  | { kind: 'facts'; facts: FactsInput }
  /** A corrected pack was adopted. */
  | { kind: 'rules'; pack: RulePack }
);

/** Why something that is owed is not set aside. */
export interface MissingSetAside {
  /**
   * - `payout-too-small`: the tax on a payout is more than the payout, as at a cliff of the law.
   * - `facts-changed`, `rules-corrected`: what changed made earlier payouts owe more than was taken of them, and the later
   *   ones were too small to make up for it.
   * - `not-set-aside`: a payout would have been large enough, and less was taken of it.
   * - `method`: the chosen method asks for less than the earnings owe; the rest is due with the return.
   */
  cause: 'payout-too-small' | 'facts-changed' | 'rules-corrected' | 'not-set-aside' | 'method';
  date: CivilDate;
  amount: bigint;
}

interface SetAsideStep {
  date: CivilDate;
  kind: YearEvent['kind'];
  pack: Cid;
  earned: bigint;
  /** What should be set aside after this event, by the method. */
  target: bigint;
  /** What was taken of a payout, and what flowed back. */
  taken: bigint;
  released: bigint;
  /** What is set aside after it, remittances included. */
  setAside: bigint;
  /** What is still missing after it; later payouts make up for it. */
  missing: bigint;
}

export interface SetAsideYear {
  steps: SetAsideStep[];
  earned: bigint;
  /** What the year's earnings owe by the last facts and rules. */
  due: bigint;
  setAside: bigint;
  /** `due - setAside`, the sum of `missing`; 0 where nothing is. */
  shortfall: bigint;
  /** `setAside - due` where that is more than is owed: it flows back. */
  surplus: bigint;
  missing: MissingSetAside[];
}

/**
 * A year of payouts, refunds, changed facts and corrected rules, and what each of them sets aside. After every event the
 * whole year is looked at anew, so that the end is the same as if all had been known from the first day; what could not be
 * made up for is named with its cause, and the causes add up to what is missing.
 *
 * @param events in the order of their days.
 * @throws TaxError as `setAside` does; GristmillError `YEAR_EVENTS_UNORDERED`
 */
export function setAsideYear(
  pack: RulePack,
  facts: FactsInput,
  {
    inForce,
    income,
    method,
    events,
    neededBy = () => 0n,
  }: {
    inForce: InForce;
    income: string;
    method: SetAsideMethod;
    events: readonly YearEvent[];
    /** What has to be there on a day, whatever the method asks for: payments that fall due. */
    neededBy?: (day: CivilDate) => bigint;
  },
): SetAsideYear {
  const stated: Record<string, unknown> = { ...facts };
  let rules = pack;
  let [earned, vault] = [0n, 0n];
  let before: CivilDate | null = null;
  const debts: MissingSetAside[] = [];
  const steps: SetAsideStep[] = [];
  const targetBy = (kind: SetAsideMethod): bigint => {
    // More went back than came in so far: nothing is owed on that.
    const counted = earned < 0n ? 0n : earned;
    const question = { ...inForce, income, earned: counted, payout: 0n, alreadySetAside: 0n, method: kind };
    return setAside(rules, stated, question).target;
  };
  const openDebt = () => sumOf(debts);

  for (const event of events) {
    if (before !== null && event.date < before) throw unordered(before, event.date);
    before = event.date;
    if (event.kind === 'facts') Object.assign(stated, event.facts);
    else if (event.kind === 'rules') rules = event.pack;
    else earned += event.amount;

    const target = larger(targetBy(method), neededBy(event.date));
    // What was too much before this event may be needed now.
    const rise = target - vault - openDebt();
    if (rise > 0n) debts.push({ cause: causeOf(event), date: event.date, amount: rise });
    else forgive(debts, -rise);
    const room = event.kind === 'payout' && event.amount > 0n ? event.amount : 0n;
    const planned = smaller(openDebt(), room);
    const surplus = vault > target ? vault - target : 0n;
    const actual = event.kind === 'payout' ? event.setAside : null;
    const [taken, released] = actual === null ? [planned, surplus] : actual < 0n ? [0n, -actual] : [actual, 0n];
    pay(debts, taken);
    if (taken < planned) blame(debts, planned - taken, event.date);
    vault += taken - released;
    // Who lets more flow back than was too much lacks it from then on.
    const lacking = target - vault - openDebt();
    if (lacking > 0n) debts.push({ cause: 'not-set-aside', date: event.date, amount: lacking });
    steps.push({
      date: event.date,
      kind: event.kind,
      pack: rules.cid,
      earned,
      target,
      taken,
      released,
      setAside: vault,
      missing: target > vault ? target - vault : 0n,
    });
  }

  const due = targetBy({ kind: 'exact' });
  const asked = steps.at(-1)?.target ?? 0n;
  if (due > asked && due > vault) {
    const rest = smaller(due - asked, due - vault);
    debts.push({ cause: 'method', date: before!, amount: rest });
  } else if (due < asked) forgive(debts, asked - due);
  return {
    steps,
    earned,
    due,
    setAside: vault,
    shortfall: due > vault ? due - vault : 0n,
    surplus: vault > due ? vault - due : 0n,
    missing: debts,
  };
}

function causeOf({ kind }: YearEvent): MissingSetAside['cause'] {
  return kind === 'payout' ? 'payout-too-small' : kind === 'facts' ? 'facts-changed' : 'rules-corrected';
}

/** What a payout brings in covers the oldest debt first. */
function pay(debts: MissingSetAside[], amount: bigint): void {
  for (let left = amount; left > 0n && debts.length > 0;) {
    const first = debts[0]!;
    const part = smaller(first.amount, left);
    left -= part;
    if (part === first.amount) debts.shift();
    else debts[0] = { ...first, amount: first.amount - part };
  }
}

/** What is owed no more takes the newest debt away. */
function forgive(debts: MissingSetAside[], amount: bigint): void {
  debts.reverse();
  pay(debts, amount);
  debts.reverse();
}

/** What a payout could have covered and did not is no longer the fault of what caused it. */
function blame(debts: MissingSetAside[], amount: bigint, date: CivilDate): void {
  pay(debts, amount);
  debts.push({ cause: 'not-set-aside', date, amount });
}

function sumOf(debts: readonly MissingSetAside[]): bigint {
  return debts.reduce((sum, { amount }) => sum + amount, 0n);
}

function larger(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

function unordered(before: CivilDate, date: CivilDate): GristmillError {
  return new GristmillError('YEAR_EVENTS_UNORDERED', `${date} stands after ${before}.`, {
    hint: 'Put the payouts and changes in the order of their days.',
  });
}
