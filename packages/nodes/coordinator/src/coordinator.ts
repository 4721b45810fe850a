import type {
  Address,
  BlobStore,
  Cid,
  Clock,
  FaultView,
  Job,
  JobEvent,
  JobId,
  Journal,
  JobView,
  PeerId,
  Limits,
  ProviderView,
  Random,
  Settlement,
  Signature,
  SignedVoucher,
  Transport,
} from '@gristmill/protocol';
import { createAlarms } from './alarms.ts';
import { createAttending } from './attending.ts';
import type { Bonds } from './bonds.ts';
import { ceilingUnits, hasEnded } from './budget.ts';
import { jobEnded, type JobError, jobUnknown, settlementMismatch, stopped } from './errors.ts';
import { parseEvent } from './events.ts';
import { createFinishing } from './finishing.ts';
import { createFundingCheck } from './funding.ts';
import { createLeasing } from './leasing.ts';
import { createMatcher } from './matching.ts';
import { createPaymaster } from './paying.ts';
import { createNoProsecuting, createProsecuting } from './prosecuting.ts';
import { createRecorder } from './recorder.ts';
import { createReporting } from './reporting.ts';
import { createSessions } from './sessions.ts';
import { apply, emptyState, type JobRecord, type State } from './state.ts';
import { createSubmitting } from './submitting.ts';
import { createTrust } from './trust.ts';
import { viewOfJob, viewOfProvider } from './views.ts';
import { type WatchOptions, watchJobs } from './watching.ts';

export interface CoordinatorInit {
  journal: Journal;
  blobs: BlobStore;
  transport: Transport;
  settlement: Settlement;
  /** What providers have at stake; without it nobody has anything, and a lie costs its reputation only. */
  bonds?: Bonds;
  /**
   * What a newcomer must have bonded for its word to count at once, in minor units. Without a bond its results count
   * beside those of trusted providers only, until it is known. Default 0: everybody's word counts until it lies.
   */
  bondUnitsMin?: bigint;
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
  /** How long one output may take to arrive, beside a second for each 64 KiB of it. Default 30 s. */
  fetchTimeoutMs?: number;
  /**
   * Most bytes of outputs that one result may be made of: they are in memory together when it is. Default 256 MiB, which
   * is what the blob protocol carries.
   */
  resultBytesMax?: number;
  /** How long earnings may gather before vouchers promise them; longer where many are paid. Default 500 ms. */
  voucherIntervalMs?: number;
  /** How often to look whether deposits and bonds are still what they were, told or not. Default 60 s. */
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
   * @throws GristmillError `JOB_MALFORMED`, `JOB_SIGNATURE_INVALID`, `BUDGET_TOO_SMALL`, `RESULT_TOO_LARGE`,
   *   `TASK_TOO_LARGE`, `JOB_CONTENT_MISSING`, `PAYMENTS_TOO_LARGE`, `ESCROW_UNDERFUNDED`, `COORDINATOR_STOPPED`, `JOURNAL_FAILED`
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
  /** Wrong results that were found, and what has come of them. */
  faults(): FaultView[];
  /**
   * Takes a juror's verdict on the evidence of a fault, and slashes once a quorum gave one.
   *
   * @throws GristmillError `FAULT_UNKNOWN`, `COORDINATOR_STOPPED`, and what `Bonds.checkVerdict` refuses.
   */
  confirmFault(evidence: Cid, vote: { juror: Address; signature: Signature }): Promise<FaultView>;
  /** Whoever watches the chain tells that a payer's deposit changed: what it no longer covers is leased no more. */
  depositChanged(payer: Address): void;
  /** The same for a provider's bond. */
  bondChanged(provider: Address): void;
  /** Promises all that is earned now, without waiting for the interval; resolves when the vouchers are in the journal. */
  settle(): Promise<void>;
  /** Writes what is left and lets go of every stream. Journal, blobs and transport stay open: they are the caller's. */
  stop(): Promise<void>;
}

/** How long to wait before trying again what the disk or the chain prevented; twice as long each time, up to 16 s. */
const RETRY_MS = 1_000;
const RETRY_DOUBLINGS_MAX = 4;

/** How long a hub signs no more vouchers for each that it signed: about seven times what one takes. */
const VOUCHER_REST_MS = 5;

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
  bonds,
  bondUnitsMin = 0n,
  clock,
  random,
  log = () => {},
  reconnectGraceMs = 3_000,
  restartGraceMs = 15_000,
  leaseMs = ({ wallClockMs }) => 2 * wallClockMs + 30_000,
  helloTimeoutMs = 10_000,
  fetchTimeoutMs = 30_000,
  resultBytesMax = 256 * 1024 * 1024,
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
  const trust = createTrust({
    state,
    bonds: bonds ?? null,
    bondUnitsMin,
    onChange(peer) {
      if (isStopped) return;
      leasing.wake();
      prosecuting.collect(peer).catch(onError);
    },
    log,
  });
  const retryLater = (again: () => void, tries = 0): void =>
    alarms.at(clock.now() + RETRY_MS * 2 ** Math.min(tries, RETRY_DOUBLINGS_MAX), again);
  const prosecuting =
    bonds === undefined
      ? createNoProsecuting()
      : createProsecuting({ state, recorder, blobs, bonds, trust, settlement, retryLater, log });
  const matcher = createMatcher(state, trust);
  const paymaster = createPaymaster({ state, recorder, sessions, settlement });
  const finishing = createFinishing({
    recorder,
    sessions,
    paymaster,
    blobs,
    resultBytesMax,
    log,
    retryLater,
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
    trust,
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
    trust,
    blobs,
    transport,
    clock,
    fetchTimeoutMs,
    onEarned: paySoon,
    onContradicted: () => prosecuting.publish(),
  });
  const attending = createAttending({
    state,
    recorder,
    alarms,
    sessions,
    leasing,
    reporting,
    finishing,
    trust,
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
    resultBytesMax,
    onSubmitted: (jobId) => begin(find(jobId)),
  });

  let isPayDue = false;
  let issuedLast = 0;
  function paySoon(waitMs = Math.max(voucherIntervalMs, issuedLast * VOUCHER_REST_MS)): void {
    if (isPayDue) return;
    isPayDue = true;
    alarms.at(clock.now() + waitMs, () => {
      isPayDue = false;
      paymaster.settle().then(
        ({ issued }) => {
          issuedLast = issued;
        },
        (error: unknown) => {
          onError(error);
          paySoon(RETRY_MS);
        },
      );
    });
  }

  const checkFunding = createFundingCheck({ state, settlement, finishing });

  /** Also promises what a deposit that came back covers now. */
  async function reviewDeposits(payer?: Address): Promise<void> {
    await checkFunding(payer);
    await paymaster.settle();
  }

  /** Bonds that are known already are asked for anew; what could not be taken from one is tried again. */
  async function reviewBonds(peers: Iterable<PeerId>): Promise<void> {
    for (const peer of peers) await trust.learn(peer);
    await prosecuting.collect();
  }

  function reviewRegularly(): void {
    alarms.at(clock.now() + fundingCheckMs, () => {
      const connected = [...sessions.all()].map(({ peer }) => peer);
      const reviews = [reviewDeposits(), reviewBonds(connected)];
      void Promise.all(reviews.map((review) => review.catch(onError))).then(reviewRegularly);
    });
  }

  function begin(job: JobRecord): void {
    matcher.add(job);
    alarms.at(
      job.deadlineAtMs,
      () => finishing.fail(job, deadlinePassed(job)),
      () => job.state !== 'running',
    );
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
    if (job.state === 'aggregating') finishing.advance(job);
  }
  paySoon(0);
  prosecuting.publish();
  reviewBonds([...state.providers.keys()]).catch(onError);
  reviewRegularly();
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
        viewOfProvider(provider, sessions.get(provider.provider)?.freeSlots ?? null, trust),
      ),
    watch(options = {}) {
      if (options.jobId !== undefined) find(options.jobId);
      return watchJobs(
        { journal, recorder, isStopped: () => isStopped, hasEnded: (jobId) => hasEnded(find(jobId)) },
        options,
      );
    },
    vouchers: () => [...state.accounts.values()].flatMap(({ promised }) => (promised === null ? [] : [promised])),
    faults: () => prosecuting.faults(),
    async confirmFault(evidence, vote) {
      if (isStopped) throw stopped();
      return prosecuting.confirm(evidence, vote);
    },
    depositChanged(payer) {
      if (!isStopped) reviewDeposits(payer).catch(onError);
    },
    bondChanged(provider) {
      if (!isStopped) trust.learnOf(provider).catch(onError);
    },
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
    hint: 'Allow more time, or see that enough providers of different owners are connected that suit the job (profile, memory, price), and that somebody among them is trusted.',
  };
}
