import { type CivilDate, civilDateOf, parseCivilDate } from './civil-date.ts';

/**
 * Which law: the one of the tax year that begins in `year`, or of the day `asOf`; as it is known now, or as it was
 * known at the end of the day `knownAt`.
 */
export type InForce = ({ year: number } | { asOf: string }) & { knownAt?: string };

/** The first day of a tax year: 1 January in most countries, 6 April in the United Kingdom. */
export interface TaxYearStart {
  month: number;
  day: number;
}

export const CALENDAR_YEAR: TaxYearStart = { month: 1, day: 1 };

/** A point in both times: what was in force on one day, as published by another. */
export interface LawMoment {
  asOf: CivilDate;
  /** Null for all that is known now. */
  knownAt: CivilDate | null;
}

/** @throws TaxError `TAX_DATE_MALFORMED` */
export function lawMomentOf(inForce: InForce, { month, day }: TaxYearStart): LawMoment {
  return {
    asOf: 'year' in inForce ? civilDateOf(inForce.year, month, day) : parseCivilDate(inForce.asOf),
    knownAt: inForce.knownAt === undefined ? null : parseCivilDate(inForce.knownAt),
  };
}

/** The tax year that `date` is in, named by the calendar year in which it begins. */
export function taxYearOf(date: CivilDate, { month, day }: TaxYearStart): number {
  const year = Number(date.slice(0, 4));
  return date < civilDateOf(year, month, day) ? year - 1 : year;
}
