import type { Address, Job, JobId, PeerId } from '@gristmill/protocol';
import { judge } from '@gristmill/verification';
import { ceilingUnits, fits, fitsFresh } from './budget.ts';
import { type AttemptRecord, factsOf, type JobRecord, located, type State, type TaskRecord } from './state.ts';
import type { Trust } from './trust.ts';

/** The sandbox profile that programs of protocol version 1 are written for. */
const PROFILE = 'gristmill-1';
const PAGE_BYTES = 65_536;

/** A provider with a free slot, as matching sees it. */
export interface Candidate {
  readonly provider: PeerId;
  readonly owner: Address;
  /** Whether its word counts. */
  readonly isTrusted: boolean;
  readonly profiles: readonly string[];
  /** What its leases leave of the memory it offers. */
  readonly freeMemoryBytes: number;
  readonly unitsPerGigafuelMin: bigint;
  /** Whether it may begin a task, or only second what others began. */
  readonly mayBegin: boolean;
}

/** Whether a device can run one of a job's tasks now, and wants to for its price. */
function suits(spec: Job, { profiles, freeMemoryBytes, unitsPerGigafuelMin }: Candidate): boolean {
  return (
    profiles.includes(PROFILE) &&
    freeMemoryBytes >= spec.limits.memoryPages * PAGE_BYTES &&
    unitsPerGigafuelMin <= spec.unitsPerGigafuel
  );
}

/** How many more attempts a task may be leased now: the votes it still wants, less the attempts that are out. */
export function openings(job: JobRecord, task: TaskRecord): number {
  if (job.state !== 'running' || task.verified !== null) return 0;
  const judgement = judge(job.spec.verification, factsOf(task));
  if (judgement.kind !== 'undecided') return 0;
  return judgement.wanted - task.attempts.filter(({ phase, nan }) => phase === 'leased' && nan === task.nan).length;
}

/** `'never'`: not while things are as they are for this task. `'later'`: others must come first. */
type Admission = 'now' | 'later' | 'never';

type IsTrusted = Trust['isTrusted'];

/**
 * Whether a candidate may be one of a task's attempts. Owner and device have one each (in either form of NaNs), and whoever is not trusted may
 * only be where somebody trusted is, or must still come to make the quorum.
 */
function admits(job: JobRecord, task: TaskRecord, candidate: Candidate, isTrusted: IsTrusted): Admission {
  if (openings(job, task) <= 0 || isAvoided(task, candidate.provider)) return 'never';
  if (takesPart(task, candidate)) return 'never';
  if (candidate.isTrusted) return 'now';
  const present = presentIn(task);
  const doubtful = present.filter((attempt) => !counts(attempt, isTrusted)).length;
  const hasCompany = doubtful < present.length || doubtful + 1 < job.spec.verification.quorum;
  return hasCompany && leavesRoom(job, task, candidate, isTrusted) ? 'now' : 'later';
}

/**
 * Whether a lapsed attempt may still be taken up or reported: the task is open, neither its owner nor its device has
 * another part in it, and it uses up no attempt that is kept for others.
 */
export function mayStillCount(state: State, attempt: AttemptRecord, { isTrusted }: Pick<Trust, 'isTrusted'>): boolean {
  const { job, task } = located(state, attempt.attemptId);
  const { provider, owner, nan } = attempt;
  if (job.state !== 'running' || task.verified !== null || nan !== task.nan) return false;
  const candidate = { provider, owner, isTrusted: isTrusted(provider) };
  return !takesPart(task, candidate) && leavesRoom(job, task, candidate, isTrusted);
}

/** The attempts that are out or reported, in the form that decides. */
function presentIn({ attempts, nan }: TaskRecord): AttemptRecord[] {
  return attempts.filter(({ phase, nan: form }) => (phase === 'leased' || phase === 'reported') && form === nan);
}

function takesPart(task: TaskRecord, { owner, provider }: Pick<Candidate, 'owner' | 'provider'>): boolean {
  return presentIn(task).some((attempt) => attempt.owner === owner || attempt.provider === provider);
}

/**
 * Whether one more attempt leaves enough for those that are out and, where opinions differ, for a quorum of the trusted
 * alone: no crowd of newcomers can use a task up.
 */
function leavesRoom(
  { spec }: JobRecord,
  task: TaskRecord,
  candidate: Pick<Candidate, 'isTrusted'>,
  isTrusted: IsTrusted,
): boolean {
  const { quorum, attemptsMax } = spec.verification;
  const present = presentIn(task);
  const left = attemptsMax - present.length - 1;
  const isContested = new Set(factsOf(task).map(({ resultCid }) => resultCid)).size > 1;
  if (candidate.isTrusted || !isContested) return left >= 0;
  return left >= quorum - present.filter((attempt) => counts(attempt, isTrusted)).length;
}

/** Whether the word of an attempt's provider counts: as it did when it reported, or as it would now. */
function counts({ provider, reported }: AttemptRecord, isTrusted: IsTrusted): boolean {
  return reported === null ? isTrusted(provider) : reported.isTrusted;
}

/** Whether a task has had enough of a provider: it reported it wrongly, or let it down too often. */
function isAvoided({ avoided, letDown }: TaskRecord, provider: PeerId): boolean {
  return avoided.has(provider) || (letDown.get(provider) ?? 0) >= LET_DOWN_MAX;
}

/** Leases of one task that one provider may leave without a result. */
const LET_DOWN_MAX = 3;

export interface Matcher {
  /** A job has begun, or goes on after a restart. */
  add(job: JobRecord): void;
  /** Something about a task changed, so that it may want another attempt. */
  reconsider(job: JobRecord, taskIndex: number): void;
  /** Keeps a task from a provider that just gave it back, until the function that this gives is called. */
  rest(job: JobRecord, taskIndex: number, provider: PeerId): () => void;
  /** Whether any job wants an attempt and has money for it, whoever makes it. */
  hasOpenings(): boolean;
  /**
   * The best task for a provider with a free slot: of the jobs in turn, one that has a report and needs another or that
   * was let down, else one that nobody has tried, else one that somebody is at work on. Amortised constant time in the number of tasks.
   */
  choose(candidate: Candidate): { job: JobRecord; taskIndex: number } | null;
}

export function createMatcher(state: Pick<State, 'jobs'>, { isTrusted }: Pick<Trust, 'isTrusted'>): Matcher {
  /** Of running jobs; the front has waited longest for a lease. */
  const queues = new Map<JobId, { urgent: TaskQueue; leased: TaskQueue }>();
  const resting = new WeakMap<TaskRecord, Set<PeerId>>();

  function* running(): Generator<JobRecord> {
    for (const jobId of queues.keys()) {
      const job = state.jobs.get(jobId)!;
      if (job.state === 'running') yield job;
      else queues.delete(jobId);
    }
  }

  function chooseIn(job: JobRecord, candidate: Candidate): number | null {
    const { urgent, leased } = queues.get(job.jobId)!;
    const admit = (index: number): Admission => {
      const task = job.tasks[index]!;
      if (resting.get(task)?.has(candidate.provider) === true) return 'never';
      return admits(job, task, candidate, isTrusted);
    };
    return urgent.next(candidate.provider, admit) ?? fresh(job, candidate) ?? leased.next(candidate.provider, admit);
  }

  return {
    add(job) {
      const isWanted = (index: number): boolean => openings(job, job.tasks[index]!) > 0;
      queues.set(job.jobId, { urgent: createTaskQueue(isWanted), leased: createTaskQueue(isWanted) });
      for (const task of job.tasks) this.reconsider(job, task.index);
    },
    reconsider(job, taskIndex) {
      const task = job.tasks[taskIndex];
      const of = queues.get(job.jobId);
      if (task === undefined || of === undefined || openings(job, task) <= 0) return;
      (isUrgent(task) ? of.urgent : of.leased).push(taskIndex);
    },
    rest(job, taskIndex, provider) {
      const task = job.tasks[taskIndex]!;
      const peers = resting.get(task) ?? new Set();
      resting.set(task, peers.add(provider));
      return () => {
        peers.delete(provider);
        this.reconsider(job, taskIndex);
      };
    },
    hasOpenings() {
      for (const job of running()) {
        if (!fits(job, ceilingUnits(job.spec))) continue;
        const { urgent, leased } = queues.get(job.jobId)!;
        if (canBegin(job) || urgent.isWanted() || leased.isWanted()) return true;
      }
      return false;
    },
    choose(candidate) {
      for (const job of running()) {
        if (!suits(job.spec, candidate) || !fits(job, ceilingUnits(job.spec))) continue;
        const taskIndex = chooseIn(job, candidate);
        if (taskIndex === null) continue;
        const of = queues.get(job.jobId)!;
        queues.delete(job.jobId);
        queues.set(job.jobId, of);
        return { job, taskIndex };
      }
      return null;
    },
  };
}

function isUrgent({ attempts }: TaskRecord): boolean {
  return attempts.some(({ phase }) => phase === 'reported') || !attempts.some(({ phase }) => phase === 'leased');
}

function canBegin(job: JobRecord): boolean {
  return job.tasks.length < job.taskCount && fitsFresh(job);
}

function fresh(job: JobRecord, { isTrusted, mayBegin }: Candidate): number | null {
  if (!mayBegin || !canBegin(job)) return null;
  return job.spec.verification.quorum === 1 && !isTrusted ? null : job.tasks.length;
}

interface TaskQueue {
  push(index: number): void;
  /** Whether anything in it still wants an attempt. */
  isWanted(): boolean;
  next(reader: PeerId, admit: (index: number) => Admission): number | null;
}

/**
 * Tasks that want attempts, in the order in which they came to want them. Each provider passes each entry once; a task
 * whose circumstances change comes in again at the end. So no provider ever looks twice at what it cannot have, and what
 * nobody can have any more leaves at the front.
 */
function createTaskQueue(isWanted: (index: number) => boolean): TaskQueue {
  const log: number[] = [];
  /** Entries that have left, and of those that have not, how many at the front nobody wants. */
  let gone = 0;
  let passed = 0;
  const positions = new Map<PeerId, number>();

  function advance(): void {
    while (passed < log.length && !isWanted(log[passed]!)) passed += 1;
    // Seldom enough that moving the rest costs each entry little.
    if (passed < 64 || passed * 2 < log.length) return;
    log.splice(0, passed);
    gone += passed;
    passed = 0;
  }

  return {
    push(index) {
      log.push(index);
    },
    isWanted() {
      advance();
      return passed < log.length;
    },
    next(reader, admit) {
      advance();
      let position = Math.max(positions.get(reader) ?? 0, gone + passed);
      try {
        for (; position < gone + log.length; position++) {
          const index = log[position - gone]!;
          const admission = admit(index);
          if (admission === 'now') return index;
          if (admission === 'later') return null;
        }
        return null;
      } finally {
        positions.set(reader, position);
      }
    },
  };
}
