import { loadRulePack } from '@gristmill/rules';
import { expect, it } from 'vitest';
import { assessLines } from '@gristmill/tax';
import { liberalProfession, monthlyReceipts } from './micro-entrepreneur.ts';
import { agreement, frenchAgreement } from './tax.ts';
import { US_LAW, US_PACK, usHouseholds } from './us-household.ts';
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
    ukSameToThePenny: '4 of 4',
    ukDifferencePenceMax: 0,
  });
  expect(agreement(pack, [20_000, 50_370], basicRate)).toEqual({
    ukSameToThePenny: '1 of 2',
    ukDifferencePenceMax: 2000,
  });
});

/** Liberal professions of the general scheme in 2026: contributions, training, final tax. */
const rates = (receipts: number) => ({
  contributions: receipts * 0.256,
  training: receipts * 0.002,
  finalTax: receipts * 0.022,
});

it('asks both French engines the same, and compares what is declared in whole euros', async () => {
  const pack = await loadRulePack('eu/fr/micro-entrepreneur');
  expect(monthlyReceipts(3)).toEqual([0, 3_450, 6_900]);
  expect(liberalProfession(1_000)).toMatchObject({ liberal_turnover: 100_000 });
  expect(frenchAgreement(pack, [0, 1_000, 3_333], rates)).toBe('3 of 3');
  expect(frenchAgreement(pack, [0, 1_000], (receipts) => ({ ...rates(receipts), training: 1 }))).toBe('0 of 2');
});

it('makes households that the US pack takes, most of which owe something', async () => {
  const pack = await loadRulePack(US_PACK);
  const totals = usHouseholds(pack, 200).map((facts) => Number(assessLines(pack, facts, US_LAW)['total_tax']));
  expect(new Set(totals).size).toBeGreaterThan(100);
  expect(usHouseholds(pack, 3)).toEqual(usHouseholds(pack, 3));
});
