import { type Address, address, type FaultVerdict, type SignedFaultVerdict } from '@gristmill/protocol';
import { encodeFunctionData, type Hex, parseEventLogs, zeroHash } from 'viem';
import { stakeAbi } from '../abi/stake.ts';
import { withAllowance } from '../chain/allowance.ts';
import { type ChainOptions, connectChain, type SenderKey } from '../chain/chain.ts';
import type { Sent } from '../chain/sent.ts';
import type { Deployment } from '../chain/deployment.ts';
import { createQueue } from '../chain/queue.ts';
import { slash } from './slash.ts';
import { faultVerdictTypedData } from '../chain/typed-data.ts';
import { expectVerdict } from './verify-fault-verdict.ts';

/** A provider's bond, in minor units of the settlement asset. */
export interface Bond {
  /** All that can be slashed now, what is unbonding included. */
  bondedUnits: bigint;
  /** Announced to be withdrawn. */
  unbondingUnits: bigint;
  /** What new work may count on: it stays slashable for a whole unbonding delay from now on. */
  securedUnits: bigint;
  /** Unix time in seconds from which `unbondingUnits` can be withdrawn; null when nothing is announced. */
  withdrawableAt: number | null;
}

/** What was fixed when the contract was made. */
export interface StakeTerms {
  /** Who may sign verdicts. */
  jurors: readonly Address[];
  /** How many of them a verdict needs. */
  quorum: number;
  unbondingDelaySeconds: number;
  /** Millionths of a slash that go to the prover, rounded down; the rest goes to the requestor. */
  proverSharePpm: number;
}

/**
 * Bonds and verdicts as one key holder uses them. Amounts are minor units of the settlement asset.
 *
 * Every method that asks the chain can throw `CHAIN_UNREACHABLE`; every one that sends, also `CHAIN_REVERTED` (a
 * `ChainRevert` with the Solidity error's name) and `CHAIN_GAS_MISSING`.
 */
export interface StakeClient {
  readonly chainId: number;
  readonly stake: Address;
  readonly signer: Address;

  /** Adds own money to a provider's bond (default: this key's own). What it takes is approved first, no more. */
  bond(options: { provider?: Address; units: bigint }): Promise<Sent & { bondedUnits: bigint }>;
  /** Announces that this key wants `units` of its bond back, replacing the announcement before; 0 takes it back. */
  requestUnbonding(options: { units: bigint }): Promise<Sent & { withdrawableAt: number | null }>;
  /** Takes back what was announced, or what slashes have left of it, once the delay is over. */
  unbond(): Promise<Sent & { units: bigint }>;
  bondOf(provider: Address): Promise<Bond>;
  /** What new work of this provider may count on: `bondOf(provider).securedUnits`. */
  securedBy(provider: Address): Promise<bigint>;

  terms(): Promise<StakeTerms>;
  isJuror(owner: Address): Promise<boolean>;
  /**
   * Signs a verdict as a juror. Who signs has judged: nothing is checked here but that it says something.
   *
   * @throws GristmillError `VERDICT_RESULTS_EQUAL`
   */
  signVerdict(verdict: Omit<FaultVerdict, 'chainId' | 'stake'>): Promise<SignedFaultVerdict>;
  /**
   * Takes from a bond what a quorum of the jurors signed, or what there is of it; anyone may send it. Signatures that do
   * not count are left out, as long as enough do. The same verdict may come again for its rest, once there is a bond.
   * `CHAIN_REVERTED` names `NothingToSlash` when there is no bond, `AlreadySlashed` when all was taken, or by another
   * verdict on this task.
   *
   * @throws GristmillError `VERDICTS_DIFFER`, `VERDICT_QUORUM_MISSING`, `VERDICT_RESULTS_EQUAL`, `VERDICT_WRONG_CHAIN`,
   *   `VERDICT_WRONG_STAKE`
   */
  slash(signed: readonly SignedFaultVerdict[]): Promise<Sent & { units: bigint }>;
  /** By which verdict (its EIP-712 digest) a provider was slashed for a task, and how much that took; null for none. */
  slashOf(fault: { provider: Address; task: Hex }): Promise<{ verdict: Hex; units: bigint } | null>;

  /** What slashes awarded to somebody who has not collected it yet. */
  awardedUnits(owner: Address): Promise<bigint>;
  /** Fetches what slashes awarded to this key. */
  collectAward(): Promise<Sent & { units: bigint }>;
}

export interface StakeClientOptions extends ChainOptions {
  rpcUrl: string;
  key: SenderKey;
  deployment: Pick<Deployment, 'chainId' | 'token' | 'stake'>;
}

/** @throws GristmillError `CHAIN_UNREACHABLE`, `CHAIN_MISMATCH` when the RPC serves another chain than the deployment's. */
export async function createStakeClient({
  rpcUrl,
  key,
  deployment: { chainId, token, stake },
  ...options
}: StakeClientOptions): Promise<StakeClient> {
  const chain = await connectChain(rpcUrl, key, options, chainId);
  const signer = address.parse(chain.account.address);
  const contract = { address: stake, abi: stakeAbi } as const;
  // Two bonds of one key share one allowance.
  const bondInTurn = createQueue();
  let fixed: Promise<StakeTerms> | undefined;

  async function send(name: string, data: Hex) {
    const { transactionHash, gasUsed, logs } = await chain.transact(`Stake.${name}`, { to: stake, data });
    return { sent: { transactionHash, gasUsed }, logs };
  }

  async function readTerms(): Promise<StakeTerms> {
    const [jurors, quorum, unbondingDelaySeconds, proverSharePpm] = await chain.read(
      'Reading the terms of the stake',
      (reader) =>
        Promise.all([
          reader.readContract({ ...contract, functionName: 'jurors' }),
          reader.readContract({ ...contract, functionName: 'quorum' }),
          reader.readContract({ ...contract, functionName: 'unbondingDelay' }),
          reader.readContract({ ...contract, functionName: 'proverSharePpm' }),
        ]),
    );
    return {
      jurors: jurors.map((juror) => address.parse(juror)),
      quorum: Number(quorum),
      unbondingDelaySeconds,
      proverSharePpm,
    };
  }

  /** Read once: they never change. A chain that did not answer is asked again. */
  function terms(): Promise<StakeTerms> {
    fixed ??= readTerms().catch((error: unknown) => {
      fixed = undefined;
      throw error;
    });
    return fixed;
  }

  async function bondOf(provider: Address): Promise<Bond> {
    const [bondedUnits, unbondingUnits, withdrawableAt] = await chain.read('Stake.bondOf', (reader) =>
      reader.readContract({ ...contract, functionName: 'bondOf', args: [provider] }),
    );
    return {
      bondedUnits,
      unbondingUnits,
      securedUnits: bondedUnits - unbondingUnits,
      withdrawableAt: unbondingUnits === 0n ? null : withdrawableAt,
    };
  }

  return {
    chainId,
    stake,
    signer,

    async bond({ provider = signer, units }) {
      const data = encodeFunctionData({ ...contract, functionName: 'bond', args: [provider, units] });
      const { sent, logs } = await bondInTurn(() =>
        withAllowance(chain, { token, spender: stake, units }, () => send('bond', data)),
      );
      const [bonded] = parseEventLogs({ ...contract, logs, eventName: 'Bonded' });
      return { ...sent, bondedUnits: bonded!.args.bonded };
    },

    async requestUnbonding({ units }) {
      const data = encodeFunctionData({ ...contract, functionName: 'requestUnbonding', args: [units] });
      const { sent, logs } = await send('requestUnbonding', data);
      const [requested] = parseEventLogs({ ...contract, logs, eventName: 'UnbondingRequested' });
      const { withdrawableAt } = requested!.args;
      return { ...sent, withdrawableAt: withdrawableAt === 0 ? null : withdrawableAt };
    },

    async unbond() {
      const { sent, logs } = await send('unbond', encodeFunctionData({ ...contract, functionName: 'unbond' }));
      const [unbonded] = parseEventLogs({ ...contract, logs, eventName: 'Unbonded' });
      return { ...sent, units: unbonded!.args.amount };
    },

    bondOf,

    async securedBy(provider) {
      return (await bondOf(provider)).securedUnits;
    },

    terms,

    async isJuror(owner) {
      return (await terms()).jurors.includes(owner);
    },

    async signVerdict(fields) {
      const verdict = { ...fields, chainId, stake };
      expectVerdict(verdict, { chainId, stake });
      return { verdict, juror: signer, signature: await chain.account.signTypedData(faultVerdictTypedData(verdict)) };
    },

    async slash(signed) {
      return await slash(chain, stake, await terms(), signed);
    },

    async slashOf({ provider, task }) {
      const verdict = await chain.read('Stake.slashedBy', (reader) =>
        reader.readContract({ ...contract, functionName: 'slashedBy', args: [provider, task] }),
      );
      if (verdict === zeroHash) return null;
      const units = await chain.read('Stake.takenBy', (reader) =>
        reader.readContract({ ...contract, functionName: 'takenBy', args: [verdict] }),
      );
      return { verdict, units };
    },

    async awardedUnits(owner) {
      return await chain.read('Stake.awardedTo', (reader) =>
        reader.readContract({ ...contract, functionName: 'awardedTo', args: [owner] }),
      );
    },

    async collectAward() {
      const data = encodeFunctionData({ ...contract, functionName: 'collectAward' });
      const { sent, logs } = await send('collectAward', data);
      const [collected] = parseEventLogs({ ...contract, logs, eventName: 'AwardCollected' });
      return { ...sent, units: collected!.args.amount };
    },
  };
}
