import { cidOf, type JobId, type PeerId } from '@gristmill/protocol';
import { expect, it } from 'vitest';
import { manyTasks, payer, sampleJob, signed } from '../test/world.ts';
import { apply, emptyState, type State } from './state.ts';
import { viewOfJob } from './views.ts';

const PROVIDER = 'a' as PeerId;

/** Submits a job and cancels it with so many attempts on record, one of them still out when asked for. */
function endedJob(state: State, name: string, attempts: number, { isOut = false } = {}): JobId {
  const jobId = cidOf(name);
  const job = sampleJob({ name, tasks: manyTasks(attempts), budgetUnits: 10n ** 15n });
  apply(state, { type: 'job.submitted', data: { jobId, signed: signed(job), deadlineAtMs: 1 } });
  for (let taskIndex = 0; taskIndex < attempts; taskIndex++) {
    const attempt = { jobId, taskIndex, attemptId: `${name} ${taskIndex}`, provider: PROVIDER };
    const parties = { owner: payer.address, payee: payer.address };
    apply(state, {
      type: 'attempt.leased',
      data: { ...attempt, ...parties, reservedUnits: 1n, expiresAtMs: 0 },
    });
    if (isOut && taskIndex === 0) continue;
    apply(state, { type: 'attempt.lapsed', data: { ...attempt, cause: 'vanished', reason: 'gone' } });
  }
  apply(state, { type: 'job.cancelled', data: { jobId, reason: 'no longer wanted' } });
  return jobId;
}

it('[12] puts ended jobs away, the oldest first, and shows them as before', () => {
  const state = emptyState();
  const seen = { provider: PROVIDER, owner: payer.address, payee: payer.address, agent: '' };
  apply(state, { type: 'provider.seen', data: seen });
  const [oldest, out, newest] = [
    endedJob(state, 'oldest', 30_000),
    endedJob(state, 'out', 3, { isOut: true }),
    endedJob(state, 'newest', 30_000),
  ];
  const before = viewOfJob(state.jobs.get(oldest)!);
  expect(state.attempts.size).toBe(60_003);

  const next = endedJob(state, 'next', 1);
  expect(viewOfJob(state.jobs.get(oldest)!)).toEqual(before);
  expect(state.jobs.get(oldest)!.tasks).toEqual([]);
  // What is out may still come to something, and the newest is asked about.
  for (const jobId of [out, newest, next]) expect(state.jobs.get(jobId)!.tasks.length).toBeGreaterThan(0);
  expect(state.attempts.size).toBe(30_004);
  expect(state.ended.records).toBe(60_002);
});

it('[12] puts away the tasks of jobs that ended before anybody tried them', () => {
  const state = emptyState();
  const ids = Array.from({ length: 4 }, (_, i) => {
    const jobId = cidOf(`job ${i}`);
    const job = sampleJob({ tasks: manyTasks(60_000), budgetUnits: 10n ** 15n });
    apply(state, { type: 'job.submitted', data: { jobId, signed: signed(job), deadlineAtMs: 1 } });
    apply(state, { type: 'job.cancelled', data: { jobId, reason: 'no longer wanted' } });
    return jobId;
  });
  expect(ids.map((jobId) => state.jobs.get(jobId)!.spec.tasks.length)).toEqual([0, 0, 60_000, 60_000]);
  expect(viewOfJob(state.jobs.get(ids[0]!)!)).toMatchObject({ state: 'cancelled', tasks: 60_000 });
});
