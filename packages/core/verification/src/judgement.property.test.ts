import { type Address, cidOf, type PeerId, type VerificationPolicy } from '@gristmill/protocol';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge, type ReportFact } from './judgement.ts';

const results = ['a', 'b', 'c'].map((name) => cidOf(name));

const policies: fc.Arbitrary<VerificationPolicy> = fc
  .record({ quorum: fc.integer({ min: 1, max: 4 }), spare: fc.integer({ min: 0, max: 8 }) })
  .map(({ quorum, spare }) => ({ policy: 'replicas', quorum, attemptsMax: quorum + spare }));

const reportLists: fc.Arbitrary<ReportFact[]> = fc
  .array(
    fc.record({ owner: fc.integer({ min: 0, max: 6 }), result: fc.constantFrom(...results), isTrusted: fc.boolean() }),
    { maxLength: 10 },
  )
  .map((list) =>
    list.map(({ owner, result, isTrusted }, i) => fact(`attempt-${i}`, `owner-${owner}`, result, isTrusted)),
  );

function fact(
  attemptId: string,
  owner: string,
  resultCid: ReportFact['resultCid'],
  isTrusted: boolean = true,
): ReportFact {
  return { attemptId, provider: `peer of ${attemptId}` as PeerId, owner: owner as Address, resultCid, isTrusted };
}

/** Owners that say `resultCid` and nothing else, when somebody trusted is among them. */
function believable(reports: readonly ReportFact[], resultCid: ReportFact['resultCid']): number {
  const isVouchedFor = reports.some(
    (report) =>
      report.isTrusted &&
      report.resultCid === resultCid &&
      reports.every(({ owner, resultCid: said }) => owner !== report.owner || said === resultCid),
  );
  return isVouchedFor ? supporters(reports, resultCid) : 0;
}

/** Owners that say `resultCid` and nothing else. */
function supporters(reports: readonly ReportFact[], resultCid: ReportFact['resultCid']): number {
  const owners = new Set(reports.map(({ owner }) => owner));
  return [...owners].filter((owner) =>
    reports.filter((report) => report.owner === owner).every((report) => report.resultCid === resultCid),
  ).length;
}

describe('judge', () => {
  it('invariant 1: neither order nor repetition matters', () => {
    const shuffled = reportLists.chain((reports) =>
      fc.tuple(
        fc.constant(reports),
        fc.shuffledSubarray(reports, { minLength: reports.length, maxLength: reports.length }),
        fc.subarray(reports),
      ),
    );
    fc.assert(
      fc.property(policies, shuffled, (policy, [reports, reordered, repeated]) => {
        expect(judge(policy, [...reordered, ...repeated])).toEqual(judge(policy, reports));
      }),
    );
  });

  it('invariants 2 and 4: agreement needs a leading quorum with somebody trusted in it, and judges every report', () => {
    fc.assert(
      fc.property(policies, reportLists, (policy, reports) => {
        const judgement = judge(policy, reports);
        const votes = results.map((result) => believable(reports, result));
        const best = Math.max(...votes);
        const leads = best >= policy.quorum && votes.filter((vote) => vote === best).length === 1;
        expect(judgement.kind === 'agreed').toBe(leads);
        if (judgement.kind !== 'agreed') return;
        expect(believable(reports, judgement.resultCid)).toBe(best);
        for (const { attemptId, resultCid } of reports) {
          expect(judgement.right.includes(attemptId)).toBe(resultCid === judgement.resultCid);
          expect(judgement.wrong.includes(attemptId)).toBe(resultCid !== judgement.resultCid);
        }
      }),
    );
  });

  it('invariant 2: fewer liars than a quorum, of whatever minds, pass no lie and frame nobody', () => {
    const [truth, ...lies] = results;
    const crowd = fc.record({
      honest: fc.array(fc.boolean(), { maxLength: 8 }),
      liars: fc.array(fc.record({ lie: fc.constantFrom(...lies), isTrusted: fc.boolean() }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(policies, crowd, (policy, { honest, liars }) => {
        fc.pre(liars.length < policy.quorum);
        const reports = [
          ...liars.map(({ lie, isTrusted }, i) => fact(`lie-${i}`, `liar-${i}`, lie, isTrusted)),
          ...honest.map((isTrusted, i) => fact(`truth-${i}`, `honest-${i}`, truth!, isTrusted)),
        ];
        const judgement = judge(policy, reports);
        if (judgement.kind === 'agreed') expect(judgement.resultCid).toBe(truth);
      }),
    );
  });

  it('invariant 3: an owner that says the same again changes no belief', () => {
    fc.assert(
      fc.property(policies, reportLists, fc.nat({ max: 9 }), (policy, reports, pick) => {
        const again = reports[pick];
        fc.pre(again !== undefined);
        const roomy = { ...policy, attemptsMax: 64 };
        const before = judge(roomy, reports);
        const after = judge(roomy, [...reports, { ...again, attemptId: 'again' }]);
        expect(after.kind).toBe(before.kind);
        if (before.kind === 'undecided') expect(after).toEqual(before);
        if (before.kind === 'agreed') expect(after).toMatchObject({ resultCid: before.resultCid });
      }),
    );
  });

  it('invariant 5: so many more votes for a leading result agree it, and not one fewer', () => {
    fc.assert(
      fc.property(policies, reportLists, (policy, reports) => {
        const roomy = { ...policy, attemptsMax: 64 };
        const judgement = judge(roomy, reports);
        fc.pre(judgement.kind === 'undecided');
        const leader = results.toSorted((a, b) => supporters(reports, b) - supporters(reports, a))[0]!;
        const more = Array.from({ length: judgement.wanted }, (_, i) => fact(`new-${i}`, `new-${i}`, leader));
        expect(judge(roomy, [...reports, ...more])).toMatchObject({ kind: 'agreed', resultCid: leader });
        expect(judge(roomy, [...reports, ...more.slice(1)]).kind).toBe('undecided');

        const left = policy.attemptsMax - reports.length;
        expect(judge(policy, reports).kind).toBe(judgement.wanted > left ? 'hopeless' : 'undecided');
      }),
    );
  });
});
