import { z } from 'zod';
import { address, type Signature } from './identity.ts';
import { count, uint } from './units.ts';

const SIGNATURE_BYTES_MAX = 4096;

/**
 * What an escrow or stake contract takes for a signature: of a key 65 bytes (r, s, v) or 64 (EIP-2098), of a contract
 * wallet whatever that wallet accepts (ERC-1271).
 */
export const contractSignature = z
  .string()
  .max(2 + 2 * SIGNATURE_BYTES_MAX)
  .regex(/^0x([0-9a-f]{2})+$/, 'not bytes in hex')
  .transform((text) => text as Signature);

/** 32 bytes in hex, as contracts write them. */
export const bytes32 = z
  .string()
  .regex(/^0x[0-9a-f]{64}$/, 'not 32 bytes in hex')
  .transform((text) => text as `0x${string}`);

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

export const signedVoucher = z.strictObject({ voucher, signature: contractSignature });
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
