import type { Address, Settlement } from '@gristmill/protocol';
import { hasEnded } from './budget.ts';
import { depositOf, promisedBy, spendableUnits } from './deposit.ts';
import { escrowWithdrawn } from './errors.ts';
import type { Finishing } from './finishing.ts';
import type { JobRecord, State } from './state.ts';

/**
 * Looks whether the deposit of one payer, or of all payers of running jobs, still covers what is spoken for, and fails the newest jobs of
 * those that do not, until they do. What was verified stays promised as far as it is covered.
 */
export function createFundingCheck({
  state,
  settlement,
  finishing,
}: {
  state: State;
  settlement: Pick<Settlement, 'fundedUnits' | 'reservedUnits'>;
  finishing: Pick<Finishing, 'fail'>;
}): (payer?: Address) => Promise<void> {
  async function check(payer: Address): Promise<void> {
    // A job that is submitted while the chain answers was checked against a newer answer.
    const jobs = [...state.jobs.values()].filter(({ spec }) => spec.payer === payer);
    const fundedUnits = spendableUnits(await depositOf(settlement, payer), promisedBy(state, payer));
    for (const job of jobs.toReversed()) {
      const neededUnits = neededFor(jobs);
      if (fundedUnits >= neededUnits) return;
      if (isRunning(job)) finishing.fail(job, escrowWithdrawn(payer, fundedUnits, neededUnits));
    }
  }

  return async (payer) => {
    if (payer !== undefined) return check(payer);
    const running = [...state.jobs.values()].filter(isRunning);
    for (const payer of new Set(running.map(({ spec }) => spec.payer))) await check(payer);
  };
}

function isRunning({ state }: JobRecord): boolean {
  return state === 'running';
}

/** What ended jobs spent and running ones may: what is still out of an ended job is promised only as far as it is covered. */
function neededFor(jobs: readonly JobRecord[]): bigint {
  return jobs.reduce((sum, job) => sum + (hasEnded(job) ? job.spentUnits : job.spec.budgetUnits), 0n);
}
