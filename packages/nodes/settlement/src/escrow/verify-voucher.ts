import {
  type Address,
  type DelegatedVoucher,
  GristmillError,
  type SignedVoucher,
  type Voucher,
} from '@gristmill/protocol';
import { hashTypedData, isAddressEqual, zeroAddress } from 'viem';
import { escrowAbi } from '../abi/escrow.ts';
import type { ChainReader } from '../chain/chain.ts';
import type { Deployment } from '../chain/deployment.ts';
import { ChainRevert } from '../errors.ts';
import { isSignedByKey } from '../chain/signed-by.ts';
import { delegationDigest, delegationStruct, PACKED_UNITS_MAX, voucherTypedData } from '../chain/typed-data.ts';

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

/** What a voucher is worth at this moment. */
export interface PayableVoucher {
  /** What a claim would pay now. */
  units: bigint;
  /** Unix time in seconds from which it pays nothing, for its session key ends then; null when it does not end. */
  payableUntil: number | null;
}

/**
 * Checks a key's voucher before it is relied on, without the chain: it does not know whether the account behind it is
 * funded, nor what a contract wallet signed. `SettlementClient.verifyVoucher` asks the chain for both.
 *
 * @throws GristmillError `VOUCHER_WRONG_CHAIN`, `VOUCHER_WRONG_ESCROW`, `VOUCHER_WRONG_PAYEE`, `VOUCHER_NOT_INCREASING`,
 *   `VOUCHER_NOT_COVERED` (beyond what any account counts to), `VOUCHER_SIGNATURE_INVALID`
 */
export async function verifyVoucher({ voucher, signature }: SignedVoucher, expected: ExpectedVoucher): Promise<void> {
  expectVoucher(voucher, expected);
  const digest = hashTypedData(voucherTypedData(voucher));
  if (!(await isSignedByKey(voucher.signer, digest, signature))) throw signatureInvalid(voucher);
}

/**
 * Checks a voucher by all that the chain knows just now: it passes exactly when a claim would pay it.
 *
 * @throws GristmillError as `verifyVoucher`, and `VOUCHER_NOT_COVERED`, `VOUCHER_UNPAYABLE`, `DELEGATION_OUT_OF_SCOPE`,
 *   `DELEGATION_EXPIRED`, `DELEGATION_EXHAUSTED`, `DELEGATION_SIGNATURE_INVALID`, `CHAIN_UNREACHABLE`
 */
export async function verifyOnChain(
  chain: Pick<ChainReader, 'read'>,
  { escrow }: Pick<Deployment, 'escrow'>,
  signed: SignedVoucher | DelegatedVoucher,
  expected: ExpectedVoucher,
): Promise<PayableVoucher> {
  const { voucher } = signed;
  expectVoucher(voucher, expected);
  if ('delegation' in signed) expectDelegation(signed, expected);
  try {
    // The contract itself is asked, so its answer and the check's cannot differ.
    return await chain.read('Escrow.claim', async (reader) => {
      const { address: to, abi } = { address: escrow, abi: escrowAbi };
      if (!('delegation' in signed)) {
        const args = [voucher, signed.signature] as const;
        const { result } = await reader.simulateContract({ address: to, abi, functionName: 'claim', args });
        return { units: result, payableUntil: null };
      }
      const { delegation } = signed.delegation;
      const [{ result }, [, revokedAt]] = await Promise.all([
        reader.simulateContract({ address: to, abi, functionName: 'claimDelegated', args: claimDelegatedArgs(signed) }),
        reader.readContract({ address: to, abi, functionName: 'grantOf', args: [delegationDigest(delegation)] }),
      ]);
      const { expiry } = delegation;
      return { units: result, payableUntil: revokedAt !== 0 && revokedAt < expiry ? revokedAt : expiry };
    });
  } catch (error) {
    throw error instanceof ChainRevert ? refusalOf(voucher, error) : error;
  }
}

/** What `claimDelegated` takes. */
export function claimDelegatedArgs({ voucher, signature, delegation }: DelegatedVoucher) {
  return [voucher, signature, delegationStruct(delegation.delegation), delegation.signature] as const;
}

/** That a voucher is one for here, whoever signed it. */
function expectVoucher(voucher: Voucher, expected: ExpectedVoucher): void {
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
  if (isAddressEqual(voucher.payee, zeroAddress) || voucher.payee === voucher.escrow) throw payeeInvalid(voucher);
  if (expected.previousCumulative !== undefined && voucher.cumulative <= expected.previousCumulative) {
    throw refusal(
      'VOUCHER_NOT_INCREASING',
      `The voucher promises ${voucher.cumulative} units in all, and ${expected.previousCumulative} were promised before.`,
      'A voucher counts everything since the first one; keep the older voucher and ask for one above it.',
    );
  }
  if (voucher.cumulative > PACKED_UNITS_MAX) {
    throw refusal(
      'VOUCHER_NOT_COVERED',
      `The voucher promises ${voucher.cumulative} units, and no account counts beyond ${PACKED_UNITS_MAX}.`,
      'Ask for a voucher on what was really deposited.',
    );
  }
  if (voucher.signer !== expected.signer) {
    throw refusal(
      'VOUCHER_SIGNATURE_INVALID',
      `The voucher is to be signed by ${voucher.signer}, not by ${expected.signer}.`,
      'Accept vouchers of the signer that the coordinator named only.',
    );
  }
}

/** A delegation for elsewhere is only a wrong signature on chain; here its fault can be named. */
function expectDelegation(
  { delegation: { delegation } }: DelegatedVoucher,
  { chainId, escrow }: ExpectedVoucher,
): void {
  if (delegation.chainId === chainId && delegation.escrow === escrow) return;
  throw refusal(
    'DELEGATION_OUT_OF_SCOPE',
    `The delegation to ${delegation.delegate} is for escrow ${delegation.escrow} on chain ${delegation.chainId}.`,
    'Ask for a delegation on the escrow that the voucher draws on.',
  );
}

/** The contract's refusals by stable codes of ours, and what to do. */
const REFUSALS: Record<string, { code: string; hint: string }> = {
  VoucherNotIncreasing: { code: 'VOUCHER_NOT_INCREASING', hint: 'It was paid already; keep a newer voucher.' },
  BalanceTooSmall: {
    code: 'VOUCHER_NOT_COVERED',
    hint: 'Do no more work for it, and claim what older vouchers promise while the account holds it.',
  },
  DelegationOutOfScope: {
    code: 'DELEGATION_OUT_OF_SCOPE',
    hint: 'Ask for a delegation that covers this payer and payee.',
  },
  DelegationExpired: {
    code: 'DELEGATION_EXPIRED',
    hint: 'Ask for a voucher under a delegation that is still good.',
  },
  DelegationExhausted: {
    code: 'DELEGATION_EXHAUSTED',
    hint: 'Ask for a voucher under a delegation with a higher limit.',
  },
  DelegationNotSigned: {
    code: 'DELEGATION_SIGNATURE_INVALID',
    hint: "Refuse it: the account is not that key's to promise from.",
  },
};
const UNPAYABLE = {
  code: 'VOUCHER_UNPAYABLE',
  hint: 'Have the payee look why the token refuses it, or change its plan.',
};

/** In the words of the contract. */
function refusalOf(voucher: Voucher, { errorName, message }: ChainRevert): GristmillError {
  if (errorName === 'InvalidSignature') return signatureInvalid(voucher);
  if (errorName === 'InvalidPayee') return payeeInvalid(voucher);
  const { code, hint } = REFUSALS[errorName ?? ''] ?? UNPAYABLE;
  return refusal(code, message, hint);
}

function signatureInvalid({ cumulative, payee, signer }: Voucher): GristmillError {
  return refusal(
    'VOUCHER_SIGNATURE_INVALID',
    `The voucher for ${cumulative} units to ${payee} is not signed by ${signer}.`,
    'Refuse it: something was changed after signing, or somebody else signed. (What a contract wallet signed, only the chain knows.)',
  );
}

function payeeInvalid({ payee }: Voucher): GristmillError {
  return refusal(
    'VOUCHER_WRONG_PAYEE',
    `The voucher pays ${payee}, which could not pass the money on.`,
    'Ask for a voucher to an address of a person or a wallet.',
  );
}

function refusal(code: string, message: string, hint: string): GristmillError {
  return new GristmillError(code, message, { hint, fault: 'peer' });
}
