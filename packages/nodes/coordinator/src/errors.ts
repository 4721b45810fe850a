import { type Address, type Cid, GristmillError, type JobId, type JobState } from '@gristmill/protocol';

/** What a failed job says of itself, in the journal and in its view. */
export interface JobError {
  code: string;
  message: string;
  hint: string;
}

export function jobUnknown(jobId: string): GristmillError {
  return new GristmillError('JOB_UNKNOWN', `There is no job ${jobId} here.`, {
    hint: 'Check the id, and that you ask the coordinator that took the job.',
  });
}

export function jobEnded(jobId: JobId, state: JobState): GristmillError {
  return new GristmillError('JOB_ENDED', `Job ${jobId} is ${state} and cannot be cancelled any more.`, {
    hint: 'Only a running job can be cancelled.',
  });
}

export function faultUnknown(evidence: Cid): GristmillError {
  return new GristmillError('FAULT_UNKNOWN', `No fault is known here by the evidence ${evidence}.`, {
    hint: 'Send the verdict to the hub that wrote the evidence; `gristmill jury faults` lists what a hub has.',
  });
}

export function contentMissing(name: Cid, role: string): GristmillError {
  return new GristmillError('JOB_CONTENT_MISSING', `The job names ${name} as ${role}, but nobody stored it here.`, {
    hint: 'Upload the content under its CID first, then submit the same job again.',
  });
}

export function budgetTooSmall(budgetUnits: bigint, neededUnits: bigint, quorum: number): GristmillError {
  return new GristmillError(
    'BUDGET_TOO_SMALL',
    `The budget is ${budgetUnits} minor units, but ${quorum === 1 ? 'one run' : `${quorum} runs`} of a single task may cost ${neededUnits} at the fuel limit.`,
    { hint: `Raise \`budgetUnits\` to at least ${neededUnits}, or lower \`limits.fuel\` or \`unitsPerGigafuel\`.` },
  );
}

export function taskTooLarge(taskIndex: number, taskBytes: number, taskBytesMax: number): GristmillError {
  return new GristmillError(
    'TASK_TOO_LARGE',
    `The arguments, environment and file names of task ${taskIndex} take ${taskBytes} bytes; ${taskBytesMax} fit a lease.`,
    { hint: 'Upload large input and name it by its CID in `stdin` or `files`.' },
  );
}

export function paymentsTooLarge(payer: Address, paymentsUnits: bigint, paymentsUnitsMax: bigint): GristmillError {
  return new GristmillError(
    'PAYMENTS_TOO_LARGE',
    `With this job's budget, ${payer} could come to pay ${paymentsUnits} units here; a voucher promises at most ${paymentsUnitsMax}.`,
    { hint: 'Lower `budgetUnits`, or pay from another address.' },
  );
}

export function escrowUnderfunded(
  payer: Address,
  funds: { fundedUnits: bigint; committedUnits: bigint; budgetUnits: bigint },
): GristmillError {
  const missing = funds.committedUnits + funds.budgetUnits - funds.fundedUnits;
  return new GristmillError(
    'ESCROW_UNDERFUNDED',
    `${payer} funded ${funds.fundedUnits} units; ${funds.committedUnits} are promised or reserved, and this job's budget is ${funds.budgetUnits}.`,
    { hint: `Deposit at least ${missing} more units for this coordinator's signer, then submit the job again.` },
  );
}

export function escrowWithdrawn(payer: Address, fundedUnits: bigint, neededUnits: bigint): JobError {
  return {
    code: 'ESCROW_WITHDRAWN',
    message: `${payer} has ${fundedUnits} units left in the escrow, below the ${neededUnits} that are promised, earned or reserved.`,
    hint: 'Leave the deposit in place while jobs run; deposit again, then submit the job with a new nonce.',
  };
}

export function programTooSlow(owners: number): JobError {
  return {
    code: 'PROGRAM_TOO_SLOW',
    message: `The devices of ${owners} owners could not check and compile the program in time, and none could.`,
    hint: 'Make its functions smaller, try it with `gristmill exec`, and submit again.',
  };
}

export function outputLost(output: Cid): JobError {
  return {
    code: 'OUTPUT_LOST',
    message: `The verified output ${output} is no longer in the blob store, and the deadline has passed.`,
    hint: 'Look after the disk of the blob store; then submit the job again with a new nonce.',
  };
}

export function stopped(): GristmillError {
  return new GristmillError('COORDINATOR_STOPPED', 'This coordinator has stopped.', {
    hint: 'Start it again; it goes on from its journal.',
    fault: 'platform',
  });
}

export function journalFailed(cause: unknown): GristmillError {
  return new GristmillError('JOURNAL_FAILED', 'The journal could not be written, so nothing more is promised.', {
    hint: 'Mend the disk, then start the coordinator again; it goes on from what was written.',
    fault: 'platform',
    cause,
  });
}

export function eventUnreadable(sequence: number, type: string, detail: string): GristmillError {
  return new GristmillError('EVENT_UNREADABLE', `Event ${sequence} (${type}) cannot be read:\n${detail}`, {
    hint: 'Verify the journal; it may have been written by a newer version.',
    fault: 'platform',
  });
}

export function settlementMismatch(was: string, is: string): GristmillError {
  return new GristmillError(
    'SETTLEMENT_MISMATCH',
    `The journal's vouchers are for ${was}, but this coordinator pays by ${is}.`,
    {
      hint: 'Start with the chain, escrow and signer that the journal was written with, or with a fresh journal.',
      fault: 'configuration',
    },
  );
}

export function invariantBroken(message: string): GristmillError {
  return new GristmillError('INVARIANT_BROKEN', message, {
    hint: 'This is a defect in Gristmill; please report it with the journal.',
    fault: 'internal',
  });
}

export function aggregationImpossible(message: string): GristmillError {
  return new GristmillError('AGGREGATION_IMPOSSIBLE', message, {
    hint: "Make the program's output fit the job's `aggregation`.",
  });
}

export function resultTooLarge(resultBytes: number, resultBytesMax: number): GristmillError {
  return new GristmillError(
    'RESULT_TOO_LARGE',
    `The result would be made of ${resultBytes} bytes or more; at most ${resultBytesMax} make one.`,
    {
      hint: 'Split the job, or have its tasks write less. Verified outputs stay here under the CIDs that `watch` names.',
    },
  );
}

export function receiptSignatureInvalid(attemptId: string): GristmillError {
  return new GristmillError('RECEIPT_SIGNATURE_INVALID', `The receipt of attempt ${attemptId} is not signed by you.`, {
    hint: 'Sign receipts with the key that the stream was opened with.',
    fault: 'peer',
  });
}

export function attemptForeign(attemptId: string): GristmillError {
  return new GristmillError('ATTEMPT_FOREIGN', `Attempt ${attemptId} was not leased to you for this job and task.`, {
    hint: 'Report only what you were leased.',
    fault: 'peer',
  });
}

export function messageUnexpected(type: string, expected: string): GristmillError {
  return new GristmillError('MESSAGE_UNEXPECTED', `Got "${type}" where ${expected} was expected.`, {
    hint: 'Say hello once, first; then send ready, report or decline.',
    fault: 'peer',
  });
}
