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

  return {
    async judgeOpen() {
      for (const juror of jurors) {
        // Asked anew for each: what a quorum has settled need not be run once more.
        for (const { evidence } of await desk.faults()) {
          const fault = (await desk.faults()).find((each) => each.evidence === evidence);
          if (fault === undefined || !fault.isOpen || refused.has(`${juror.address} ${evidence}`)) continue;
          if (fault.verdicts.some(({ juror: other }) => other === juror.address)) continue;
          await judge(juror, fault);
        }
      }
    },
  };
}
