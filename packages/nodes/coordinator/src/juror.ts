import {
  addressOfPeer,
  type Address,
  type Assignment,
  type Cid,
  decode,
  type FaultVerdict,
  GristmillError,
  parseEvidence,
  type Result,
  type SignedFaultVerdict,
} from '@gristmill/protocol';
import { examineEvidence, expectProven } from '@gristmill/verification';
import type { Bonds } from './bonds.ts';

/** What a juror needs of the contract that holds bonds, with its own key. Fulfilled by `settlement` over EVM. */
export interface JurorBonds extends Pick<Bonds, 'stake' | 'bondOf'> {
  readonly chainId: number;
  readonly signer: Address;
  isJuror(owner: Address): Promise<boolean>;
  signVerdict(verdict: FaultVerdict): Promise<SignedFaultVerdict>;
}

/**
 * What one juror has signed. A juror that signs twice about one fault helps whoever shows its evidence second, under a
 * name of their own, to the reward of whoever found it.
 */
export interface VerdictBook {
  /**
   * The verdict as it was signed before, or as `sign` signs it now. It is on disk before it is given out.
   *
   * @throws GristmillError `VERDICT_CONFLICT` when another one was signed about the same fault.
   */
  keep(verdict: FaultVerdict, sign: () => Promise<SignedFaultVerdict>): Promise<SignedFaultVerdict>;
}

/** One of those who may sign verdicts. */
export interface Juror {
  readonly address: Address;
  /**
   * Checks evidence, runs the task again in the sandbox, and signs the verdict only when all of it holds.
   *
   * @throws GristmillError `JUROR_UNKNOWN`, `BOND_EMPTY`; `CBOR_MALFORMED`, `EVIDENCE_MALFORMED`, what `examineEvidence`
   *   and `expectProven` refuse; `VERDICT_CONFLICT`; and of fault `platform` what only keeps it from telling, such as
   *   `CHAIN_UNREACHABLE` or an executor's own.
   */
  judge(content: Uint8Array): Promise<SignedFaultVerdict>;
}

export function createJuror({
  bonds,
  repeat,
  fetch,
  book,
}: {
  bonds: JurorBonds;
  /** Runs an assignment again, as any provider would. Rejects when this device cannot tell what it comes to. */
  repeat: (assignment: Assignment) => Promise<Result>;
  /** Content by name, checked against it. */
  fetch: (name: Cid) => Promise<Uint8Array>;
  book: VerdictBook;
}): Juror {
  return {
    address: bonds.signer,
    async judge(content) {
      if (!(await bonds.isJuror(bonds.signer))) {
        throw new GristmillError('JUROR_UNKNOWN', `${bonds.signer} is no juror of the stake contract ${bonds.stake}.`, {
          hint: 'Judge with the key of a juror: `juror.key` in the --home. Jurors are named when the contract is made.',
          fault: 'configuration',
        });
      }
      const { evidence } = parseEvidence(content);
      const verdict = examineEvidence(evidence, decode(await fetch(evidence.job)), bonds);
      // Anyone can make evidence against a key of their own: no time is given to what has nothing at stake.
      if ((await bonds.bondOf(addressOfPeer(evidence.provider))).bondedUnits === 0n) {
        throw new GristmillError('BOND_EMPTY', `${evidence.provider} has nothing bonded that could be slashed.`, {
          hint: 'Judge it once there is a bond.',
          fault: 'platform',
        });
      }
      expectProven(evidence, await repeat(evidence.assignment));
      return book.keep(verdict, () => bonds.signVerdict(verdict));
    },
  };
}
