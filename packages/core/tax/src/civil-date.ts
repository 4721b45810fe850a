import { z } from 'zod';
import { TaxError } from './errors.ts';

/** A day of the Gregorian calendar without time or zone, `2026-04-15`. Compares as text. */
export type CivilDate = string & z.$brand<'CivilDate'>;

/** Reads a civil date from anything outside; 30 February is refused. */
export const civilDate = z.iso.date().brand<'CivilDate'>();

export type Weekday = 'sunday' | 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday';
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** @throws TaxError `TAX_DATE_MALFORMED` */
export function parseCivilDate(text: string): CivilDate {
  const parsed = civilDate.safeParse(text);
  if (!parsed.success) {
    throw new TaxError(
      'TAX_DATE_MALFORMED',
      `"${text}" is not a date.`,
      'Write it as YYYY-MM-DD, for example 2026-04-15.',
    );
  }
  return parsed.data;
}

/** @throws TaxError `TAX_DATE_MALFORMED` */
export function civilDateOf(year: number, month: number, day: number): CivilDate {
  return parseCivilDate(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`);
}

function padded(value: number, length: number): string {
  return value.toString().padStart(length, '0');
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

/** The day `days` after `date`, or before it when negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return fromDayNumber(dayNumberOf(date) + days);
}

export function weekdayOf(date: CivilDate): Weekday {
  return WEEKDAYS[(((dayNumberOf(date) + 4) % 7) + 7) % 7]!;
}

const DAYS_OF_400_YEARS = 146_097;

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar. Years are counted from March, so that the leap day
 * is the last day of its year and month lengths follow one line (153 days every five months).
 */
function dayNumberOf(date: CivilDate): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = (month + 9) % 12;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

function fromDayNumber(dayNumber: number): CivilDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / DAYS_OF_400_YEARS);
  const dayOfEra = shifted - era * DAYS_OF_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / (DAYS_OF_400_YEARS - 1))) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return civilDateOf(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, day);
}
