import { addDays, type CivilDate, civilDateOf, weekdayOf, yearOf } from './civil-date.ts';
import { type HolidayRule, type InstalmentRule, parameterAt, type ParameterValue } from './parameter.ts';
import type { Rational } from './rational.ts';
import type { RulePack } from './rule-pack.ts';

export interface DueDate {
  /** From 1. */
  instalment: number;
  statutoryDate: CivilDate;
  /** The last day on which payment is in time. */
  dueDate: CivilDate;
  /** The part of the year's tax that this instalment is. All parts make 1. */
  share: Rational;
}

/** When, to whom and in which parts a year's tax is paid. */
export interface PaymentCalendar {
  authority: string;
  form: string;
  year: number;
  dueDates: readonly DueDate[];
}

type Value<Kind extends ParameterValue['kind']> = Extract<ParameterValue, { kind: Kind }>;

/**
 * The payment dates of a tax year, moved past weekends and legal holidays (26 U.S.C. § 7503 for US taxes: an act due
 * on such a day is in time on the next one that is neither).
 *
 * @throws TaxError `PARAMETER_NOT_IN_FORCE` when the pack does not know the year.
 */
export function paymentCalendar(pack: RulePack, year: number): PaymentCalendar {
  const { authority, form, instalments, holidays } = pack.calendar;
  const date = civilDateOf(year, 1, 1);
  // defineRulePack has checked that these two exist, are of their kind and depend on no fact.
  const rules = parameterAt(pack.parameters.get(instalments)!, date).value as Value<'instalments'>;
  const legal = parameterAt(pack.parameters.get(holidays)!, date).value as Value<'holidays'>;
  return {
    authority,
    form,
    year,
    dueDates: rules.instalments.map((rule, i) => dueDateOf(rule, i + 1, year, legal.holidays)),
  };
}

function dueDateOf(rule: InstalmentRule, instalment: number, year: number, holidays: readonly HolidayRule[]): DueDate {
  const statutoryDate = civilDateOf(rule.year === 'same' ? year : year + 1, rule.month, rule.day);
  return { instalment, statutoryDate, dueDate: nextBusinessDay(statutoryDate, holidays), share: rule.share };
}

/** `date` itself, or the first day after it that is no Saturday, Sunday or legal holiday. */
export function nextBusinessDay(date: CivilDate, holidays: readonly HolidayRule[]): CivilDate {
  // The year after is asked too: a New Year's Day on a Saturday is observed on 31 December.
  const observed = new Set(
    [yearOf(date), yearOf(date) + 1].flatMap((year) => holidays.map((holiday) => observedOn(holiday, year))),
  );
  let day = date;
  while (isWeekend(day) || observed.has(day)) day = addDays(day, 1);
  return day;
}

/**
 * When a holiday is kept: a fixed day that falls on a Saturday the Friday before, on a Sunday the Monday after
 * (5 U.S.C. § 6103(b), Executive Order 11582, D.C. Code § 28-2701).
 */
function observedOn(holiday: HolidayRule, year: number): CivilDate {
  if ('nth' in holiday) {
    const matching = Array.from({ length: 31 }, (_, i) => addDays(civilDateOf(year, holiday.month, 1), i)).filter(
      (day) => Number(day.slice(5, 7)) === holiday.month && weekdayOf(day) === holiday.weekday,
    );
    return holiday.nth === 'last' ? matching.at(-1)! : matching[holiday.nth - 1]!;
  }
  const day = civilDateOf(year, holiday.month, holiday.day);
  const weekday = weekdayOf(day);
  return weekday === 'saturday' ? addDays(day, -1) : weekday === 'sunday' ? addDays(day, 1) : day;
}

function isWeekend(date: CivilDate): boolean {
  const weekday = weekdayOf(date);
  return weekday === 'saturday' || weekday === 'sunday';
}
