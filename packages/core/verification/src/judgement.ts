import type { Address, Cid, PeerId, VerificationPolicy } from '@gristmill/protocol';

/** One report, as far as believing it goes: who says that the task came to what. */
export interface ReportFact {
  attemptId: string;
  provider: PeerId;
  /** The person or company behind the provider: all its devices have one vote between them. */
  owner: Address;
  resultCid: Cid;
  /** Whether the provider was trusted when it reported: no result is believed on the word of the distrusted alone. */
  isTrusted: boolean;
}

export type Judgement =
  | { kind: 'agreed'; resultCid: Cid; right: string[]; wrong: string[] }
  /** `wanted` further reports from new, trusted owners bring the leading result to quorum, when none disagrees. */
  | { kind: 'undecided'; wanted: number }
  /** Not even if every attempt that is left agreed with the leading result. */
  | { kind: 'hopeless' };

/**
 * Which result to believe, under `replicas`: the one that `quorum` different owners reported, as in BOINC's replicated
 * computing (Anderson, "BOINC: A Platform for Volunteer Computing", 2019).
 *
 * It is a function of the set of reports: neither their order nor a repeated one changes the answer. An owner whose
 * reports contradict one another has no vote. A result that only distrusted providers reported is not believed, however
 * many they are, and does not stand in the way of one that somebody trusted reported too. Two results that both reach the quorum with as many votes decide nothing
 * until one leads; who must not reopen a decided task does not ask again.
 */
export function judge(policy: VerificationPolicy, reports: readonly ReportFact[]): Judgement {
  const facts = [...new Map(reports.map((fact) => [fact.attemptId, fact])).values()];
  const results = tally(facts);
  const [leader, runnerUp] = results.filter(({ isVouchedFor }) => isVouchedFor);

  if (leader !== undefined && leader.votes >= policy.quorum && leader.votes > (runnerUp?.votes ?? 0)) {
    const right = facts.filter((fact) => fact.resultCid === leader.resultCid);
    const wrong = facts.filter((fact) => fact.resultCid !== leader.resultCid);
    return {
      kind: 'agreed',
      resultCid: leader.resultCid,
      right: right.map((fact) => fact.attemptId).toSorted(),
      wrong: wrong.map((fact) => fact.attemptId).toSorted(),
    };
  }
  const wanted = Math.max(1, policy.quorum - (results[0]?.votes ?? 0));
  const left = policy.attemptsMax - facts.length;
  return wanted > left ? { kind: 'hopeless' } : { kind: 'undecided', wanted };
}

interface Candidate {
  resultCid: Cid;
  votes: number;
  /** Whether somebody trusted is among its voters. */
  isVouchedFor: boolean;
}

/** Each result's votes, most first; one vote an owner, none for an owner that contradicts itself. */
function tally(facts: readonly ReportFact[]): Candidate[] {
  const saidBy = new Map<Address, { resultCid: Cid; isTrusted: boolean } | 'contradiction'>();
  for (const { owner, resultCid, isTrusted } of facts) {
    const said = saidBy.get(owner);
    if (said === undefined) saidBy.set(owner, { resultCid, isTrusted });
    else if (said === 'contradiction' || said.resultCid !== resultCid) saidBy.set(owner, 'contradiction');
    else said.isTrusted ||= isTrusted;
  }
  const results = new Map<Cid, Candidate>();
  for (const said of saidBy.values()) {
    if (said === 'contradiction') continue;
    const { resultCid, isTrusted } = said;
    const { votes, isVouchedFor } = results.get(resultCid) ?? { votes: 0, isVouchedFor: false };
    results.set(resultCid, { resultCid, votes: votes + 1, isVouchedFor: isVouchedFor || isTrusted });
  }
  return [...results.values()].toSorted((a, b) => b.votes - a.votes);
}
