import { type CivilDate, civilDateOf } from './civil-date.ts';
import { shiftedDate } from './due-date-shift.ts';
import { type InForce, lawMomentOf } from './law.ts';
import { type InstalmentRule, parameterAt, type ParameterValue } from './parameter.ts';
import type { Rational } from './rational.ts';
import type { RulePack } from './rule-pack.ts';

export interface DueDate {
  /** From 1. */
  instalment: number;
  statutoryDate: CivilDate;
  /** The last day on which payment is in time. */
  dueDate: CivilDate;
  /** The line of the assessment that is paid in parts. */
  of: string;
  /** The part of that line that this instalment is. All parts of a line make 1. */
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
 * The payment dates of a tax year, moved past weekends and legal holidays as the pack's law has it (26 U.S.C. § 7503
 * for US taxes: an act due on such a day is in time on the next one that is neither).
 *
 * @throws TaxError `PARAMETER_NOT_IN_FORCE` when the pack does not know the year.
 */
export function paymentCalendar(
  pack: RulePack,
  year: number,
  { knownAt }: Pick<InForce, 'knownAt'> = {},
): PaymentCalendar {
  const { authority, form, instalments, holidays, shift } = pack.calendar;
  const moment = lawMomentOf({ year, ...(knownAt === undefined ? {} : { knownAt }) }, pack.taxYearStart);
  // defineRulePack has checked that these two exist, are of their kind and depend on no fact.
  const rules = parameterAt(pack.parameters.get(instalments)!, moment).value as Value<'instalments'>;
  const legal = parameterAt(pack.parameters.get(holidays)!, moment).value as Value<'holidays'>;
  return {
    authority,
    form,
    year,
    dueDates: rules.instalments.map((rule, i) => dueDateOf(rule, i + 1)),
  };

  function dueDateOf(rule: InstalmentRule, instalment: number): DueDate {
    const statutoryDate = civilDateOf(year + YEARS_ON[rule.year], rule.month, rule.day);
    const dueDate = shiftedDate(statutoryDate, shift, legal.holidays);
    return { instalment, statutoryDate, dueDate, of: rule.of ?? pack.total, share: rule.share };
  }
}

const YEARS_ON = { same: 0, next: 1, 'after-next': 2 } as const;
