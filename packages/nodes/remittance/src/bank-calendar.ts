import { addDays, type CivilDate, civilDateOf, type HolidayRule, holidaysOf, isWeekend } from '@gristmill/tax';

/** Whether banks of a payment system move money on a day. */
export type BankCalendar = (date: CivilDate) => boolean;

/** T2, on which SEPA credit transfers settle: ECB, long-term calendar of 2000. */
export const targetCalendar: BankCalendar = calendarOf([
  { name: "New Year's Day", month: 1, day: 1, observed: 'same-day' },
  { name: 'Good Friday', easter: -2 },
  { name: 'Easter Monday', easter: 1 },
  { name: 'Labour Day', month: 5, day: 1, observed: 'same-day' },
  { name: 'Christmas Day', month: 12, day: 25, observed: 'same-day' },
  { name: '26 December', month: 12, day: 26, observed: 'same-day' },
]);

/**
 * Bank holidays of England and Wales (Banking and Financial Dealings Act 1971 and proclamations), on which Bacs does not
 * run and banks do not promise Faster Payments.
 */
export const ukCalendar: BankCalendar = calendarOf(
  [
    { name: "New Year's Day", month: 1, day: 1, observed: 'next-weekday' },
    { name: 'Good Friday', easter: -2 },
    { name: 'Easter Monday', easter: 1 },
    { name: 'Early May bank holiday', month: 5, weekday: 'monday', nth: 1 },
    { name: 'Spring bank holiday', month: 5, weekday: 'monday', nth: 'last' },
    { name: 'Summer bank holiday', month: 8, weekday: 'monday', nth: 'last' },
    { name: 'Christmas Day', month: 12, day: 25, observed: 'next-weekday' },
    { name: 'Boxing Day', month: 12, day: 26, observed: 'next-weekday' },
    { name: 'Spring bank holiday, moved', date: civilDateOf(2022, 6, 2) },
    { name: 'Platinum Jubilee', date: civilDateOf(2022, 6, 3) },
    { name: 'State Funeral of Queen Elizabeth II', date: civilDateOf(2022, 9, 19) },
    { name: 'Coronation of King Charles III', date: civilDateOf(2023, 5, 8) },
  ],
  [civilDateOf(2022, 5, 30)],
);

/** Days on which the Federal Reserve's ACH does not settle: a holiday on a Sunday is kept on Monday, on a Saturday not. */
export const federalReserveCalendar: BankCalendar = calendarOf([
  { name: "New Year's Day", month: 1, day: 1, observed: 'monday-after-sunday' },
  { name: 'Birthday of Martin Luther King, Jr.', month: 1, weekday: 'monday', nth: 3 },
  { name: "Washington's Birthday", month: 2, weekday: 'monday', nth: 3 },
  { name: 'Memorial Day', month: 5, weekday: 'monday', nth: 'last' },
  { name: 'Juneteenth', month: 6, day: 19, observed: 'monday-after-sunday' },
  { name: 'Independence Day', month: 7, day: 4, observed: 'monday-after-sunday' },
  { name: 'Labor Day', month: 9, weekday: 'monday', nth: 1 },
  { name: 'Columbus Day', month: 10, weekday: 'monday', nth: 2 },
  { name: 'Veterans Day', month: 11, day: 11, observed: 'monday-after-sunday' },
  { name: 'Thanksgiving Day', month: 11, weekday: 'thursday', nth: 4 },
  { name: 'Christmas Day', month: 12, day: 25, observed: 'monday-after-sunday' },
]);

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

/** `moved`: days that a rule names and that were business days, once, all the same. */
function calendarOf(rules: readonly HolidayRule[], moved: readonly CivilDate[] = []): BankCalendar {
  const years = new Map<number, ReadonlySet<CivilDate>>();
  return (date) => {
    const year = Number(date.slice(0, 4));
    const holidays = years.get(year) ?? holidaysOf(year, rules);
    years.set(year, holidays);
    return !isWeekend(date) && (!holidays.has(date) || moved.includes(date));
  };
}
