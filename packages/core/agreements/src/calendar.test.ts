import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, instantText } from './calendar.ts';

test('dates and times in UTC, both ways', () => {
  expect(instantOf('1970-01-01')).toBe(0n);
  expect(instantOf('2027-01-31T12:30Z')).toBe(BigInt(Date.UTC(2027, 0, 31, 12, 30)));
  expect(instantText(instantOf('2028-02-29'))).toBe('2028-02-29');
  expect(instantText(instantOf('2027-01-31T12:30Z'))).toBe('2027-01-31 12:30 UTC');
  expect(instantText(instantOf('2027-01-31T12:30:05.007Z'))).toBe('2027-01-31 12:30:05.007 UTC');
  expect(instantText(10n ** 30n)).toBe(`time ${10n ** 30n}`);
});

test.each(['2027-02-29', '2027-13-01', '2027-00-10', '2027-01-31T24:00Z', '2027-01-31T10:60Z', 'soon', '2027-1-1'])(
  '%s is no date',
  (text) => {
    expect(() => instantOf(text)).toThrow(expect.objectContaining({ code: 'INSTANT_MALFORMED' }));
  },
);

test('knows the last day of February of every year', () => {
  for (let year = 1; year <= 9999; year += 1) {
    const digits = year.toString().padStart(4, '0');
    const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    expect(instantText(instantOf(`${digits}-03-01`) - 1n)).toBe(
      `${digits}-02-${isLeap ? '29' : '28'} 23:59:59.999 UTC`,
    );
  }
});

test('agrees with Date on days and times of ten thousand years', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }),
      (date) => {
        const instant = BigInt(date.getTime());
        expect(instantText(instant).slice(0, 10)).toBe(date.toISOString().slice(0, 10));
        expect(instantOf(date.toISOString())).toBe(instant);
      },
    ),
  );
});
