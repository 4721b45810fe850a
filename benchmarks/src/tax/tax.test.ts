import { loadRulePack } from '@gristmill/rules';
import { expect, it } from 'vitest';
import { agreement } from './tax.ts';
import { incomes } from './uk-taxpayer.ts';

/** 2025-26: 12,570 are free, 20 % up to 50,270. */
const basicRate = (income: number): number => Math.max(income - 12_570, 0) * 0.2;

it('asks about all bands, from nothing to a quarter of a million', () => {
  expect(incomes(3)).toEqual([0, 125_000, 250_000]);
  expect(incomes(1)).toEqual([0]);
});

it('compares what both sides come to, to the penny', async () => {
  const pack = await loadRulePack('uk/income-tax');
  expect(agreement(pack, [0, 12_570, 20_000, 50_270], basicRate)).toEqual({
    sameToThePenny: '4 of 4',
    differencePenceMax: 0,
  });
  expect(agreement(pack, [20_000, 50_370], basicRate)).toEqual({ sameToThePenny: '1 of 2', differencePenceMax: 2000 });
});
