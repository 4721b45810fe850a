import {
  type Address,
  type Cid,
  type FaultVerdict,
  type Job,
  type JobId,
  type JobState,
  type NanForm,
  nanFormOf,
  type PeerId,
  type Receipt,
  type Result,
  resultCid,
  type Signature,
  type SignedJob,
  type SignedReceipt,
  type SignedVoucher,
} from '@gristmill/protocol';
import {
  afterLapse,
  afterRight,
  afterWrong,
  isDistrusted,
  newcomer,
  type ReportFact,
  type Standing,
} from '@gristmill/verification';
import { assertWithinBudget, hasEnded } from './budget.ts';
import { type JobError, invariantBroken } from './errors.ts';
import type { CoordinatorEvent, LapseCause } from './events.ts';

/**
 * leased -> reported -> accepted | rejected | excused, or leased -> lapsed (-> leased or reported again, when its provider comes
 * late and it still counts).
 * A report of a job that ended undecided stays `reported` with nothing reserved.
 */
type AttemptPhase = 'leased' | 'reported' | 'accepted' | 'rejected' | 'excused' | 'lapsed';

export interface AttemptRecord {
  readonly attemptId: string;
  readonly jobId: JobId;
  readonly taskIndex: number;
  readonly provider: PeerId;
  readonly owner: Address;
  readonly payee: Address;
  readonly nan: NanForm;
  expiresAtMs: number;
  phase: AttemptPhase;
  reservedUnits: bigint;
  earnedUnits: bigint;
  /** `isTrusted`: whether its provider was when it reported. `signed`: until it is judged right. */
  reported: { result: Result; resultCid: Cid; isTrusted: boolean; signed: SignedReceipt | null } | null;
  /** Why it was rejected, excused or lapsed. */
  reason: string | null;
}

export interface TaskRecord {
  readonly index: number;
  /** The form in which attempts at it run and are compared; canonical for good once optimistic reports of it differ. */
  nan: NanForm;
  readonly attempts: AttemptRecord[];
  verified: { result: Result; resultCid: Cid } | null;
  /** Providers that were too slow for it once. */
  readonly slow: Set<PeerId>;
  /** Providers that are not asked again: they were too slow for it twice, or reported it wrongly. */
  readonly avoided: Set<PeerId>;
  /** How many leases of it a provider left without a result and without a word. */
  readonly letDown: Map<PeerId, number>;
}

export interface JobRecord {
  readonly jobId: JobId;
  /** Without its tasks once the job is put away. */
  spec: Job;
  readonly taskCount: number;
  /** The requestor's, on the job. */
  readonly signature: Signature;
  readonly deadlineAtMs: number;
  state: JobState;
  /** The form in which its next task begins; canonical for good once optimistic reports of any task differ. */
  nan: NanForm;
  /**
   * Tasks that were leased at least once; they are first leased in order, so `tasks.length` is the first fresh index. None
   * once the job is put away.
   */
  tasks: TaskRecord[];
  /** Attempts in phase `leased`. */
  live: number;
  tasksVerified: number;
  attempts: number;
  attemptsRejected: number;
  /** Of verified outputs, in all: what the result is made of. */
  outputBytes: number;
  /** Fuel of accepted attempts: what the bill is for. */
  fuelUsed: bigint;
  spentUnits: bigint;
  reservedUnits: bigint;
  energyMillijoules: number;
  gramsCO2e: number;
  result: Cid | null;
  error: JobError | null;
}

export interface ProviderRecord {
  readonly provider: PeerId;
  owner: Address;
  payee: Address;
  agent: string;
  standing: Standing;
  readonly live: Set<AttemptRecord>;
  /** Its reports of jobs under way that nothing was decided of yet. */
  readonly unjudged: Set<AttemptRecord>;
  accepted: number;
  rejected: number;
  lapsed: number;
  earnedUnits: bigint;
  energyMillijoules: number;
  gramsCO2e: number;
}

/** What one payer owes one payee: all it ever earned, and how much of that a voucher already promises. */
export interface Account {
  readonly payer: Address;
  readonly payee: Address;
  earnedUnits: bigint;
  promised: SignedVoucher | null;
}

/** A wrong result that anybody can be shown, and what has come of it. */
export interface FaultRecord {
  readonly evidence: Cid;
  readonly jobId: JobId;
  readonly taskIndex: number;
  readonly provider: PeerId;
  /** What jurors are asked to sign. */
  readonly verdict: FaultVerdict;
  readonly signatures: Map<Address, Signature>;
  takenUnits: bigint;
  /** Another verdict about the same task was carried out, so that this one takes nothing. */
  isSuperseded: boolean;
}

export interface State {
  readonly jobs: Map<JobId, JobRecord>;
  readonly attempts: Map<string, AttemptRecord>;
  readonly providers: Map<PeerId, ProviderRecord>;
  /** By `payer/payee`. */
  readonly accounts: Map<string, Account>;
  /** Attempts whose result was contradicted and of which no evidence is written yet. */
  readonly contradicted: Set<AttemptRecord>;
  /** By the CID of their evidence. */
  readonly faults: Map<Cid, FaultRecord>;
  /** Ended jobs whose tasks and attempts are still at hand, the oldest first, and how many of both those are. */
  readonly ended: { jobs: Set<JobRecord>; records: number };
}

/**
 * Of ended jobs so many tasks and attempts are kept at hand, for providers that were away and ask what became of theirs.
 * Beyond that the oldest job is put away when a new one comes: the journal has it all.
 */
const ENDED_RECORDS_MAX = 100_000;

export function emptyState(): State {
  return {
    jobs: new Map(),
    attempts: new Map(),
    providers: new Map(),
    accounts: new Map(),
    contradicted: new Set(),
    faults: new Map(),
    ended: { jobs: new Set(), records: 0 },
  };
}

/**
 * Moves the state by one event: the only place where it changes, and a function of nothing but the two, so that folding
 * the journal gives the same state again. It works in place, because jobs have many thousands of tasks.
 *
 * @throws GristmillError `INVARIANT_BROKEN` when the event contradicts the state.
 */
export function apply(state: State, { type, data }: CoordinatorEvent): void {
  switch (type) {
    case 'job.submitted': {
      state.jobs.set(data.jobId, newJob(data.jobId, data.signed, data.deadlineAtMs));
      putOldestAway(state);
      return;
    }
    case 'attempt.leased': {
      const job = jobOf(state, data.jobId);
      const { reservedUnits, nan = 'canonical', ...fields } = data;
      const attempt: AttemptRecord = {
        ...fields,
        nan,
        phase: 'leased',
        reservedUnits: 0n,
        earnedUnits: 0n,
        reported: null,
        reason: null,
      };
      state.attempts.set(data.attemptId, attempt);
      if (data.taskIndex === job.tasks.length) {
        job.tasks.push({
          index: data.taskIndex,
          nan,
          attempts: [],
          verified: null,
          slow: new Set(),
          avoided: new Set(),
          letDown: new Map(),
        });
      }
      taskOf(job, data.taskIndex).attempts.push(attempt);
      job.attempts += 1;
      job.live += 1;
      providerOf(state, data.provider).live.add(attempt);
      reserve(job, attempt, reservedUnits);
      return;
    }
    case 'attempt.resumed': {
      const { job, attempt, provider } = located(state, data.attemptId);
      expectPhase(attempt, 'lapsed');
      attempt.phase = 'leased';
      attempt.reason = null;
      attempt.expiresAtMs = data.expiresAtMs;
      job.live += 1;
      provider.live.add(attempt);
      reserve(job, attempt, data.reservedUnits);
      return;
    }
    case 'attempt.reported': {
      const { job, task, attempt, provider } = located(state, data.attemptId);
      const { receipt } = data.signed;
      if (attempt.phase === 'leased') endLease(state, job, attempt, provider);
      attempt.phase = 'reported';
      attempt.reported = {
        result: receipt.result,
        resultCid: resultCid(receipt.result),
        isTrusted: data.isTrusted ?? !isDistrusted(provider.standing),
        signed: data.signed,
      };
      if (!hasEnded(job)) provider.unjudged.add(attempt);
      if (isContested(task)) {
        task.nan = 'canonical';
        job.nan = 'canonical';
      }
      reserve(job, attempt, data.reservedUnits);
      addEnergy(job, receipt);
      addEnergy(provider, receipt);
      releaseUndecided(job, task);
      return;
    }
    case 'attempt.lapsed': {
      const { job, task, attempt, provider } = located(state, data.attemptId);
      expectPhase(attempt, 'leased');
      endLease(state, job, attempt, provider);
      attempt.phase = 'lapsed';
      attempt.reason = data.reason;
      reserve(job, attempt, 0n);
      if (isHeldAgainst(data.cause)) {
        provider.standing = afterLapse(provider.standing);
        provider.lapsed += 1;
      }
      if (data.cause !== 'declined' && data.cause !== 'revoked') {
        task.letDown.set(attempt.provider, (task.letDown.get(attempt.provider) ?? 0) + 1);
      }
      if (data.cause === 'expired' || data.cause === 'forgotten') {
        if (task.slow.has(attempt.provider)) task.avoided.add(attempt.provider);
        task.slow.add(attempt.provider);
      }
      releaseUndecided(job, task);
      return;
    }
    case 'attempt.rejected': {
      const { job, task, attempt, provider } = located(state, data.attemptId);
      if (attempt.phase === 'leased') {
        endLease(state, job, attempt, provider);
      } else {
        expectPhase(attempt, 'reported');
        if (isProvable(attempt)) state.contradicted.add(attempt);
      }
      attempt.phase = 'rejected';
      provider.unjudged.delete(attempt);
      attempt.reason = data.reason;
      reserve(job, attempt, 0n);
      job.attemptsRejected += 1;
      provider.rejected += 1;
      provider.standing = afterWrong(provider.standing);
      task.avoided.add(attempt.provider);
      releaseUndecided(job, task);
      return;
    }
    case 'attempt.excused': {
      const { job, attempt, provider } = located(state, data.attemptId);
      expectPhase(attempt, 'reported');
      attempt.phase = 'excused';
      if (attempt.reported !== null) attempt.reported.signed = null;
      job.nan = 'canonical';
      provider.unjudged.delete(attempt);
      attempt.reason = data.reason;
      reserve(job, attempt, 0n);
      return;
    }
    case 'attempt.accepted': {
      accept(state, data.attemptId, data.units);
      return;
    }
    case 'task.verified': {
      const job = jobOf(state, data.jobId);
      const task = taskOf(job, data.taskIndex);
      if (task.verified !== null) throw invariantBroken(`Task ${task.index} of ${job.jobId} was verified twice.`);
      for (const { attemptId, units } of data.right) accept(state, attemptId, units);
      task.verified = located(state, data.right[0]!.attemptId).attempt.reported;
      job.tasksVerified += 1;
      job.outputBytes += task.verified?.result.outputBytes ?? 0;
      if (job.state === 'running' && job.tasksVerified === job.taskCount) job.state = 'aggregating';
      return;
    }
    case 'job.delivered': {
      const job = jobOf(state, data.jobId);
      job.result = data.result;
      end(state, job, 'delivered');
      return;
    }
    case 'job.failed': {
      const job = jobOf(state, data.jobId);
      job.error = data.error;
      end(state, job, 'failed');
      return;
    }
    case 'job.cancelled': {
      end(state, jobOf(state, data.jobId), 'cancelled');
      return;
    }
    case 'provider.seen': {
      const known = state.providers.get(data.provider);
      if (known === undefined) state.providers.set(data.provider, newProvider(data));
      else Object.assign(known, { owner: data.owner, payee: data.payee, agent: data.agent });
      return;
    }
    case 'provider.blamed': {
      const provider = providerOf(state, data.provider);
      provider.standing = afterWrong(provider.standing);
      return;
    }
    case 'voucher.issued': {
      const { payer, payee, cumulative } = data.signed.voucher;
      const account = accountOf(state, payer, payee);
      if (cumulative <= promisedUnits(account) || cumulative > account.earnedUnits) {
        throw invariantBroken(
          `A voucher of ${cumulative} for ${payee}, who earned ${account.earnedUnits} and was promised ${promisedUnits(account)}.`,
        );
      }
      account.promised = data.signed;
      return;
    }
    case 'fault.evident': {
      // Its job may be put away by now: how long it is kept is no part of the journal.
      const attempt = state.attempts.get(data.attemptId);
      if (attempt !== undefined) {
        state.contradicted.delete(attempt);
        if (attempt.reported !== null) attempt.reported.signed = null;
      }
      const { evidence, verdict, jobId, taskIndex, provider } = data;
      const fault = { evidence, jobId, taskIndex, provider, verdict, signatures: new Map() };
      state.faults.set(evidence, { ...fault, takenUnits: 0n, isSuperseded: false });
      return;
    }
    case 'fault.confirmed': {
      faultOf(state, data.evidence).signatures.set(data.juror, data.signature);
      return;
    }
    case 'fault.slashed': {
      const fault = faultOf(state, data.evidence);
      if (data.takenUnits === null) fault.isSuperseded = true;
      else fault.takenUnits = data.takenUnits;
      return;
    }
  }
}

/** What verification looks at: the reports that are not yet judged, in the form that decides. */
export function factsOf(task: TaskRecord): ReportFact[] {
  return task.attempts.flatMap(({ attemptId, provider, owner, phase, reported, nan }) =>
    phase === 'reported' && reported !== null && nan === task.nan
      ? [{ attemptId, provider, owner, resultCid: reported.resultCid, isTrusted: reported.isTrusted }]
      : [],
  );
}

/** Whether others can be shown that a contradicted report is wrong: it says what it ran, in the form that decides. */
function isProvable({ nan, reported }: AttemptRecord): boolean {
  return nan === 'canonical' && reported?.signed?.receipt.assignment !== undefined;
}

/** Whether its optimistic reports differ, so that only canonical ones can tell a lie from a NaN. */
function isContested(task: TaskRecord): boolean {
  return task.nan === 'optimistic' && new Set(factsOf(task).map((fact) => fact.resultCid)).size > 1;
}

export function promisedUnits(account: Account): bigint {
  return account.promised?.voucher.cumulative ?? 0n;
}

export function located(
  state: State,
  attemptId: string,
): { job: JobRecord; task: TaskRecord; attempt: AttemptRecord; provider: ProviderRecord } {
  const attempt = state.attempts.get(attemptId);
  if (attempt === undefined) throw invariantBroken(`There is no attempt ${attemptId}.`);
  const job = jobOf(state, attempt.jobId);
  return { job, task: taskOf(job, attempt.taskIndex), attempt, provider: providerOf(state, attempt.provider) };
}

function newJob(jobId: JobId, { job: spec, signature }: SignedJob, deadlineAtMs: number): JobRecord {
  return {
    jobId,
    spec,
    taskCount: spec.tasks.length,
    signature,
    deadlineAtMs,
    state: 'running',
    nan: nanFormOf(spec.program),
    tasks: [],
    live: 0,
    tasksVerified: 0,
    attempts: 0,
    attemptsRejected: 0,
    outputBytes: 0,
    fuelUsed: 0n,
    spentUnits: 0n,
    reservedUnits: 0n,
    energyMillijoules: 0,
    gramsCO2e: 0,
    result: null,
    error: null,
  };
}

function newProvider(seen: Pick<ProviderRecord, 'provider' | 'owner' | 'payee' | 'agent'>): ProviderRecord {
  return {
    ...seen,
    standing: newcomer,
    live: new Set(),
    unjudged: new Set(),
    accepted: 0,
    rejected: 0,
    lapsed: 0,
    earnedUnits: 0n,
    energyMillijoules: 0,
    gramsCO2e: 0,
  };
}

function accept(state: State, attemptId: string, units: bigint): void {
  const { job, attempt, provider } = located(state, attemptId);
  expectPhase(attempt, 'reported');
  attempt.phase = 'accepted';
  provider.unjudged.delete(attempt);
  reserve(job, attempt, 0n);
  attempt.earnedUnits = units;
  if (attempt.reported !== null) attempt.reported.signed = null;
  job.spentUnits += units;
  job.fuelUsed = smaller(job.fuelUsed + (attempt.reported?.result.fuelUsed ?? 0n), FUEL_MAX);
  assertWithinBudget(job);
  provider.accepted += 1;
  provider.earnedUnits += units;
  provider.standing = afterRight(provider.standing);
  accountOf(state, job.spec.payer, attempt.payee).earnedUnits += units;
}

function end(state: State, job: JobRecord, to: 'delivered' | 'failed' | 'cancelled'): void {
  if (hasEnded(job)) throw invariantBroken(`Job ${job.jobId} is ${job.state} and cannot become ${to}.`);
  job.state = to;
  for (const task of job.tasks) {
    releaseUndecided(job, task);
    for (const attempt of task.attempts) providerOf(state, attempt.provider).unjudged.delete(attempt);
  }
  noteEnd(state, job);
}

/** An ended job of which nothing is out any more changes no more. */
function noteEnd({ ended }: State, job: JobRecord): void {
  if (!hasEnded(job) || job.live > 0 || ended.jobs.has(job)) return;
  ended.jobs.add(job);
  ended.records += recordsOf(job);
}

function putOldestAway(state: State): void {
  const { ended, attempts, contradicted } = state;
  for (const job of ended.jobs) {
    if (ended.records <= ENDED_RECORDS_MAX) return;
    ended.jobs.delete(job);
    ended.records -= recordsOf(job);
    for (const attempt of job.tasks.flatMap((task) => task.attempts)) {
      attempts.delete(attempt.attemptId);
      contradicted.delete(attempt);
    }
    job.tasks = [];
    job.spec = { ...job.spec, tasks: [] };
  }
}

/** What an ended job keeps in memory, its tasks that nobody ever tried included. */
function recordsOf({ taskCount, attempts }: JobRecord): number {
  return taskCount + attempts;
}

/** Reports of an ended job that nothing out there can decide any more hold no money. */
function releaseUndecided(job: JobRecord, task: TaskRecord): void {
  if (!hasEnded(job) || task.verified !== null || task.attempts.some(({ phase }) => phase === 'leased')) return;
  for (const attempt of task.attempts) reserve(job, attempt, 0n);
}

function endLease(state: State, job: JobRecord, attempt: AttemptRecord, provider: ProviderRecord): void {
  job.live -= 1;
  provider.live.delete(attempt);
  noteEnd(state, job);
}

function reserve(job: JobRecord, attempt: AttemptRecord, units: bigint): void {
  job.reservedUnits += units - attempt.reservedUnits;
  attempt.reservedUnits = units;
  assertWithinBudget(job);
}

function isHeldAgainst(cause: LapseCause): boolean {
  return cause !== 'revoked';
}

/** Saturating: what a device says of its own energy may be any number. */
function addEnergy(
  sums: { energyMillijoules: number; gramsCO2e: number },
  { energyMillijoules, gramsCO2e }: Receipt,
): void {
  sums.energyMillijoules = Math.min(sums.energyMillijoules + energyMillijoules, Number.MAX_SAFE_INTEGER);
  sums.gramsCO2e = Math.min(sums.gramsCO2e + gramsCO2e, Number.MAX_SAFE_INTEGER);
}

/** What integers on the wire hold: a job that costs nothing may allow any fuel. */
const FUEL_MAX = 2n ** 63n - 1n;

function smaller(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}

function expectPhase(attempt: AttemptRecord, phase: AttemptPhase): void {
  if (attempt.phase !== phase) throw invariantBroken(`Attempt ${attempt.attemptId} is ${attempt.phase}, not ${phase}.`);
}

function jobOf(state: State, jobId: JobId): JobRecord {
  const job = state.jobs.get(jobId);
  if (job === undefined) throw invariantBroken(`There is no job ${jobId}.`);
  return job;
}

function taskOf(job: JobRecord, index: number): TaskRecord {
  const task = job.tasks[index];
  if (task === undefined) throw invariantBroken(`Task ${index} of job ${job.jobId} was never leased.`);
  return task;
}

function faultOf(state: State, evidence: Cid): FaultRecord {
  const fault = state.faults.get(evidence);
  if (fault === undefined) throw invariantBroken(`There is no evidence ${evidence}.`);
  return fault;
}

function providerOf(state: State, peer: PeerId): ProviderRecord {
  const provider = state.providers.get(peer);
  if (provider === undefined) throw invariantBroken(`Provider ${peer} was never seen.`);
  return provider;
}

function accountOf(state: State, payer: Address, payee: Address): Account {
  const key = `${payer}/${payee}`;
  let account = state.accounts.get(key);
  if (account === undefined) {
    account = { payer, payee, earnedUnits: 0n, promised: null };
    state.accounts.set(key, account);
  }
  return account;
}
