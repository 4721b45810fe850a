import { addDays, type CivilDate, civilDate } from '@gristmill/tax';
import { addBusinessDays, type BankCalendar, businessDayFrom, businessDayUpTo } from './bank-calendar.ts';
import { RemittanceError } from './errors.ts';
import { DAY_MS, startOfDayMs } from './obligation.ts';

/** How long a rail takes, as moments and days. */
export interface RailTiming {
  /** From this moment on the scheduler pays what is due on a day. */
  startMs(dueDate: CivilDate): number;
  /** The last moment to hand a payment over for it to be there on that day. */
  deadlineMs(dueDate: CivilDate): number;
  /** When a payment that is handed over now is executed, and when it is there. */
  arrivalOf(nowMs: number): { executionDate: CivilDate; arrivalDate: CivilDate };
}

/** A rail that works at any hour of any day: it starts `leadDays` before the due date and is there at once. */
export function continuousTiming({ leadDays }: { leadDays: number }): RailTiming {
  return {
    startMs: (dueDate) => startOfDayMs(dueDate) - leadDays * DAY_MS,
    deadlineMs: (dueDate) => startOfDayMs(dueDate) + DAY_MS - 1,
    arrivalOf: (nowMs) => {
      const today = dateIn('UTC', nowMs);
      return { executionDate: today, arrivalDate: today };
    },
  };
}

export interface BankTimingOptions {
  calendar: BankCalendar;
  /** Where the bank's clock hangs: an IANA time zone. */
  zone: string;
  /** `15:30`: what is handed over by then is executed on the same business day. */
  cutOff: string;
  /** Business days from execution to arrival: SEPA 1, Faster Payments 0, ACH 1. */
  transferDays: number;
  /** Business days to start ahead of the last possible moment, so that a failure can be mended in time. */
  marginDays: number;
}

/** A bank that executes on business days up to a cut-off. @throws RemittanceError `BANK_DATE_MALFORMED` */
export function bankTiming({ calendar, zone, cutOff, transferDays, marginDays }: BankTimingOptions): RailTiming {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(cutOff)) {
    throw new RemittanceError('BANK_DATE_MALFORMED', `"${cutOff}" is no time of day.`, 'Write it as HH:MM.');
  }
  const lastExecution = (dueDate: CivilDate) =>
    addBusinessDays(calendar, businessDayUpTo(calendar, dueDate), -transferDays);
  return {
    startMs: (dueDate) => momentIn(zone, addBusinessDays(calendar, lastExecution(dueDate), -1 - marginDays), cutOff),
    deadlineMs: (dueDate) => momentIn(zone, lastExecution(dueDate), cutOff),
    arrivalOf(nowMs) {
      const today = dateIn(zone, nowMs);
      const tooLate = nowMs > momentIn(zone, today, cutOff);
      const executionDate = businessDayFrom(calendar, tooLate ? addDays(today, 1) : today);
      return { executionDate, arrivalDate: addBusinessDays(calendar, executionDate, transferDays) };
    },
  };
}

/** The day that it is at a moment in a time zone. */
function dateIn(zone: string, nowMs: number): CivilDate {
  return civilDate.parse(localText(zone, nowMs).slice(0, 10));
}

/**
 * The moment at which clocks in a zone show a time. Two steps settle it, because the offset at the first guess may be
 * that of the other side of a clock change.
 */
function momentIn(zone: string, date: CivilDate, time: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (ms: number) => Date.parse(`${localText(zone, ms)}Z`) - ms;
  const guess = wanted - offsetAt(wanted);
  return wanted - offsetAt(guess);
}

/** Making a format takes longer than all else here. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-05T15:30:00` as clocks in the zone show it. Swedish dates are ISO dates. */
function localText(zone: string, ms: number): string {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(zone, format);
  return format.format(ms).replace(' ', 'T');
}
