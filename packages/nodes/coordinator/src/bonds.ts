import type { Address, FaultVerdict, SignedFaultVerdict } from '@gristmill/protocol';

/** What a coordinator needs of the contract that holds bonds. Fulfilled by `settlement` over EVM. */
export interface Bonds {
  readonly stake: Address;
  /** Signatures of jurors that a verdict needs. */
  readonly quorum: number;
  /** In minor units: what of a provider's bond can be slashed, and what of it new work may count on. */
  bondOf(provider: Address): Promise<{ bondedUnits: bigint; securedUnits: bigint }>;
  /** @throws GristmillError when it is not signed by the juror it names, or that is no juror. */
  checkVerdict(signed: SignedFaultVerdict): Promise<void>;
  /** What a verdict has taken so far; null when another verdict was carried out for its task. */
  takenUnits(verdict: FaultVerdict): Promise<bigint | null>;
  /** Carries out a verdict that a quorum signed. */
  slash(signed: readonly SignedFaultVerdict[]): Promise<{ transactionHash: string }>;
}
