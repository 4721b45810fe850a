import { GristmillError } from '@gristmill/protocol';

// Gregorian dates without a clock or a time zone: times here are milliseconds since 1970 in UTC.

const MS_A_DAY = 86_400_000n;
const DAYS_IN_400_YEARS = 146_097n;

/** Days since 1970-01-01 of a date of the proleptic Gregorian calendar; years are counted from March. */
function daysOf(year: bigint, month: bigint, day: bigint): bigint {
  const marchYear = month > 2n ? year : year - 1n;
  const era = (marchYear >= 0n ? marchYear : marchYear - 399n) / 400n;
  const yearOfEra = marchYear - era * 400n;
  const dayOfYear = (153n * (month > 2n ? month - 3n : month + 9n) + 2n) / 5n + day - 1n;
  return era * DAYS_IN_400_YEARS + yearOfEra * 365n + yearOfEra / 4n - yearOfEra / 100n + dayOfYear - 719_468n;
}

/**
 * Milliseconds since 1970 of `2027-01-31` (its first moment) or `2027-01-31T12:30Z`, in UTC.
 *
 * @throws GristmillError `INSTANT_MALFORMED`
 */
export function instantOf(text: string): bigint {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{3}))?)?Z)?$/.exec(text);
  if (parts !== null) {
    const [year, month, day, hour, minute, second, ms] = parts.slice(1).map((part) => BigInt(part ?? 0));
    const instant = daysOf(year!, month!, day!) * MS_A_DAY + ((hour! * 60n + minute!) * 60n + second!) * 1000n + ms!;
    // A date that does not exist (31 April, 25 o'clock) is written back as another one.
    if (month! >= 1n && month! <= 12n && hour! < 24n && minute! < 60n && second! < 60n) {
      if (instantText(instant).startsWith(text.slice(0, 10))) return instant;
    }
  }
  throw new GristmillError('INSTANT_MALFORMED', `"${text.slice(0, 40)}" is not a date.`, {
    hint: 'Write 2027-01-31, or 2027-01-31T12:30Z; times are in UTC.',
  });
}

/** `2027-01-31`, or `2027-01-31 12:30 UTC` when it is not the first moment of a day; far-off times stay numbers. */
export function instantText(instant: bigint): string {
  if (instant < -62_135_596_800_000n || instant > 253_402_300_799_999n) return `time ${instant}`;
  const days = instant >= 0n ? instant / MS_A_DAY : (instant - MS_A_DAY + 1n) / MS_A_DAY;
  const msOfDay = instant - days * MS_A_DAY;
  const shifted = days + 719_468n;
  const era = shifted / DAYS_IN_400_YEARS;
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS;
  const yearOfEra = (dayOfEra - dayOfEra / 1_460n + dayOfEra / 36_524n - dayOfEra / 146_096n) / 365n;
  const dayOfYear = dayOfEra - (365n * yearOfEra + yearOfEra / 4n - yearOfEra / 100n);
  const marchMonth = (5n * dayOfYear + 2n) / 153n;
  const day = dayOfYear - (153n * marchMonth + 2n) / 5n + 1n;
  const month = marchMonth < 10n ? marchMonth + 3n : marchMonth - 9n;
  const year = yearOfEra + era * 400n + (month <= 2n ? 1n : 0n);
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
  if (msOfDay === 0n) return date;
  const seconds = msOfDay / 1000n;
  const clock = `${padded(seconds / 3600n, 2)}:${padded((seconds / 60n) % 60n, 2)}`;
  if (msOfDay % 60_000n === 0n) return `${date} ${clock} UTC`;
  const ms = msOfDay % 1000n;
  return `${date} ${clock}:${padded(seconds % 60n, 2)}${ms === 0n ? '' : `.${padded(ms, 3)}`} UTC`;
}

function padded(integer: bigint, width: number): string {
  return integer.toString().padStart(width, '0');
}
