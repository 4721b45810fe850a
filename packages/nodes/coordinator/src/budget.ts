import { type Address, type Job, priceOfFuel } from '@gristmill/protocol';
import { invariantBroken } from './errors.ts';
import type { JobRecord, State } from './state.ts';

/** The most that one attempt can cost, in minor units: reserved before it is leased. */
export function ceilingUnits(spec: Pick<Job, 'limits' | 'unitsPerGigafuel'>): bigint {
  return priceOfFuel(spec.limits.fuel, spec.unitsPerGigafuel);
}

/** What a job needs at least: one task, run as often as its quorum asks, at the fuel limit. */
export function minimumBudgetUnits(spec: Job): bigint {
  return ceilingUnits(spec) * BigInt(spec.verification.quorum);
}

/** The price of reported fuel; a device that claims to have passed the limit is paid up to the limit. */
export function priceUnits(spec: Pick<Job, 'limits' | 'unitsPerGigafuel'>, fuelUsed: bigint): bigint {
  return priceOfFuel(fuelUsed < spec.limits.fuel ? fuelUsed : spec.limits.fuel, spec.unitsPerGigafuel);
}

/** Whether the job's budget still covers `units` more. */
export function fits(job: JobRecord, units: bigint): boolean {
  return job.spentUnits + job.reservedUnits + units <= job.spec.budgetUnits;
}

/** Whether nothing can move a running job any more: no attempt is out, and the next cannot be reserved. */
export function isExhausted(job: JobRecord): boolean {
  return job.state === 'running' && job.live === 0 && !fits(job, ceilingUnits(job.spec));
}

/**
 * What of `payer`'s deposit is spoken for, in minor units: whole budgets of jobs under way, and of ended jobs what was
 * spent and what attempts still out may cost.
 */
export function committedUnits(state: State, payer: Address): bigint {
  let sum = 0n;
  for (const job of state.jobs.values()) {
    if (job.spec.payer !== payer) continue;
    sum += hasEnded(job) ? job.spentUnits + job.reservedUnits : job.spec.budgetUnits;
  }
  return sum;
}

export function hasEnded({ state }: Pick<JobRecord, 'state'>): boolean {
  return state === 'delivered' || state === 'failed' || state === 'cancelled';
}

/** @throws GristmillError `INVARIANT_BROKEN` when the job would spend more than its budget. */
export function assertWithinBudget(job: JobRecord): void {
  if (job.reservedUnits >= 0n && fits(job, 0n)) return;
  throw invariantBroken(
    `Job ${job.jobId} spent ${job.spentUnits} and reserved ${job.reservedUnits} of a budget of ${job.spec.budgetUnits} units.`,
  );
}
