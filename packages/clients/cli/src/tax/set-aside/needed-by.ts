import type { Obligation } from '@gristmill/remittance';
import type { CivilDate } from '@gristmill/tax';

/** What is due of a year until a day, and from which day on it is paid. */
type Due = Pick<Obligation, 'dueDate' | 'amount'>;

/**
 * What should be set aside by a day so that every payment can be made in time: from one due date to the next it grows evenly
 * with the days (up), and is all there `leadDays` before. Laws that ask for half of a year's tax after five months of it, as
 * 26 U.S.C. § 6654(c)(2) does, ask for more than an even part of the earnings by then.
 *
 * @param first the day from which money is set aside.
 */
export function neededBy(
  payments: readonly Due[],
  day: CivilDate,
  { first, leadDays }: { first: CivilDate; leadDays: number },
): bigint {
  let [since, needed] = [dayNumber(first), 0n];
  const today = dayNumber(day);
  for (const { dueDate, amount } of payments.toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1))) {
    const until = dayNumber(dueDate) - leadDays;
    if (today < until) {
      const [passed, all] = [BigInt(Math.max(0, today - since)), BigInt(until - since)];
      return needed + (amount * passed + all - 1n) / all;
    }
    needed += amount;
    since = Math.max(since, until);
  }
  return needed;
}

function dayNumber(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
