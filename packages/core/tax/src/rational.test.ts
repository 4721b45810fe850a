import { expect, test } from 'vitest';
import { Rational } from './rational.ts';

test('writes a finite decimal as digits and anything else as a fraction', () => {
  expect(Rational.parse('0.9235').toString()).toBe('0.9235');
  expect(Rational.of(-5n, 4n).toString()).toBe('-1.25');
  expect(Rational.of(7n, 3n).toString()).toBe('7/3');
  expect(Rational.of(400n).toString()).toBe('400');
});

test.each(['', '1e3', '.5', '1.', '1,000', 'NaN', ' 1'])('refuses %j as a decimal', (text) => {
  expect(() => Rational.parse(text)).toThrow(expect.objectContaining({ code: 'RATIONAL_MALFORMED' }));
});

test('refuses to divide by zero and to round what is negative', () => {
  expect(() => Rational.one.dividedBy(Rational.zero)).toThrow(
    expect.objectContaining({ code: 'RATIONAL_DIVISION_BY_ZERO' }),
  );
  expect(() => Rational.of(-1n, 3n).toInteger('down')).toThrow(expect.objectContaining({ code: 'MONEY_NEGATIVE' }));
});
