import type { Address, Cid, PeerId, VerificationPolicy } from '@gristmill/protocol';

/** One report, as far as believing it goes: who says that the task came to what. */
export interface ReportFact {
  attemptId: string;
  provider: PeerId;
  /** The person or company behind the provider: all its devices have one vote between them. */
  owner: Address;
  resultCid: Cid;
}

export type Judgement =
  | { kind: 'agreed'; resultCid: Cid; right: string[]; wrong: string[] }
  /** `wanted` further reports from new owners bring the leading result to quorum, when none disagrees. */
  | { kind: 'undecided'; wanted: number }
  /** Not even if every attempt that is left agreed with the leading result. */
  | { kind: 'hopeless' };

/**
 * Which result to believe, under `replicas`: the one that `quorum` different owners reported, as in BOINC's replicated
 * computing (Anderson, "BOINC: A Platform for Volunteer Computing", 2019).
 *
 * It is a function of the set of reports: neither their order nor a repeated one changes the answer. An owner whose
 * reports contradict one another has no vote. Two results that both reach the quorum with as many votes decide nothing
 * until one leads; who must not reopen a decided task does not ask again.
 */
export function judge(policy: VerificationPolicy, reports: readonly ReportFact[]): Judgement {
  const facts = [...new Map(reports.map((fact) => [fact.attemptId, fact])).values()];
  const [leader, runnerUp] = tally(facts);
  const votes = leader?.votes ?? 0;

  if (leader !== undefined && votes >= policy.quorum && votes > (runnerUp?.votes ?? 0)) {
    const right = facts.filter((fact) => fact.resultCid === leader.resultCid);
    const wrong = facts.filter((fact) => fact.resultCid !== leader.resultCid);
    return {
      kind: 'agreed',
      resultCid: leader.resultCid,
      right: right.map((fact) => fact.attemptId).toSorted(),
      wrong: wrong.map((fact) => fact.attemptId).toSorted(),
    };
  }
  const wanted = Math.max(1, policy.quorum - votes);
  const left = policy.attemptsMax - facts.length;
  return wanted > left ? { kind: 'hopeless' } : { kind: 'undecided', wanted };
}

interface Candidate {
  resultCid: Cid;
  votes: number;
}

/** Each result's votes, most first; one vote an owner, none for an owner that contradicts itself. */
function tally(facts: readonly ReportFact[]): Candidate[] {
  const saidBy = new Map<Address, Cid | 'contradiction'>();
  for (const { owner, resultCid } of facts) {
    const said = saidBy.get(owner);
    saidBy.set(owner, said === undefined || said === resultCid ? resultCid : 'contradiction');
  }
  const votes = new Map<Cid, number>();
  for (const said of saidBy.values()) {
    if (said !== 'contradiction') votes.set(said, (votes.get(said) ?? 0) + 1);
  }
  return [...votes].map(([resultCid, count]) => ({ resultCid, votes: count })).toSorted((a, b) => b.votes - a.votes);
}
