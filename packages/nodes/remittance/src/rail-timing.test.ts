import fc from 'fast-check';
import { addDays, type CivilDate, parseCivilDate } from '@gristmill/tax';
import { describe, expect, test } from 'vitest';
import {
  addBusinessDays,
  type BankCalendar,
  businessDayUpTo,
  federalReserveCalendar,
  targetCalendar,
  ukCalendar,
} from './bank-calendar.ts';
import { bankTiming, continuousTiming } from './rail-timing.ts';

const day = parseCivilDate;
const iso = (ms: number) => new Date(ms).toISOString();

/** The weekdays of a year on which a calendar rests. */
function holidaysOf(calendar: BankCalendar, year: number): string[] {
  const days = Array.from({ length: 366 }, (_, i) => addDays(day(`${year}-01-01`), i));
  return days.filter((date) => {
    const weekday = new Date(date).getUTCDay();
    return date.startsWith(`${year}`) && weekday !== 0 && weekday !== 6 && !calendar(date);
  });
}

test.each<[string, BankCalendar, number, string]>([
  // ECB, TARGET closing days.
  ['T2', targetCalendar, 2026, '01-01 04-03 04-06 05-01 12-25'],
  ['T2', targetCalendar, 2024, '01-01 03-29 04-01 05-01 12-25 12-26'],
  // gov.uk/bank-holidays, England and Wales.
  ['UK', ukCalendar, 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['UK', ukCalendar, 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  ['UK', ukCalendar, 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  ['UK', ukCalendar, 2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
  // federalreserve.gov, holidays observed; 4 July 2026 is a Saturday.
  ['Federal Reserve', federalReserveCalendar, 2026, '01-01 01-19 02-16 05-25 06-19 09-07 10-12 11-11 11-26 12-25'],
  ['Federal Reserve', federalReserveCalendar, 2023, '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-23 12-25'],
])('%s holidays of weekdays in %#', (_, calendar, year, expected) => {
  expect(holidaysOf(calendar, year)).toEqual(expected.split(' ').map((date) => `${year}-${date}`));
});

describe('a bank in Frankfurt', () => {
  const timing = bankTiming({
    calendar: targetCalendar,
    zone: 'Europe/Berlin',
    cutOff: '15:30',
    transferDays: 1,
    marginDays: 2,
  });

  test('Good Friday and Easter Monday are jumped; the clock change is kept', () => {
    // Due on Tuesday 7 April 2026: executed on Thursday the 2nd, in summer time.
    expect(iso(timing.deadlineMs(day('2026-04-07')))).toBe('2026-04-02T13:30:00.000Z');
    expect(iso(timing.startMs(day('2026-04-07')))).toBe('2026-03-30T13:30:00.000Z');
    // Due on Easter Monday itself: there on Thursday, executed on Wednesday.
    expect(iso(timing.deadlineMs(day('2026-04-06')))).toBe('2026-04-01T13:30:00.000Z');
    expect(iso(timing.deadlineMs(day('2026-03-27')))).toBe('2026-03-26T14:30:00.000Z');
  });

  test.each([
    ['2026-04-02T13:30:00Z', '2026-04-02', '2026-04-07'],
    ['2026-04-02T13:30:01Z', '2026-04-07', '2026-04-08'],
    ['2026-04-04T08:00:00Z', '2026-04-07', '2026-04-08'],
    // 23:30 UTC is the next day in Berlin.
    ['2026-06-01T23:30:00Z', '2026-06-02', '2026-06-03'],
  ])('handed over at %s: executed %s, there %s', (now, executionDate, arrivalDate) => {
    expect(timing.arrivalOf(Date.parse(now))).toEqual({ executionDate, arrivalDate });
  });

  test('refuses a time of day that is none', () => {
    const options = { calendar: targetCalendar, zone: 'UTC', transferDays: 1, marginDays: 0 };
    expect(() => bankTiming({ ...options, cutOff: '25:00' })).toThrow(
      expect.objectContaining({ code: 'BANK_DATE_MALFORMED' }),
    );
  });
});

test('invariant 6: what is handed over by the deadline is there by the due date, and a minute later it is not', () => {
  const zones = ['Europe/Berlin', 'Europe/London', 'America/New_York', 'Pacific/Auckland'];
  const options = fc.record({
    calendar: fc.constantFrom(targetCalendar, ukCalendar, federalReserveCalendar),
    zone: fc.constantFrom(...zones),
    cutOff: fc.constantFrom('00:00', '09:15', '15:30', '23:59'),
    transferDays: fc.nat(3),
    marginDays: fc.nat(3),
  });
  const dates = fc.nat(3650).map((days): CivilDate => addDays(day('2021-01-01'), days));
  fc.assert(
    fc.property(options, dates, (each, dueDate) => {
      const timing = bankTiming(each);
      const deadline = timing.deadlineMs(dueDate);
      expect(timing.startMs(dueDate)).toBeLessThan(deadline);
      const lastDay = businessDayUpTo(each.calendar, dueDate);
      expect(timing.arrivalOf(deadline).arrivalDate).toBe(lastDay);
      expect(timing.arrivalOf(timing.startMs(dueDate)).arrivalDate <= lastDay).toBe(true);
      const late = timing.arrivalOf(deadline + 60_000).arrivalDate;
      expect(late).toBe(addBusinessDays(each.calendar, lastDay, 1));
    }),
  );
});

test('a rail without hours starts so many days before, and is there at once', () => {
  const timing = continuousTiming({ leadDays: 4 });
  expect(iso(timing.startMs(day('2026-04-15')))).toBe('2026-04-11T00:00:00.000Z');
  expect(iso(timing.deadlineMs(day('2026-04-15')))).toBe('2026-04-15T23:59:59.999Z');
  expect(timing.arrivalOf(Date.parse('2026-04-12T05:00:00Z'))).toEqual({
    executionDate: '2026-04-12',
    arrivalDate: '2026-04-12',
  });
});
