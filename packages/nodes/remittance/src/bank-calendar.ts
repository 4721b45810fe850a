import { addDays, type CivilDate, parseCivilDate } from '@gristmill/tax';

/** Whether banks of a payment system move money on a day. */
export type BankCalendar = (date: CivilDate) => boolean;

/** T2, on which SEPA credit transfers settle: ECB, long-term calendar of 2000. */
export const targetCalendar: BankCalendar = calendarOf((year) => {
  const easter = easterSundayOf(year);
  return [`${year}-01-01`, addDays(easter, -2), addDays(easter, 1), `${year}-05-01`, `${year}-12-25`, `${year}-12-26`];
});

/**
 * Bank holidays of England and Wales (Banking and Financial Dealings Act 1971 and proclamations), on which Bacs does not
 * run and banks do not promise Faster Payments.
 */
export const ukCalendar: BankCalendar = calendarOf((year) => {
  const easter = easterSundayOf(year);
  const fixed = [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`].map(parseCivilDate);
  const substituted: CivilDate[] = [];
  for (const date of fixed) {
    let day = date;
    while (isWeekend(day) || substituted.includes(day)) day = addDays(day, 1);
    substituted.push(day);
  }
  const spring = year === 2022 ? '2022-06-02' : lastMonday(year, 5);
  const once = ['2022-06-03', '2022-09-19', '2023-05-08'];
  return [...substituted, addDays(easter, -2), addDays(easter, 1), nthWeekday(year, 5, 1, 1), spring].concat([
    lastMonday(year, 8),
    ...once,
  ]);
});

/** Days on which the Federal Reserve's ACH does not settle: a holiday on a Sunday is kept on Monday, on a Saturday not. */
export const federalReserveCalendar: BankCalendar = calendarOf((year) => {
  const fixed = ['01-01', '06-19', '07-04', '11-11', '12-25'].map((day) => parseCivilDate(`${year}-${day}`));
  const kept = fixed.map((date) => (weekdayOf(date) === 0 ? addDays(date, 1) : date));
  return [
    ...kept,
    nthWeekday(year, 1, 1, 3),
    nthWeekday(year, 2, 1, 3),
    lastMonday(year, 5),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    nthWeekday(year, 11, 4, 4),
  ];
});

/** The day itself when it is a business day, else the nearest one before it. */
export function businessDayUpTo(calendar: BankCalendar, date: CivilDate): CivilDate {
  return calendar(date) ? date : businessDayUpTo(calendar, addDays(date, -1));
}

/** The day itself when it is a business day, else the next one. */
export function businessDayFrom(calendar: BankCalendar, date: CivilDate): CivilDate {
  return calendar(date) ? date : businessDayFrom(calendar, addDays(date, 1));
}

/** `days` business days after a date, or before it when negative. */
export function addBusinessDays(calendar: BankCalendar, date: CivilDate, days: number): CivilDate {
  const step = days < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(days); left > 0; left -= 1) {
    do day = addDays(day, step);
    while (!calendar(day));
  }
  return day;
}

function calendarOf(holidaysOf: (year: number) => readonly string[]): BankCalendar {
  const years = new Map<number, ReadonlySet<string>>();
  return (date) => {
    const year = Number(date.slice(0, 4));
    const holidays = years.get(year) ?? new Set(holidaysOf(year));
    years.set(year, holidays);
    return !isWeekend(date) && !holidays.has(date);
  };
}

function weekdayOf(date: CivilDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

function isWeekend(date: CivilDate): boolean {
  return weekdayOf(date) % 6 === 0;
}

/** The nth Monday (1) to Saturday (6) or Sunday (0) of a month. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): CivilDate {
  const first = parseCivilDate(`${year}-${String(month).padStart(2, '0')}-01`);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

function lastMonday(year: number, month: number): CivilDate {
  const fifth = nthWeekday(year, month, 1, 5);
  return Number(fifth.slice(5, 7)) === month ? fifth : nthWeekday(year, month, 1, 4);
}

/** Easter Sunday of the Gregorian calendar (Gauss, with Lichtenberg's correction). */
function easterSundayOf(year: number): CivilDate {
  const century = Math.floor(year / 100);
  const moon = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const sun = 2 - Math.floor((3 * century + 3) / 4);
  const golden = year % 19;
  const seed = (19 * golden + moon) % 30;
  const correction = Math.floor((seed + Math.floor(golden / 11)) / 29);
  const fullMoon = 21 + seed - correction;
  const sunday = 7 - ((year + Math.floor(year / 4) + sun) % 7);
  const march = fullMoon + 7 - ((((fullMoon - sunday) % 7) + 7) % 7);
  return addDays(parseCivilDate(`${year}-03-01`), march - 1);
}
