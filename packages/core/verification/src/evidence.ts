import {
  type Address,
  addressOfPeer,
  assignmentCid,
  assignmentOf,
  cidOf,
  digestOf,
  type Evidence,
  type FaultVerdict,
  GristmillError,
  isReceiptSignedBy,
  type Job,
  type JobId,
  jobIdOf,
  nanFormOfReceipt,
  parseSignedJob,
  priceOfFuel,
  type Result,
  resultCid,
  taskSeed,
} from '@gristmill/protocol';

/**
 * A fault costs so many times what its task pays. A liar that is caught once in a thousand tasks loses what it gained by
 * the others, so a check of one task in a thousand is enough to make lying a losing trade.
 */
const PENALTY_MULTIPLE = 1_000n;
/** What integers on the wire hold. */
const UNITS_MAX = 2n ** 63n - 1n;

/** Where a juror passes judgement: the chain and the contract that hold the bonds it may take from. */
export interface Jurisdiction {
  chainId: number;
  stake: Address;
}

/**
 * What a wrong result costs, in minor units: a thousand times what the right one is paid, and never nothing. A function of
 * the evidence alone, so that all jurors come to the same sum.
 */
export function penaltyUnits({ limits, unitsPerGigafuel }: Job, { fuelUsed }: Result): bigint {
  const price = priceOfFuel(fuelUsed < limits.fuel ? fuelUsed : limits.fuel, unitsPerGigafuel);
  const units = price * PENALTY_MULTIPLE;
  if (units === 0n) return 1n;
  return units < UNITS_MAX ? units : UNITS_MAX;
}

/**
 * The verdict that the evidence asks for, when all of it fits together: the requestor's signed job has this very task,
 * the provider signed that it ran it and what it came to, in the form of NaNs that decides, and the quorum came to
 * something else. What is left to do for a juror is to run the task and see; `expectProven` says what of it.
 *
 * @throws GristmillError as `verdictOn`; of the job `JOB_MALFORMED`, `JOB_SIGNATURE_INVALID`.
 */
export function examineEvidence(evidence: Evidence, signedJob: unknown, here: Jurisdiction): FaultVerdict {
  const { job } = parseSignedJob(signedJob);
  if (cidOf(signedJob) !== evidence.job) throw unrelated(`names the job ${evidence.job}, and got ${cidOf(signedJob)}`);
  return verdictOn(evidence, { jobId: jobIdOf(job), job }, here);
}

/**
 * The same for whoever took the job itself, and knows that it is the one that its requestor signed.
 *
 * @throws GristmillError `EVIDENCE_FOREIGN`, `EVIDENCE_RECEIPT_FORGED`, `EVIDENCE_UNRELATED`, `EVIDENCE_INDECISIVE`,
 *   `EVIDENCE_RESULTS_EQUAL`
 */
export function verdictOn(
  evidence: Evidence,
  { jobId, job }: { jobId: JobId; job: Job },
  { chainId, stake }: Jurisdiction,
): FaultVerdict {
  const { provider, assignment, signed, rightResult } = evidence;
  const { receipt } = signed;
  if (evidence.chainId !== chainId || evidence.stake !== stake) {
    const is = `bonds in ${evidence.stake} on chain ${evidence.chainId}`;
    throw refused('EVIDENCE_FOREIGN', `The evidence is about ${is}, not in ${stake} on chain ${chainId}.`);
  }
  if (!isReceiptSignedBy(provider, signed)) {
    throw refused(
      'EVIDENCE_RECEIPT_FORGED',
      `The receipt of attempt ${receipt.attemptId} is not signed by ${provider}.`,
    );
  }
  if (receipt.jobId !== jobId) throw unrelated(`shows job ${jobId}, and the receipt is for ${receipt.jobId}`);
  if (receipt.taskIndex >= job.tasks.length)
    throw unrelated(`is about task ${receipt.taskIndex} of ${job.tasks.length}`);
  const nan = nanFormOfReceipt(receipt);
  const shown = assignmentCid(assignment);
  if (shown !== assignmentCid(assignmentOf(jobId, job, receipt.taskIndex, nan))) {
    throw unrelated(`shows another assignment than task ${receipt.taskIndex} of the job`);
  }
  if (receipt.assignment !== shown) throw unrelated('shows another assignment than the receipt names');
  if (nan === 'optimistic') {
    // Where NaNs may have any bits, honest devices differ too.
    throw refused(
      'EVIDENCE_INDECISIVE',
      'The receipt is of a run in the optimistic form of NaNs, which decides nothing.',
    );
  }
  const [claimed, right] = [resultCid(receipt.result), resultCid(rightResult)];
  if (claimed === right) {
    throw refused('EVIDENCE_RESULTS_EQUAL', `The provider and the quorum both came to ${right}.`);
  }
  return {
    chainId,
    stake,
    provider: addressOfPeer(provider),
    task: hex(taskSeed(jobId, receipt.taskIndex)),
    claimedResult: hex(digestOf(claimed)),
    rightResult: hex(digestOf(right)),
    units: penaltyUnits(job, rightResult),
    prover: evidence.prover,
    requestor: job.payer,
    evidence: cidOf(evidence),
  };
}

/**
 * Whether a juror's own run of the task bears the evidence out: it must come to what the quorum did.
 *
 * @throws GristmillError `EVIDENCE_REFUTED` when the provider was right, `EVIDENCE_UNPROVEN` when neither was.
 */
export function expectProven({ signed, rightResult, provider }: Evidence, own: Result): void {
  const found = resultCid(own);
  if (found === resultCid(rightResult)) return;
  if (found === resultCid(signed.receipt.result)) {
    throw refused('EVIDENCE_REFUTED', `The task comes to ${found}, as ${provider} said.`);
  }
  throw refused(
    'EVIDENCE_UNPROVEN',
    `The task comes to ${found}: neither what ${provider} said nor what the quorum did.`,
  );
}

function unrelated(why: string): GristmillError {
  return refused('EVIDENCE_UNRELATED', `The evidence does not fit together: it ${why}.`);
}

function refused(code: string, message: string): GristmillError {
  return new GristmillError(code, message, {
    hint: 'Sign nothing; nobody is slashed by it. Ask whoever made it.',
    fault: 'peer',
  });
}

function hex(bytes: Uint8Array): `0x${string}` {
  return `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
