import { type Address, asGristmillError, type Cid, type FaultView, type SignedFaultVerdict } from '@gristmill/protocol';
import type { Juror } from './juror.ts';

/** Where faults are shown and verdicts handed in: a hub, by HTTP or in its own process. */
export interface Desk {
  faults(): Promise<readonly FaultView[]>;
  fetch(name: Cid): Promise<Uint8Array>;
  confirm(evidence: Cid, vote: { juror: Address; signature: SignedFaultVerdict['signature'] }): Promise<unknown>;
}

/** Judges all that is open at the desk, again and again; each fault once a juror, unless something only kept it from telling. */
export function createSitting({
  desk,
  jurors,
  log,
}: {
  desk: Desk;
  jurors: readonly Juror[];
  log: (line: string) => void;
}): { judgeOpen(): Promise<void> } {
  const refused = new Set<string>();

  async function judge(juror: Juror, { evidence, provider, taskIndex }: FaultView): Promise<void> {
    const about = `task ${taskIndex} of …${provider.slice(-8)}`;
    try {
      const { verdict, signature } = await juror.judge(await desk.fetch(evidence));
      await desk.confirm(evidence, { juror: juror.address, signature });
      log(`juror ${juror.address} ran ${about} again: the result was wrong (${verdict.evidence})`);
    } catch (thrown) {
      const { code, message, fault } = asGristmillError(thrown);
      if (fault === 'peer') refused.add(`${juror.address} ${evidence}`);
      log(`juror ${juror.address} does not confirm ${about}: ${message} (${code})`);
    }
  }

  /** What is still open for a juror, as things are now. */
  async function openFor({ address }: Juror): Promise<FaultView[]> {
    const faults = await desk.faults();
    return faults.filter(
      ({ evidence, isOpen, verdicts }) =>
        isOpen && !refused.has(`${address} ${evidence}`) && !verdicts.some(({ juror }) => juror === address),
    );
  }

  return {
    async judgeOpen() {
      for (const juror of jurors) {
        const tried = new Set<Cid>();
        // Asked anew after each: what a quorum has settled meanwhile need not be run once more.
        for (;;) {
          const next = (await openFor(juror)).find(({ evidence }) => !tried.has(evidence));
          if (next === undefined) break;
          tried.add(next.evidence);
          await judge(juror, next);
        }
      }
    },
  };
}
