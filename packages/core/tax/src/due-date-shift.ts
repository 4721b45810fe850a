import { addDays, type CivilDate, yearOf } from './civil-date.ts';
import { type HolidayRule, holidaysOf, isWeekend } from './holiday.ts';

/** What becomes of a due date that is no business day. */
export type DueDateShift = 'next-business-day' | 'previous-business-day' | 'same-day';

/** `date` itself when it is a business day, else the nearest one in the direction that the law names. */
export function shiftedDate(date: CivilDate, shift: DueDateShift, holidays: readonly HolidayRule[]): CivilDate {
  if (shift === 'same-day') return date;
  // The years around are asked too: a New Year's Day on a Saturday is observed on 31 December.
  const kept = new Set([-1, 0, 1].flatMap((years) => [...holidaysOf(yearOf(date) + years, holidays)]));
  let day = date;
  while (isWeekend(day) || kept.has(day)) day = addDays(day, shift === 'next-business-day' ? 1 : -1);
  return day;
}
