import { z } from 'zod';
import { cid } from './canonical.ts';
import { address } from './identity.ts';
import { count, uint } from './units.ts';
import { bytes32, contractSignature } from './voucher.ts';

/**
 * What a juror found: `provider` said that `task` comes to `claimedResult`, and it comes to `rightResult`. Signed by a
 * quorum of the stake contract's jurors, it takes `units` of the provider's bond, for `prover` and `requestor`.
 */
export const faultVerdict = z.strictObject({
  chainId: count,
  stake: address,
  provider: address,
  /** The task's seed, see `taskSeed`. */
  task: bytes32,
  /** The sha-256 digests in the two results' CIDs. */
  claimedResult: bytes32,
  rightResult: bytes32,
  units: uint,
  prover: address,
  requestor: address,
  /** What anybody can check the verdict by. */
  evidence: cid,
});
export type FaultVerdict = z.infer<typeof faultVerdict>;

/** One juror's signature under a verdict. */
export const signedFaultVerdict = z.strictObject({
  verdict: faultVerdict,
  juror: address,
  signature: contractSignature,
});
export type SignedFaultVerdict = z.infer<typeof signedFaultVerdict>;

/** EIP-712 struct of a verdict; `Stake.sol` hashes the same. `amount` are the units. */
export const faultVerdictTypes = {
  Verdict: [
    { name: 'provider', type: 'address' },
    { name: 'task', type: 'bytes32' },
    { name: 'claimedResult', type: 'bytes32' },
    { name: 'rightResult', type: 'bytes32' },
    { name: 'amount', type: 'uint96' },
    { name: 'prover', type: 'address' },
    { name: 'requestor', type: 'address' },
    { name: 'evidence', type: 'string' },
  ],
} as const;
