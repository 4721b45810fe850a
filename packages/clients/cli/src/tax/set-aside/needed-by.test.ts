import { parseCivilDate } from '@gristmill/tax';
import { expect, it } from 'vitest';
import { neededBy } from './needed-by.ts';

const payments = [
  { dueDate: parseCivilDate('2025-06-16'), amount: 300n },
  { dueDate: parseCivilDate('2025-04-15'), amount: 100n },
  // Two taxes on one day.
  { dueDate: parseCivilDate('2025-06-16'), amount: 1n },
];
const on = (day: string) =>
  neededBy(payments, parseCivilDate(day), { first: parseCivilDate('2025-01-01'), leadDays: 5 });

it('grows evenly from due date to due date, and is there a few days before', () => {
  // Ninety-nine days from New Year to 10 April.
  expect(['2024-12-31', '2025-01-01', '2025-02-20', '2025-04-09', '2025-04-10'].map(on)).toEqual([
    0n,
    0n,
    51n,
    99n,
    100n,
  ]);
  // Sixty-two days from the one to the other: half of them.
  expect(on('2025-05-11')).toBe(250n);
  expect(on('2025-06-10')).toBeLessThan(401n);
  expect(on('2025-06-11')).toBe(401n);
  expect(on('2026-01-01')).toBe(401n);
});
