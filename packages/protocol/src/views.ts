import { z } from 'zod';
import { cid } from './canonical.ts';
import { address, peerId } from './identity.ts';
import { count, uint } from './units.ts';

/** Life of a job: what the HTTP API shows, and the only moves `coordinator` makes are left to right. */
export const jobState = z.enum(['running', 'aggregating', 'delivered', 'failed', 'cancelled']);
export type JobState = z.infer<typeof jobState>;

/** What a client may know of a job. */
export const jobView = z.object({
  jobId: cid,
  name: z.string(),
  payer: address,
  state: jobState,
  tasks: count,
  tasksVerified: count,
  attempts: count,
  attemptsRejected: count,
  fuelUsed: uint,
  budgetUnits: uint,
  reservedUnits: uint,
  spentUnits: uint,
  energyMillijoules: count,
  gramsCO2e: z.number(),
  result: cid.nullable(),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
});
export type JobView = z.infer<typeof jobView>;

/** What a client may know of a provider. */
export const providerView = z.object({
  provider: peerId,
  owner: address,
  payee: address,
  agent: z.string(),
  connected: z.boolean(),
  slots: count,
  inFlight: count,
  accepted: count,
  rejected: count,
  lapsed: count,
  earnedUnits: uint,
  energyMillijoules: count,
  gramsCO2e: z.number(),
  /** Probability that its next result is right, between 0 and 1. */
  reputation: z.number(),
  /** What it has bonded and cannot take away before its work is judged, in minor units. */
  bondUnits: uint,
  /** Whether its word counts: a result is believed only when somebody whose word counts came to it too. */
  trusted: z.boolean(),
});
export type ProviderView = z.infer<typeof providerView>;

export const networkView = z.object({
  coordinator: peerId,
  addresses: z.array(z.string()),
  chainId: count,
  rpcUrl: z.string(),
  contracts: z.object({
    token: address,
    escrow: address,
    router: address,
    taxVault: address,
    anchor: address,
    stake: address,
    ruleRegistry: address,
    payMany: address,
    agreement: address,
    /** The block that the first of them is in: whoever reads their logs begins there. */
    deployedAtBlock: count,
  }),
  /** Deposits must name this key as the one who may sign vouchers on them. */
  signer: address,
  asset: z.object({ code: z.string(), decimals: count }),
  /** What a new provider must have at stake for its word to count at once, in minor units; absent where nothing is asked. */
  bondUnitsMin: uint.optional(),
  providers: z.array(providerView),
  jobs: z.array(jobView),
  journal: z.object({ events: count, root: z.string() }),
});
export type NetworkView = z.infer<typeof networkView>;

/** What happens to a job, as clients watch it. `sequence` is the journal's, so a watcher resumes where it left off. */
const sequence = count;
export const jobEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('submitted'), sequence, jobId: cid, tasks: count }),
  z.object({
    type: z.literal('leased'),
    sequence,
    jobId: cid,
    taskIndex: count,
    attemptId: z.string(),
    provider: peerId,
  }),
  z.object({
    type: z.literal('reported'),
    sequence,
    jobId: cid,
    taskIndex: count,
    attemptId: z.string(),
    provider: peerId,
  }),
  z.object({
    type: z.literal('verified'),
    sequence,
    jobId: cid,
    taskIndex: count,
    providers: z.array(peerId),
    output: cid,
    /** False when the quorum agrees that the program failed: then `output` is what it wrote until it did. */
    succeeded: z.boolean(),
    fuelUsed: uint,
    spentUnits: uint,
  }),
  z.object({
    type: z.literal('rejected'),
    sequence,
    jobId: cid,
    taskIndex: count,
    attemptId: z.string(),
    provider: peerId,
    reason: z.string(),
  }),
  z.object({
    type: z.literal('lapsed'),
    sequence,
    jobId: cid,
    taskIndex: count,
    attemptId: z.string(),
    provider: peerId,
    reason: z.string(),
  }),
  z.object({ type: z.literal('delivered'), sequence, jobId: cid, result: cid }),
  z.object({
    type: z.literal('failed'),
    sequence,
    jobId: cid,
    error: z.object({ code: z.string(), message: z.string(), hint: z.string() }),
  }),
  z.object({ type: z.literal('cancelled'), sequence, jobId: cid }),
]);
export type JobEvent = z.infer<typeof jobEvent>;
