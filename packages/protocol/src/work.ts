import { z } from 'zod';
import { cid } from './canonical.ts';
import { atMost } from './collection.ts';
import { address, peerId } from './identity.ts';
import { limits, program, task } from './job.ts';
import { signedOwnership } from './ownership.ts';
import { signedReceipt } from './receipt.ts';
import { bytes, count, uint } from './units.ts';
import { signedVoucher } from './voucher.ts';

/** The work stream's protocol name on libp2p; a frame is a length-prefixed dag-cbor list of the messages below. */
export const WORK_PROTOCOL = '/gristmill/work/1';
/** The blob protocol: one request (a CID), one answer, verified against the name by the asker. */
export const BLOB_PROTOCOL = '/gristmill/blob/1';

/** An output up to this size travels inside the report; a larger one is fetched by CID from the provider. */
export const INLINE_OUTPUT_BYTES_MAX = 256 * 1024;

const attemptIds = atMost(10_000, z.array(z.string()));

/** What a device can do, as it says itself; the coordinator believes none of it without looking. */
export const capabilities = z.strictObject({
  cores: z.int().min(1),
  memoryBytes: count,
  fuelPerSecond: count,
  /** Versions of the sandbox profile it runs, for example `gristmill-1`. */
  profiles: atMost(16, z.array(z.string().max(64))),
});
export type Capabilities = z.infer<typeof capabilities>;

/** provider -> coordinator, first on every stream: who I am, what I can do, what I still hold. */
export const hello = z.strictObject({
  type: z.literal('hello'),
  agent: z.string().max(100),
  /** The word of whoever owns the device; without it the device is its own owner. Replicas never go to one owner twice. */
  ownership: signedOwnership.nullable(),
  /** Who is paid. */
  payee: address,
  capabilities,
  unitsPerGigafuelMin: uint,
  /** Free slots: how many leases the coordinator may send now. */
  slots: count,
  /** Attempts this device still works on, or whose report it has not seen acknowledged. */
  holding: atMost(4096, z.array(z.string().max(64))),
});
export type Hello = z.infer<typeof hello>;

/** coordinator -> provider, answers hello. */
export const welcome = z.strictObject({
  type: z.literal('welcome'),
  coordinator: peerId,
  chainId: count,
  escrow: address,
  /** Who signs vouchers here. */
  signer: address,
  /** Attempts from `holding` that are no longer wanted. */
  drop: attemptIds,
});

/** coordinator -> provider: run this. Takes one slot. */
export const lease = z.strictObject({
  type: z.literal('lease'),
  attemptId: z.string().min(1).max(64),
  jobId: cid,
  taskIndex: count,
  program,
  task,
  limits,
  /** 32 bytes; seeds the task's random numbers: sha-256 of job CID and task index. */
  seed: bytes,
  startTimeMs: count,
  unitsPerGigafuel: uint,
  /** How long the lease holds, from receipt. */
  expiresInMs: count,
});
export type Lease = z.infer<typeof lease>;

/** provider -> coordinator: what it came to. Sent again after a reconnect until a `received` names it. */
export const report = z.strictObject({
  type: z.literal('report'),
  signed: signedReceipt,
  /** The output itself when it is small, `null` when it is to be fetched by CID. */
  output: bytes.nullable(),
});
export type Report = z.infer<typeof report>;

/** provider -> coordinator: this device could not run it. Not a result; the task goes elsewhere. */
export const decline = z.strictObject({
  type: z.literal('decline'),
  attemptId: z.string(),
  code: z.string().max(64),
  message: z.string().max(500),
});

/** coordinator -> provider: these reports are in the journal; forget them. */
export const received = z.strictObject({ type: z.literal('received'), attemptIds });

/** coordinator -> provider: how an attempt was judged, and what it earned in minor units. */
export const verdict = z.strictObject({
  type: z.literal('verdict'),
  attemptId: z.string(),
  accepted: z.boolean(),
  reason: z.string().max(300).nullable(),
  earnedUnits: uint,
});

/** coordinator -> provider: stop working on these. */
export const revoke = z.strictObject({ type: z.literal('revoke'), attemptIds });

/** coordinator -> provider: the newest cumulative promise of payment. */
export const payment = z.strictObject({ type: z.literal('payment'), voucher: signedVoucher });

/** provider -> coordinator: so many more slots are free. */
export const ready = z.strictObject({ type: z.literal('ready'), slots: z.int().min(1) });

/** coordinator -> provider: something you sent was wrong; the stream closes after it. */
export const refusal = z.strictObject({
  type: z.literal('refusal'),
  code: z.string(),
  message: z.string(),
  hint: z.string(),
});

export const workMessage = z.discriminatedUnion('type', [
  hello,
  welcome,
  lease,
  report,
  decline,
  received,
  verdict,
  revoke,
  payment,
  ready,
  refusal,
]);
export type WorkMessage = z.infer<typeof workMessage>;
/** One frame on the work stream. */
export const workFrame = z.array(workMessage).max(10_000);
