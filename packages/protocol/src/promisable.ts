import type { Address } from './identity.ts';

/**
 * How much more may be promised to `payee` on one account, in minor units, so that every promise stays covered: neither
 * what was promised to others is promised again, nor what is kept for another payee alone. The payee's own reservation
 * counts for it first.
 *
 * `promisedUnits` and `reservedUnits` are cumulative by payee, what was drawn already included. A signer that keeps money
 * for a payee promises it by that, and has to stay within this too.
 */
export function promisableUnits({
  fundedUnits,
  reservedUnits,
  promisedUnits,
  payee,
}: {
  fundedUnits: bigint;
  reservedUnits: ReadonlyMap<Address, bigint>;
  promisedUnits: ReadonlyMap<Address, bigint>;
  payee: Address;
}): bigint {
  let free = fundedUnits;
  for (const other of new Set([...reservedUnits.keys(), ...promisedUnits.keys()])) {
    free -= larger(promisedUnits.get(other), reservedUnits.get(other));
  }
  const [reserved, promised] = [reservedUnits.get(payee) ?? 0n, promisedUnits.get(payee) ?? 0n];
  const ownUnits = reserved > promised ? reserved - promised : 0n;
  return ownUnits + (free > 0n ? free : 0n);
}

function larger(one = 0n, other = 0n): bigint {
  return one > other ? one : other;
}
