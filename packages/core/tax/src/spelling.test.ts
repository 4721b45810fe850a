import { expect, it } from 'vitest';
import { closestWord } from './spelling.ts';

const FACTS = ['wages', 'self_employment_income', 'spouse_self_employment_income', 'dependents'];

it.each([
  ['wage', 'wages'],
  ['wagse', 'wages'],
  ['Wages', 'wages'],
  ['selfEmploymentIncome', 'self_employment_income'],
  ['self-employed-income', 'self_employment_income'],
  ['spouse self employment incom', 'spouse_self_employment_income'],
  ['dependants', 'dependents'],
])('%s is %s', (written, meant) => {
  expect(closestWord(written, FACTS)).toBe(meant);
});

it.each(['', 'x', 'windows', 'toString', 'w'.repeat(1_000_000)])('"%.20s" is none of them', (written) => {
  expect(closestWord(written, FACTS)).toBeNull();
});
