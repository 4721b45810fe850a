import type { Obligation, RailTiming } from '@gristmill/remittance';

/** What the scheduler would do with one obligation on a day. */
export interface PlannedRemittance {
  id: string;
  instalment: number;
  line: string;
  dueDate: string;
  /** Minor units of the tax's currency. */
  amount: bigint;
  /** What was paid or is under way, and what instalments of the same line that were paid too much of cover. */
  paid: bigint;
  credited: bigint;
  /**
   * `overdue` and `due` are paid on the day; `upcoming` from `payFrom` on; of `paid` nothing is left to pay, and `nothing`
   * asked for no payment from the beginning.
   */
  state: 'overdue' | 'due' | 'upcoming' | 'paid' | 'nothing';
  payFrom: string;
  /** What of it can be paid on the day from what there is; the most urgent comes first. */
  pays: bigint;
  shortfall: bigint;
}

export interface RemittancePlanQuestion {
  /** The day whose last run is asked for. */
  on: string;
  timing: Pick<RailTiming, 'startMs'>;
  /** What is set aside, in minor units; null when that is not to be looked at. */
  available: bigint | null;
  /** By obligation, in minor units of the tax's currency: what was paid, and what overpayments cover. */
  paid?: ReadonlyMap<string, bigint>;
  credits?: ReadonlyMap<string, bigint>;
}

/** The payments of a year as the last run of the day `on` would find them, in the order of their due dates. */
export function remittancePlan(
  obligations: readonly Obligation[],
  { on, timing, available, paid = new Map(), credits = new Map() }: RemittancePlanQuestion,
): PlannedRemittance[] {
  const endOfDayMs = Date.parse(`${on}T23:59:59.999Z`);
  let left = available;
  return obligations
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0))
    .map(({ id, instalment, line, dueDate, amount }) => {
      const startMs = timing.startMs(dueDate);
      const payFrom = new Date(startMs).toISOString().slice(0, 10);
      const [paidBefore, credited] = [paid.get(id) ?? 0n, credits.get(id) ?? 0n];
      const outstanding = amount - paidBefore - credited;
      const state =
        amount === 0n
          ? 'nothing'
          : outstanding <= 0n
            ? 'paid'
            : startMs > endOfDayMs
              ? 'upcoming'
              : dueDate < on
                ? 'overdue'
                : 'due';
      const isPaid = state === 'overdue' || state === 'due';
      const pays = !isPaid ? 0n : left === null || left > outstanding ? outstanding : left;
      if (left !== null) left -= pays;
      const shortfall = isPaid ? outstanding - pays : 0n;
      return { id, instalment, line, dueDate, amount, paid: paidBefore, credited, state, payFrom, pays, shortfall };
    });
}
