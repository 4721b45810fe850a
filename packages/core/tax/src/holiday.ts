import { addDays, type CivilDate, civilDateOf, type Weekday, weekdayOf } from './civil-date.ts';

/**
 * When a fixed holiday that falls on a weekend is kept: on the nearest weekday (US: 5 U.S.C. § 6103(b), Executive Order
 * 11582), on the next weekday that is no holiday itself (UK: Banking and Financial Dealings Act 1971), on the Monday when it
 * is a Sunday and else not at all (Federal Reserve Banks), or on its day alone.
 */
type Observance = 'nearest-weekday' | 'next-weekday' | 'monday-after-sunday' | 'same-day';

/** A legal holiday: a fixed day of the year, the nth weekday of a month, days from Easter Sunday, or one single date. */
export type HolidayRule =
  | { name: string; month: number; day: number; observed: Observance }
  | { name: string; month: number; weekday: Weekday; nth: 1 | 2 | 3 | 4 | 'last' }
  | { name: string; easter: number }
  | { name: string; date: CivilDate };

/** The days of `year` on which the holidays are kept; one of them may be the 31 December before. */
export function holidaysOf(year: number, rules: readonly HolidayRule[]): Set<CivilDate> {
  const kept = new Set<CivilDate>();
  const substituted: CivilDate[] = [];
  for (const rule of rules) {
    const day = dayOf(rule, year);
    if (day === null) continue;
    const observed = 'observed' in rule ? rule.observed : 'same-day';
    if (observed === 'same-day' || !isWeekend(day)) kept.add(day);
    else if (observed === 'monday-after-sunday') kept.add(weekdayOf(day) === 'sunday' ? addDays(day, 1) : day);
    else if (observed === 'nearest-weekday') kept.add(addDays(day, weekdayOf(day) === 'saturday' ? -1 : 1));
    else substituted.push(day);
  }
  // Christmas on a Saturday and Boxing Day on the Sunday are kept on the Monday and the Tuesday, in that order.
  for (const day of substituted.toSorted()) kept.add(nextFreeWeekday(day, kept));
  return kept;
}

export function isWeekend(date: CivilDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 'saturday' || weekday === 'sunday';
}

function nextFreeWeekday(date: CivilDate, kept: ReadonlySet<CivilDate>): CivilDate {
  let day = date;
  while (isWeekend(day) || kept.has(day)) day = addDays(day, 1);
  return day;
}

function dayOf(rule: HolidayRule, year: number): CivilDate | null {
  if ('date' in rule) return rule.date.startsWith(`${year}-`) ? rule.date : null;
  if ('easter' in rule) return addDays(easterSundayOf(year), rule.easter);
  if (!('nth' in rule)) return civilDateOf(year, rule.month, rule.day);
  const matching = Array.from({ length: 31 }, (_, i) => addDays(civilDateOf(year, rule.month, 1), i)).filter(
    (day) => Number(day.slice(5, 7)) === rule.month && weekdayOf(day) === rule.weekday,
  );
  return rule.nth === 'last' ? matching.at(-1)! : matching[rule.nth - 1]!;
}

/** Easter Sunday of the Gregorian calendar (the anonymous computus of Nature, 20 April 1876; Meeus, ch. 8). */
export function easterSundayOf(year: number): CivilDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  const march = epact + weekdayShift - 7 * late + 114;
  return civilDateOf(year, Math.floor(march / 31), (march % 31) + 1);
}
