import { z } from 'zod';
import { cid, cidOf, type Cid } from './canonical.ts';
import { atMost, complaintOf, listOf } from './collection.ts';
import { GristmillError } from './errors.ts';
import { address, signature, signerOf } from './identity.ts';
import { count, uint } from './units.ts';

/**
 * How a module's NaNs are kept alike. `canonical`, the reference: no bits that an engine chose can be observed.
 * `optimistic`: plain arithmetic, for the same fuel; where two devices differ, the canonical form decides.
 */
export const nanForm = z.enum(['canonical', 'optimistic']);
export type NanForm = z.infer<typeof nanForm>;

/**
 * What runs: a WASI-preview-1 module, or a JavaScript module whose default export maps one input to one output.
 * Without `nan` a module runs in the canonical form; JavaScript always does.
 */
export const program = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wasm'), module: cid, nan: z.literal('optimistic').optional() }),
  z.strictObject({ kind: z.literal('javascript'), source: cid }),
]);
export type Program = z.infer<typeof program>;

/** The form a program asks for. */
export function nanFormOf(value: Program): NanForm {
  return value.kind === 'wasm' && value.nan === 'optimistic' ? 'optimistic' : 'canonical';
}

/** The same program in a form of NaNs; what has no optimistic form stays as it is. */
export function inNanForm(value: Program, form: NanForm): Program {
  if (value.kind !== 'wasm') return value;
  return { kind: 'wasm', module: value.module, ...(form === 'optimistic' && { nan: form }) };
}

/** Arguments, variables and files that one task may have, of each. */
const TASK_ITEMS_MAX = 10_000;

/** One task: a pure function's input. Its output is what the program writes to stdout. */
export const task = z.strictObject({
  /** Arguments after the program's own name. */
  args: atMost(TASK_ITEMS_MAX, z.array(z.string())).default([]),
  env: atMost(TASK_ITEMS_MAX, z.record(z.string(), z.string())).default({}),
  stdin: cid.nullable().default(null),
  files: atMost(TASK_ITEMS_MAX, z.record(z.string(), cid)).default({}),
});
export type Task = z.infer<typeof task>;

/** What one task may use. `fuel` and `memoryPages` are part of the result; `wallClockMs` only guards the device. */
export const limits = z.strictObject({
  fuel: uint,
  /** WebAssembly pages of 65,536 bytes. */
  memoryPages: z.int().min(1).max(65_536),
  stackDepth: z.int().min(1).max(1_000_000),
  outputBytes: z
    .int()
    .min(0)
    .max(256 * 1024 * 1024),
  wallClockMs: z.int().min(1).max(86_400_000),
});
export type Limits = z.infer<typeof limits>;

/** What a task may use when nothing is said: the same here and on the network. */
export const DEFAULT_LIMITS: Limits = {
  fuel: 20_000_000_000n,
  memoryPages: 2048,
  stackDepth: 10_000,
  outputBytes: 16 * 1024 * 1024,
  wallClockMs: 120_000,
};

/** How sure the requestor wants to be. `replicas`: believe a result once `quorum` different owners reported the same. */
export const verificationPolicy = z
  .strictObject({ policy: z.literal('replicas'), quorum: z.int().min(1).max(16), attemptsMax: z.int().min(1).max(64) })
  .refine(({ quorum, attemptsMax }) => attemptsMax >= quorum, 'attemptsMax is below quorum');
export type VerificationPolicy = z.infer<typeof verificationPolicy>;

/**
 * How task outputs become the job's result.
 * `concat`: outputs in task order. `list`: a dag-cbor list of byte strings in task order.
 * `image-tiles`: each output is one tile of raw RGBA bytes, tiles in row-major order (edge tiles are cut), result a PNG.
 */
export const aggregation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('concat') }),
  z.strictObject({ kind: z.literal('list') }),
  z.strictObject({
    kind: z.literal('image-tiles'),
    width: z.int().min(1).max(32_768),
    height: z.int().min(1).max(32_768),
    tileWidth: z.int().min(1).max(32_768),
    tileHeight: z.int().min(1).max(32_768),
  }),
]);
export type Aggregation = z.infer<typeof aggregation>;

/** A whole job, as the requestor signs it. Its CID is its id: change anything and it is another job. */
export const job = z
  .strictObject({
    version: z.literal(1),
    name: z.string().min(1).max(120),
    payer: address,
    /** Makes two otherwise equal jobs distinct. */
    nonce: z.string().min(1).max(64),
    program,
    tasks: listOf(task, { min: 1, max: 1_000_000 }),
    limits,
    verification: verificationPolicy,
    aggregation,
    /** Minor units of the settlement asset that 10^9 fuel of accepted work earns. */
    unitsPerGigafuel: uint,
    /** The job never spends more than this, in minor units. */
    budgetUnits: uint,
    /** How long after submission the job may run. */
    deadlineMs: z.int().min(1),
    /** What the tasks' virtual clock shows when they start, in milliseconds since the Unix epoch. */
    startTimeMs: count,
  })
  .superRefine((spec, context) => {
    if (spec.aggregation.kind !== 'image-tiles') return;
    const { width, height, tileWidth, tileHeight } = spec.aggregation;
    const tiles = Math.ceil(width / tileWidth) * Math.ceil(height / tileHeight);
    if (tiles !== spec.tasks.length) {
      context.addIssue({
        code: 'custom',
        path: ['tasks'],
        message: `a ${width}x${height} picture in ${tileWidth}x${tileHeight} tiles has ${tiles} tiles, not ${spec.tasks.length}`,
      });
    }
  });
export type Job = z.infer<typeof job>;

export const signedJob = z.strictObject({ job, signature });
export type SignedJob = z.infer<typeof signedJob>;

export type JobId = Cid;

export function jobIdOf(spec: Job): JobId {
  return cidOf(spec);
}

/**
 * Reads a job from outside and checks that its payer signed it.
 *
 * @throws GristmillError `JOB_MALFORMED` when a field is missing or wrong, `JOB_SIGNATURE_INVALID` when the signature is
 *   not the payer's.
 */
export function parseSignedJob(value: unknown): SignedJob {
  const parsed = signedJob.safeParse(value);
  if (!parsed.success) {
    throw new GristmillError('JOB_MALFORMED', `This is not a job:\n${complaintOf(parsed.error)}`, {
      hint: 'Mend the named fields; the schema is `job` in @gristmill/protocol.',
    });
  }
  const signer = signerOf('job', parsed.data.job, parsed.data.signature);
  if (signer !== parsed.data.job.payer) {
    throw new GristmillError(
      'JOB_SIGNATURE_INVALID',
      `The job names ${parsed.data.job.payer} as its payer but was signed by ${signer ?? 'nobody'}.`,
      { hint: "Sign the job with the payer's key, after its last change." },
    );
  }
  return parsed.data;
}
