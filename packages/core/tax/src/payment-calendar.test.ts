import { expect, test } from 'vitest';
import { civilDateOf } from './civil-date.ts';
import { shiftedDate } from './due-date-shift.ts';
import { scheduleDocument, windowTax, windowTaxPack } from './example-pack.ts';
import { easterSundayOf, type HolidayRule, holidaysOf } from './holiday.ts';
import { paymentCalendar } from './payment-calendar.ts';
import { defineRulePack } from './rule-pack.ts';

const usHolidays: HolidayRule[] = [
  { name: "New Year's Day", month: 1, day: 1, observed: 'nearest-weekday' },
  { name: 'Birthday of Martin Luther King, Jr.', month: 1, weekday: 'monday', nth: 3 },
  { name: 'Emancipation Day', month: 4, day: 16, observed: 'nearest-weekday' },
  { name: 'Memorial Day', month: 5, weekday: 'monday', nth: 'last' },
  { name: 'Juneteenth', month: 6, day: 19, observed: 'nearest-weekday' },
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
  expect(shiftedDate(civilDateOf(year, month, day), 'next-business-day', usHolidays)).toBe(effective);
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

const dueOn15thOf = (month: string, published: string) => ({
  start: '2025-01-01',
  published,
  checked: '2026-11-22',
  citations: ['act'],
  value: [{ month, day: '15', year: 'same', share: '1' }],
});

test('a calendar is the one that was known on a day', () => {
  const { sources, parameters } = scheduleDocument();
  const values = [dueOn15thOf('6', '2024-12-01'), dueOn15thOf('9', '2025-03-01')];
  const pack = defineRulePack({
    ...windowTax,
    parameterFiles: {
      schedule: { sources, parameters: { ...parameters, instalments: { ...parameters.instalments, values } } },
    },
  });
  const dueDateKnownAt = (knownAt?: string) =>
    paymentCalendar(pack, 2025, knownAt === undefined ? {} : { knownAt }).dueDates[0]!.statutoryDate;
  expect(dueDateKnownAt('2025-02-28')).toBe('2025-06-15');
  expect(dueDateKnownAt('2025-03-01')).toBe('2025-09-15');
  expect(dueDateKnownAt()).toBe('2025-09-15');
});

// Holidays of the Federal Reserve Banks, as frbservices.org lists them.
test('a bank keeps a Sunday on the Monday, a Saturday on its day alone, and the first Monday on the 1st', () => {
  const bank: HolidayRule[] = [
    { name: 'Independence Day', month: 7, day: 4, observed: 'monday-after-sunday' },
    { name: 'Labor Day', month: 9, weekday: 'monday', nth: 1 },
  ];
  expect([...holidaysOf(2020, bank)]).toEqual(['2020-07-04', '2020-09-07']);
  expect([...holidaysOf(2021, bank)]).toEqual(['2021-07-05', '2021-09-06']);
  expect([...holidaysOf(2025, bank)]).toEqual(['2025-07-04', '2025-09-01']);
});

// UK bank holidays as gov.uk/bank-holidays lists them for England and Wales.
test('a substitute day is the next weekday that is no holiday itself, and Easter moves', () => {
  const uk: HolidayRule[] = [
    { name: "New Year's Day", month: 1, day: 1, observed: 'next-weekday' },
    { name: 'Good Friday', easter: -2 },
    { name: 'Easter Monday', easter: 1 },
    { name: 'Christmas Day', month: 12, day: 25, observed: 'next-weekday' },
    { name: 'Boxing Day', month: 12, day: 26, observed: 'next-weekday' },
    { name: 'Coronation of King Charles III', date: civilDateOf(2023, 5, 8) },
  ];
  expect([...holidaysOf(2021, uk)].toSorted()).toEqual([
    '2021-01-01',
    '2021-04-02',
    '2021-04-05',
    '2021-12-27',
    '2021-12-28',
  ]);
  expect([...holidaysOf(2022, uk)].toSorted()).toEqual([
    '2022-01-03',
    '2022-04-15',
    '2022-04-18',
    '2022-12-26',
    '2022-12-27',
  ]);
  expect([...holidaysOf(2023, uk)].toSorted()).toEqual([
    '2023-01-02',
    '2023-04-07',
    '2023-04-10',
    '2023-05-08',
    '2023-12-25',
    '2023-12-26',
  ]);
  expect(shiftedDate(civilDateOf(2021, 12, 28), 'previous-business-day', uk)).toBe('2021-12-24');
  expect(shiftedDate(civilDateOf(2021, 12, 25), 'same-day', uk)).toBe('2021-12-25');
});

// Dates from the tables of the US Naval Observatory.
test.each([
  [1961, '1961-04-02'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2038, '2038-04-25'],
])('Easter Sunday of %i is %s', (year, date) => expect(easterSundayOf(year)).toBe(date));
