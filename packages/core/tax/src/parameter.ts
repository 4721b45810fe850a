import { addDays, type CivilDate } from './civil-date.ts';
import { TaxError } from './errors.ts';
import type { HolidayRule } from './holiday.ts';
import type { LawMoment } from './law.ts';
import type { Rational } from './rational.ts';

/** Where a value comes from: a statute, a notice, an official table. */
export interface Citation {
  title: string;
  url: string | null;
}

/** Income from `from` (inclusive, in currency units) on is taxed at `rate`, up to the next bracket. */
export interface Bracket {
  from: Rational;
  rate: Rational;
}

/** One payment of a year's tax: `share` of a line is due on this day, counted from the year in which the tax year begins. */
export interface InstalmentRule {
  month: number;
  day: number;
  year: 'same' | 'next' | 'after-next';
  /** The line that is paid in parts; null for the pack's total. */
  of: string | null;
  share: Rational;
}

export type ParameterValue =
  | { kind: 'amount'; amount: Rational }
  | { kind: 'rate'; rate: Rational }
  | { kind: 'quantity'; quantity: Rational }
  | { kind: 'brackets'; brackets: readonly Bracket[] }
  | { kind: 'instalments'; instalments: readonly InstalmentRule[] }
  | { kind: 'holidays'; holidays: readonly HolidayRule[] };

/** What the law said from `start` on: until the next value, or through `until` where it lapses by itself. */
export interface DatedValue {
  start: CivilDate;
  until: CivilDate | null;
  /** When the value was first published; null where no date was found, and it then counts as known from `start`. */
  published: CivilDate | null;
  checked: CivilDate;
  citations: readonly Citation[];
  /** One value, or one for each choice of the fact that the parameter's `by` names. */
  value: ParameterValue | ReadonlyMap<string, ParameterValue>;
}

export interface Parameter {
  /** `<file>.<key>`, for example `self-employment-tax.wage-base`. */
  path: string;
  label: string;
  kind: ParameterValue['kind'];
  /** The choice fact (a filing status, say) that the value depends on. */
  by: string | null;
  /** By `start`, and of the same `start` by publication: a later one corrects or replaces the one before. */
  values: readonly DatedValue[];
}

/**
 * The value in force on `asOf` by what was published up to `knownAt`. Of several the one that starts last, and of those
 * with the same start the one published last, holds: so a law made in July for the whole year replaces the value of
 * January, and is still unknown in June.
 *
 * @throws TaxError `PARAMETER_NOT_IN_FORCE` before the first value, after the last day of one that has no successor,
 *   and where none was published yet.
 */
export function parameterAt(parameter: Parameter, { asOf, knownAt }: LawMoment): DatedValue {
  const found = parameter.values.findLast(
    (value) => value.start <= asOf && (knownAt === null || knownSince(value) <= knownAt),
  );
  if (found === undefined || (found.until !== null && found.until < asOf)) {
    const isKnown = (value: DatedValue) => knownAt === null || knownSince(value) <= knownAt;
    const spans = spansOf(parameter.values.filter(isKnown));
    const later = parameter.values.find((value) => !isKnown(value) && isInForce(value, asOf));
    throw new TaxError(
      'PARAMETER_NOT_IN_FORCE',
      `Parameter ${parameter.path} has no value on ${asOf}${knownAt === null ? '' : ` that was known on ${knownAt}`}; ${spans === '' ? 'nothing of it was known' : `it is known for ${spans}`}${later === undefined ? '' : `, and that of ${asOf} since ${knownSince(later)}`}.`,
      'Choose a date that the rule pack covers, or load a pack that does.',
    );
  }
  return found;
}

function isInForce({ start, until }: DatedValue, date: CivilDate): boolean {
  return start <= date && (until === null || until >= date);
}

/** The days that have a value, where one follows another without a gap as one span. */
function spansOf(values: readonly DatedValue[]): string {
  const spans: { start: CivilDate; until: CivilDate | null }[] = [];
  for (const { start, until } of values) {
    const last = spans.at(-1);
    if (last !== undefined && (last.until === null || addDays(last.until, 1) >= start)) last.until = until;
    else spans.push({ start, until });
  }
  return spans.map(({ start, until }) => `${start} to ${until ?? 'now'}`).join(', ');
}

function knownSince({ published, start }: DatedValue): CivilDate {
  return published ?? start;
}

/** A value as one line of text, for traces. */
export function describeParameterValue(value: ParameterValue): string {
  switch (value.kind) {
    case 'amount':
      return value.amount.toString();
    case 'rate':
      return value.rate.toString();
    case 'quantity':
      return value.quantity.toString();
    case 'brackets':
      return value.brackets.map(({ from, rate }) => `${rate.toString()} from ${from.toString()}`).join(', ');
    case 'instalments':
      return value.instalments
        .map(
          ({ month, day, year, of, share }) =>
            `${share.toString()}${of === null ? '' : ` of ${of}`} on ${month}/${day} (${year} year)`,
        )
        .join(', ');
    case 'holidays':
      return value.holidays.map(({ name }) => name).join(', ');
  }
}
