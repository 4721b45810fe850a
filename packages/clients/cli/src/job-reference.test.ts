import { cidOfBytes, type JobView } from '@gristmill/protocol';
import { createHubClient, type HubClient } from 'gristmill';
import { describe, expect, it } from 'vitest';
import { findJob, shortJobId } from './job-reference.ts';

const jobs = Array.from(
  { length: 3 },
  (_, i) => ({ jobId: cidOfBytes(Uint8Array.of(i)), name: `job ${i}` }) as JobView,
);
const [first, second, third] = jobs as [JobView, JobView, JobView];
const hub: Pick<HubClient, 'job' | 'network'> = {
  ...createHubClient('http://127.0.0.1:9'),
  network: () => Promise.resolve({ jobs } as Awaited<ReturnType<HubClient['network']>>),
  job: (jobId) => Promise.resolve(jobs.find((job) => job.jobId === jobId)!),
};

describe('findJob', () => {
  it.each([
    ['the whole id', second.jobId, second],
    ['the form that status shows', shortJobId(first), first],
    ['the end of the id', first.jobId.slice(-5), first],
    ['last', 'last', third],
  ])('knows a job by %s', async (_, reference, expected) => {
    expect(await findJob(hub, reference)).toBe(expected);
  });

  it.each(['nobody', '', first.jobId.slice(-3), '…'])('knows no job %j', async (reference) => {
    await expect(findJob(hub, reference)).rejects.toMatchObject({ code: 'JOB_UNKNOWN' });
  });

  it('asks for more of an id that several jobs end with', async () => {
    const twins = { ...hub, network: async () => ({ ...(await hub.network()), jobs: [first, first] }) };
    await expect(findJob(twins, first.jobId.slice(-6))).rejects.toMatchObject({ code: 'JOB_AMBIGUOUS' });
  });
});
