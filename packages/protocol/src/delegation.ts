import { z } from 'zod';
import { address } from './identity.ts';
import { count, uint } from './units.ts';
import { bytes32, contractSignature, voucher, voucherTypes } from './voucher.ts';

/**
 * A signer's word that another key, `delegate`, may sign vouchers on its accounts: at most `limit` minor units in all,
 * before `expiry`. It costs no transaction; the first voucher that is claimed under it brings it along.
 */
export const delegation = z.strictObject({
  chainId: count,
  escrow: address,
  signer: address,
  delegate: address,
  /** Only on behalf of this payer; null for all that the signer signs for. */
  payer: address.nullable(),
  /** Only to this payee; null for any. */
  payee: address.nullable(),
  limit: uint,
  /** Unix time in seconds: the first second in which it is worth nothing any more. */
  expiry: count.max(2 ** 40 - 1),
  /** Tells equal delegations apart. */
  salt: bytes32,
});
export type Delegation = z.infer<typeof delegation>;

export const signedDelegation = z.strictObject({ delegation, signature: contractSignature });
export type SignedDelegation = z.infer<typeof signedDelegation>;

/** A voucher that a delegate signed, and what it signed under; `signature` is over both. */
export const delegatedVoucher = z.strictObject({
  voucher,
  signature: contractSignature,
  delegation: signedDelegation,
});
export type DelegatedVoucher = z.infer<typeof delegatedVoucher>;

/** EIP-712 struct of a delegation, with zero for null; `Delegations.sol` hashes the same. */
export const delegationTypes = {
  Delegation: [
    { name: 'signer', type: 'address' },
    { name: 'delegate', type: 'address' },
    { name: 'payer', type: 'address' },
    { name: 'payee', type: 'address' },
    { name: 'limit', type: 'uint96' },
    { name: 'expiry', type: 'uint40' },
    { name: 'salt', type: 'bytes32' },
  ],
} as const;

/** EIP-712 struct that a delegate signs: a voucher and the digest of the one delegation that it is good under. */
export const delegatedVoucherTypes = {
  DelegatedVoucher: [...voucherTypes.Voucher, { name: 'delegation', type: 'bytes32' }],
} as const;
