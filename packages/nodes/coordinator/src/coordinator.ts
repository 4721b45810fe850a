import type {
  BlobStore,
  Clock,
  Job,
  JobEvent,
  JobId,
  Journal,
  JobView,
  Limits,
  ProviderView,
  Random,
  Settlement,
  SignedVoucher,
  Transport,
} from '@gristmill/protocol';
import { createAlarms } from './alarms.ts';
import { createAttending } from './attending.ts';
import { ceilingUnits, hasEnded } from './budget.ts';
import { jobEnded, type JobError, jobUnknown, settlementMismatch, stopped } from './errors.ts';
import { parseEvent } from './events.ts';
import { createFinishing } from './finishing.ts';
import { createFundingCheck } from './funding.ts';
import { createLeasing } from './leasing.ts';
import { createMatcher } from './matching.ts';
import { createPaymaster } from './paying.ts';
import { createRecorder } from './recorder.ts';
import { createReporting } from './reporting.ts';
import { createSessions } from './sessions.ts';
import { apply, emptyState, type JobRecord, type State } from './state.ts';
import { createSubmitting } from './submitting.ts';
import { viewOfJob, viewOfProvider } from './views.ts';
import { type WatchOptions, watchJobs } from './watching.ts';

export interface CoordinatorInit {
  journal: Journal;
  blobs: BlobStore;
  transport: Transport;
  settlement: Settlement;
  clock: Clock;
  random: Random;
  /** Told what goes wrong without being anyone's answer. */
  log?: (message: string, error?: unknown) => void;
  /** How long a provider may be away before its leases lapse. Default 3 s. */
  reconnectGraceMs?: number;
  /** The same after a restart of the coordinator, when every provider must find it again. Default 15 s. */
  restartGraceMs?: number;
  /** How long a lease holds, at most a day. Default twice the task's wall-clock limit and half a minute. */
  leaseMs?: (limits: Limits) => number;
  /** How long a new stream may stay silent. Default 10 s. */
  helloTimeoutMs?: number;
  /** How long one output may take to arrive. Default 60 s. */
  fetchTimeoutMs?: number;
  /** How long earnings may gather before vouchers promise them. Default 500 ms. */
  voucherIntervalMs?: number;
  /** How often to look whether the deposits of running jobs are still there. Default 60 s. */
  fundingCheckMs?: number;
  /** Most leases that one provider holds at a time. Default 256. */
  slotsMax?: number;
  /** The same for a provider of whom no result was believed yet, or who lied. Default 32. */
  slotsMaxUnproven?: number;
}

export interface Coordinator {
  /**
   * Takes a `SignedJob` from outside. The same job again is the same job.
   *
   * @throws GristmillError `JOB_MALFORMED`, `JOB_SIGNATURE_INVALID`, `TASK_TOO_LARGE`, `BUDGET_TOO_SMALL`,
   *   `JOB_CONTENT_MISSING`, `PAYMENTS_TOO_LARGE`, `ESCROW_UNDERFUNDED`, `COORDINATOR_STOPPED`, `JOURNAL_FAILED`
   */
  submit(value: unknown): Promise<{ jobId: JobId }>;
  /** Ends a running job; verified work stays paid. @throws GristmillError `JOB_UNKNOWN`, `JOB_ENDED` */
  cancel(jobId: JobId, reason?: string): Promise<void>;
  job(jobId: JobId): JobView | null;
  jobs(): JobView[];
  providers(): ProviderView[];
  /** What happened and what happens, in journal order. Ends with the job, the signal, or the coordinator. */
  watch(options?: WatchOptions): AsyncIterable<JobEvent>;
  /** The newest voucher of each payer and payee. */
  vouchers(): SignedVoucher[];
  /** Promises all that is earned now, without waiting for the interval; resolves when the vouchers are in the journal. */
  settle(): Promise<void>;
  /** Writes what is left and lets go of every stream. Journal, blobs and transport stay open: they are the caller's. */
  stop(): Promise<void>;
}

/** How long to wait before trying again what the disk or the chain prevented. */
const RETRY_MS = 1_000;

/**
 * Splits jobs into leases, verifies what comes back, pays for it, and delivers. All it knows is in the journal: a
 * coordinator created over the same journal goes on where the last one stood, however that one ended.
 *
 * @throws GristmillError `EVENT_UNREADABLE`, `INVARIANT_BROKEN` when the journal cannot be folded,
 *   `SETTLEMENT_MISMATCH` when its vouchers are for another chain, escrow or signer.
 */
export async function createCoordinator({
  journal,
  blobs,
  transport,
  settlement,
  clock,
  random,
  log = () => {},
  reconnectGraceMs = 3_000,
  restartGraceMs = 15_000,
  leaseMs = ({ wallClockMs }) => 2 * wallClockMs + 30_000,
  helloTimeoutMs = 10_000,
  fetchTimeoutMs = 60_000,
  voucherIntervalMs = 500,
  fundingCheckMs = 60_000,
  slotsMax = 256,
  slotsMaxUnproven = 32,
}: CoordinatorInit): Promise<Coordinator> {
  const state = fold(journal);
  expectSameSettlement(state, settlement);

  let isStopped = false;
  const onError = (error: unknown): void => {
    if (!isStopped) log('Something failed that nobody waits for.', error);
  };
  const alarms = createAlarms(clock, onError);
  const sessions = createSessions({ onError });
  const recorder = createRecorder({
    journal,
    state,
    onError,
    onFailure(error) {
      log('Nothing can be recorded any more; this coordinator has come to its end.', error);
      letGo();
    },
  });
  const matcher = createMatcher(state);
  const paymaster = createPaymaster({ state, recorder, sessions, settlement });
  const finishing = createFinishing({
    recorder,
    sessions,
    paymaster,
    blobs,
    log,
    retryLater: (again) => alarms.at(clock.now() + RETRY_MS, again),
    isOverdue: (job) => clock.now() >= job.deadlineAtMs,
    onRevoked(attempts) {
      alarms.at(clock.now() + reconnectGraceMs, () => {
        const silent = attempts.filter(({ phase }) => phase === 'leased');
        leasing.lapse(silent, 'revoked', 'the job has ended');
      });
      // Reports that will not be judged any more no longer hold their providers back.
      leasing.wake();
    },
  });
  const leasing = createLeasing({
    state,
    recorder,
    alarms,
    sessions,
    matcher,
    clock,
    random,
    tuning: { leaseMs, slotsMax, slotsMaxUnproven },
    onExhausted: (job) => finishing.fail(job, budgetExhausted(job)),
    onError,
  });
  const reporting = createReporting({
    state,
    recorder,
    sessions,
    matcher,
    leasing,
    finishing,
    blobs,
    transport,
    clock,
    fetchTimeoutMs,
    onEarned: paySoon,
  });
  const attending = createAttending({
    state,
    recorder,
    alarms,
    sessions,
    leasing,
    reporting,
    finishing,
    clock,
    coordinator: transport.peer,
    settlement,
    tuning: { helloTimeoutMs, reconnectGraceMs, slotsMax },
    log,
  });
  const submit = createSubmitting({
    state,
    recorder,
    blobs,
    settlement,
    clock,
    onSubmitted: (jobId) => begin(find(jobId)),
  });

  let isPayDue = false;
  function paySoon(waitMs = voucherIntervalMs): void {
    if (isPayDue) return;
    isPayDue = true;
    alarms.at(clock.now() + waitMs, () => {
      isPayDue = false;
      paymaster.settle().catch((error: unknown) => {
        onError(error);
        paySoon(RETRY_MS);
      });
    });
  }

  const checkFunding = createFundingCheck({ state, settlement, finishing });

  /** Also promises what a deposit that came back covers now. */
  function watchFunding(): void {
    alarms.at(clock.now() + fundingCheckMs, () => {
      checkFunding()
        .then(() => paymaster.settle())
        .catch(onError)
        .finally(watchFunding);
    });
  }

  function begin(job: JobRecord): void {
    matcher.add(job);
    alarms.at(job.deadlineAtMs, () => {
      if (job.state === 'running') finishing.fail(job, deadlinePassed(job));
    });
    leasing.wake(job);
  }

  function find(jobId: JobId): JobRecord {
    const job = state.jobs.get(jobId);
    if (job === undefined) throw jobUnknown(jobId);
    return job;
  }

  function letGo(): void {
    isStopped = true;
    alarms.stop();
    for (const { peer } of sessions.all()) sessions.retire(peer);
  }

  for (const { provider, live } of state.providers.values()) {
    for (const attempt of live) leasing.watch(attempt, clock.now() + restartGraceMs);
    if (live.size > 0) attending.awaitReturn(provider, restartGraceMs);
  }
  for (const job of state.jobs.values()) {
    if (job.state === 'running') begin(job);
    if (job.state === 'aggregating') finishing.deliver(job);
  }
  paySoon(0);
  watchFunding();
  transport.serveBlobs(blobs);
  transport.onWorkStream((stream) => {
    if (isStopped) stream.close().catch(() => {});
    else attending.attend(stream);
  });

  return {
    async submit(value) {
      if (isStopped) throw stopped();
      return submit(value);
    },
    async cancel(jobId, reason = 'cancelled by the requestor') {
      const job = find(jobId);
      if (job.state !== 'running' && job.state !== 'cancelled') throw jobEnded(jobId, job.state);
      finishing.cancel(job, reason);
      await recorder.settled();
    },
    job(jobId) {
      const job = state.jobs.get(jobId);
      return job === undefined ? null : viewOfJob(job);
    },
    jobs: () => [...state.jobs.values()].map(viewOfJob),
    providers: () =>
      [...state.providers.values()].map((provider) =>
        viewOfProvider(provider, sessions.get(provider.provider)?.freeSlots ?? null),
      ),
    watch(options = {}) {
      if (options.jobId !== undefined) find(options.jobId);
      return watchJobs(
        { journal, recorder, isStopped: () => isStopped, hasEnded: (jobId) => hasEnded(find(jobId)) },
        options,
      );
    },
    vouchers: () => [...state.accounts.values()].flatMap(({ promised }) => (promised === null ? [] : [promised])),
    async settle() {
      await paymaster.settle();
    },
    async stop() {
      letGo();
      await recorder.stop();
    },
  };
}

function fold(journal: Journal): State {
  const state = emptyState();
  for (const recorded of journal.read()) {
    const event = parseEvent(recorded);
    if (event !== null) apply(state, event);
  }
  return state;
}

function expectSameSettlement(state: State, { chainId, escrow, signer }: Settlement): void {
  const is = `chain ${chainId}, escrow ${escrow}, signer ${signer}`;
  for (const { promised } of state.accounts.values()) {
    if (promised === null) continue;
    const { voucher } = promised;
    const was = `chain ${voucher.chainId}, escrow ${voucher.escrow}, signer ${voucher.signer}`;
    if (was !== is) throw settlementMismatch(was, is);
  }
}

function budgetExhausted(job: JobRecord): JobError {
  const { budgetUnits, tasks } = job.spec;
  return {
    code: 'BUDGET_EXHAUSTED',
    message: `Of ${budgetUnits} units ${job.spentUnits} are spent and ${job.reservedUnits} reserved for reports that nobody confirmed yet; the next attempt may cost ${ceilingUnits(job.spec)}. ${job.tasksVerified} of ${tasks.length} tasks are verified.`,
    hint: 'Submit the job with a higher `budgetUnits`, a lower `limits.fuel`, or a lower quorum.',
  };
}

function deadlinePassed(job: JobRecord): JobError {
  const { tasks, deadlineMs }: Job = job.spec;
  const open = job.tasks.find(({ verified }) => verified === null);
  const lastReason = open?.attempts.findLast(({ reason }) => reason !== null)?.reason;
  const detail = lastReason === undefined ? '' : ` Task ${open?.index} last came to: ${lastReason}.`;
  return {
    code: 'JOB_DEADLINE_PASSED',
    message: `${job.tasksVerified} of ${tasks.length} tasks were verified when ${deadlineMs} ms were over.${detail}`,
    hint: 'Allow more time, or see that enough providers of different owners are connected that suit the job (profile, memory, price).',
  };
}
