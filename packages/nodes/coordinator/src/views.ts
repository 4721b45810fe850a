import type { JobView, ProviderView } from '@gristmill/protocol';
import { reputationOf } from '@gristmill/verification';
import type { JobRecord, ProviderRecord } from './state.ts';
import type { Trust } from './trust.ts';

export function viewOfJob({ jobId, spec, ...job }: JobRecord): JobView {
  return {
    jobId,
    name: spec.name,
    payer: spec.payer,
    state: job.state,
    tasks: job.taskCount,
    tasksVerified: job.tasksVerified,
    attempts: job.attempts,
    attemptsRejected: job.attemptsRejected,
    fuelUsed: job.fuelUsed,
    budgetUnits: spec.budgetUnits,
    reservedUnits: job.reservedUnits,
    spentUnits: job.spentUnits,
    energyMillijoules: job.energyMillijoules,
    gramsCO2e: job.gramsCO2e,
    result: job.result,
    error: job.error,
  };
}

/** `freeSlots` is null when the provider is not connected. `slots` counts the free ones and those at work. */
export function viewOfProvider(provider: ProviderRecord, freeSlots: number | null, trust: Trust): ProviderView {
  return {
    provider: provider.provider,
    owner: provider.owner,
    payee: provider.payee,
    agent: provider.agent,
    connected: freeSlots !== null,
    slots: (freeSlots ?? 0) + provider.live.size,
    inFlight: provider.live.size,
    accepted: provider.accepted,
    rejected: provider.rejected,
    lapsed: provider.lapsed,
    earnedUnits: provider.earnedUnits,
    energyMillijoules: provider.energyMillijoules,
    gramsCO2e: provider.gramsCO2e,
    reputation: reputationOf(provider.standing),
    bondUnits: trust.bondOf(provider.provider).securedUnits,
    trusted: trust.isTrusted(provider.provider),
  };
}
