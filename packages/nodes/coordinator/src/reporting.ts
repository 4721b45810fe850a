import {
  asGristmillError,
  assignmentCid,
  assignmentOf,
  type BlobStore,
  type Clock,
  isReceiptSignedBy,
  matchesCid,
  nanFormOfReceipt,
  type PeerId,
  type Receipt,
  type Report,
  type Result,
  type Transport,
  type WorkMessage,
} from '@gristmill/protocol';
import { judge } from '@gristmill/verification';
import { fits, hasEnded, priceUnits } from './budget.ts';
import { attemptForeign, type JobError, receiptSignatureInvalid } from './errors.ts';
import type { CoordinatorEvent } from './events.ts';
import type { Finishing } from './finishing.ts';
import type { Leasing } from './leasing.ts';
import { type Matcher, mayStillCount } from './matching.ts';
import type { Recorder } from './recorder.ts';
import type { Session, Sessions } from './sessions.ts';
import { type AttemptRecord, factsOf, type JobRecord, located, type State, type TaskRecord } from './state.ts';
import type { Trust } from './trust.ts';

export interface Reporting {
  /**
   * Takes a report: checks whose it is, fetches and checks its output, writes it down, judges its task, and says
   * `received` and what came of it. A report that was taken before is only acknowledged again.
   *
   * @throws GristmillError `RECEIPT_SIGNATURE_INVALID`, `ATTEMPT_FOREIGN`: the provider lied about whose work this is.
   */
  receive(session: Session, report: Report): Promise<void>;
}

/** A device's link must carry so much of an output: 64 KiB a second. Slower ones cannot provide what is larger. */
const FETCH_BYTES_PER_MS_MIN = 65.536;

/** How long a report waits for the chain; then its provider counts as unbonded. */
const BOND_WAIT_MS = 2_000;

export function createReporting({
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
  onEarned,
  onContradicted,
}: {
  state: State;
  recorder: Recorder;
  sessions: Sessions;
  matcher: Matcher;
  leasing: Leasing;
  finishing: Finishing;
  trust: Pick<Trust, 'isTrusted' | 'ready'>;
  blobs: BlobStore;
  transport: Transport;
  clock: Clock;
  fetchTimeoutMs: number;
  onEarned: () => void;
  /** A result was found wrong. */
  onContradicted: () => void;
}): Reporting {
  async function receive(session: Session, report: Report): Promise<void> {
    const { receipt } = report.signed;
    const { attemptId } = receipt;
    const attempt = state.attempts.get(attemptId);
    if (attempt === undefined) {
      // Nothing of ours, as after a hub was set up anew: let the provider forget it.
      recorder.record([], () => sessions.send(session.peer, { type: 'received', attemptIds: [attemptId] }));
      return;
    }
    if (
      attempt.provider !== session.peer ||
      attempt.jobId !== receipt.jobId ||
      attempt.taskIndex !== receipt.taskIndex
    ) {
      throw attemptForeign(attemptId);
    }
    if (!isWanted(attempt)) {
      recorder.record([], () => answer(attempt));
      return;
    }
    if (session.arriving.has(attemptId)) return;
    // Checked last, because it is the dearest: no flood of reports costs more than one check a lease.
    if (!isReceiptSignedBy(session.peer, report.signed)) throw receiptSignatureInvalid(attemptId);
    session.arriving.add(attemptId);
    try {
      const { job, task } = located(state, attemptId);
      const misrun = misrunOf(attempt, receipt, job);
      const { flaw, isMissing } =
        misrun === null ? await obtainOutput(session, report, job) : { flaw: misrun, isMissing: false };
      await untilBondIsKnown(session.peer);
      // A device that was told to stop while its output was on the way may have thrown it away.
      const isExcused = isMissing && hasEnded(job) && task.verified === null;
      if (isExcused && attempt.phase === 'leased') leasing.lapse([attempt], 'revoked', 'the job has ended');
      // Its job may even have been put away while the output came.
      if (!state.attempts.has(attemptId) || !isWanted(attempt)) recorder.record([], () => answer(attempt));
      else if (flaw === null) take(attempt, report);
      else reject(attempt, flaw);
    } finally {
      session.arriving.delete(attemptId);
    }
  }

  /** After a restart the chain is asked anew; a report that came with the first hello may wait a moment for its answer. */
  async function untilBondIsKnown(peer: PeerId): Promise<void> {
    const answer = trust.ready(peer);
    if (answer === null) return;
    const done = new AbortController();
    await Promise.race([answer, clock.sleep(BOND_WAIT_MS, done.signal)]);
    done.abort();
  }

  /**
   * Whether a report of this attempt counts: its lease holds, or it lapsed but the task is still open and neither the
   * owner nor the money has gone elsewhere meanwhile.
   */
  function isWanted(attempt: AttemptRecord): boolean {
    if (attempt.phase === 'leased') return true;
    return attempt.phase === 'lapsed' && mayStillCount(state, attempt, trust);
  }

  /** Puts the output into the blob store, and says what is wrong with it. Throws when it is not the provider's fault. */
  async function obtainOutput(
    session: Session,
    { signed, output }: Report,
    job: JobRecord,
  ): Promise<{ flaw: string | null; isMissing?: boolean }> {
    const { result } = signed.receipt;
    if (result.outputBytes > job.spec.limits.outputBytes) {
      return { flaw: `its output of ${result.outputBytes} bytes is over the limit of ${job.spec.limits.outputBytes}` };
    }
    if (output !== null && !matchesCid(result.output, output)) {
      return { flaw: `the bytes it sent are not ${result.output}` };
    }
    const stored = await blobs.get(result.output);
    let content = stored ?? output;
    try {
      content ??= await fetchOutput(session, result);
    } catch (error) {
      const { code, message } = asGristmillError(error);
      if (code === 'BLOB_NOT_FOUND' || code === 'BLOB_CORRUPT' || code === 'BLOB_TOO_LARGE') {
        return { flaw: `its output could not be had: ${message}`, isMissing: code === 'BLOB_NOT_FOUND' };
      }
      throw error;
    }
    if (content.length !== result.outputBytes) {
      return { flaw: `its output has ${content.length} bytes, not ${result.outputBytes}` };
    }
    if (stored === null) await blobs.put(content);
    return { flaw: null };
  }

  async function fetchOutput(session: Session, { output, outputBytes }: Result): Promise<Uint8Array> {
    const done = new AbortController();
    const timeout = new AbortController();
    clock
      .sleep(fetchTimeoutMs + outputBytes / FETCH_BYTES_PER_MS_MIN, done.signal)
      .then(() => timeout.abort())
      .catch(() => {});
    try {
      const signal = AbortSignal.any([session.ended.signal, timeout.signal]);
      return await transport.fetchBlob(session.peer, output, { signal, bytesMax: outputBytes });
    } finally {
      done.abort();
    }
  }

  function take(attempt: AttemptRecord, { signed }: Report): void {
    const { job, task } = located(state, attempt.attemptId);
    const { attemptId, jobId, taskIndex, provider } = attempt;
    const reservedUnits = priceUnits(job.spec, signed.receipt.result.fuelUsed);
    if (attempt.phase === 'lapsed' && !fits(job, reservedUnits)) {
      recorder.record([], () => answer(attempt));
      return;
    }
    recorder.record(
      [
        {
          type: 'attempt.reported',
          data: {
            jobId,
            taskIndex,
            attemptId,
            provider,
            signed,
            reservedUnits,
            isTrusted: trust.isTrusted(provider),
          },
        },
      ],
      () => sessions.send(provider, { type: 'received', attemptIds: [attemptId] }),
    );
    if (task.verified === null) decide(job, task);
    else judgeLate(task, attempt, reservedUnits);
    matcher.reconsider(job, taskIndex);
    leasing.wake(job);
  }

  function reject(attempt: AttemptRecord, reason: string): void {
    const { job } = located(state, attempt.attemptId);
    const { attemptId, jobId, taskIndex, provider } = attempt;
    // A report that came too late and is wrong in itself changes nothing; it is only answered.
    const isCharge = attempt.phase === 'leased';
    recorder.record(
      isCharge ? [{ type: 'attempt.rejected', data: { jobId, taskIndex, attemptId, provider, reason } }] : [],
      () => answer(attempt),
    );
    if (!isCharge) return;
    matcher.reconsider(job, taskIndex);
    leasing.wake(job);
  }

  function decide(job: JobRecord, task: TaskRecord): void {
    const judgement = judge(job.spec.verification, factsOf(task));
    if (judgement.kind === 'undecided') return;
    if (judgement.kind === 'hopeless') {
      finishing.fail(job, taskDisputed(task, job));
      return;
    }
    const attempts = new Map(task.attempts.map((attempt) => [attempt.attemptId, attempt]));
    const agreed = judgement.right.map((attemptId) => attempts.get(attemptId)!);
    const { vindicated, excused } = weighOptimistic(task, agreed, judgement.resultCid);
    const right = [...agreed, ...vindicated];
    const wrong = judgement.wrong.map((attemptId) => attempts.get(attemptId)!);
    const { result } = right[0]!.reported!;
    const units = priceUnits(job.spec, result.fuelUsed);
    const { jobId } = job;
    recorder.record(
      [
        {
          type: 'task.verified',
          data: {
            jobId,
            taskIndex: task.index,
            resultCid: judgement.resultCid,
            output: result.output,
            succeeded: isSuccess(result),
            fuelUsed: result.fuelUsed,
            right: right.map(({ attemptId, provider }) => ({ attemptId, provider, units })),
          },
        },
        ...wrong.map((attempt) => contradicted(attempt, judgement.resultCid)),
        ...excused.map((attempt) => excuse(attempt, judgement.resultCid)),
      ],
      () => {
        for (const attempt of [...right, ...wrong, ...excused]) sessions.send(attempt.provider, verdictOn(attempt));
      },
    );
    onEarned();
    if (wrong.length > 0) onContradicted();
    if (!isSuccess(result)) finishing.fail(job, taskFailed(task, result));
    else finishing.advance(job);
  }

  function judgeLate({ verified, attempts }: TaskRecord, attempt: AttemptRecord, units: bigint): void {
    const { attemptId, jobId, taskIndex, provider, reported, owner } = attempt;
    const isSame = reported!.resultCid === verified!.resultCid;
    const isRight = isSame && !attempts.some((other) => other.owner === owner && other.phase === 'accepted');
    const event: CoordinatorEvent = isRight
      ? { type: 'attempt.accepted', data: { jobId, taskIndex, attemptId, provider, units } }
      : isSame || attempt.nan === 'optimistic'
        ? excuse(attempt, verified!.resultCid)
        : contradicted(attempt, verified!.resultCid);
    recorder.record([event], () => sessions.send(provider, verdictOn(attempt)));
    if (isRight) onEarned();
    if (event.type === 'attempt.rejected') onContradicted();
  }

  /** `received`, and the verdict once there is one: a provider that lost its stream may have missed both. */
  function answer(attempt: AttemptRecord): void {
    const messages: WorkMessage[] = [{ type: 'received', attemptIds: [attempt.attemptId] }];
    if (attempt.phase !== 'reported' && attempt.phase !== 'leased') messages.push(verdictOn(attempt));
    sessions.send(attempt.provider, ...messages);
  }

  return { receive };
}

/** What a receipt says that was run, where it cannot be what was leased. Without a word of it nobody could be shown a fault. */
function misrunOf({ jobId, taskIndex, nan }: AttemptRecord, receipt: Receipt, { spec }: JobRecord): string | null {
  const ran = nanFormOfReceipt(receipt);
  if (ran !== nan) return `it ran the ${ran} form of NaNs, not the ${nan} one`;
  if (receipt.assignment === undefined) return 'its receipt does not name what it ran';
  const leased = assignmentCid(assignmentOf(jobId, spec, taskIndex, nan));
  if (receipt.assignment !== leased) return `it ran ${receipt.assignment}, not ${leased}`;
  const { fuelUsed } = receipt.result;
  const { fuel } = spec.limits;
  // No run comes to more: one that would ends at the limit.
  return fuelUsed <= fuel ? null : `it claims ${fuelUsed} fuel, over the limit of ${fuel}`;
}

/**
 * Optimistic reports of a task that the canonical form decided. One that says the same was right after all and is paid
 * like the others, once an owner. One that differs may be a lie or a NaN, and nobody can tell.
 */
function weighOptimistic(
  task: TaskRecord,
  agreed: readonly AttemptRecord[],
  resultCid: string,
): { vindicated: AttemptRecord[]; excused: AttemptRecord[] } {
  const paid = new Set(agreed.map(({ owner }) => owner));
  const vindicated: AttemptRecord[] = [];
  const excused: AttemptRecord[] = [];
  for (const attempt of task.attempts) {
    if (attempt.phase !== 'reported' || attempt.nan === task.nan) continue;
    const isRight = attempt.reported?.resultCid === resultCid && !paid.has(attempt.owner);
    if (isRight) paid.add(attempt.owner);
    (isRight ? vindicated : excused).push(attempt);
  }
  return { vindicated, excused };
}

function excuse(
  { attemptId, jobId, taskIndex, provider, reported }: AttemptRecord,
  resultCid: string,
): CoordinatorEvent {
  const reason =
    reported!.resultCid === resultCid
      ? 'its owner is paid for the same result in the other form of NaNs'
      : `the optimistic form of NaNs came to ${reported!.resultCid}, the deciding reports to ${resultCid}; nobody is blamed`;
  return { type: 'attempt.excused', data: { jobId, taskIndex, attemptId, provider, reason } };
}

function contradicted(
  { attemptId, jobId, taskIndex, provider, reported }: AttemptRecord,
  resultCid: string,
): CoordinatorEvent {
  const reason = `reported ${reported!.resultCid}; the quorum came to ${resultCid}`;
  return { type: 'attempt.rejected', data: { jobId, taskIndex, attemptId, provider, reason } };
}

function verdictOn({ attemptId, phase, reason, earnedUnits }: AttemptRecord): WorkMessage {
  const accepted = phase === 'accepted';
  const cut = reason === null ? null : reason.slice(0, 300);
  return { type: 'verdict', attemptId, accepted, reason: accepted ? null : cut, earnedUnits };
}

function isSuccess({ status, exitCode }: Result): boolean {
  return status === 'exited' && exitCode === 0;
}

function taskFailed({ index }: TaskRecord, { status, exitCode, reason, fuelUsed }: Result): JobError {
  const how = status === 'exited' ? `exited with code ${exitCode}` : `ended as "${status}"`;
  return {
    code: 'TASK_FAILED',
    message: `Task ${index} ${how}${reason === null ? '' : `: ${reason}`} (after ${fuelUsed} fuel; its quorum agrees).`,
    hint: 'Run the task alone with `gristmill exec` to see why, mend the program or raise the limit it names, and submit again.',
  };
}

function taskDisputed(task: TaskRecord, { spec }: JobRecord): JobError {
  const facts = factsOf(task);
  const results = new Set(facts.map((fact) => fact.resultCid)).size;
  return {
    code: 'TASK_DISPUTED',
    message: `Task ${task.index} came to ${results} different results in ${facts.length} reports; no ${spec.verification.quorum} owners agree.`,
    hint: 'Raise `verification.attemptsMax`, or check that the program is deterministic.',
  };
}
