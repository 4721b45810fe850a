import { addDays, parseCivilDate } from '@gristmill/tax';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadPack } from '../rules/pack-reference.ts';
import { type Payout, statementOf } from './statement.ts';

const NO_SALES = {
  period_end: '2026-09-30',
  uses_flat_rate_scheme: false,
  vat_due_sales: 0,
  vat_due_acquisitions: 0,
  vat_reclaimed: 0,
  sales_excluding_vat: 0,
  purchases_excluding_vat: 0,
  goods_supplied_to_eu_excluding_vat: 0,
  acquisitions_from_eu_excluding_vat: 0,
};

const payout: fc.Arbitrary<Payout> = fc
  .record({ day: fc.nat(364), amount: fc.bigInt(0n, 10n ** 12n), setAside: fc.bigInt(0n, 10n ** 12n) })
  .map(({ day, ...money }) => ({ date: addDays(parseCivilDate('2026-01-01'), day), ...money }));

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

it('the quarters add up to the year, and the order of payouts does not matter', async () => {
  const pack = await loadPack('uk/vat');
  const year = { year: 2026, income: 'vat_due_sales' };
  fc.assert(
    fc.property(fc.array(payout, { maxLength: 12 }), (payouts) => {
      const statement = statementOf(pack, NO_SALES, { ...year, payouts });
      const { quarters, earned, setAside, liability, shortfall, total } = statement;
      expect(sum(quarters.map((quarter) => quarter.earned))).toBe(earned);
      expect(earned).toBe(sum(payouts.map(({ amount }) => amount)));
      expect(setAside).toBe(sum(payouts.map((each) => each.setAside)));
      expect(sum(quarters.map((quarter) => BigInt(quarter.payouts)))).toBe(BigInt(payouts.length));
      expect(shortfall).toBe(liability - setAside);
      // VAT on sales is owed in full, and there is nothing else.
      expect([liability, total]).toEqual([earned, earned]);
      expect(statementOf(pack, NO_SALES, { ...year, payouts: payouts.toReversed() })).toEqual(statement);
    }),
    { numRuns: 50 },
  );
});
