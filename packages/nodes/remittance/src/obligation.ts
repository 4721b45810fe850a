import type { Address, Asset } from '@gristmill/protocol';
import { type Assessment, type CivilDate, type PaymentCalendar, Rational } from '@gristmill/tax';
import { RemittanceError } from './errors.ts';

const DAY_MS = 86_400_000;

/** One payment that is owed to a tax authority by a day. */
export interface Obligation {
  /** The same for the same taxpayer, authority, form, year and instalment, for ever: it is what is paid only once. */
  id: string;
  taxpayer: Address;
  authority: string;
  form: string;
  /** The tax year. */
  year: number;
  instalment: number;
  /** The last day in time, weekends and legal holidays taken into account. */
  dueDate: CivilDate;
  /** Minor units of `currency`. */
  amount: bigint;
  currency: Asset;
}

/**
 * The year's liability as the payments it is due in. The parts add up to the liability; each part that is not whole
 * is rounded so that what is paid by any due date is never below its share (up).
 *
 * For US estimated tax that is the whole expected tax in four quarters, which is more than the 90 percent that
 * 26 U.S.C. § 6654(d)(1)(B) asks for, so that nothing is left to pay with the return.
 *
 * @throws RemittanceError `OBLIGATION_YEAR_MISMATCH` when assessment and calendar are of different years.
 */
export function obligationsOf(
  assessment: Pick<Assessment, 'year' | 'currency' | 'total'>,
  calendar: PaymentCalendar,
  { taxpayer }: { taxpayer: Address },
): Obligation[] {
  const { authority, form, year } = calendar;
  if (assessment.year !== year) {
    throw new RemittanceError(
      'OBLIGATION_YEAR_MISMATCH',
      `The assessment is for ${assessment.year} but the payment calendar for ${year}.`,
      'Ask for the payment calendar of the assessed year.',
    );
  }
  const liability = Rational.of(BigInt(assessment.total));
  let shareSoFar = Rational.zero;
  let amountSoFar = 0n;
  return calendar.dueDates.map(({ instalment, dueDate, share }) => {
    shareSoFar = shareSoFar.plus(share);
    const amountByNow = liability.times(shareSoFar).toInteger('up');
    const amount = amountByNow - amountSoFar;
    amountSoFar = amountByNow;
    const id = `${authority}/${form}/${year}/${instalment}/${taxpayer}`;
    return { id, taxpayer, authority, form, year, instalment, dueDate, amount, currency: assessment.currency };
  });
}

/** Those that fall due within `leadMs` of `nowMs`, overdue ones included, the most urgent first. */
export function dueWithin(obligations: readonly Obligation[], nowMs: number, leadMs: number): Obligation[] {
  return obligations
    .filter(({ dueDate }) => startOfDayMs(dueDate) - leadMs <= nowMs)
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : 0));
}

export function isOverdue({ dueDate }: Obligation, nowMs: number): boolean {
  return nowMs >= startOfDayMs(dueDate) + DAY_MS;
}

/** Midnight UTC, from which "days before" are counted; lead times make up for the authority's own time zone. */
function startOfDayMs(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

export function leadMsOf(days: number): number {
  return days * DAY_MS;
}
