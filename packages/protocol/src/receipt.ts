import { z } from 'zod';
import { cid, cidOf, type Cid } from './canonical.ts';
import { addressOfPeer, type DeviceKey, type PeerId, sign, signature, signerOf } from './identity.ts';
import { type NanForm, nanForm } from './job.ts';
import { count, uint } from './units.ts';

/** How a task's run ended. All four are results: each device must come to the same one. */
export const outcomeStatus = z.enum(['exited', 'trapped', 'out-of-fuel', 'limit']);
export type OutcomeStatus = z.infer<typeof outcomeStatus>;

/** What a task came to, as compared between devices: two honest devices agree on every field. */
export const result = z.strictObject({
  status: outcomeStatus,
  exitCode: z.int().nullable(),
  /** Names the trap or the limit, `null` when the program exited. */
  reason: z.string().max(200).nullable(),
  output: cid,
  outputBytes: count,
  fuelUsed: uint,
});
export type Result = z.infer<typeof result>;

/** The name by which results are compared. */
export function resultCid(value: Result): Cid {
  return cidOf(value);
}

/** What a provider states and signs about one attempt. Energy and time are its own account, not part of the result. */
export const receipt = z.strictObject({
  attemptId: z.string().min(1).max(64),
  jobId: cid,
  taskIndex: count,
  /** Names what was run; see `assignmentCid`. Receipts from before it was named have none and prove no fault. */
  assignment: cid.optional(),
  result,
  /** The form in which the module's NaNs ran; receipts from before it was named are all canonical. */
  nan: nanForm.optional(),
  durationMs: count,
  energyMillijoules: count,
  gramsCO2e: z.number().nonnegative(),
});
export type Receipt = z.infer<typeof receipt>;

export function nanFormOfReceipt({ nan }: Pick<Receipt, 'nan'>): NanForm {
  return nan ?? 'canonical';
}

export const signedReceipt = z.strictObject({ receipt, signature });
export type SignedReceipt = z.infer<typeof signedReceipt>;

export function signReceipt(key: DeviceKey, value: Receipt): SignedReceipt {
  return { receipt: value, signature: sign(key, 'receipt', value) };
}

export function isReceiptSignedBy(provider: PeerId, signed: SignedReceipt): boolean {
  return signerOf('receipt', signed.receipt, signed.signature) === addressOfPeer(provider);
}
