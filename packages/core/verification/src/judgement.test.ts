import { type Address, type Cid, cidOf, type PeerId, type VerificationPolicy } from '@gristmill/protocol';
import { describe, expect, it } from 'vitest';
import { judge, type ReportFact } from './judgement.ts';

const policy: VerificationPolicy = { policy: 'replicas', quorum: 2, attemptsMax: 4 };
const right = cidOf('right');
const wrong = cidOf('wrong');

function fact(attemptId: string, owner: string, resultCid: Cid, isTrusted: boolean = true): ReportFact {
  return { attemptId, provider: `peer of ${attemptId}` as PeerId, owner: owner as Address, resultCid, isTrusted };
}

describe('judge', () => {
  it('wants the whole quorum before anyone reports', () => {
    expect(judge(policy, [])).toEqual({ kind: 'undecided', wanted: 2 });
  });

  it('believes what two owners say and blames the third', () => {
    expect(judge(policy, [fact('1', 'ann', right), fact('2', 'liar', wrong), fact('3', 'ben', right)])).toEqual({
      kind: 'agreed',
      resultCid: right,
      right: ['1', '3'],
      wrong: ['2'],
    });
  });

  it('does not believe the distrusted among themselves, nor let them outvote the others', () => {
    const gang = [fact('1', 'x', wrong, false), fact('2', 'y', wrong, false)];
    expect(judge(policy, gang)).toEqual({ kind: 'undecided', wanted: 1 });
    expect(judge(policy, [...gang, fact('3', 'ann', right), fact('4', 'z', right, false)])).toMatchObject({
      kind: 'agreed',
      resultCid: right,
      wrong: ['1', '2'],
    });
  });

  it('counts the devices of one owner as one vote', () => {
    expect(judge(policy, [fact('1', 'liar', wrong), fact('2', 'liar', wrong)])).toEqual({
      kind: 'undecided',
      wanted: 1,
    });
  });

  it('gives an owner that contradicts itself no vote', () => {
    const reports = [fact('1', 'ann', right), fact('2', 'liar', right), fact('3', 'liar', wrong)];
    expect(judge(policy, reports)).toEqual({ kind: 'undecided', wanted: 1 });
  });

  it('decides nothing while two results have as many votes', () => {
    const tie = [fact('1', 'a', right), fact('2', 'b', right), fact('3', 'c', wrong), fact('4', 'd', wrong)];
    expect(judge({ ...policy, attemptsMax: 5 }, tie)).toEqual({ kind: 'undecided', wanted: 1 });
    expect(judge(policy, tie)).toEqual({ kind: 'hopeless' });
  });

  it('gives up as soon as the attempts that are left cannot bring a quorum', () => {
    const four = ['a', 'b', 'c', 'd'].map((owner) => fact(owner, owner, cidOf(owner)));
    expect(judge(policy, four.slice(0, 3))).toEqual({ kind: 'undecided', wanted: 1 });
    expect(judge(policy, four)).toEqual({ kind: 'hopeless' });
  });

  it('believes the first report when the requestor asks for no second', () => {
    const single: VerificationPolicy = { policy: 'replicas', quorum: 1, attemptsMax: 1 };
    expect(judge(single, [fact('1', 'ann', right)])).toMatchObject({ kind: 'agreed', right: ['1'], wrong: [] });
  });
});
