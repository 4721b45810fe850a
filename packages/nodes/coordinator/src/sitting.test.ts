import { address, cidOf, type FaultView, GristmillError, type PeerId } from '@gristmill/protocol';
import { expect, it } from 'vitest';
import type { Juror } from './juror.ts';
import { createSitting, type Desk } from './sitting.ts';

const someone = address.parse(`0x${'1'.repeat(40)}`);
const word = `0x${'2'.repeat(64)}` as const;

function faultOf(name: string): FaultView {
  const evidence = cidOf(name);
  const parties = { provider: someone, prover: someone, requestor: someone };
  const results = { task: word, claimedResult: word, rightResult: word };
  const verdict = { chainId: 1, stake: someone, ...parties, ...results, units: 1n, evidence };
  const where = { jobId: cidOf('job'), taskIndex: 0, provider: '16Uiu2HA…' as PeerId };
  return { evidence, ...where, verdict, verdicts: [], slashedUnits: 0n, isOpen: true };
}

/** A desk where two confirmations close a fault. */
function deskWith(faults: FaultView[]): Desk {
  return {
    faults: async () => faults.map((fault) => ({ ...fault, verdicts: [...fault.verdicts] })),
    fetch: async () => new Uint8Array(),
    async confirm(evidence, vote) {
      const fault = faults.find((each) => each.evidence === evidence)!;
      fault.verdicts.push(vote);
      if (fault.verdicts.length === 2) fault.isOpen = false;
    },
  };
}

function jurorOf(digit: string, judged: string[], refusal?: GristmillError): Juror {
  const juror = address.parse(`0x${digit.repeat(40)}`);
  return {
    address: juror,
    async judge() {
      judged.push(digit);
      if (refusal !== undefined) throw refusal;
      return { verdict: faultOf('').verdict, juror, signature: '0x00' };
    },
  };
}

const errorOf = (fault: 'peer' | 'platform') => new GristmillError('CODE', 'No.', { hint: 'Wait.', fault });

it('runs each fault again once a juror, until a quorum has settled it', async () => {
  const judged: string[] = [];
  const jurors = ['a', 'b', 'c'].map((digit) => jurorOf(digit, judged));
  const sitting = createSitting({ desk: deskWith([faultOf('one'), faultOf('two')]), jurors, log: () => {} });
  await sitting.judgeOpen();
  await sitting.judgeOpen();
  expect(judged).toEqual(['a', 'a', 'b', 'b']);
});

it('asks no juror again who refused, and one again who could not tell', async () => {
  const judged: string[] = [];
  const said: string[] = [];
  const jurors = [jurorOf('a', judged, errorOf('peer')), jurorOf('b', judged, errorOf('platform'))];
  const desk = deskWith([faultOf('one')]);
  const sitting = createSitting({ desk, jurors, log: (line) => said.push(line) });
  await sitting.judgeOpen();
  await sitting.judgeOpen();
  expect(judged).toEqual(['a', 'b', 'b']);
  expect(said).toHaveLength(3);
  expect((await desk.faults())[0]!.verdicts).toEqual([]);
});
