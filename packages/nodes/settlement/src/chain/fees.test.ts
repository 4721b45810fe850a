import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Claimable, FEE_PRESETS, feesOf, transactionFee, worthClaiming } from './fees.ts';

const GWEI = 1_000_000_000n;
const prices = { gasPrice: GWEI, l1BaseFee: 10n * GWEI, l1BlobBaseFee: GWEI };

describe('transactionFee', () => {
  test('a chain of its own charges gas alone, never below its minimum', () => {
    expect(transactionFee(feesOf(FEE_PRESETS.local, prices), { gas: 21_000n, bytes: 500n })).toBe(21_000n * GWEI);
    const rootstock = feesOf(FEE_PRESETS.rootstock, { ...prices, gasPrice: 1n });
    expect(transactionFee(rootstock, { gas: 21_000n, bytes: 500n })).toBe(21_000n * 60_000_000n);
  });

  test('Base charges for the data too: at least as for 100 bytes', () => {
    const fees = feesOf(FEE_PRESETS.base, { ...prices, gasPrice: 0n });
    // (16 * 2269 * 10 gwei + 1,055,762 * 1 gwei) for a whole million of size.
    const price = 16n * 2269n * 10n * GWEI + 1_055_762n * GWEI;
    expect(transactionFee(fees, { gas: 0n, bytes: 100n })).toBe((100_000_000n * price) / 10n ** 12n);
    expect(transactionFee(fees, { gas: 0n, bytes: 1n })).toBe((100_000_000n * price) / 10n ** 12n);
    expect(transactionFee(fees, { gas: 0n, bytes: 1000n })).toBe(
      ((836_500_000n - 42_585_600n) * price) / 10n ** 12n + 1n,
    );
  });
});

describe('worthClaiming', () => {
  const fees = feesOf(FEE_PRESETS.rootstock, prices);
  const terms = { fees, weiPerUnit: { wei: GWEI, units: 1n }, feeSharePpm: 10_000n };

  /** What a choice of vouchers leaves of the share that fees may take. */
  const leaves = (chosen: readonly Claimable[]) => {
    const gas = chosen.reduce((sum, { first }) => sum + 22_000n + (first ? 34_200n : 0n), 45_000n);
    const fee = transactionFee(fees, { gas, bytes: 350n + 96n * BigInt(chosen.length) });
    const allowed = chosen.reduce((sum, { units }) => sum + units * GWEI, 0n) / 100n;
    return chosen.length === 0 ? 0n : allowed - fee;
  };

  test('a small voucher waits for more, and rides along when it carries its own part', () => {
    // One in a hundred: 67,000 gas need 6.7 million units.
    const small: Claimable = { units: 3_000_000n, first: false };
    expect(worthClaiming([small], terms)).toEqual([]);
    expect(worthClaiming([small, small, small, small, small, small], terms)).toHaveLength(6);
    const dust: Claimable = { units: 2_000_000n, first: false };
    const large: Claimable = { units: 7_000_000n, first: false };
    expect(worthClaiming([dust, large], terms)).toEqual([large]);
  });

  test('a first payment must be worth more', () => {
    expect(worthClaiming([{ units: 7_000_000n, first: true }], terms)).toEqual([]);
    expect(worthClaiming([{ units: 10_200_000n, first: true }], terms)).toHaveLength(1);
  });

  test.each([
    ['Rootstock', fees],
    ['Base', feesOf(FEE_PRESETS.base, prices)],
  ])('on %s a claim is worth it from the unit on that pays its whole fee', (_, chainFees) => {
    const atCost = { fees: chainFees, weiPerUnit: { wei: 1n, units: 1n }, feeSharePpm: 1_000_000n };
    for (const [first, gas] of [
      [false, 67_000n],
      [true, 101_200n],
    ] as const) {
      const units = transactionFee(chainFees, { gas, bytes: 446n });
      expect(worthClaiming([{ units, first }], atCost)).toEqual([{ units, first }]);
      expect(worthClaiming([{ units: units - 1n, first }], atCost)).toEqual([]);
    }
  });

  test('no other choice of vouchers leaves more of what they pay', () => {
    const claimable = fc.record({ units: fc.bigInt({ min: 0n, max: 20_000_000n }), first: fc.boolean() });
    fc.assert(
      fc.property(fc.array(claimable, { maxLength: 7 }), (vouchers) => {
        const best = leaves(worthClaiming(vouchers, terms));
        for (let mask = 0; mask < 2 ** vouchers.length; mask += 1) {
          expect(best).toBeGreaterThanOrEqual(leaves(vouchers.filter((_, i) => (mask >> i) % 2 === 1)));
        }
      }),
      { numRuns: 100 },
    );
  });
});
