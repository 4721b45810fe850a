import type { Obligation, RailTiming } from '@gristmill/remittance';

/** What the scheduler would do with one obligation on a day. */
export interface PlannedRemittance {
  id: string;
  instalment: number;
  dueDate: string;
  /** Minor units of the tax's currency. */
  amount: bigint;
  /** `overdue` and `due` are paid on the day; `upcoming` from `payFrom` on; `nothing` asks for no payment. */
  state: 'overdue' | 'due' | 'upcoming' | 'nothing';
  payFrom: string;
  /** What of it can be paid on the day from what there is; the most urgent comes first. */
  pays: bigint;
  shortfall: bigint;
}

/**
 * The payments of a year as the last run of the day `on` would find them, in the order of their due dates.
 *
 * @param available what is set aside, in minor units; null when that is not to be looked at.
 */
export function remittancePlan(
  obligations: readonly Obligation[],
  { on, timing, available }: { on: string; timing: Pick<RailTiming, 'startMs'>; available: bigint | null },
): PlannedRemittance[] {
  const endOfDayMs = Date.parse(`${on}T23:59:59.999Z`);
  let left = available;
  return obligations
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0))
    .map(({ id, instalment, dueDate, amount }) => {
      const startMs = timing.startMs(dueDate);
      const payFrom = new Date(startMs).toISOString().slice(0, 10);
      const state = amount === 0n ? 'nothing' : startMs > endOfDayMs ? 'upcoming' : dueDate < on ? 'overdue' : 'due';
      const isPaid = state === 'overdue' || state === 'due';
      const pays = !isPaid ? 0n : left === null || left > amount ? amount : left;
      if (left !== null) left -= pays;
      return { id, instalment, dueDate, amount, state, payFrom, pays, shortfall: isPaid ? amount - pays : 0n };
    });
}
