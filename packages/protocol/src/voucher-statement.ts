import { z } from 'zod';
import { atMost } from './collection.ts';
import { address } from './identity.ts';
import { count, uint } from './units.ts';
import { contractSignature } from './voucher.ts';

/** Vouchers of one account under one signature: for each payee what it may have drawn in all. */
export const voucherStatement = z.strictObject({
  chainId: count,
  escrow: address,
  payer: address,
  signer: address,
  promises: atMost(10_000, z.array(z.strictObject({ payee: address, cumulative: uint })).min(1)),
});
export type VoucherStatement = z.infer<typeof voucherStatement>;

export const signedVoucherStatement = z.strictObject({ statement: voucherStatement, signature: contractSignature });
export type SignedVoucherStatement = z.infer<typeof signedVoucherStatement>;

/** EIP-712 struct of a statement; each promise is one word, payee before amount, as `Payment.sol` packs it. */
export const voucherStatementTypes = {
  Statement: [
    { name: 'payer', type: 'address' },
    { name: 'signer', type: 'address' },
    { name: 'promises', type: 'bytes32[]' },
  ],
} as const;
