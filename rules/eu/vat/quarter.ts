import { addDays, type CivilDate, civilDateOf } from '@gristmill/tax';
import { z } from 'zod';

/** A tax period of the one-stop shop, which opened on 1 July 2021. */
export const quarter = z.strictObject({
  year: z.int().min(2021).max(9999),
  quarter: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
});

export type Quarter = z.infer<typeof quarter>;

export function firstDayOf({ year, quarter: number }: Quarter): CivilDate {
  return civilDateOf(year, (number - 1) * 3 + 1, 1);
}

export function lastDayOf({ year, quarter: number }: Quarter): CivilDate {
  return dayBefore(year, number * 3 + 1);
}

/** "By the end of the month following the end of the tax period" (Directive 2006/112/EC, arts. 364, 369f). */
export function dueDateOf({ year, quarter: number }: Quarter): CivilDate {
  return dayBefore(year, number * 3 + 2);
}

/** How many quarters `later` lies after `earlier`. */
export function quartersBetween(earlier: Quarter, later: Quarter): number {
  return (later.year - earlier.year) * 4 + later.quarter - earlier.quarter;
}

/** As returns and payments name it: `Q3.2026`. */
export function nameOf({ year, quarter: number }: Quarter): string {
  return `Q${number}.${year}`;
}

/** The day before the first of a month, months beyond December being those of the next year. */
function dayBefore(year: number, month: number): CivilDate {
  return addDays(month > 12 ? civilDateOf(year + 1, month - 12, 1) : civilDateOf(year, month, 1), -1);
}
