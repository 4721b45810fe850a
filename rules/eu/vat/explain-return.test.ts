import { expect, test } from 'vitest';
import { loadRulePack } from '../../src/index.ts';
import { explainOneStopShopReturn } from './explain-return.ts';
import { oneStopShopReturn } from './one-stop-shop-return.ts';

const pack = await loadRulePack('eu/vat');

test('a person can read what is paid, to whom, and why', () => {
  const supply = { date: '2026-08-15', rateCategory: 'standard', currency: 'SEK' } as const;
  const vatReturn = oneStopShopReturn(pack, {
    scheme: 'union',
    memberStateOfIdentification: 'DE',
    vatNumber: 'DE111111125',
    period: { year: 2026, quarter: 3 },
    exchangeRates: { date: '2026-09-30', rates: { SEK: '10' } },
    supplies: [
      { ...supply, kind: 'services', memberStateOfConsumption: 'SE', taxableAmount: 12_345_600n, vat: 3_086_400n },
      {
        ...supply,
        kind: 'goods',
        memberStateOfConsumption: 'SE',
        suppliedFrom: { country: 'PL', vatNumber: 'PL5260001246' },
        taxableAmount: '4000',
        vat: '1000',
      },
    ],
    corrections: [{ memberStateOfConsumption: 'AT', period: { year: 2026, quarter: 1 }, vat: '-5' }],
  });
  expect(explainOneStopShopReturn(vatReturn)).toBe(`\
DE/DE111111125/Q3.2026 (Union scheme, 2026-07-01 to 2026-09-30)
pay 3,087.40 EUR by 2026-10-31
0.05 EUR are repaid by the member states marked below
converted at the rates of the European Central Bank of 2026-09-30

AT: -0.05 EUR (repaid)
  correction of Q1.2026: -0.05 EUR

SE: 3,087.40 EUR
  services at 25% standard: 3,086.40 EUR on 12,345.60 EUR
  from PL (PL5260001246)
    goods at 25% standard: 1.00 EUR on 4.00 EUR`);
});
