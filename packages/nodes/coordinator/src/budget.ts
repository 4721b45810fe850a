import { type Address, type Job, type JobId, type JobState, nanFormOf, priceOfFuel } from '@gristmill/protocol';
import { invariantBroken } from './errors.ts';

/** A job's money, as the state keeps it. */
interface JobBudget {
  readonly jobId: JobId;
  readonly spec: Job;
  readonly state: JobState;
  /** Attempts that are out. */
  readonly live: number;
  readonly spentUnits: bigint;
  readonly reservedUnits: bigint;
}

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
export function fits(job: JobBudget, units: bigint): boolean {
  return job.spentUnits + job.reservedUnits + units <= job.spec.budgetUnits;
}

/**
 * Whether the budget covers beginning one more task, beside all that the begun ones may still need at the ceiling: a whole
 * quorum and one attempt against a wrong report each, in both forms of NaNs if it began in the optimistic one. So nobody can lock a job's money away in reports of many tasks that
 * then cannot be judged. A job with nothing under way may always begin a task if its first attempt fits.
 */
export function fitsFresh(
  job: JobBudget & { readonly tasks: { length: number }; readonly tasksVerified: number },
): boolean {
  const ceiling = ceilingUnits(job.spec);
  if (!fits(job, ceiling)) return false;
  const open = job.tasks.length - job.tasksVerified;
  if (open === 0) return true;
  // Attempts that are out are reserved at the ceiling already.
  const forms = nanFormOf(job.spec.program) === 'optimistic' ? 2 : 1;
  const stillNeeded = ceiling * BigInt((open + 1) * (job.spec.verification.quorum + 1) * forms - job.live);
  return fits(job, stillNeeded);
}

/** Whether nothing can move a running job any more: no attempt is out, and the next cannot be reserved. */
export function isExhausted(job: JobBudget): boolean {
  return job.state === 'running' && job.live === 0 && !fits(job, ceilingUnits(job.spec));
}

/**
 * What of `payer`'s deposit is spoken for, in minor units: whole budgets of jobs under way, and of ended jobs what was
 * spent and what attempts still out may cost.
 */
export function committedUnits(jobs: Iterable<JobBudget>, payer: Address): bigint {
  let sum = 0n;
  for (const job of jobs) {
    if (job.spec.payer !== payer) continue;
    sum += hasEnded(job) ? job.spentUnits + job.reservedUnits : job.spec.budgetUnits;
  }
  return sum;
}

export function hasEnded({ state }: Pick<JobBudget, 'state'>): boolean {
  return state === 'delivered' || state === 'failed' || state === 'cancelled';
}

/** @throws GristmillError `INVARIANT_BROKEN` when the job would spend more than its budget. */
export function assertWithinBudget(job: JobBudget): void {
  if (job.reservedUnits >= 0n && fits(job, 0n)) return;
  throw invariantBroken(
    `Job ${job.jobId} spent ${job.spentUnits} and reserved ${job.reservedUnits} of a budget of ${job.spec.budgetUnits} units.`,
  );
}
