import { type Address, address } from '@gristmill/protocol';
import { type Hex, padHex, parseEventLogs } from 'viem';
import { escrowAbi } from '../abi/escrow.ts';
import { claimsIn, PAYOUT_EVENTS, type PaidClaim, type SkippedClaim, transferAbi } from './claims-in.ts';
import type { Deployment } from '../chain/deployment.ts';
import {
  type EventBatch,
  type EventPlace,
  placeOf,
  type WatchedLog,
  watchLogs,
  type WatchOptions,
} from '../chain/watch.ts';

interface Account {
  payer: Address;
  signer: Address;
}

/** What happens to money in the escrow. Times are Unix seconds; null where something was taken back. */
export type EscrowEvent = EventPlace &
  (
    | (Account & { type: 'deposited'; units: bigint })
    | (Account & { type: 'withdrawal-requested'; units: bigint; withdrawableAt: number | null })
    | (Account & { type: 'withdrawn'; units: bigint })
    | (Account & { type: 'reserved'; payee: Address; cumulative: bigint })
    | (Account & { type: 'release-requested'; payee: Address; releasableAt: number | null })
    | (Account & { type: 'released'; payee: Address; units: bigint })
    | (PaidClaim & { type: 'claimed' })
    | (SkippedClaim & { type: 'voucher-skipped' })
    | { type: 'delegation-revoked'; signer: Address; delegate: Address; digest: Hex; revokedAt: number }
  );

const ACCOUNT_EVENTS = [
  'Deposited',
  'WithdrawalRequested',
  'Withdrawn',
  'Reserved',
  'ReleaseRequested',
  'Released',
  'DelegationRevoked',
] as const;

/**
 * Tells what happens in the escrow, and what its claims paid to whom, for as long as is watched; see `WatchOptions`.
 *
 * @throws GristmillError `CHAIN_MISMATCH`; a chain that does not answer is waited for
 */
export async function* watchEscrow({
  rpcUrl,
  deployment,
  ...options
}: WatchOptions & {
  rpcUrl: string;
  deployment: Pick<Deployment, 'chainId' | 'escrow' | 'token' | 'deployedAtBlock'>;
}): AsyncGenerator<EventBatch<EscrowEvent>, void, undefined> {
  const { chainId, escrow, token, deployedAtBlock } = deployment;
  const filters = [
    { address: escrow, abi: escrowAbi, events: [...new Set([...ACCOUNT_EVENTS, ...PAYOUT_EVENTS])] },
    // What a batch pays straight to a payee, only the token says.
    { address: token, abi: transferAbi, events: ['Transfer'], indexed: [padHex(escrow, { size: 32 })] },
  ];
  for await (const batch of watchLogs({ rpcUrl, chainId, firstBlock: deployedAtBlock }, filters, options)) {
    yield { ...batch, events: escrowEventsIn(batch.events, deployment) };
  }
}

/** Logs of whole transactions as events, in their order. */
function escrowEventsIn(logs: readonly WatchedLog[], deployment: Pick<Deployment, 'escrow' | 'token'>): EscrowEvent[] {
  const events: EscrowEvent[] = logs.flatMap((log) => accountEventIn(log));
  for (const [, ofTransaction] of Map.groupBy(logs, ({ transactionHash }) => transactionHash)) {
    const { claims, skipped } = claimsIn(ofTransaction, deployment);
    for (const { log, paid } of claims) events.push({ type: 'claimed', ...paid, ...placeOf(log) });
    for (const { log, voucher } of skipped) events.push({ type: 'voucher-skipped', ...voucher, ...placeOf(log) });
  }
  return events.toSorted((one, other) => one.blockNumber - other.blockNumber || one.logIndex - other.logIndex);
}

function accountEventIn(log: WatchedLog): EscrowEvent[] {
  const [event] = parseEventLogs({ abi: escrowAbi, eventName: [...ACCOUNT_EVENTS], logs: [log] });
  if (event === undefined) return [];
  const place = placeOf(log);
  if (event.eventName === 'DelegationRevoked') {
    const { digest, revokedAt } = event.args;
    const [signer, delegate] = [address.parse(event.args.signer), address.parse(event.args.delegate)];
    return [{ type: 'delegation-revoked', signer, delegate, digest, revokedAt, ...place }];
  }
  const account = { payer: address.parse(event.args.payer), signer: address.parse(event.args.signer) };
  switch (event.eventName) {
    case 'Deposited':
      return [{ type: 'deposited', ...account, units: event.args.amount, ...place }];
    case 'WithdrawalRequested': {
      const { amount: units, withdrawableAt } = event.args;
      return [{ type: 'withdrawal-requested', ...account, units, withdrawableAt: withdrawableAt || null, ...place }];
    }
    case 'Withdrawn':
      return [{ type: 'withdrawn', ...account, units: event.args.amount, ...place }];
    case 'Reserved': {
      const { payee, cumulative } = event.args;
      return [{ type: 'reserved', ...account, payee: address.parse(payee), cumulative, ...place }];
    }
    case 'ReleaseRequested': {
      const { payee, releasableAt } = event.args;
      return [
        {
          type: 'release-requested',
          ...account,
          payee: address.parse(payee),
          releasableAt: releasableAt || null,
          ...place,
        },
      ];
    }
    case 'Released': {
      const { payee, amount: units } = event.args;
      return [{ type: 'released', ...account, payee: address.parse(payee), units, ...place }];
    }
  }
}
