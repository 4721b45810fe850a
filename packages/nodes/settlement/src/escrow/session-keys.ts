import {
  type Address,
  type DelegatedVoucher,
  type Delegation,
  GristmillError,
  type SignedDelegation,
} from '@gristmill/protocol';
import { encodeFunctionData, type Hex, parseEventLogs, zeroHash } from 'viem';
import { escrowAbi } from '../abi/escrow.ts';
import type { ChainConnection } from '../chain/chain.ts';
import { type Sent, sentBy } from '../chain/sent.ts';
import {
  delegatedVoucherTypedData,
  delegationDigest,
  delegationStruct,
  delegationTypedData,
} from '../chain/typed-data.ts';

/** What the chain knows of a delegation. */
export interface Grant {
  /** What its vouchers have drawn. */
  drawnUnits: bigint;
  /** What they still can. */
  leftUnits: bigint;
  /** Unix time in seconds from which it is worth nothing: its expiry, or its revocation where that comes before. */
  expiresAt: number;
  revoked: boolean;
}

/** Delegated session keys: a signer lets another key sign its vouchers, within a limit and until a time. */
export interface SessionKeys {
  /**
   * As a signer: lets `delegate` promise up to `limit` units before `expiry` (Unix seconds). It costs no transaction. The
   * same delegation signed twice is one delegation; another `salt` makes it another.
   */
  signDelegation(grant: {
    delegate: Address;
    limit: bigint;
    expiry: number;
    payer?: Address;
    payee?: Address;
    salt?: Hex;
  }): Promise<SignedDelegation>;
  /**
   * As a delegate: promises in the name of the delegation's signer.
   *
   * @throws GristmillError `DELEGATION_NOT_YOURS`, `DELEGATION_OUT_OF_SCOPE`
   */
  signDelegatedVoucher(
    promise: { payer: Address; payee: Address; cumulative: bigint },
    delegation: SignedDelegation,
  ): Promise<DelegatedVoucher>;
  grantOf(delegation: Delegation): Promise<Grant>;
  /** As a signer: ends a delegation. What was promised under it can still be claimed for the challenge delay. */
  revokeDelegation(delegation: Delegation): Promise<Sent & { expiresAt: number }>;
}

export function createSessionKeys(chain: ChainConnection, escrow: Address, signer: Address): SessionKeys {
  const contract = { address: escrow, abi: escrowAbi } as const;

  async function grantOf(delegation: Delegation): Promise<Grant> {
    const [drawnUnits, revokedAt] = await chain.read('Escrow.grantOf', (reader) =>
      reader.readContract({ ...contract, functionName: 'grantOf', args: [delegationDigest(delegation)] }),
    );
    return {
      drawnUnits,
      leftUnits: delegation.limit - drawnUnits,
      expiresAt: revokedAt !== 0 && revokedAt < delegation.expiry ? revokedAt : delegation.expiry,
      revoked: revokedAt !== 0,
    };
  }

  return {
    async signDelegation({ payer = null, payee = null, salt = zeroHash, ...grant }) {
      const delegation = { ...grant, chainId: chain.chainId, escrow, signer, payer, payee, salt };
      return { delegation, signature: await chain.account.signTypedData(delegationTypedData(delegation)) };
    },

    async signDelegatedVoucher({ payer, payee, cumulative }, signed) {
      const { delegation } = signed;
      if (delegation.delegate !== signer) {
        throw new GristmillError(
          'DELEGATION_NOT_YOURS',
          `The delegation is to ${delegation.delegate}, and this key is ${signer}.`,
          { hint: 'Ask for a delegation to this key.' },
        );
      }
      if ((delegation.payer ?? payer) !== payer || (delegation.payee ?? payee) !== payee) {
        throw new GristmillError(
          'DELEGATION_OUT_OF_SCOPE',
          `The delegation is for payer ${delegation.payer ?? 'any'} and payee ${delegation.payee ?? 'any'}, not for ${payer} and ${payee}.`,
          { hint: 'Ask for a delegation that covers them.' },
        );
      }
      const { chainId } = delegation;
      const voucher = { chainId, escrow: delegation.escrow, payer, signer: delegation.signer, payee, cumulative };
      const signature = await chain.account.signTypedData(delegatedVoucherTypedData(voucher, delegation));
      return { voucher, signature, delegation: signed };
    },

    grantOf,

    async revokeDelegation(delegation) {
      const data = encodeFunctionData({ ...contract, functionName: 'revoke', args: [delegationStruct(delegation)] });
      const receipt = await chain.transact('Escrow.revoke', { to: escrow, data });
      const [revoked] = parseEventLogs({ ...contract, logs: receipt.logs, eventName: 'DelegationRevoked' });
      // A second revocation says nothing: the first one holds.
      const expiresAt = revoked?.args.revokedAt ?? (await grantOf(delegation)).expiresAt;
      return { ...sentBy(receipt), expiresAt: expiresAt < delegation.expiry ? expiresAt : delegation.expiry };
    },
  };
}
