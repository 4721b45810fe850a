import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadRulePack } from '../../src/index.ts';
import type { OneStopShopQuarter } from './one-stop-shop-quarter.ts';
import { oneStopShopReturn, oneStopShopReturnSchema } from './one-stop-shop-return.ts';

const pack = await loadRulePack('eu/vat');

const supply: OneStopShopQuarter['supplies'][number] = {
  memberStateOfConsumption: 'FR',
  date: '2026-08-15',
  kind: 'services',
  rateCategory: 'standard',
  currency: 'EUR',
  taxableAmount: '10000',
  vat: '2000',
};

const quarter: OneStopShopQuarter = {
  scheme: 'union',
  memberStateOfIdentification: 'DE',
  vatNumber: 'DE 111 111 125',
  period: { year: 2026, quarter: 3 },
  supplies: [supply],
  corrections: [],
};

test('a quarter with two currencies, two rates, goods from another state, and corrections', () => {
  const fromPoland = { country: 'PL' as const, vatNumber: 'PL 526-000-12-46' };
  const stated: OneStopShopQuarter = {
    ...quarter,
    exchangeRates: { date: '2026-09-30', rates: { SEK: '11.0565' } },
    supplies: [
      supply,
      { ...supply, date: '2026-09-30', taxableAmount: '333', vat: '67' },
      { ...supply, rateCategory: 'second_reduced', taxableAmount: '2000', vat: '110' },
      { ...supply, memberStateOfConsumption: 'SE', currency: 'SEK', taxableAmount: '100000', vat: '25000' },
      { ...supply, memberStateOfConsumption: 'SE', taxableAmount: '1000', vat: '250' },
      {
        ...supply,
        memberStateOfConsumption: 'SE',
        kind: 'goods',
        suppliedFrom: fromPoland,
        taxableAmount: '4000',
        vat: '1000',
      },
      // Goods that lie in Poland may go to the member state of identification; services there are declared at home.
      {
        ...supply,
        memberStateOfConsumption: 'DE',
        kind: 'goods',
        suppliedFrom: { country: 'PL' },
        taxableAmount: '100',
        vat: '19',
      },
    ],
    corrections: [
      { memberStateOfConsumption: 'SE', period: { year: 2026, quarter: 1 }, vat: '-50' },
      { memberStateOfConsumption: 'SE', period: { year: 2026, quarter: 1 }, vat: '20' },
      { memberStateOfConsumption: 'AT', period: { year: 2023, quarter: 3 }, vat: '-400' },
    ],
  };
  const result = oneStopShopReturn(pack, stated);
  expect(oneStopShopReturnSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  // 1,000.00 SEK / 11.0565 = 90.4445 -> 90.44; 250.00 SEK / 11.0565 = 22.6111 -> 22.61.
  expect(result).toEqual({
    schema: 'gristmill/oss-return/1',
    reference: 'DE/DE111111125/Q3.2026',
    scheme: 'union',
    memberStateOfIdentification: 'DE',
    vatNumber: 'DE111111125',
    period: { year: 2026, quarter: 3 },
    startDate: '2026-07-01',
    endDate: '2026-09-30',
    currency: 'EUR',
    exchangeRateDate: '2026-09-30',
    memberStatesOfConsumption: [
      {
        ...nothingTo('AT'),
        balance: '-400',
        correctionsTotal: '-400',
        corrections: [{ period: { year: 2023, quarter: 3 }, vatAmount: '-400' }],
      },
      {
        ...nothingTo('DE'),
        balance: '19',
        goodsFromEstablishments: '19',
        suppliesFromEstablishments: [
          { country: 'PL', vatNumber: null, supplies: [rated('GOODS', 'STANDARD', '19', '100', '19')] },
        ],
      },
      {
        ...nothingTo('FR'),
        balance: '2177',
        servicesFromIdentification: '2177',
        suppliesFromIdentification: [
          rated('SERVICES', 'REDUCED', '5.5', '2000', '110'),
          rated('SERVICES', 'STANDARD', '20', '10333', '2067'),
        ],
      },
      {
        ...nothingTo('SE'),
        balance: '3481',
        servicesFromIdentification: '2511',
        goodsFromEstablishments: '1000',
        correctionsTotal: '-30',
        suppliesFromIdentification: [rated('SERVICES', 'STANDARD', '25', '10044', '2511')],
        suppliesFromEstablishments: [
          { country: 'PL', vatNumber: 'PL5260001246', supplies: [rated('GOODS', 'STANDARD', '25', '4000', '1000')] },
        ],
        corrections: [{ period: { year: 2026, quarter: 1 }, vatAmount: '-30' }],
      },
    ],
    // Austria repays its 4.00 itself: they are not set against what the others are owed.
    totals: { taxableAmount: '26477', vatAmount: '5707', corrections: '-430', payable: '5677', repayable: '400' },
    dueDate: '2026-10-31', // a Saturday
  });
});

function nothingTo(country: string) {
  return {
    country,
    balance: '0',
    servicesFromIdentification: '0',
    goodsFromIdentification: '0',
    servicesFromEstablishments: '0',
    goodsFromEstablishments: '0',
    correctionsTotal: '0',
    suppliesFromIdentification: [],
    suppliesFromEstablishments: [],
    corrections: [],
  };
}

function rated(supplyType: string, vatRateType: string, vatRate: string, taxableAmount: string, vatAmount: string) {
  return { supplyType, vatRateType, vatRate, taxableAmount, vatAmount };
}

test('the rate is that of the day of the supply', () => {
  const estonia = { ...supply, memberStateOfConsumption: 'EE' as const, currency: 'EUR' };
  const stated: OneStopShopQuarter = {
    ...quarter,
    period: { year: 2025, quarter: 3 },
    supplies: [{ ...estonia, date: '2025-07-01', taxableAmount: '10000', vat: '2400' }],
  };
  expect(ratesOf(stated)).toEqual(['24']);
  const before: OneStopShopQuarter = {
    ...quarter,
    period: { year: 2025, quarter: 2 },
    supplies: [{ ...estonia, date: '2025-06-30', taxableAmount: '10000', vat: '2200' }],
  };
  expect(ratesOf(before)).toEqual(['22']);
});

function ratesOf(stated: OneStopShopQuarter): string[] {
  return oneStopShopReturn(pack, stated).memberStatesOfConsumption.flatMap(({ suppliesFromIdentification }) =>
    suppliesFromIdentification.map(({ vatRate }) => vatRate),
  );
}

test('nothing supplied makes a nil return', () => {
  expect(oneStopShopReturn(pack, { ...quarter, supplies: [] })).toMatchObject({
    memberStatesOfConsumption: [],
    totals: { taxableAmount: '0', vatAmount: '0', payable: '0', repayable: '0' },
  });
});

test('suppliers outside the Union have a number of their own', () => {
  const stated: OneStopShopQuarter = { ...quarter, scheme: 'non-union', vatNumber: 'EU372022452' };
  const irish: OneStopShopQuarter = { ...stated, memberStateOfIdentification: 'IE' };
  expect(oneStopShopReturn(pack, irish).reference).toBe('IE/EU372022452/Q3.2026');
  expect(() => oneStopShopReturn(pack, stated)).toThrow('not given by DE');
});

test.each([
  ['2026-Q1', { year: 2026, quarter: 1 as const }, '2026-04-30'],
  ['2026-Q2', { year: 2026, quarter: 2 as const }, '2026-07-31'],
  ['2026-Q4', { year: 2026, quarter: 4 as const }, '2027-01-31'], // a Sunday
])('%s is due at the end of the month that follows', (_name, period, dueDate) => {
  expect(oneStopShopReturn(pack, { ...quarter, period, supplies: [] }).dueDate).toBe(dueDate);
});

test.each<[string, Partial<OneStopShopQuarter>, string]>([
  ['a number that is none', { vatNumber: 'DE111111126' }, 'is none (wrong-check-digit)'],
  ['a number of another state', { vatNumber: 'ATU13585627' }, 'not one of DE'],
  ['a national number in the non-Union scheme', { scheme: 'non-union' }, 'not one of EU'],
  ['a day outside the quarter', { supplies: [{ ...supply, date: '2026-10-01' }] }, 'not from 2026-07-01'],
  [
    'supplies at home',
    { supplies: [{ ...supply, memberStateOfConsumption: 'DE' }] },
    'declares it in its national return',
  ],
  [
    'goods that stay where they lie',
    { supplies: [{ ...supply, kind: 'goods', suppliedFrom: { country: 'FR' } }] },
    'is taxed in FR',
  ],
  ['VAT of another rate', { supplies: [{ ...supply, vat: '1900' }] }, 'its rate gives 2000'],
  ['VAT that was kept on a refund', { supplies: [{ ...supply, taxableAmount: '-10', vat: '2' }] }, 'its rate gives -2'],
  [
    'an establishment under the number of another state',
    { supplies: [{ ...supply, kind: 'goods', suppliedFrom: { country: 'PL', vatNumber: 'ATU13585627' } }] },
    'not one of PL',
  ],
  [
    'a rate that the state does not have',
    { supplies: [{ ...supply, rateCategory: 'parking' }] },
    'FR has no parking rate',
  ],
  ['no rate of exchange', { supplies: [{ ...supply, currency: 'USD' }] }, 'exchangeRates lack USD'],
  ['a currency without hundredths', { supplies: [{ ...supply, currency: 'JPY' }] }, 'currency'],
  ['a rate of another day', { exchangeRates: { date: '2026-09-29', rates: {} } }, 'not of 2026-09-30'],
  [
    'a correction of this quarter',
    { corrections: [{ memberStateOfConsumption: 'FR', period: { year: 2026, quarter: 3 }, vat: '1' }] },
    'not before Q3.2026',
  ],
  [
    'a correction after three years',
    { corrections: [{ memberStateOfConsumption: 'FR', period: { year: 2023, quarter: 2 }, vat: '1' }] },
    'more than three years',
  ],
  ['fractions of a cent', { supplies: [{ ...supply, vat: 2000.5 }] }, 'whole number of minor units'],
])('refuses %s', (_what, change, message) => {
  expect(() => oneStopShopReturn(pack, { ...quarter, ...change })).toThrow(
    expect.objectContaining({
      code: 'OSS_RETURN_MALFORMED',
      message: expect.stringContaining(message) as string,
    }),
  );
});

test('amounts are taken as YAML and JSON have them: with quotes or without', () => {
  const unquoted = { ...quarter, supplies: [{ ...supply, taxableAmount: 10000, vat: 2000 }] };
  expect(oneStopShopReturn(pack, unquoted)).toEqual(oneStopShopReturn(pack, quarter));
});

test('a rate that the pack does not know is refused, not guessed', () => {
  const romania: OneStopShopQuarter = {
    ...quarter,
    supplies: [{ ...supply, memberStateOfConsumption: 'RO', rateCategory: 'second_reduced' }],
  };
  expect(() => oneStopShopReturn(pack, romania)).toThrow(expect.objectContaining({ code: 'PARAMETER_NOT_IN_FORCE' }));
});

// INVARIANTS.md, 5.
test('nothing is lost: VAT in euro is the sum of the supplies, in any order', () => {
  const sales = fc.array(
    fc.record({
      memberStateOfConsumption: fc.constantFrom('FR', 'IT', 'EL', 'SE'),
      taxableAmount: fc.bigInt({ min: -1_000_000n, max: 1_000_000n }),
    }),
    { maxLength: 20 },
  );
  const percent = { FR: 20n, IT: 22n, EL: 24n, SE: 25n } as const;
  fc.assert(
    fc.property(sales, (given) => {
      const supplies = given.map(({ memberStateOfConsumption, taxableAmount }) => ({
        ...supply,
        memberStateOfConsumption,
        taxableAmount: taxableAmount * 100n,
        vat: taxableAmount * percent[memberStateOfConsumption],
      }));
      const result = oneStopShopReturn(pack, { ...quarter, supplies });
      expect(BigInt(result.totals.vatAmount)).toBe(supplies.reduce((total, { vat }) => total + vat, 0n));
      expect(BigInt(result.totals.payable) - BigInt(result.totals.repayable)).toBe(BigInt(result.totals.vatAmount));
      expect(oneStopShopReturn(pack, { ...quarter, supplies: supplies.toReversed() })).toEqual(result);
    }),
  );
});

/*
 * Totals of hmrc/one-stop-shop-returns@e12be2e, test/services/VatReturnSalesServiceSpec.scala: 549,951.16 of VAT owed to
 * Lithuania and 191,855.64 to Malta, and corrections of earlier periods by country.
 */
test.each([
  [{ ES: '50000' }, '74230680'],
  [{ ES: '-50000' }, '74180680'],
  [{ ES: '-50000', DE: '150095' }, '74330775'],
  [{ ES: '-50000', DE: '150095', MT: '-99999' }, '74230776'],
])('with corrections of %o the quarter pays %s', (corrections, payable) => {
  const sales = [
    { ...supply, memberStateOfConsumption: 'LT' as const, taxableAmount: '261881505', vat: '54995116' },
    { ...supply, memberStateOfConsumption: 'MT' as const, taxableAmount: '106586467', vat: '19185564' },
  ];
  expect(oneStopShopReturn(pack, corrected(sales, corrections)).totals.payable).toBe(payable);
});

test('with corrections alone it pays what is owed, whatever other member states repay', () => {
  const stated = corrected([], { ES: '-50000', DE: '150095', MT: '-99999' });
  expect(oneStopShopReturn(pack, stated).totals).toMatchObject({ payable: '150095', repayable: '149999' });
});

function corrected(
  supplies: OneStopShopQuarter['supplies'],
  corrections: Partial<Record<'DE' | 'ES' | 'MT', string>>,
): OneStopShopQuarter {
  return {
    ...quarter,
    memberStateOfIdentification: 'AT',
    vatNumber: 'ATU13585627',
    supplies,
    corrections: Object.entries(corrections).map(([country, vat]) => ({
      memberStateOfConsumption: country as 'DE' | 'ES' | 'MT',
      period: { year: 2026, quarter: 1 },
      vat,
    })),
  };
}
