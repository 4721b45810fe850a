import {
  type BlobStore,
  type Cid,
  type Clock,
  encode,
  type Job,
  type JobId,
  jobIdOf,
  parseSignedJob,
  type Settlement,
} from '@gristmill/protocol';
import { resultBytesMin } from './aggregation.ts';
import { committedUnits, minimumBudgetUnits } from './budget.ts';
import { depositOf, promisedBy, spendableUnits } from './deposit.ts';
import {
  budgetTooSmall,
  contentMissing,
  escrowUnderfunded,
  paymentsTooLarge,
  resultTooLarge,
  taskTooLarge,
} from './errors.ts';
import type { Recorder } from './recorder.ts';
import type { State } from './state.ts';

/** Most that a task's own words may take in a lease, encoded; what is larger belongs in content that it names. */
const TASK_BYTES_MAX = 1024 * 1024;

/** The largest sum that a voucher can promise: what integers on the wire hold. */
const PAYMENTS_UNITS_MAX = 2n ** 63n - 1n;

/** Blobs looked up at a time. */
const LOOKUPS_MAX = 16;

/**
 * Takes a job from outside; the same job again is the same job. What is refused leaves no trace.
 *
 * @throws GristmillError `JOB_MALFORMED`, `JOB_SIGNATURE_INVALID`, `BUDGET_TOO_SMALL`, `RESULT_TOO_LARGE`,
 *   `TASK_TOO_LARGE`, `JOB_CONTENT_MISSING`, `PAYMENTS_TOO_LARGE`, `ESCROW_UNDERFUNDED`
 */
export function createSubmitting({
  state,
  recorder,
  blobs,
  settlement,
  clock,
  resultBytesMax,
  onSubmitted,
}: {
  state: State;
  recorder: Recorder;
  blobs: BlobStore;
  settlement: Settlement;
  clock: Clock;
  resultBytesMax: number;
  onSubmitted: (jobId: JobId) => void;
}): (value: unknown) => Promise<{ jobId: JobId }> {
  return async (value) => {
    const signed = parseSignedJob(value);
    const spec = signed.job;
    const jobId = jobIdOf(spec);
    if (!state.jobs.has(jobId)) {
      const neededUnits = minimumBudgetUnits(spec);
      if (spec.budgetUnits < neededUnits) {
        throw budgetTooSmall(spec.budgetUnits, neededUnits, spec.verification.quorum);
      }
      const resultBytes = resultBytesMin(spec.aggregation);
      if (resultBytes > resultBytesMax) throw resultTooLarge(resultBytes, resultBytesMax);
      expectTasksFit(spec);
      await expectContent(spec, blobs);
      const deposit = await depositOf(settlement, spec.payer);
      // From here to the record nothing waits, so that two jobs can never count on the same coin.
      const fundedUnits = spendableUnits(deposit, promisedBy(state, spec.payer));
      const funds = {
        fundedUnits,
        committedUnits: committedUnits(state.jobs.values(), spec.payer),
        budgetUnits: spec.budgetUnits,
      };
      if (!state.jobs.has(jobId)) {
        const paymentsUnits = funds.committedUnits + funds.budgetUnits;
        if (paymentsUnits > PAYMENTS_UNITS_MAX) throw paymentsTooLarge(spec.payer, paymentsUnits, PAYMENTS_UNITS_MAX);
        if (fundedUnits < funds.committedUnits + funds.budgetUnits) throw escrowUnderfunded(spec.payer, funds);
        const deadlineAtMs = Math.min(clock.now() + spec.deadlineMs, Number.MAX_SAFE_INTEGER);
        recorder.record([{ type: 'job.submitted', data: { jobId, signed, deadlineAtMs } }]);
        onSubmitted(jobId);
      }
    }
    await recorder.settled();
    return { jobId };
  };
}

function expectTasksFit({ tasks }: Job): void {
  for (const [i, { args, env, files }] of tasks.entries()) {
    const { length } = encode({ args, env, files });
    if (length > TASK_BYTES_MAX) throw taskTooLarge(i, length, TASK_BYTES_MAX);
  }
}

async function expectContent(spec: Job, blobs: BlobStore): Promise<void> {
  const names = [...rolesOf(spec)];
  for (let i = 0; i < names.length; i += LOOKUPS_MAX) {
    await Promise.all(
      names.slice(i, i + LOOKUPS_MAX).map(async ([name, role]) => {
        if ((await blobs.get(name)) === null) throw contentMissing(name, role);
      }),
    );
  }
}

/** All content that a job names, each with what it is for. */
function rolesOf({ program, tasks }: Job): Map<Cid, string> {
  const roles = new Map<Cid, string>();
  for (const [i, { stdin, files }] of tasks.entries()) {
    if (stdin !== null) roles.set(stdin, `the input of task ${i}`);
    for (const [path, name] of Object.entries(files)) roles.set(name, `the file ${path} of task ${i}`);
  }
  if (program.kind === 'wasm') roles.set(program.module, 'its module');
  else roles.set(program.source, 'its source');
  return roles;
}
