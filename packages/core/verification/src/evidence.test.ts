import {
  addressOfPeer,
  assignmentCid,
  assignmentOf,
  cidOf,
  cidOfBytes,
  decode,
  deviceKeyFromPrivateKey,
  encode,
  type Evidence,
  type Job,
  jobIdOf,
  parseEvidence,
  type Receipt,
  type Result,
  sign,
  signReceipt,
} from '@gristmill/protocol';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examineEvidence, expectProven, penaltyUnits } from './evidence.ts';

const keyOf = (seed: number) => deviceKeyFromPrivateKey(new Uint8Array(32).fill(seed));
const [requestor, provider, other, prover] = [1, 2, 3, 4].map(keyOf) as [
  ReturnType<typeof keyOf>,
  ReturnType<typeof keyOf>,
  ReturnType<typeof keyOf>,
  ReturnType<typeof keyOf>,
];
const here = { chainId: 31_337, stake: keyOf(9).address };

const job: Job = {
  version: 1,
  name: 'a job',
  payer: requestor.address,
  nonce: '1',
  program: { kind: 'wasm', module: cidOfBytes(new Uint8Array(3)) },
  tasks: ['0', '1', '2'].map((arg) => ({ args: [arg], env: {}, stdin: null, files: {} })),
  limits: { fuel: 10_000_000_000n, memoryPages: 16, stackDepth: 1000, outputBytes: 1000, wallClockMs: 1000 },
  verification: { policy: 'replicas', quorum: 2, attemptsMax: 5 },
  aggregation: { kind: 'concat' },
  unitsPerGigafuel: 3n,
  budgetUnits: 1_000n,
  deadlineMs: 1000,
  startTimeMs: 0,
};
const signedJob = { job, signature: sign(requestor, 'job', job) };
const jobId = jobIdOf(job);

function resultOf(text: string, fuelUsed = 2_000_000_000n): Result {
  const output = new TextEncoder().encode(text);
  return {
    status: 'exited',
    exitCode: 0,
    reason: null,
    output: cidOfBytes(output),
    outputBytes: output.length,
    fuelUsed,
  };
}

const right = resultOf('right');
const wrong = resultOf('wrong');

function receiptOf(changes: Partial<Receipt> = {}): Receipt {
  return {
    attemptId: 'one',
    jobId,
    taskIndex: 1,
    assignment: assignmentCid(assignmentOf(jobId, job, 1, 'canonical')),
    result: wrong,
    nan: 'canonical',
    durationMs: 1,
    energyMillijoules: 1,
    gramsCO2e: 0,
    ...changes,
  };
}

function evidenceOf(changes: Partial<Evidence> = {}): Evidence {
  return {
    version: 1,
    ...here,
    provider: provider.peerId,
    job: cidOf(signedJob),
    assignment: assignmentOf(jobId, job, 1, 'canonical'),
    signed: signReceipt(provider, receiptOf()),
    rightResult: right,
    prover: prover.address,
    ...changes,
  };
}

function refusal(evidence: Evidence, shown: unknown = signedJob): string {
  try {
    examineEvidence(evidence, shown, here);
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'accepted';
}

describe('evidence', () => {
  it('asks for a verdict that names both results, the task, and who is paid', () => {
    const evidence = evidenceOf();
    expect(examineEvidence(evidence, signedJob, here)).toEqual({
      ...here,
      provider: provider.address,
      task: `0x${Buffer.from(evidence.assignment.seed).toString('hex')}`,
      claimedResult: expect.stringMatching(/^0x[0-9a-f]{64}$/) as string,
      rightResult: expect.stringMatching(/^0x[0-9a-f]{64}$/) as string,
      // A thousand times the price of two gigafuel at three units.
      units: 6_000n,
      prover: prover.address,
      requestor: requestor.address,
      evidence: cidOf(evidence),
    });
  });

  it('survives the wire, under the same name', () => {
    const evidence = evidenceOf();
    const back = parseEvidence(encode(evidence));
    expect(back.name).toBe(cidOf(evidence));
    expect(examineEvidence(back.evidence, decode(encode(signedJob)), here)).toEqual(
      examineEvidence(evidence, signedJob, here),
    );
    expect(() => parseEvidence(encode({ ...evidence, more: 1 }))).toThrow(
      expect.objectContaining({ code: 'EVIDENCE_MALFORMED' }),
    );
    expect(() => parseEvidence(Uint8Array.of(1, 2, 3))).toThrow(expect.objectContaining({ code: 'CBOR_MALFORMED' }));
  });

  const foreignJob = { ...job, nonce: '2' };
  const otherTask = assignmentOf(jobId, job, 2, 'canonical');
  const optimisticJob: Job = { ...job, program: { ...job.program, nan: 'optimistic' } as Job['program'] };
  const optimisticId = jobIdOf(optimisticJob);
  const optimisticAssignment = assignmentOf(optimisticId, optimisticJob, 1, 'optimistic');
  const signedOptimistic = { job: optimisticJob, signature: sign(requestor, 'job', optimisticJob) };
  it.each<[string, string, Evidence, unknown?]>([
    ['EVIDENCE_FOREIGN', 'of another chain', evidenceOf({ chainId: 1 })],
    ['EVIDENCE_FOREIGN', 'of another stake contract', evidenceOf({ stake: other.address })],
    [
      'EVIDENCE_RECEIPT_FORGED',
      'whose receipt somebody else signed',
      evidenceOf({ signed: signReceipt(other, receiptOf()) }),
    ],
    [
      'EVIDENCE_RECEIPT_FORGED',
      'whose receipt was changed afterwards',
      evidenceOf({
        signed: { ...signReceipt(provider, receiptOf()), receipt: receiptOf({ result: resultOf('other') }) },
      }),
    ],
    ['EVIDENCE_RESULTS_EQUAL', 'of what the quorum says too', evidenceOf({ rightResult: wrong })],
    [
      'EVIDENCE_UNRELATED',
      'shown with another job than it names',
      evidenceOf(),
      { job: foreignJob, signature: sign(requestor, 'job', foreignJob) },
    ],
    [
      'EVIDENCE_UNRELATED',
      'whose receipt is for another job',
      evidenceOf({ signed: signReceipt(provider, receiptOf({ jobId: jobIdOf(foreignJob) })) }),
    ],
    [
      'EVIDENCE_UNRELATED',
      'about a task that the job has not',
      evidenceOf({ signed: signReceipt(provider, receiptOf({ taskIndex: 3 })) }),
    ],
    [
      'EVIDENCE_UNRELATED',
      'whose provider ran and signed something else under the number of this task',
      evidenceOf({
        assignment: otherTask,
        signed: signReceipt(provider, receiptOf({ assignment: assignmentCid(otherTask) })),
      }),
    ],
    ['EVIDENCE_UNRELATED', 'that shows another assignment than the task', evidenceOf({ assignment: otherTask })],
    [
      'EVIDENCE_UNRELATED',
      'whose provider ran something else, as who is framed did',
      evidenceOf({ signed: signReceipt(provider, receiptOf({ assignment: assignmentCid(otherTask) })) }),
    ],
    [
      'EVIDENCE_UNRELATED',
      'whose receipt does not say what was run',
      evidenceOf({ signed: signReceipt(provider, receiptOf({ assignment: undefined })) }),
    ],
    [
      'EVIDENCE_INDECISIVE',
      'of a run in the optimistic form of NaNs',
      evidenceOf({
        job: cidOf(signedOptimistic),
        assignment: optimisticAssignment,
        signed: signReceipt(
          provider,
          receiptOf({ jobId: optimisticId, assignment: assignmentCid(optimisticAssignment), nan: 'optimistic' }),
        ),
      }),
      signedOptimistic,
    ],
    [
      'JOB_SIGNATURE_INVALID',
      'with a job that its payer did not sign',
      evidenceOf({ job: cidOf({ job, signature: sign(other, 'job', job) }) }),
      { job, signature: sign(other, 'job', job) },
    ],
    ['JOB_MALFORMED', 'with no job at all', evidenceOf(), null],
  ])('is refused with %s: %s', (code, _, evidence, shown = signedJob) => {
    expect(refusal(evidence, shown)).toBe(code);
  });

  it("invariant 10: is borne out by the quorum's result, and by no other", () => {
    const evidence = evidenceOf();
    expect(() => expectProven(evidence, right)).not.toThrow();
    expect(() => expectProven(evidence, wrong)).toThrow(expect.objectContaining({ code: 'EVIDENCE_REFUTED' }));
    fc.assert(
      fc.property(fc.string(), fc.bigInt({ min: 0n, max: 5_000_000_000n }), (text, fuelUsed) => {
        fc.pre(text !== 'wrong' && (text !== 'right' || fuelUsed !== right.fuelUsed));
        expect(() => expectProven(evidence, resultOf(text, fuelUsed))).toThrow(
          expect.objectContaining({ code: 'EVIDENCE_UNPROVEN' }),
        );
      }),
    );
  });

  it('invariant 10: no change of a single field makes another verdict against the same provider pass', () => {
    const evidence = evidenceOf();
    const verdict = examineEvidence(evidence, signedJob, here);
    const forged = fc.constantFrom<Partial<Evidence>>(
      { provider: other.peerId },
      { job: cidOf('another') },
      { assignment: otherTask },
      { assignment: { ...evidence.assignment, startTimeMs: 1 } },
      { assignment: { ...evidence.assignment, seed: new Uint8Array(32) } },
      { assignment: { ...evidence.assignment, limits: { ...job.limits, fuel: 1n } } },
    );
    fc.assert(
      fc.property(forged, (change) => {
        expect(refusal({ ...evidence, ...change })).not.toBe('accepted');
      }),
    );
    // Who proved it and what was right are the evidence's own words, and so part of its name.
    const renamed = examineEvidence({ ...evidence, prover: other.address }, signedJob, here);
    expect(renamed.evidence).not.toBe(verdict.evidence);
    expect(addressOfPeer(evidence.provider)).toBe(verdict.provider);
  });
});

describe('the penalty', () => {
  it('invariant 11: is a thousand times the price of the right result, never nothing, never beyond the wire', () => {
    const INT64_MAX = 2n ** 63n - 1n;
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: INT64_MAX }),
        fc.bigInt({ min: 0n, max: INT64_MAX }),
        fc.bigInt({ min: 0n, max: INT64_MAX }),
        (fuel, unitsPerGigafuel, fuelUsed) => {
          const units = penaltyUnits(
            { ...job, limits: { ...job.limits, fuel }, unitsPerGigafuel },
            resultOf('', fuelUsed),
          );
          const paidFuel = fuelUsed < fuel ? fuelUsed : fuel;
          const price = (paidFuel * unitsPerGigafuel + 999_999_999n) / 1_000_000_000n;
          const exact = price * 1000n;
          expect(units).toBe(exact === 0n ? 1n : exact > INT64_MAX ? INT64_MAX : exact);
        },
      ),
    );
  });
});
