import {
  type Address,
  type Delegation,
  type DepositAuthorization,
  delegatedVoucherTypes,
  delegationTypes,
  type FaultVerdict,
  faultVerdictTypes,
  GristmillError,
  receiveWithAuthorizationTypes,
  type Reservation,
  reservationTypes,
  type Voucher,
  type VoucherStatement,
  voucherStatementTypes,
  voucherTypes,
} from '@gristmill/protocol';
import {
  concat,
  encodeAbiParameters,
  hashTypedData,
  type Hex,
  keccak256,
  parseAbiParameters,
  toHex,
  type TypedDataDomain,
  zeroAddress,
} from 'viem';

/** What is signed, as EIP-712 typed data: the contracts hash the same domains and structs. */
export function voucherTypedData({ chainId, escrow, payer, signer, payee, cumulative }: Voucher) {
  return {
    domain: escrowDomain(chainId, escrow),
    types: voucherTypes,
    primaryType: 'Voucher',
    message: { payer, signer, payee, cumulative },
  } as const;
}

export function delegationTypedData({ chainId, escrow, ...delegation }: Delegation) {
  return {
    domain: escrowDomain(chainId, escrow),
    types: delegationTypes,
    primaryType: 'Delegation',
    message: delegationStruct(delegation),
  } as const;
}

/** A delegation as the contracts take it: zero where it names nobody. */
export function delegationStruct({ payer, payee, ...delegation }: Omit<Delegation, 'chainId' | 'escrow'>) {
  const { signer, delegate, limit, expiry, salt } = delegation;
  return {
    signer,
    delegate,
    payer: payer ?? zeroAddress,
    payee: payee ?? zeroAddress,
    limit: countable(limit),
    expiry,
    salt,
  };
}

/** By this the escrow knows a delegation. */
export function delegationDigest(delegation: Delegation): Hex {
  return hashTypedData(delegationTypedData(delegation));
}

export function delegatedVoucherTypedData(
  { chainId, escrow, payer, signer, payee, cumulative }: Voucher,
  delegation: Delegation,
) {
  return {
    domain: escrowDomain(chainId, escrow),
    types: delegatedVoucherTypes,
    primaryType: 'DelegatedVoucher',
    message: { payer, signer, payee, cumulative, delegation: delegationDigest(delegation) },
  } as const;
}

export function voucherStatementTypedData({ chainId, escrow, payer, signer, promises }: VoucherStatement) {
  return {
    domain: escrowDomain(chainId, escrow),
    types: voucherStatementTypes,
    primaryType: 'Statement',
    message: { payer, signer, promises: promises.map(({ payee, cumulative }) => packedPayment(payee, cumulative)) },
  } as const;
}

export function reservationTypedData({ chainId, escrow, ...reservation }: Reservation) {
  const { payer, signer, payee, cumulative, releases } = reservation;
  return {
    domain: escrowDomain(chainId, escrow),
    types: reservationTypes,
    primaryType: 'Reservation',
    message: { payer, signer, payee, cumulative: countable(cumulative), releases },
  } as const;
}

export function faultVerdictTypedData({ chainId, stake, units, ...verdict }: FaultVerdict) {
  const { provider, task, claimedResult, rightResult, prover, requestor, evidence } = verdict;
  return {
    domain: { name: 'Gristmill Stake', version: '1', chainId, verifyingContract: stake },
    types: faultVerdictTypes,
    primaryType: 'Verdict',
    message: { provider, task, claimedResult, rightResult, amount: countable(units), prover, requestor, evidence },
  } as const;
}

/** By this the stake contract knows a verdict. */
export function faultVerdictDigest(verdict: FaultVerdict): Hex {
  return hashTypedData(faultVerdictTypedData(verdict));
}

/** Set-aside money that goes back to its taxpayer, as `TaxVault.sol` hashes it. */
export interface Refund {
  chainId: number;
  escrow: Address;
  taxpayer: Address;
  /** As the contract knows it, see `authorityId`. */
  authority: Hex;
  /** The sha-256 of the return that was filed. */
  filedReturn: Hex;
  units: bigint;
}

export function refundTypedData({ chainId, escrow, taxpayer, authority, filedReturn, units }: Refund) {
  return {
    domain: escrowDomain(chainId, escrow),
    types: {
      Refund: [
        { name: 'taxpayer', type: 'address' },
        { name: 'authority', type: 'bytes32' },
        { name: 'filedReturn', type: 'bytes32' },
        { name: 'amount', type: 'uint256' },
      ],
    },
    primaryType: 'Refund',
    message: { taxpayer, authority, filedReturn, amount: units },
  } as const;
}

/** EIP-3009 under the token's own domain. Its nonce names the signer, so that nobody can deposit for another one. */
export function depositTypedData(authorization: Omit<DepositAuthorization, 'signature'>, domain: TypedDataDomain) {
  const { escrow, payer, signer, units, validAfter, validBefore, salt } = authorization;
  return {
    domain,
    types: receiveWithAuthorizationTypes,
    primaryType: 'ReceiveWithAuthorization',
    message: {
      from: payer,
      to: escrow,
      value: units,
      validAfter: BigInt(validAfter),
      validBefore: BigInt(validBefore),
      nonce: keccak256(encodeAbiParameters(parseAbiParameters('address, bytes32'), [signer, salt])),
    },
  } as const;
}

/** What 12 bytes hold: the contracts count in them, and pack a payee and its amount into one word. */
export const PACKED_UNITS_MAX = 2n ** 96n - 1n;

/**
 * A payee and an amount in one word, as `Payment.sol` packs them.
 *
 * @throws GristmillError `UNITS_OUT_OF_RANGE`
 */
export function packedPayment(payee: Address, units: bigint): Hex {
  return concat([payee, toHex(countable(units), { size: 12 })]);
}

/** An amount as far as the contracts can count. */
function countable(units: bigint): bigint {
  if (units >= 0n && units <= PACKED_UNITS_MAX) return units;
  throw new GristmillError('UNITS_OUT_OF_RANGE', `${units} units are not 0 to ${PACKED_UNITS_MAX}.`, {
    hint: 'Name an amount in minor units that the contracts can count: below 2^96.',
  });
}

function escrowDomain(chainId: number, escrow: Address) {
  return { name: 'Gristmill Escrow', version: '1', chainId, verifyingContract: escrow } as const;
}
