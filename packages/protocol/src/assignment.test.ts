import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { assignment, assignmentCid, assignmentOf, taskSeed } from './assignment.ts';
import { cidOfBytes, decode, encode } from './canonical.ts';
import { DEFAULT_LIMITS, type Job, jobIdOf } from './job.ts';

const job: Job = {
  version: 1,
  name: 'a job',
  payer: '0x0000000000000000000000000000000000000001' as Job['payer'],
  nonce: '1',
  program: { kind: 'wasm', module: cidOfBytes(new Uint8Array(1)), nan: 'optimistic' },
  tasks: [
    { args: ['a'], env: {}, stdin: null, files: {} },
    { args: ['b'], env: {}, stdin: null, files: {} },
  ],
  limits: DEFAULT_LIMITS,
  verification: { policy: 'replicas', quorum: 2, attemptsMax: 3 },
  aggregation: { kind: 'concat' },
  unitsPerGigafuel: 1n,
  budgetUnits: 100n,
  deadlineMs: 1,
  startTimeMs: 5,
};
const jobId = jobIdOf(job);

it('has one name wherever it is: made from the job, on the wire, or in a lease that says more', () => {
  const made = assignmentOf(jobId, job, 1, 'canonical');
  const name = assignmentCid(made);
  expect(assignmentCid(assignment.parse(decode(encode(made))))).toBe(name);
  const lease = { ...made, type: 'lease', attemptId: 'one', expiresInMs: 1 };
  expect(assignmentCid(lease)).toBe(name);
});

it('has another name for another task, job, form of NaNs, limit or start', () => {
  const made = assignmentOf(jobId, job, 0, 'canonical');
  const others = [
    assignmentOf(jobId, job, 1, 'canonical'),
    assignmentOf(jobId, job, 0, 'optimistic'),
    assignmentOf(jobIdOf({ ...job, nonce: '2' }), job, 0, 'canonical'),
    { ...made, limits: { ...made.limits, fuel: 1n } },
    { ...made, startTimeMs: 6 },
  ];
  expect(new Set([made, ...others].map(assignmentCid)).size).toBe(others.length + 1);
});

it('seeds a task by the sha-256 of its job and index', () => {
  const text = `${jobId}/1`;
  expect(taskSeed(jobId, 1)).toEqual(new Uint8Array(createHash('sha256').update(text).digest()));
});
