import { type Address, GristmillError, type SignedVoucher, type Voucher, voucherTypes } from '@gristmill/protocol';
import { recoverTypedDataAddress } from 'viem';

export interface ExpectedVoucher {
  chainId: number;
  escrow: Address;
  /** Whose signature counts; usually the coordinator's, as it named itself in its welcome. */
  signer: Address;
  /** Who must be paid by it, when that matters to the reader. */
  payee?: Address;
  /** What the newest voucher before this one promised; this one has to promise more. */
  previousCumulative?: bigint;
}

/**
 * Checks a voucher before it is relied on. It does not ask the chain whether the account behind it is funded.
 *
 * @throws GristmillError `VOUCHER_WRONG_CHAIN`, `VOUCHER_WRONG_ESCROW`, `VOUCHER_WRONG_PAYEE`, `VOUCHER_NOT_INCREASING`,
 *   `VOUCHER_SIGNATURE_INVALID`
 */
export async function verifyVoucher(signed: SignedVoucher, expected: ExpectedVoucher): Promise<void> {
  const { voucher } = signed;
  if (voucher.chainId !== expected.chainId) {
    throw refusal(
      'VOUCHER_WRONG_CHAIN',
      `The voucher is for chain ${voucher.chainId}, not for chain ${expected.chainId}.`,
      'Ask for a voucher on the chain that this network settles on.',
    );
  }
  if (voucher.escrow !== expected.escrow) {
    throw refusal(
      'VOUCHER_WRONG_ESCROW',
      `The voucher draws on escrow ${voucher.escrow}, not on ${expected.escrow}.`,
      "Ask for a voucher on this network's own escrow contract.",
    );
  }
  if (expected.payee !== undefined && voucher.payee !== expected.payee) {
    throw refusal(
      'VOUCHER_WRONG_PAYEE',
      `The voucher pays ${voucher.payee}, not ${expected.payee}.`,
      'Keep it for the payee that it names; it is worth nothing to anyone else.',
    );
  }
  if (expected.previousCumulative !== undefined && voucher.cumulative <= expected.previousCumulative) {
    throw refusal(
      'VOUCHER_NOT_INCREASING',
      `The voucher promises ${voucher.cumulative} units in all, and ${expected.previousCumulative} were promised before.`,
      'A voucher counts everything since the first one; keep the older voucher and ask for one above it.',
    );
  }
  if (voucher.signer !== expected.signer) {
    throw refusal(
      'VOUCHER_SIGNATURE_INVALID',
      `The voucher is to be signed by ${voucher.signer}, not by ${expected.signer}.`,
      'Accept vouchers of the signer that the coordinator named only.',
    );
  }
  const recovered = await recoverTypedDataAddress({ ...voucherTypedData(voucher), signature: signed.signature }).catch(
    () => null,
  );
  if (recovered !== voucher.signer) {
    throw refusal(
      'VOUCHER_SIGNATURE_INVALID',
      `The voucher for ${voucher.cumulative} units to ${voucher.payee} is not signed by ${voucher.signer}, ` +
        `but by ${recovered ?? 'nobody'}.`,
      'Refuse it: something was changed after signing, or somebody else signed.',
    );
  }
}

/** A voucher as EIP-712 typed data; `Escrow.sol` hashes the same domain and struct. */
export function voucherTypedData({ chainId, escrow, payer, signer, payee, cumulative }: Voucher) {
  return {
    domain: { name: 'Gristmill Escrow', version: '1', chainId, verifyingContract: escrow },
    types: voucherTypes,
    primaryType: 'Voucher',
    message: { payer, signer, payee, cumulative },
  } as const;
}

function refusal(code: string, message: string, hint: string): GristmillError {
  return new GristmillError(code, message, { hint, fault: 'peer' });
}
