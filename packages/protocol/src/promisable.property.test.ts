import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, address } from './identity.ts';
import { promisableUnits } from './promisable.ts';

const payees = [1, 2, 3].map((n) => address.parse(`0x${String(n).repeat(40)}`));

const at = (map: ReadonlyMap<Address, bigint>, payee: Address) => map.get(payee) ?? 0n;

/** One account as `Escrow.sol` keeps it: who has drawn how much, and for whom how much is kept. */
function createAccount(fundedUnits: bigint) {
  const claimed = new Map<Address, bigint>();
  const reservedUnits = new Map<Address, bigint>();
  const secured = (payee: Address) =>
    at(claimed, payee) > at(reservedUnits, payee) ? at(claimed, payee) : at(reservedUnits, payee);
  return {
    reservedUnits,
    reserve(payee: Address, cumulative: bigint) {
      if (cumulative > secured(payee)) reservedUnits.set(payee, cumulative);
    },
    release(payee: Address) {
      if (at(reservedUnits, payee) > at(claimed, payee)) reservedUnits.delete(payee);
    },
    /** Whether a voucher is paid, in full. */
    claim(payee: Address, cumulative: bigint): boolean {
      const committed = payees.reduce((sum, each) => sum + secured(each), 0n);
      const more = cumulative > secured(payee) ? cumulative - secured(payee) : 0n;
      if (more > fundedUnits - committed) return false;
      if (cumulative > at(claimed, payee)) claimed.set(payee, cumulative);
      return true;
    },
  };
}

const step = fc.record({
  kind: fc.constantFrom('promise', 'promise', 'reserve', 'release', 'claim'),
  payee: fc.constantFrom(...payees),
  units: fc.bigInt({ min: 0n, max: 60n }),
});
const order = fc.shuffledSubarray(payees, { minLength: payees.length });

test('settlement invariant 4: whoever promises no more than that can be claimed from by all, in any order; one unit more, and not', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 100n }),
      fc.array(step, { maxLength: 12 }),
      order,
      (funded, steps, claiming) => {
        const account = createAccount(funded);
        const promised = new Map<Address, bigint>();
        const promisable = (payee: Address) =>
          promisableUnits({
            fundedUnits: funded,
            reservedUnits: account.reservedUnits,
            promisedUnits: promised,
            payee,
          });
        for (const { kind, payee, units } of steps) {
          const most = at(promised, payee) + promisable(payee);
          const cumulative = at(promised, payee) + units < most ? at(promised, payee) + units : most;
          // A signer that keeps money for one payee promises it as well.
          if (kind === 'promise') promised.set(payee, cumulative);
          if (kind === 'reserve') account.reserve(payee, cumulative);
          if (kind === 'release') account.release(payee);
          if (kind === 'claim') expect(account.claim(payee, at(promised, payee))).toBe(true);
        }
        const last = claiming.at(-1)!;
        const most = at(promised, last) + promisable(last);
        for (const payee of claiming.slice(0, -1)) expect(account.claim(payee, at(promised, payee))).toBe(true);
        expect(account.claim(last, most + 1n)).toBe(false);
        expect(account.claim(last, most)).toBe(true);
      },
    ),
  );
});
