import {
  type Address,
  assignmentOf,
  type BlobStore,
  type Cid,
  cidOf,
  encode,
  type Evidence,
  type FaultView,
  type PeerId,
  type Settlement,
  type Signature,
  type SignedFaultVerdict,
  type SignedJob,
} from '@gristmill/protocol';
import { verdictOn } from '@gristmill/verification';
import type { Bonds } from './bonds.ts';
import { faultUnknown } from './errors.ts';
import type { Recorder } from './recorder.ts';
import { type AttemptRecord, type FaultRecord, type JobRecord, located, type State } from './state.ts';
import type { Trust } from './trust.ts';

/** What a wrong result costs: evidence that anybody can check, jurors who do, and a slash once enough of them signed. */
export interface Prosecuting {
  /** Writes the evidence of all contradicted results that have none yet. */
  publish(): void;
  faults(): FaultView[];
  /**
   * Takes a juror's word that evidence holds, and slashes when that makes a quorum.
   *
   * @throws GristmillError `FAULT_UNKNOWN`, and what `Bonds.checkVerdict` refuses.
   */
  confirm(evidence: Cid, vote: { juror: Address; signature: Signature }): Promise<FaultView>;
  /** Carries out what a quorum signed and was not taken in full: a bond may have come since, or the chain may be back. */
  collect(provider?: PeerId): Promise<void>;
}

/** Nobody is at fault where no bonds are. */
export function createNoProsecuting(): Prosecuting {
  return {
    publish: () => {},
    faults: () => [],
    confirm: (evidence) => Promise.reject(faultUnknown(evidence)),
    collect: () => Promise.resolve(),
  };
}

export function createProsecuting({
  state,
  recorder,
  blobs,
  bonds,
  trust,
  settlement: { chainId, signer: prover },
  retryLater,
  log,
}: {
  state: State;
  recorder: Recorder;
  blobs: BlobStore;
  bonds: Bonds;
  trust: Trust;
  settlement: Pick<Settlement, 'chainId' | 'signer'>;
  retryLater: (again: () => void) => void;
  log: (message: string, error?: unknown) => void;
}): Prosecuting {
  const { stake, quorum } = bonds;
  const publishing = new Set<AttemptRecord>();
  const publishedJobs = new WeakMap<JobRecord, Promise<Cid>>();
  const slashing = new Map<Cid, Promise<void>>();

  function publish(): void {
    for (const attempt of state.contradicted) {
      if (publishing.has(attempt)) continue;
      publishing.add(attempt);
      publishOne(attempt)
        .catch((error: unknown) => {
          log(`The evidence against ${attempt.provider} could not be written yet.`, error);
          retryLater(publish);
        })
        .finally(() => publishing.delete(attempt));
    }
  }

  /** The job as its requestor signed it, in the blob store; once, for it may be large. */
  function published(job: JobRecord): Promise<Cid> {
    const known = publishedJobs.get(job);
    if (known !== undefined) return known;
    const signedJob: SignedJob = { job: job.spec, signature: job.signature };
    const name = blobs.put(encode(signedJob)).then(() => cidOf(signedJob));
    publishedJobs.set(job, name);
    name.catch(() => publishedJobs.delete(job));
    return name;
  }

  async function publishOne(attempt: AttemptRecord): Promise<void> {
    const { job, task } = located(state, attempt.attemptId);
    const { attemptId, jobId, taskIndex, provider, reported } = attempt;
    const evidence: Evidence = {
      version: 1,
      chainId,
      stake,
      provider,
      job: await published(job),
      assignment: assignmentOf(jobId, job.spec, taskIndex, attempt.nan),
      signed: reported!.signed!,
      rightResult: task.verified!.result,
      prover,
    };
    // What no juror could sign is never shown to one.
    const verdict = verdictOn(evidence, { jobId, job: job.spec }, { chainId, stake });
    await blobs.put(encode(evidence));
    // Its job may have been put away meanwhile.
    if (!state.contradicted.has(attempt)) return;
    recorder.record([
      {
        type: 'fault.evident',
        data: { jobId, taskIndex, attemptId, provider, evidence: verdict.evidence, verdict },
      },
    ]);
  }

  function faultOf(evidence: Cid): FaultRecord {
    const fault = state.faults.get(evidence);
    if (fault === undefined) throw faultUnknown(evidence);
    return fault;
  }

  function viewOf(fault: FaultRecord): FaultView {
    const { evidence, jobId, taskIndex, provider, verdict, signatures, takenUnits } = fault;
    const verdicts = [...signatures].map(([juror, signature]) => ({ juror, signature }));
    const name = { evidence, jobId, taskIndex, provider };
    return { ...name, verdict, verdicts, slashedUnits: takenUnits, isOpen: isOpen(fault) };
  }

  function isOpen({ verdict, takenUnits, isSuperseded, provider }: FaultRecord): boolean {
    return !isSuperseded && takenUnits < verdict.units && trust.bondOf(provider).bondedUnits > 0n;
  }

  /** One after the other for each fault, so that nothing is sent twice. */
  function slash(fault: FaultRecord): Promise<void> {
    const { evidence } = fault;
    const done = (slashing.get(evidence) ?? Promise.resolve()).then(() => slashOnce(fault));
    slashing.set(evidence, done);
    return done.finally(() => {
      if (slashing.get(evidence) === done) slashing.delete(evidence);
    });
  }

  async function slashOnce(fault: FaultRecord): Promise<void> {
    if (fault.signatures.size < quorum || !isOpen(fault)) return;
    const { evidence, verdict, provider, signatures } = fault;
    let transactionHash: string | null = null;
    try {
      const takenBefore = await bonds.takenUnits(verdict);
      if (takenBefore !== null && takenBefore < verdict.units) {
        const signed = [...signatures].map(([juror, signature]): SignedFaultVerdict => ({ verdict, juror, signature }));
        ({ transactionHash } = await bonds.slash(signed));
      }
      // Asked anew, for anybody may have sent it, this hub before a crash included.
      const takenUnits = await bonds.takenUnits(verdict);
      if (takenUnits !== fault.takenUnits) {
        recorder.record([{ type: 'fault.slashed', data: { provider, evidence, takenUnits, transactionHash } }]);
      }
    } catch (error) {
      log(`${provider} could not be slashed for ${evidence} yet.`, error);
    }
    await trust.learn(provider);
  }

  return {
    publish,
    faults: () => [...state.faults.values()].map(viewOf),
    async confirm(evidence, { juror, signature }) {
      const fault = faultOf(evidence);
      if (fault.signatures.get(juror) !== signature) {
        await bonds.checkVerdict({ verdict: fault.verdict, juror, signature });
        const { provider } = fault;
        recorder.record([{ type: 'fault.confirmed', data: { provider, evidence, juror, signature } }]);
        await recorder.settled();
      }
      await slash(fault);
      return viewOf(fault);
    },
    async collect(provider) {
      for (const fault of state.faults.values()) {
        if (provider === undefined || fault.provider === provider) await slash(fault);
      }
    },
  };
}
