import {
  asGristmillError,
  type Clock,
  type Hello,
  ownerOf,
  type PeerId,
  type Settlement,
  type WorkMessage,
  type WorkStream,
} from '@gristmill/protocol';
import type { Alarms } from './alarms.ts';
import { hasEnded } from './budget.ts';
import { messageUnexpected, programTooSlow } from './errors.ts';
import type { Finishing } from './finishing.ts';
import type { Leasing } from './leasing.ts';
import { mayStillCount } from './matching.ts';
import type { Recorder } from './recorder.ts';
import type { Reporting } from './reporting.ts';
import type { Session, Sessions } from './sessions.ts';
import { type AttemptRecord, type JobRecord, located, type State } from './state.ts';
import type { Trust } from './trust.ts';

export interface Attending {
  /** Talks with one provider until its stream ends. Whatever it sends, this never throws. */
  attend(stream: WorkStream): void;
  /** Gives a provider that is away `graceMs` to come back before its leases lapse. */
  awaitReturn(peer: PeerId, graceMs: number): void;
}

/** Reports of one provider whose outputs may be on their way at a time; further messages wait their turn. */
const ARRIVING_MAX = 32;

/** Lies about whose work something is, as against clumsiness. */
const BLAMED = new Set(['RECEIPT_SIGNATURE_INVALID', 'ATTEMPT_FOREIGN']);

/** What a provider declines with when its engine takes too long to check and compile the program. */
const PROGRAM_TOO_SLOW = 'PROGRAM_PREPARATION_EXCEEDED';
/** A device that is told to stop has nothing against the task; one that cannot compile the program is not to blame. */
const EXCUSED_DECLINES = new Set(['PROVIDER_STOPPING', PROGRAM_TOO_SLOW]);

export function createAttending({
  state,
  recorder,
  alarms,
  sessions,
  leasing,
  reporting,
  finishing,
  trust,
  clock,
  coordinator,
  settlement,
  tuning,
  log,
}: {
  state: State;
  recorder: Recorder;
  alarms: Alarms;
  sessions: Sessions;
  leasing: Leasing;
  reporting: Reporting;
  finishing: Finishing;
  trust: Trust;
  clock: Clock;
  coordinator: PeerId;
  settlement: Settlement;
  tuning: { helloTimeoutMs: number; reconnectGraceMs: number; slotsMax: number };
  log: (message: string, error?: unknown) => void;
}): Attending {
  const awayUntilMs = new Map<PeerId, number>();
  /** The newest session of each peer, from its hello on: it stands while the journal still writes it down. */
  const newest = new Map<PeerId, Session>();
  /** Leases from before a restart, which may never have been sent: nobody can be said to have forgotten them. */
  const inherited = new Set([...state.providers.values()].flatMap(({ live }) => [...live]));

  async function converse(stream: WorkStream): Promise<void> {
    let session: Session | null = null;
    const arriving = new Set<Promise<void>>();
    alarms.at(clock.now() + tuning.helloTimeoutMs, () => {
      if (session === null) close(stream);
    });
    try {
      for await (const message of stream.messages()) {
        if (session === null) {
          session = greet(stream, expectHello(message));
        } else if (message.type === 'report') {
          const current: Session = session;
          const handled: Promise<void> = reporting
            .receive(current, message)
            .catch((error: unknown) => refuse(stream, error))
            .catch((error: unknown) => log(`The stream of ${stream.peer} failed.`, error))
            .finally(() => arriving.delete(handled));
          arriving.add(handled);
          if (arriving.size >= ARRIVING_MAX) await Promise.race(arriving);
        } else {
          listen(session, message);
        }
      }
    } catch (error) {
      refuse(stream, error);
    } finally {
      close(stream);
      if (session !== null) bid(session);
    }
  }

  /** Enters a provider, and settles which of its leases still stand on both sides. */
  function greet(stream: WorkStream, hello: Hello): Session {
    const { peer } = stream;
    const { agent, payee } = hello;
    const owner = ownerOf(peer, hello.ownership, clock.now());
    sessions.retire(peer);
    const session: Session = {
      peer,
      stream,
      hello,
      owner,
      freeSlots: Math.min(hello.slots, tuning.slotsMax),
      arriving: new Set(),
      ended: new AbortController(),
    };
    newest.set(peer, session);
    awayUntilMs.delete(peer);
    const known = state.providers.get(peer);
    if (known === undefined || known.owner !== owner || known.payee !== payee || known.agent !== agent) {
      recorder.record([{ type: 'provider.seen', data: { provider: peer, owner, payee, agent } }]);
    }
    // What it has at stake is asked for beside the conversation; until then it counts as unbonded.
    void trust.learn(peer);
    const holding = new Set(hello.holding);
    const live = [...state.providers.get(peer)!.live];
    const missing = live.filter(({ attemptId }) => !holding.has(attemptId));
    for (const attempt of missing) {
      leasing.lapse([attempt], inherited.has(attempt) ? 'revoked' : 'forgotten', 'the provider came back without it');
    }
    for (const attempt of live) inherited.delete(attempt);
    const drop = hello.holding.filter((attemptId) => !isWantedFrom(peer, state.attempts.get(attemptId)));
    for (const attemptId of holding) {
      const attempt = state.attempts.get(attemptId);
      if (attempt?.phase === 'lapsed' && isWantedFrom(peer, attempt)) leasing.resume(attempt);
    }
    leasing.lapse(
      live.filter(({ attemptId, phase }) => phase === 'leased' && drop.includes(attemptId)),
      'revoked',
      'the job has ended',
    );
    recorder.record([], () => {
      if (session.ended.signal.aborted) return;
      sessions.enter(session);
      sessions.sendOn(stream, welcomeOf(drop), ...paymentsFor(payee));
      leasing.wake();
    });
    return session;
  }

  function isWantedFrom(peer: PeerId, attempt: AttemptRecord | undefined): boolean {
    if (attempt === undefined || attempt.provider !== peer) return false;
    if (attempt.phase === 'lapsed') return mayStillCount(state, attempt, trust);
    const { job, task } = located(state, attempt.attemptId);
    return attempt.phase === 'leased' && (task.verified !== null || !hasEnded(job));
  }

  function welcomeOf(drop: string[]): WorkMessage {
    const { chainId, escrow, signer } = settlement;
    return { type: 'welcome', coordinator, chainId, escrow, signer, drop };
  }

  function paymentsFor(payee: Hello['payee']): WorkMessage[] {
    return [...state.accounts.values()].flatMap((account) =>
      account.payee === payee && account.promised !== null ? [{ type: 'payment', voucher: account.promised }] : [],
    );
  }

  function listen(session: Session, message: WorkMessage): void {
    if (message.type === 'ready') {
      session.freeSlots = Math.min(session.freeSlots + message.slots, tuning.slotsMax);
      leasing.wake();
      return;
    }
    if (message.type !== 'decline') throw messageUnexpected(message.type, 'ready, report or decline');
    const attempt = state.attempts.get(message.attemptId);
    if (attempt?.provider !== session.peer || attempt.phase !== 'leased') return;
    const cause = EXCUSED_DECLINES.has(message.code) ? 'revoked' : 'declined';
    leasing.giveBack(attempt, cause, `${message.code}: ${message.message}`);
    if (message.code === PROGRAM_TOO_SLOW) blameProgram(located(state, attempt.attemptId).job);
  }

  /**
   * A program that as many owners as make a quorum cannot prepare is the job's fault, when nobody has run it yet and
   * nobody else is trying: the first to answer may be the slowest.
   */
  function blameProgram(job: JobRecord): void {
    const attempts = job.tasks.flatMap((task) => task.attempts);
    const slow = attempts.filter(({ reason }) => reason?.startsWith(`${PROGRAM_TOO_SLOW}:`) === true);
    const slowPeers = new Set(slow.map(({ provider }) => provider));
    const isHopeful = attempts.some(
      ({ reported, phase, provider }) => reported !== null || (phase === 'leased' && !slowPeers.has(provider)),
    );
    const owners = new Set(slow.filter(({ provider }) => trust.isTrusted(provider)).map(({ owner }) => owner));
    if (isHopeful || owners.size < job.spec.verification.quorum) return;
    finishing.fail(job, programTooSlow(owners.size));
  }

  /** Says what was wrong, and hangs up. An error of our own is not the provider's to hear of: it will come again. */
  function refuse(stream: WorkStream, error: unknown): void {
    const { code, message, hint, fault } = asGristmillError(error);
    if (fault === 'peer') sessions.sendOn(stream, { type: 'refusal', code, message, hint });
    log(`The stream of ${stream.peer} ends.`, error);
    if (BLAMED.has(code)) {
      recorder.record([{ type: 'provider.blamed', data: { provider: stream.peer, code, message } }]);
    }
    close(stream);
  }

  /** The end of a session: whatever it holds waits for its return. */
  function bid(session: Session): void {
    session.ended.abort();
    if (newest.get(session.peer) !== session) return;
    newest.delete(session.peer);
    if (sessions.get(session.peer) === session) sessions.retire(session.peer);
    awaitReturn(session.peer, tuning.reconnectGraceMs);
  }

  function awaitReturn(peer: PeerId, graceMs: number): void {
    const untilMs = clock.now() + graceMs;
    awayUntilMs.set(peer, untilMs);
    alarms.at(untilMs, () => {
      if (awayUntilMs.get(peer) !== untilMs) return;
      awayUntilMs.delete(peer);
      if (!newest.has(peer)) {
        leasing.lapse([...state.providers.get(peer)!.live], 'vanished', 'the provider went away');
      }
    });
  }

  return {
    attend(stream) {
      converse(stream).catch((error: unknown) => log(`The stream of ${stream.peer} failed.`, error));
    },
    awaitReturn,
  };
}

function expectHello(message: WorkMessage): Hello {
  if (message.type !== 'hello') throw messageUnexpected(message.type, 'hello');
  return message;
}

function close(stream: WorkStream): void {
  stream.close().catch(() => {});
}
