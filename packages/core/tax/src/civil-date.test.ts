import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, civilDateOf, parseCivilDate, WEEKDAYS, weekdayOf } from './civil-date.ts';

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
const isoOf = (date: Date) => date.toISOString().slice(0, 10);

test('weekdays and day arithmetic agree with the platform calendar', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -1000, max: 1000 }), (date, days) => {
      const civil = parseCivilDate(isoOf(date));
      expect(weekdayOf(civil)).toBe(WEEKDAYS[date.getUTCDay()]);
      expect(addDays(civil, days)).toBe(isoOf(new Date(date.getTime() + days * 86_400_000)));
    }),
  );
});

test.each(['2026-02-29', '2026-13-01', '2026-4-15', '15.04.2026', ''])('refuses %j', (text) => {
  expect(() => parseCivilDate(text)).toThrow(expect.objectContaining({ code: 'TAX_DATE_MALFORMED' }));
});

test('knows leap days', () => {
  expect(addDays(civilDateOf(2028, 2, 28), 1)).toBe('2028-02-29');
  expect(addDays(civilDateOf(2100, 2, 28), 1)).toBe('2100-03-01');
});
