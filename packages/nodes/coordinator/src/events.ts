import {
  address,
  cid,
  contractSignature,
  count,
  faultVerdict,
  type JobEvent,
  type JournalEvent,
  nanForm,
  type NewJournalEvent,
  peerId,
  signedJob,
  signedReceipt,
  signedVoucher,
  uint,
} from '@gristmill/protocol';
import { z } from 'zod';
import { eventUnreadable } from './errors.ts';

const attemptOf = { jobId: cid, taskIndex: count, attemptId: z.string(), provider: peerId };
const jobError = z.object({ code: z.string(), message: z.string(), hint: z.string() });

/** Why a lease ended without a result. Only `revoked` is not held against the provider. */
const lapseCause = z.enum(['expired', 'vanished', 'declined', 'forgotten', 'revoked']);
export type LapseCause = z.infer<typeof lapseCause>;

/**
 * All that the coordinator ever remembers. Streams: `job:<id>`; `provider:<peer id>`, its faults among them; and, for
 * vouchers, which belong to whom they pay, `payee:<address>`.
 */
const coordinatorEvent = z.discriminatedUnion('type', [
  event('job.submitted', { jobId: cid, signed: signedJob, deadlineAtMs: count }),
  event('attempt.leased', {
    ...attemptOf,
    owner: address,
    payee: address,
    reservedUnits: uint,
    expiresAtMs: count,
    /** The form of NaNs it runs in; journals from before it was named are all canonical. */
    nan: nanForm.optional(),
  }),
  /** A lapsed lease whose provider came back, still at work on what is still wanted. */
  event('attempt.resumed', { ...attemptOf, reservedUnits: uint, expiresAtMs: count }),
  /** `reservedUnits` is from here on the price of the reported fuel, no longer the ceiling. */
  event('attempt.reported', {
    ...attemptOf,
    signed: signedReceipt,
    reservedUnits: uint,
    /** Whether its provider's word counted when it came; in journals from before bonds counted, by its results alone. */
    isTrusted: z.boolean().optional(),
  }),
  event('attempt.lapsed', { ...attemptOf, cause: lapseCause, reason: z.string() }),
  event('attempt.rejected', { ...attemptOf, reason: z.string() }),
  /** A right result that came after its task was verified. */
  event('attempt.accepted', { ...attemptOf, units: uint }),
  /** A report that the other form of NaNs decided without: neither paid nor blamed. */
  event('attempt.excused', { ...attemptOf, reason: z.string() }),
  event('task.verified', {
    jobId: cid,
    taskIndex: count,
    resultCid: cid,
    output: cid,
    succeeded: z.boolean(),
    fuelUsed: uint,
    right: z.array(z.object({ attemptId: z.string(), provider: peerId, units: uint })).min(1),
  }),
  event('job.delivered', { jobId: cid, result: cid }),
  event('job.failed', { jobId: cid, error: jobError }),
  event('job.cancelled', { jobId: cid, reason: z.string() }),
  event('provider.seen', { provider: peerId, owner: address, payee: address, agent: z.string() }),
  event('provider.blamed', { provider: peerId, code: z.string(), message: z.string() }),
  event('voucher.issued', { signed: signedVoucher }),
  /** What anybody can see a wrong result by is in the blob store; `verdict` is what jurors are asked to sign. */
  event('fault.evident', { ...attemptOf, evidence: cid, verdict: faultVerdict }),
  /** A juror ran the task again and signed. */
  event('fault.confirmed', { provider: peerId, evidence: cid, juror: address, signature: contractSignature }),
  /** What the verdict has taken from the bond so far, in all; null when another verdict about this task came first. */
  event('fault.slashed', {
    provider: peerId,
    evidence: cid,
    takenUnits: uint.nullable(),
    transactionHash: z.string().nullable(),
  }),
]);
export type CoordinatorEvent = z.infer<typeof coordinatorEvent>;

function event<Type extends string, Shape extends z.ZodRawShape>(type: Type, data: Shape) {
  return z.object({ type: z.literal(type), data: z.object(data) });
}

const ours = new Set<string>(coordinatorEvent.options.map((option) => option.shape.type.value));

/**
 * An event of the journal as one of the coordinator's, `null` when another part of the system wrote it.
 *
 * @throws GristmillError `EVENT_UNREADABLE` when it bears one of our names and cannot be read.
 */
export function parseEvent({ type, data, sequence }: JournalEvent): CoordinatorEvent | null {
  if (!ours.has(type)) return null;
  const parsed = coordinatorEvent.safeParse({ type, data });
  if (!parsed.success) throw eventUnreadable(sequence, type, z.prettifyError(parsed.error));
  return parsed.data;
}

export function toJournal(event: CoordinatorEvent): NewJournalEvent {
  return { stream: streamOf(event), type: event.type, data: event.data };
}

function streamOf({ type, data }: CoordinatorEvent): string {
  switch (type) {
    case 'voucher.issued':
      return `payee:${data.signed.voucher.payee}`;
    case 'provider.seen':
    case 'provider.blamed':
    case 'fault.evident':
    case 'fault.confirmed':
    case 'fault.slashed':
      return `provider:${data.provider}`;
    case 'job.submitted':
    case 'job.delivered':
    case 'job.failed':
    case 'job.cancelled':
    case 'task.verified':
    case 'attempt.leased':
    case 'attempt.resumed':
    case 'attempt.reported':
    case 'attempt.lapsed':
    case 'attempt.rejected':
    case 'attempt.accepted':
    case 'attempt.excused':
      return `job:${data.jobId}`;
  }
}

/** An event as clients watch it; `null` when it is none of theirs. */
export function jobEventOf({ type, data }: CoordinatorEvent, sequence: number): JobEvent | null {
  switch (type) {
    case 'job.submitted':
      return { type: 'submitted', sequence, jobId: data.jobId, tasks: data.signed.job.tasks.length };
    case 'attempt.leased':
    case 'attempt.resumed':
      return { type: 'leased', sequence, ...attemptFields(data) };
    case 'attempt.reported':
      return { type: 'reported', sequence, ...attemptFields(data) };
    case 'attempt.lapsed':
    case 'attempt.excused':
      return { type: 'lapsed', sequence, ...attemptFields(data), reason: data.reason };
    case 'attempt.rejected':
      return { type: 'rejected', sequence, ...attemptFields(data), reason: data.reason };
    case 'task.verified':
      return {
        type: 'verified',
        sequence,
        jobId: data.jobId,
        taskIndex: data.taskIndex,
        providers: data.right.map(({ provider }) => provider),
        output: data.output,
        succeeded: data.succeeded,
        fuelUsed: data.fuelUsed,
        spentUnits: data.right.reduce((sum, { units }) => sum + units, 0n),
      };
    case 'job.delivered':
      return { type: 'delivered', sequence, jobId: data.jobId, result: data.result };
    case 'job.failed':
      return { type: 'failed', sequence, jobId: data.jobId, error: data.error };
    case 'job.cancelled':
      return { type: 'cancelled', sequence, jobId: data.jobId };
    case 'attempt.accepted':
    case 'provider.seen':
    case 'provider.blamed':
    case 'voucher.issued':
    case 'fault.evident':
    case 'fault.confirmed':
    case 'fault.slashed':
      return null;
  }
}

type AttemptFields = Pick<
  Extract<CoordinatorEvent, { type: 'attempt.lapsed' }>['data'],
  'jobId' | 'taskIndex' | 'attemptId' | 'provider'
>;

function attemptFields({ jobId, taskIndex, attemptId, provider }: AttemptFields): AttemptFields {
  return { jobId, taskIndex, attemptId, provider };
}
