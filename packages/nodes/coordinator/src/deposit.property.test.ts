import { type Address, address, promisableUnits } from '@gristmill/protocol';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openPurse, spendableUnits } from './deposit.ts';

const PAYEES = ['a', 'b', 'c', 'd'].map((digit) => address.parse(`0x${digit.repeat(40)}`));
const units = fc.bigInt({ min: 0n, max: 100n });
const byPayee = fc
  .array(fc.tuple(fc.constantFrom(...PAYEES), units), { maxLength: 4 })
  .map((entries) => new Map(entries));

it('invariants 3 and 10: promises as much to each as the one rule says, and never a unit twice', () => {
  const asked = fc.array(fc.tuple(fc.constantFrom(...PAYEES), units), { maxLength: 8 });
  fc.assert(
    fc.property(units, byPayee, byPayee, asked, (fundedUnits, reservedUnits, promised, demands) => {
      const purse = openPurse({ fundedUnits, reservedUnits }, promised);
      const promisedUnits = new Map(promised);
      for (const [payee, wanted] of demands) {
        const covered = promisableUnits({ fundedUnits, reservedUnits, promisedUnits, payee });
        const taken = purse.take(payee, wanted);
        expect(taken).toBe(wanted < covered ? wanted : covered);
        promisedUnits.set(payee, (promisedUnits.get(payee) ?? 0n) + taken);
      }
      const locked = PAYEES.reduce((sum, payee) => {
        const [kept, said] = [reservedUnits.get(payee) ?? 0n, promisedUnits.get(payee) ?? 0n];
        return sum + (kept > said ? kept : said);
      }, 0n);
      const before = PAYEES.reduce((sum, payee) => {
        const [kept, said] = [reservedUnits.get(payee) ?? 0n, promised.get(payee) ?? 0n];
        return sum + (kept > said ? kept : said);
      }, 0n);
      // What was covered before stays covered; what was not (a withdrawal came through) gets no worse.
      expect(locked).toBeLessThanOrEqual(fundedUnits > before ? fundedUnits : before);
    }),
  );
});

it('counts on nothing that is kept for somebody who has not earned it', () => {
  const [a, b] = PAYEES as [Address, Address];
  const deposit = {
    fundedUnits: 100n,
    reservedUnits: new Map([
      [a, 30n],
      [b, 5n],
    ]),
  };
  expect(spendableUnits(deposit, new Map())).toBe(65n);
  expect(spendableUnits(deposit, new Map([[a, 10n]]))).toBe(75n);
  expect(spendableUnits(deposit, new Map([[a, 50n]]))).toBe(95n);
});
