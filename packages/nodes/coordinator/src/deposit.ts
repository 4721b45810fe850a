import type { Address, Settlement } from '@gristmill/protocol';
import { promisedUnits, type State } from './state.ts';

/** What a payer has in the escrow for this coordinator's signer, as the chain says it; both in minor units. */
export interface Deposit {
  /** All that vouchers can ever draw, what they have drawn included. */
  fundedUnits: bigint;
  /** What of it is kept for one payee alone, in all. */
  reservedUnits: ReadonlyMap<Address, bigint>;
}

export async function depositOf(
  settlement: Pick<Settlement, 'fundedUnits' | 'reservedUnits'>,
  payer: Address,
): Promise<Deposit> {
  const [fundedUnits, reservedUnits] = await Promise.all([
    settlement.fundedUnits(payer),
    settlement.reservedUnits(payer),
  ]);
  return { fundedUnits, reservedUnits };
}

/** What vouchers on behalf of a payer promise in all, by payee. */
export function promisedBy({ accounts }: Pick<State, 'accounts'>, payer: Address): Map<Address, bigint> {
  const ofPayer = [...accounts.values()].filter((account) => account.payer === payer);
  return new Map(ofPayer.map((account) => [account.payee, promisedUnits(account)]));
}

/**
 * What a payer's jobs may come to, what they have come to included: not what is kept for a payee that has not earned it,
 * for nobody else can ever be paid from that.
 */
export function spendableUnits(
  { fundedUnits, reservedUnits }: Deposit,
  promised: ReadonlyMap<Address, bigint>,
): bigint {
  let spendable = fundedUnits;
  for (const [payee, reserved] of reservedUnits) {
    const earned = promised.get(payee) ?? 0n;
    if (reserved > earned) spendable -= reserved - earned;
  }
  return spendable;
}

/** Hands out what may be promised on one account, so that no unit is promised twice: neither to two, nor what is kept for one. */
export interface Purse {
  /** Takes up to `units` more for a payee; gives how much of it is covered. As `promisableUnits`, one payee after another. */
  take(payee: Address, units: bigint): bigint;
}

export function openPurse({ fundedUnits, reservedUnits }: Deposit, promised: ReadonlyMap<Address, bigint>): Purse {
  const promisedNow = new Map(promised);
  let freeUnits = fundedUnits;
  for (const payee of new Set([...reservedUnits.keys(), ...promised.keys()])) {
    freeUnits -= larger(promised.get(payee) ?? 0n, reservedUnits.get(payee) ?? 0n);
  }
  return {
    take(payee, units) {
      const before = promisedNow.get(payee) ?? 0n;
      const ownUnits = larger((reservedUnits.get(payee) ?? 0n) - before, 0n);
      const coveredUnits = ownUnits + larger(freeUnits, 0n);
      const taken = units < coveredUnits ? units : coveredUnits;
      freeUnits -= larger(taken - ownUnits, 0n);
      promisedNow.set(payee, before + taken);
      return taken;
    },
  };
}

function larger(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
