import { expect, test } from 'vitest';
import { civilDateOf } from './civil-date.ts';
import { windowTaxPack } from './example-pack.ts';
import type { HolidayRule } from './parameter.ts';
import { nextBusinessDay, paymentCalendar } from './payment-calendar.ts';

const usHolidays: HolidayRule[] = [
  { name: "New Year's Day", month: 1, day: 1 },
  { name: 'Birthday of Martin Luther King, Jr.', month: 1, weekday: 'monday', nth: 3 },
  { name: 'Emancipation Day', month: 4, day: 16 },
  { name: 'Memorial Day', month: 5, weekday: 'monday', nth: 'last' },
  { name: 'Juneteenth', month: 6, day: 19 },
];

// Real years in which each of the rules bites.
test.each([
  ['2022-01-15', '2022-01-18', 'Saturday, then Monday 17 is Martin Luther King day'],
  ['2022-04-15', '2022-04-18', 'Emancipation Day on Saturday is kept on Friday 15'],
  ['2023-01-15', '2023-01-17', 'Sunday, then Monday 16 is Martin Luther King day'],
  ['2023-04-15', '2023-04-18', 'Saturday, then Emancipation Day on Sunday is kept on Monday 17'],
  ['2024-01-15', '2024-01-16', 'Martin Luther King day itself'],
  ['2024-06-15', '2024-06-17', 'Saturday'],
  ['2026-04-15', '2026-04-15', 'a Wednesday'],
  ['2027-12-31', '2028-01-03', "New Year's Day on Saturday is kept on Friday 31 December"],
  ['2026-05-25', '2026-05-26', 'the last Monday of May'],
])('an act due on %s is in time on %s: %s', (due, effective) => {
  const [year, month, day] = due.split('-').map(Number) as [number, number, number];
  expect(nextBusinessDay(civilDateOf(year, month, day), usHolidays)).toBe(effective);
});

test('a calendar has every instalment with both of its dates', () => {
  expect(paymentCalendar(windowTaxPack, 2025)).toMatchObject({
    authority: 'xx/crown',
    form: 'W-1',
    year: 2025,
    dueDates: [
      { instalment: 1, statutoryDate: '2025-06-15', dueDate: '2025-06-16' },
      { instalment: 2, statutoryDate: '2026-01-01', dueDate: '2026-01-02' },
    ],
  });
  expect(() => paymentCalendar(windowTaxPack, 2024)).toThrow(
    expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }),
  );
});
