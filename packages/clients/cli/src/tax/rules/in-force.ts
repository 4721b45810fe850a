import { GristmillError } from '@gristmill/protocol';
import type { InForce, RulePack } from '@gristmill/tax';
import type { Command } from 'commander';
import { wholeNumber } from '../../input.ts';

/** Which law, as options say it. */
export interface LawOptions {
  year?: string;
  asOf?: string;
  knownAt?: string;
}

export function addLawOptions(command: Command): Command {
  return command
    .option('--year <year>', 'the tax year, by the calendar year in which it begins')
    .option('--as-of <date>', 'the law of this day (YYYY-MM-DD) instead of the first day of the year')
    .option('--known-at <date>', 'as the law had been published by the end of this day');
}

/**
 * @throws GristmillError `OPTION_MISSING`; `OPTION_INVALID`; `OPTIONS_CONFLICT` when the day is not in the year. Days that
 *   are none are refused by who asks for the law of them.
 */
export function inForceOf(
  { id, taxYearStart }: Pick<RulePack, 'id' | 'taxYearStart'>,
  { year: yearText, asOf, knownAt }: LawOptions,
): InForce {
  const known = knownAt === undefined ? {} : { knownAt };
  const year = yearText === undefined ? undefined : wholeNumber('--year', yearText, 1, 9998);
  if (asOf === undefined) {
    if (year !== undefined) return { year, ...known };
    throw new GristmillError('OPTION_MISSING', 'Neither a tax year nor a day says which law is asked for.', {
      hint: 'Add --year 2026, or --as-of 2026-07-01.',
    });
  }
  if (year !== undefined) {
    const { first, next } = yearSpan(taxYearStart, year);
    if (asOf < first || asOf >= next) {
      throw new GristmillError('OPTIONS_CONFLICT', `${asOf} is not in the tax year ${year} of ${id}.`, {
        hint: `That year begins on ${first}; leave --year or --as-of out, or correct one of them.`,
      });
    }
  }
  return { asOf, ...known };
}

/** The first day of a tax year, and of the next. */
export function yearSpan({ month, day }: RulePack['taxYearStart'], year: number): { first: string; next: string } {
  const [first, next] = [year, year + 1].map((begins) => `${digits(begins, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
  return { first: first!, next: next! };
}

/** The tax year that a day is in, named by the calendar year in which it begins. */
export function yearOfDay(taxYearStart: RulePack['taxYearStart'], day: string): number {
  const year = Number(day.slice(0, 4));
  return day < yearSpan(taxYearStart, year).first ? year - 1 : year;
}

function digits(value: number, length: number): string {
  return value.toString().padStart(length, '0');
}
