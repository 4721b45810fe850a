import type { Address, Asset } from '@gristmill/protocol';
import { type Assessment, type CivilDate, type PaymentCalendar, Rational } from '@gristmill/tax';
import { RemittanceError } from './errors.ts';

export const DAY_MS = 86_400_000;

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
  /** The line of the assessment that this is a part of: what is paid too much of it counts for its later parts. */
  line: string;
  /** The last day in time, weekends and legal holidays taken into account. */
  dueDate: CivilDate;
  /** Minor units of `currency`. */
  amount: bigint;
  currency: Asset;
}

/**
 * The year's liability as the payments it is due in. The parts of a line add up to that line; each part that is not
 * whole is rounded so that what is paid by any due date is never below its share (up). A line below zero, which the
 * authority owes, asks for nothing.
 *
 * @throws RemittanceError `OBLIGATION_YEAR_MISMATCH` when assessment and calendar are of different years;
 *   `OBLIGATION_LINE_MISSING` when the assessment has no line that the calendar divides.
 */
export function obligationsOf(
  assessment: Pick<Assessment, 'year' | 'currency' | 'lines'>,
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
  const soFar = new Map<string, { share: Rational; amount: bigint }>();
  return calendar.dueDates.map(({ instalment, dueDate, of, share: part }) => {
    const before = soFar.get(of) ?? { share: Rational.zero, amount: 0n };
    const share = before.share.plus(part);
    const amountByNow = Rational.of(amountOf(assessment, of)).times(share).toInteger('up');
    const amount = amountByNow - before.amount;
    soFar.set(of, { share, amount: amountByNow });
    const id = `${authority}/${form}/${year}/${instalment}/${taxpayer}`;
    return {
      id,
      taxpayer,
      authority,
      form,
      year,
      instalment,
      line: of,
      dueDate,
      amount,
      currency: assessment.currency,
    };
  });
}

function amountOf({ lines }: Pick<Assessment, 'lines'>, name: string): bigint {
  const line = lines.find(({ variable }) => variable === name);
  if (line === undefined) {
    throw new RemittanceError(
      'OBLIGATION_LINE_MISSING',
      `The payment calendar divides ${name}, which the assessment does not have.`,
      "Name that line among the rule pack's outputs.",
    );
  }
  const amount = BigInt(line.amount);
  return amount < 0n ? 0n : amount;
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
export function startOfDayMs(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

export function leadMsOf(days: number): number {
  return days * DAY_MS;
}
