import {
  assignmentOf,
  type Clock,
  type Lease,
  type Limits,
  type NanForm,
  type PeerId,
  type Random,
} from '@gristmill/protocol';
import { newcomer, reputationOf } from '@gristmill/verification';
import type { Alarms } from './alarms.ts';
import { ceilingUnits, fits, hasEnded, isExhausted } from './budget.ts';
import type { LapseCause } from './events.ts';
import { type Candidate, type Matcher, openings } from './matching.ts';
import type { Recorder } from './recorder.ts';
import type { Session, Sessions } from './sessions.ts';
import { type AttemptRecord, type JobRecord, located, type State } from './state.ts';
import type { Trust } from './trust.ts';

export interface Leasing {
  /** Something changed for this job: leases what can be leased, at the end of this turn of the event loop. */
  wake(job?: JobRecord): void;
  /** Takes a lapsed lease up again, if an attempt at its task is wanted and the budget covers it. */
  resume(attempt: AttemptRecord): void;
  /** Ends leases without a result; their tasks go elsewhere. `cause` gives way to `revoked` when the job was withdrawn. */
  lapse(attempts: readonly AttemptRecord[], cause: LapseCause, reason: string): void;
  /** The provider gave a lease back: it lapses, and its task comes to that provider again no sooner than in a minute, then in two. */
  giveBack(attempt: AttemptRecord, cause: LapseCause, reason: string): void;
  /** Sees to it that a lease lapses when its time is up, but not before `notBeforeMs`. */
  watch(attempt: AttemptRecord, notBeforeMs?: number): void;
}

export interface LeasingTuning {
  /** How long a lease holds. */
  leaseMs: (limits: Limits) => number;
  /** Most leases that one provider holds at a time; `slotsMaxUnproven` until a result of it was believed. */
  slotsMax: number;
  slotsMaxUnproven: number;
}

export function createLeasing({
  state,
  recorder,
  alarms,
  sessions,
  matcher,
  trust,
  clock,
  random,
  tuning,
  onExhausted,
  onError,
}: {
  state: State;
  recorder: Recorder;
  alarms: Alarms;
  sessions: Sessions;
  matcher: Matcher;
  trust: Pick<Trust, 'isTrusted' | 'bondOf'>;
  clock: Clock;
  random: Random;
  tuning: LeasingTuning;
  onExhausted: (job: JobRecord) => void;
  onError: (error: unknown) => void;
}): Leasing {
  const touched = new Set<JobRecord>();
  /** Leases that each provider gave back in the last `REST_MS`. */
  const givenBack = new Map<PeerId, number>();
  let isAwake = false;

  function wake(job?: JobRecord): void {
    if (job !== undefined) touched.add(job);
    if (isAwake) return;
    isAwake = true;
    queueMicrotask(() => {
      isAwake = false;
      try {
        dispatch();
      } catch (error) {
        onError(error);
      }
    });
  }

  function dispatch(): void {
    if (matcher.hasOpenings()) deal();
    const changed = [...touched];
    touched.clear();
    for (const job of changed) if (isExhausted(job)) onExhausted(job);
  }

  /** Deals tasks round by round, one a provider: those whose word counts first, and of them the best reputation. */
  function deal(): void {
    let idle = [...sessions.all()]
      .filter((session) => capacity(session) > 0)
      .map((session) => ({ session, rank: rankOf(session.peer) }))
      .toSorted((a, b) => b.rank - a.rank)
      .map(({ session }) => session);
    while (idle.length > 0) {
      const idleStill: Session[] = [];
      for (const session of idle) {
        const choice = matcher.choose(candidateOf(session));
        if (choice === null) continue;
        lease(session, choice.job, choice.taskIndex);
        if (!matcher.hasOpenings()) return;
        if (capacity(session) > 0) idleStill.push(session);
      }
      idle = idleStill;
    }
  }

  function rankOf(peer: PeerId): number {
    return (trust.isTrusted(peer) ? 1 : 0) + reputationOf(state.providers.get(peer)!.standing);
  }

  /** Whether a provider may hold many leases: a result of it was believed, or it has something to lose. */
  function isProven(peer: PeerId): boolean {
    const { standing } = state.providers.get(peer)!;
    const hasShown = reputationOf(standing) > reputationOf(newcomer) || trust.bondOf(peer).securedUnits > 0n;
    return hasShown && trust.isTrusted(peer);
  }

  function leaseMs({ spec }: JobRecord): number {
    return Math.min(tuning.leaseMs(spec.limits), LEASE_MS_MAX);
  }

  /** What a device gave back in the last minute counts as held: one that can run nothing must not spin through a job. */
  function capacity({ peer, freeSlots }: Session): number {
    if (freeSlots <= 0) return 0;
    const held = state.providers.get(peer)!.live.size + (givenBack.get(peer) ?? 0);
    return Math.min(freeSlots, (isProven(peer) ? tuning.slotsMax : tuning.slotsMaxUnproven) - held);
  }

  /** Memory that no lease of this provider may take: its slots share what the device has. */
  function freeMemoryBytes({ peer, hello }: Session): number {
    const { live } = state.providers.get(peer)!;
    const pages = [...live].reduce((sum, { jobId }) => sum + state.jobs.get(jobId)!.spec.limits.memoryPages, 0);
    return hello.capabilities.memoryBytes - pages * PAGE_BYTES;
  }

  function candidateOf(session: Session): Candidate {
    const { peer, hello } = session;
    const { live, unjudged } = state.providers.get(peer)!;
    return {
      provider: peer,
      owner: session.owner,
      isTrusted: trust.isTrusted(peer),
      profiles: hello.capabilities.profiles,
      freeMemoryBytes: freeMemoryBytes(session),
      unitsPerGigafuelMin: hello.unitsPerGigafuelMin,
      mayBegin: isProven(peer) || live.size + unjudged.size < tuning.slotsMaxUnproven,
    };
  }

  function lease(session: Session, job: JobRecord, taskIndex: number): void {
    const attemptId = Buffer.from(random.bytes(16)).toString('hex');
    session.freeSlots -= 1;
    const expiresInMs = leaseMs(job);
    const nan = job.tasks[taskIndex]?.nan ?? job.nan;
    recorder.record(
      [
        {
          type: 'attempt.leased',
          data: {
            jobId: job.jobId,
            taskIndex,
            attemptId,
            provider: session.peer,
            owner: session.owner,
            payee: session.hello.payee,
            reservedUnits: ceilingUnits(job.spec),
            expiresAtMs: clock.now() + expiresInMs,
            nan,
          },
        },
      ],
      () => {
        const { attempt } = located(state, attemptId);
        const isStillWanted = attempt.phase === 'leased';
        if (!isStillWanted || sessions.get(session.peer) !== session) return;
        if (sessions.send(session.peer, leaseOf(job, taskIndex, attemptId, expiresInMs, nan))) return;
        session.freeSlots += 1;
        giveBack(attempt, 'revoked', 'the lease could not be sent');
      },
    );
    matcher.reconsider(job, taskIndex);
    watch(located(state, attemptId).attempt);
  }

  function watch(attempt: AttemptRecord, notBeforeMs = 0): void {
    const { attemptId, provider, expiresAtMs } = attempt;
    // When it was resumed since, it is watched anew.
    const isMoot = (): boolean => attempt.phase !== 'leased' || attempt.expiresAtMs !== expiresAtMs;
    const ring = (): void => {
      const session = sessions.get(provider);
      if (session?.arriving.has(attemptId) === true) {
        watch(attempt, clock.now() + ARRIVAL_MS);
        return;
      }
      lapse([attempt], session === undefined ? 'vanished' : 'expired', 'the lease ran out');
      sessions.send(provider, { type: 'revoke', attemptIds: [attemptId] });
    };
    alarms.at(Math.max(expiresAtMs, notBeforeMs), ring, isMoot);
  }

  function lapse(attempts: readonly AttemptRecord[], cause: LapseCause, reason: string): void {
    for (const { attemptId, jobId, taskIndex, provider } of attempts) {
      const { job, task } = located(state, attemptId);
      const isWithdrawn = hasEnded(job) && task.verified === null;
      recorder.record([
        {
          type: 'attempt.lapsed',
          data: { jobId, taskIndex, attemptId, provider, cause: isWithdrawn ? 'revoked' : cause, reason },
        },
      ]);
      matcher.reconsider(job, taskIndex);
      wake(job);
    }
  }

  function giveBack(attempt: AttemptRecord, cause: LapseCause, reason: string): void {
    const { provider, taskIndex, attemptId } = attempt;
    const { job, task } = located(state, attemptId);
    lapse([attempt], cause, reason);
    const allow = matcher.rest(job, taskIndex, provider);
    const lapses = task.attempts.filter((other) => other.provider === provider && other.phase === 'lapsed').length;
    const restMs = REST_MS * 2 ** Math.min(lapses - 1, REST_DOUBLINGS_MAX);
    const goOn = (): void => {
      allow();
      wake(job);
    };
    alarms.at(clock.now() + restMs, goOn, () => hasEnded(job));
    givenBack.set(provider, (givenBack.get(provider) ?? 0) + 1);
    alarms.at(clock.now() + REST_MS, () => {
      const others = givenBack.get(provider)! - 1;
      if (others > 0) givenBack.set(provider, others);
      else givenBack.delete(provider);
      wake();
    });
  }

  function resume(attempt: AttemptRecord): void {
    const { job, task } = located(state, attempt.attemptId);
    const reservedUnits = ceilingUnits(job.spec);
    if (attempt.nan !== task.nan || openings(job, task) <= 0 || !fits(job, reservedUnits)) return;
    const { attemptId, jobId, taskIndex, provider } = attempt;
    const expiresAtMs = clock.now() + leaseMs(job);
    recorder.record([
      { type: 'attempt.resumed', data: { jobId, taskIndex, attemptId, provider, reservedUnits, expiresAtMs } },
    ]);
    watch(attempt);
  }

  return { wake, resume, lapse, giveBack, watch };
}

/** Of `limits.memoryPages`. */
const PAGE_BYTES = 65_536;

/** A job may name any wall-clock limit; no lease is longer than a day. */
const LEASE_MS_MAX = 86_400_000;

/** How long a task stays away from a provider that gave it back: twice as long each time, up to about a day. */
const REST_MS = 60_000;
const REST_DOUBLINGS_MAX = 10;

/** How often to look again for a report whose output is on its way when its lease runs out. */
const ARRIVAL_MS = 1_000;

function leaseOf(
  { jobId, spec }: JobRecord,
  taskIndex: number,
  attemptId: string,
  expiresInMs: number,
  nan: NanForm,
): Lease {
  return {
    type: 'lease',
    attemptId,
    jobId,
    taskIndex,
    ...assignmentOf(jobId, spec, taskIndex, nan),
    unitsPerGigafuel: spec.unitsPerGigafuel,
    expiresInMs,
  };
}
