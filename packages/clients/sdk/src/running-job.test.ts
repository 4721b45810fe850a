import {
  type Cid,
  cidOfBytes,
  deviceKeyFromPrivateKey,
  type Job,
  type JobEvent,
  jobIdOf,
  type JobView,
} from '@gristmill/protocol';
import { expect, it } from 'vitest';
import type { HubClient } from './hub-client.ts';
import { watchJob } from './running-job.ts';

const key = deviceKeyFromPrivateKey(new Uint8Array(32).fill(1));
const outputs = Array.from({ length: 40 }, (_, i) => Uint8Array.of(i));
const spec: Job = {
  version: 1,
  name: 'a test',
  payer: key.address,
  nonce: '1',
  program: { kind: 'javascript', source: cidOfBytes(Uint8Array.of()) },
  tasks: outputs.map(() => ({ args: [], env: {}, stdin: null, files: {} })),
  limits: { fuel: 1n, memoryPages: 1, stackDepth: 1, outputBytes: 1, wallClockMs: 1 },
  verification: { policy: 'replicas', quorum: 1, attemptsMax: 1 },
  aggregation: { kind: 'concat' },
  unitsPerGigafuel: 1n,
  budgetUnits: 1n,
  deadlineMs: 1,
  startTimeMs: 0,
};
const jobId = jobIdOf(spec);
const verified = (taskIndex: number): JobEvent => ({
  type: 'verified',
  sequence: taskIndex,
  jobId,
  taskIndex,
  providers: [],
  output: cidOfBytes(outputs[taskIndex]!),
  succeeded: true,
  fuelUsed: 0n,
  spentUnits: 0n,
});

/** A job whose events are these and then no more, and a record of what is asked for. */
function watched(events: readonly JobEvent[], getBlob: (name: Cid) => Promise<Uint8Array>) {
  const asked: number[] = [];
  const hub: Partial<HubClient> = {
    url: 'http://hub',
    async *jobEvents() {
      yield* events;
      await new Promise(() => undefined);
    },
    getBlob(name) {
      asked.push(outputs.findIndex((output) => cidOfBytes(output) === name));
      return getBlob(name);
    },
  };
  const job = watchJob({ hub: hub as HubClient, spec, options: {}, cancel: async () => ({}) as JobView });
  return { job, asked };
}

const contentOf = (name: Cid) => outputs.find((output) => cidOfBytes(output) === name)!;

it('fetches a few outputs ahead of its reader, and gives them in order whatever comes first', async () => {
  const waiting: (() => void)[] = [];
  // What was asked for last is answered first.
  const { job, asked } = watched(outputs.map((_, i) => verified(i)).toReversed(), async (name) => {
    await new Promise<void>((resolve) => waiting.unshift(resolve));
    return contentOf(name);
  });
  const reading = job.outputs();
  const first = reading.next();
  while (waiting.length < 8) await new Promise(setImmediate);
  for (const answer of waiting.splice(0)) answer();
  expect((await first).value).toEqual(outputs[0]);
  expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect((await reading.next()).value).toEqual(outputs[1]);
  expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

it('gives what was verified before the output that cannot be fetched', async () => {
  const { job } = watched([0, 1, 2].map(verified), async (name) => {
    if (name === cidOfBytes(outputs[1]!)) throw new Error('torn');
    return contentOf(name);
  });
  const reading = job.outputs();
  expect((await reading.next()).value).toEqual(outputs[0]);
  await expect(reading.next()).rejects.toThrow('torn');
});
