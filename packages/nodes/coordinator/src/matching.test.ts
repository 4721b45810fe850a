import { cidOf, type PeerId, type Address } from '@gristmill/protocol';
import { describe, expect, it } from 'vitest';
import { payer, manyTasks, sampleJob, signed } from '../test/world.ts';
import { type Candidate, createMatcher } from './matching.ts';
import { apply, emptyState, type State } from './state.ts';

const jobId = cidOf('job');
const everyone = { isTrusted: () => true };

function candidate(name: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    provider: name as PeerId,
    owner: name as Address,
    isTrusted: true,
    profiles: ['gristmill-1'],
    freeMemoryBytes: 2 ** 30,
    unitsPerGigafuelMin: 0n,
    mayBegin: true,
    ...changes,
  };
}

function stateWith(tasks: number, quorum = 2, budgetUnits = 10n ** 12n): State {
  const state = emptyState();
  const verification = { policy: 'replicas', quorum, attemptsMax: 8 } as const;
  const job = sampleJob({ tasks: manyTasks(tasks), verification, budgetUnits });
  apply(state, { type: 'job.submitted', data: { jobId, signed: signed(job), deadlineAtMs: 1 } });
  return state;
}

function lease(state: State, { provider, owner }: Candidate, taskIndex: number): void {
  if (!state.providers.has(provider)) {
    apply(state, { type: 'provider.seen', data: { provider, owner, payee: payer.address, agent: '' } });
  }
  apply(state, {
    type: 'attempt.leased',
    data: {
      jobId,
      taskIndex,
      attemptId: `${provider} ${taskIndex}`,
      provider,
      owner,
      payee: payer.address,
      reservedUnits: 300n,
      expiresAtMs: 0,
    },
  });
}

describe('matching', () => {
  it('deals fresh tasks first, then seconds those that others are at work on', () => {
    const state = stateWith(2);
    const job = state.jobs.get(jobId)!;
    const matcher = createMatcher(state, everyone);
    matcher.add(job);
    const dealt = ['a', 'b', 'a', 'b', 'a'].map((name) => {
      const choice = matcher.choose(candidate(name));
      if (choice === null) return null;
      lease(state, candidate(name), choice.taskIndex);
      matcher.reconsider(job, choice.taskIndex);
      return choice.taskIndex;
    });
    expect(dealt).toEqual([0, 1, 1, 0, null]);
  });

  it('begins no task that the begun ones leave no money for, yet one when nothing is under way', () => {
    for (const { budgetUnits, begun } of [
      { budgetUnits: 600n, begun: 1 },
      { budgetUnits: 1_799n, begun: 1 },
      { budgetUnits: 1_800n, begun: 2 },
      { budgetUnits: 2_700n, begun: 3 },
    ]) {
      const state = stateWith(5, 2, budgetUnits);
      const job = state.jobs.get(jobId)!;
      const matcher = createMatcher(state, everyone);
      matcher.add(job);
      for (let choice = matcher.choose(candidate('a')); choice !== null; choice = matcher.choose(candidate('a'))) {
        lease(state, candidate('a'), choice.taskIndex);
        matcher.reconsider(job, choice.taskIndex);
      }
      expect(job.tasks.length).toBe(begun);
      expect(matcher.choose(candidate('b'))).toMatchObject({ taskIndex: 0 });
    }
  });

  it('asks profile, memory and price', () => {
    const state = stateWith(1);
    const matcher = createMatcher(state, everyone);
    matcher.add(state.jobs.get(jobId)!);
    expect(matcher.choose(candidate('a', { unitsPerGigafuelMin: 4n }))).toBeNull();
    expect(matcher.choose(candidate('a', { freeMemoryBytes: 65_536 }))).toBeNull();
    expect(matcher.choose(candidate('a', { profiles: ['other'] }))).toBeNull();
    expect(matcher.choose(candidate('a'))).toMatchObject({ taskIndex: 0 });
  });

  it('never lets the distrusted make a quorum among themselves', () => {
    const state = stateWith(1);
    const job = state.jobs.get(jobId)!;
    const matcher = createMatcher(state, { isTrusted: (name) => name === 'good' });
    matcher.add(job);
    const doubted = ['x', 'y'].map((name) => candidate(name, { isTrusted: false }));
    expect(matcher.choose(doubted[0]!)).toMatchObject({ taskIndex: 0 });
    lease(state, doubted[0]!, 0);
    matcher.reconsider(job, 0);
    expect(matcher.choose(doubted[1]!)).toBeNull();
    expect(matcher.choose(candidate('good'))).toMatchObject({ taskIndex: 0 });

    lease(state, candidate('good'), 0);
    matcher.reconsider(job, 0);
    expect(matcher.choose(doubted[1]!)).toBeNull();

    const single = stateWith(1, 1);
    const alone = createMatcher(single, everyone);
    alone.add(single.jobs.get(jobId)!);
    expect(alone.choose(doubted[0]!)).toBeNull();
    expect(alone.choose(candidate('good'))).not.toBeNull();
  });

  it('looks at each task a bounded number of times, however many there are', () => {
    const tasks = 20_000;
    const state = stateWith(tasks);
    const job = state.jobs.get(jobId)!;
    const matcher = createMatcher(state, everyone);
    matcher.add(job);
    let looks = 0;
    const counted = new Proxy(job.tasks, {
      get(target, key) {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    Object.defineProperty(job, 'tasks', { value: counted });
    for (const name of ['a', 'b']) {
      for (let choice = matcher.choose(candidate(name)); choice !== null; choice = matcher.choose(candidate(name))) {
        lease(state, candidate(name), choice.taskIndex);
        matcher.reconsider(job, choice.taskIndex);
      }
    }
    expect(job.attempts).toBe(2 * tasks);
    expect(looks).toBeLessThan(20 * tasks);

    // What two have between them costs the next thousand nothing.
    looks = 0;
    expect(matcher.hasOpenings()).toBe(false);
    for (let i = 0; i < 1_000; i++) expect(matcher.choose(candidate(`late ${i}`))).toBeNull();
    expect(looks).toBeLessThan(2 * tasks);
  });
});
