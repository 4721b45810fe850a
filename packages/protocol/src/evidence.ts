import { z } from 'zod';
import { assignment } from './assignment.ts';
import { type Cid, cid, cidOf, decode } from './canonical.ts';
import { complaintOf } from './collection.ts';
import { GristmillError } from './errors.ts';
import { faultVerdict } from './fault-verdict.ts';
import { address, peerId } from './identity.ts';
import { result, signedReceipt } from './receipt.ts';
import { count, uint } from './units.ts';
import { contractSignature } from './voucher.ts';

/**
 * What anybody needs to see for themselves that a provider reported a wrong result: what it was given to run, what it
 * signed that it came to, and what it comes to. A canonical dag-cbor document, named by its CID; the contents that it
 * names (the signed job, the program, the inputs) lie beside it.
 */
export const evidence = z.strictObject({
  version: z.literal(1),
  /** Where the provider's bond lies: a verdict is worth nothing elsewhere. */
  chainId: count,
  stake: address,
  provider: peerId,
  /** CID of the `SignedJob`: what the requestor asked for, in its own words. */
  job: cid,
  assignment,
  signed: signedReceipt,
  /** What the quorum came to. */
  rightResult: result,
  /** Who found it, and is paid a share of the slash. */
  prover: address,
});
export type Evidence = z.infer<typeof evidence>;

/**
 * Reads evidence from outside, and names it.
 *
 * @throws GristmillError `CBOR_MALFORMED`, `EVIDENCE_MALFORMED`
 */
export function parseEvidence(content: Uint8Array): { evidence: Evidence; name: Cid } {
  const parsed = evidence.safeParse(decode(content));
  if (parsed.success) return { evidence: parsed.data, name: cidOf(parsed.data) };
  throw new GristmillError('EVIDENCE_MALFORMED', `This is no evidence of a fault:\n${complaintOf(parsed.error)}`, {
    hint: 'Ask its maker for the document that its CID names; the schema is `evidence` in @gristmill/protocol.',
    fault: 'peer',
  });
}

/** One fault that a hub has found, as clients and jurors may know of it. */
export const faultView = z.object({
  evidence: cid,
  jobId: cid,
  taskIndex: count,
  provider: peerId,
  /** What the evidence asks jurors to sign. */
  verdict: faultVerdict,
  /** Jurors who ran the task again and signed that the evidence holds. */
  verdicts: z.array(z.object({ juror: address, signature: contractSignature })),
  /** What was taken from the bond so far, in minor units. */
  slashedUnits: uint,
  /** Whether there is still something to take: a bond, and a penalty that was not paid in full. */
  isOpen: z.boolean(),
});
export type FaultView = z.infer<typeof faultView>;
