import { z } from 'zod';
import { address, signature } from './identity.ts';
import { count, uint } from './units.ts';

/**
 * A cumulative promise of payment (a one-way payment channel): "of what `payer` deposited for `signer` to spend,
 * `payee` may have drawn `cumulative` minor units in all". A newer voucher replaces an older one.
 * `escrow` and `chainId` are the EIP-712 domain, so a voucher is worth nothing anywhere else.
 */
export const voucher = z.strictObject({
  chainId: count,
  escrow: address,
  payer: address,
  signer: address,
  payee: address,
  cumulative: uint,
});
export type Voucher = z.infer<typeof voucher>;

export const signedVoucher = z.strictObject({ voucher, signature });
export type SignedVoucher = z.infer<typeof signedVoucher>;

/** EIP-712 struct of a voucher; `Escrow.sol` hashes the same fields in the same order. */
export const voucherTypes = {
  Voucher: [
    { name: 'payer', type: 'address' },
    { name: 'signer', type: 'address' },
    { name: 'payee', type: 'address' },
    { name: 'cumulative', type: 'uint256' },
  ],
} as const;
