import { expect, it } from 'vitest';
import { inForceOf, yearOfDay } from './in-force.ts';

const BRITISH = { id: 'uk/income-tax', taxYearStart: { month: 4, day: 6 } };
const refused = (code: string) => expect.objectContaining({ code }) as Error;

it('takes a year, a day, or a day of that year', () => {
  expect(inForceOf(BRITISH, { year: '2026' })).toEqual({ year: 2026 });
  expect(inForceOf(BRITISH, { asOf: '2026-04-05', knownAt: '2025-12-01' })).toEqual({
    asOf: '2026-04-05',
    knownAt: '2025-12-01',
  });
  expect(inForceOf(BRITISH, { year: '2026', asOf: '2027-04-05' })).toEqual({ asOf: '2027-04-05' });
});

it('refuses neither, a day of another tax year, and a year that is none', () => {
  expect(() => inForceOf(BRITISH, {})).toThrow(refused('OPTION_MISSING'));
  expect(() => inForceOf(BRITISH, { year: '2026', asOf: '2026-04-05' })).toThrow(refused('OPTIONS_CONFLICT'));
  expect(() => inForceOf(BRITISH, { year: '2026', asOf: '2027-04-06' })).toThrow(refused('OPTIONS_CONFLICT'));
  expect(() => inForceOf(BRITISH, { year: '26/27' })).toThrow(refused('OPTION_INVALID'));
});

it('names a tax year by the year in which it begins', () => {
  expect(yearOfDay(BRITISH.taxYearStart, '2027-04-05')).toBe(2026);
  expect(yearOfDay(BRITISH.taxYearStart, '2027-04-06')).toBe(2027);
});
