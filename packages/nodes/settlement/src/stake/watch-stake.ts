import { type Address, address } from '@gristmill/protocol';
import { type Hex, parseEventLogs } from 'viem';
import { stakeAbi } from '../abi/stake.ts';
import type { Deployment } from '../chain/deployment.ts';
import {
  type EventBatch,
  type EventPlace,
  placeOf,
  type WatchedLog,
  watchLogs,
  type WatchOptions,
} from '../chain/watch.ts';

/** What happens to bonds. Times are Unix seconds; null where an announcement was taken back. */
export type StakeEvent = EventPlace &
  (
    | { type: 'bonded'; provider: Address; units: bigint; bondedUnits: bigint }
    | { type: 'unbonding-requested'; provider: Address; units: bigint; withdrawableAt: number | null }
    | { type: 'unbonded'; provider: Address; units: bigint }
    | {
        type: 'slashed';
        provider: Address;
        /** What was taken: all that the verdict says, or what there was of it. */
        units: bigint;
        task: Hex;
        claimedResult: Hex;
        rightResult: Hex;
        prover: Address;
        requestor: Address;
        /** As the jurors wrote it; a CID, if they are of Gristmill. */
        evidence: string;
      }
    | { type: 'award-collected'; owner: Address; units: bigint }
  );

const EVENTS = ['Bonded', 'UnbondingRequested', 'Unbonded', 'Slashed', 'AwardCollected'] as const;

/**
 * Tells what happens to bonds for as long as is watched; see `WatchOptions`.
 *
 * @throws GristmillError `CHAIN_MISMATCH`; a chain that does not answer is waited for
 */
export async function* watchStake({
  rpcUrl,
  deployment: { chainId, stake, deployedAtBlock },
  ...options
}: WatchOptions & {
  rpcUrl: string;
  deployment: Pick<Deployment, 'chainId' | 'stake' | 'deployedAtBlock'>;
}): AsyncGenerator<EventBatch<StakeEvent>, void, undefined> {
  const filter = { address: stake, abi: stakeAbi, events: EVENTS };
  for await (const batch of watchLogs({ rpcUrl, chainId, firstBlock: deployedAtBlock }, [filter], options)) {
    yield { ...batch, events: batch.events.flatMap((log) => stakeEventIn(log)) };
  }
}

function stakeEventIn(log: WatchedLog): StakeEvent[] {
  const [event] = parseEventLogs({ abi: stakeAbi, eventName: [...EVENTS], logs: [log] });
  const place = placeOf(log);
  switch (event?.eventName) {
    case undefined:
      return [];
    case 'Bonded': {
      const { provider, amount: units, bonded: bondedUnits } = event.args;
      return [{ type: 'bonded', provider: address.parse(provider), units, bondedUnits, ...place }];
    }
    case 'UnbondingRequested': {
      const { provider, amount: units, withdrawableAt } = event.args;
      return [
        {
          type: 'unbonding-requested',
          provider: address.parse(provider),
          units,
          withdrawableAt: withdrawableAt || null,
          ...place,
        },
      ];
    }
    case 'Unbonded':
      return [{ type: 'unbonded', provider: address.parse(event.args.provider), units: event.args.amount, ...place }];
    case 'Slashed': {
      const { amount: units, verdict } = event.args;
      const { task, claimedResult, rightResult, evidence } = verdict;
      const [provider, prover, requestor] = [
        address.parse(verdict.provider),
        address.parse(verdict.prover),
        address.parse(verdict.requestor),
      ];
      return [
        {
          type: 'slashed',
          provider,
          units,
          task,
          claimedResult,
          rightResult,
          prover,
          requestor,
          evidence,
          ...place,
        },
      ];
    }
    case 'AwardCollected':
      return [{ type: 'award-collected', owner: address.parse(event.args.owner), units: event.args.amount, ...place }];
  }
}
