import { z } from 'zod';
import { address } from './identity.ts';
import { count, uint } from './units.ts';
import { contractSignature } from './voucher.ts';

/**
 * A signer's word that `cumulative` minor units of an account are kept for one payee alone, what it has drawn before
 * included. It holds once somebody, usually the payee, has brought it to the chain.
 */
export const reservation = z.strictObject({
  chainId: count,
  escrow: address,
  payer: address,
  signer: address,
  payee: address,
  cumulative: uint,
  /** How often a reservation of this payee was released before: one that was does not come back. */
  releases: count.max(2 ** 24 - 1),
});
export type Reservation = z.infer<typeof reservation>;

export const signedReservation = z.strictObject({ reservation, signature: contractSignature });
export type SignedReservation = z.infer<typeof signedReservation>;

/** EIP-712 struct of a reservation; `Escrow.sol` hashes the same. */
export const reservationTypes = {
  Reservation: [
    { name: 'payer', type: 'address' },
    { name: 'signer', type: 'address' },
    { name: 'payee', type: 'address' },
    { name: 'cumulative', type: 'uint96' },
    { name: 'releases', type: 'uint24' },
  ],
} as const;
