import { z } from 'zod';
import { address, signature } from './identity.ts';
import { count, uint } from './units.ts';
import { bytes32 } from './voucher.ts';

/**
 * A payer's word that its money goes into the escrow for vouchers of `signer` (EIP-3009, `receiveWithAuthorization`).
 * Anybody may bring it to the chain, so the payer needs no coin for gas; it is good for this escrow and signer only, and once.
 */
export const depositAuthorization = z.strictObject({
  chainId: count,
  escrow: address,
  payer: address,
  signer: address,
  units: uint,
  /** Good after this second and before the other, Unix time. */
  validAfter: count,
  validBefore: count,
  /** Tells equal authorisations apart. */
  salt: bytes32,
  signature,
});
export type DepositAuthorization = z.infer<typeof depositAuthorization>;

/** EIP-712 struct of EIP-3009; its domain is the token's. */
export const receiveWithAuthorizationTypes = {
  ReceiveWithAuthorization: [
    { name: 'from', type: 'address' },
    { name: 'to', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'validAfter', type: 'uint256' },
    { name: 'validBefore', type: 'uint256' },
    { name: 'nonce', type: 'bytes32' },
  ],
} as const;
