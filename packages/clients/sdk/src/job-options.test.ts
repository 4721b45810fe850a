import { type Aggregation, cidOfBytes, deviceKeyFromPrivateKey, job as jobSchema, jobIdOf } from '@gristmill/protocol';
import { describe, expect, it } from 'vitest';
import { type JobOptions, newJob } from './job-options.ts';

const { address: payer } = deviceKeyFromPrivateKey(new Uint8Array(32).fill(1));
const task = { args: [], env: {}, stdin: null, files: {} };

function jobWith(options: JobOptions, rest: { tasks?: (typeof task)[]; aggregation?: Aggregation } = {}) {
  return newJob({
    payer,
    program: { kind: 'wasm', module: cidOfBytes(new Uint8Array()) },
    tasks: [task],
    aggregation: { kind: 'concat' },
    asset: { code: 'GUSD', decimals: 6 },
    options,
    ...rest,
  });
}

describe('a new job', () => {
  it('has a sensible value for each option that is left out', () => {
    const job = jobWith({});
    expect(jobSchema.parse(job)).toEqual(job);
    expect(job).toMatchObject({
      name: 'job',
      payer,
      verification: { policy: 'replicas', quorum: 2, attemptsMax: 8 },
      unitsPerGigafuel: 1_000n,
      budgetUnits: 10_000_000n,
      deadlineMs: 3_600_000,
      startTimeMs: 0,
      limits: { fuel: 20_000_000_000n, memoryPages: 2048, outputBytes: 16_777_216, wallClockMs: 120_000 },
    });
  });

  it('takes each option, and keeps the other limits', () => {
    const options = { name: 'tiles', budget: '12.5', unitsPerGigafuel: 7n, replicas: 3, deadlineMs: 5 };
    expect(jobWith({ ...options, limits: { fuel: 9n } })).toMatchObject({
      name: 'tiles',
      verification: { quorum: 3, attemptsMax: 12 },
      unitsPerGigafuel: 7n,
      budgetUnits: 12_500_000n,
      deadlineMs: 5,
      limits: { fuel: 9n, memoryPages: 2048 },
    });
  });

  it('is another job each time', () => {
    expect(jobIdOf(jobWith({}))).not.toBe(jobIdOf(jobWith({})));
  });

  it.each<[string, JobOptions]>([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(121) }],
    ['replicas', { replicas: 0 }],
    ['replicas', { replicas: 1.5 }],
    ['replicas', { replicas: 17 }],
    ['unitsPerGigafuel', { unitsPerGigafuel: -1n }],
    ['deadlineMs', { deadlineMs: 0 }],
    ['limits.fuel', { limits: { fuel: -1n } }],
    ['limits.memoryPages', { limits: { memoryPages: 65_537 } }],
    ['budget', { budget: 5 as unknown as string }],
    ['budget', { budget: '99999999999999999999' }],
    ['buget', { buget: '5' } as JobOptions],
  ])('names the field that is wrong: %s', (field, options) => {
    expect(() => jobWith(options)).toThrow(
      expect.objectContaining({
        code: 'JOB_MALFORMED',
        message: expect.stringContaining(`The job's ${field} is wrong: `) as string,
      }) as Error,
    );
  });

  it('has at least one task, and as many as its picture has tiles', () => {
    const malformed = expect.objectContaining({
      code: 'JOB_MALFORMED',
      message: expect.stringContaining("The job's tasks is wrong") as string,
    }) as Error;
    expect(() => jobWith({}, { tasks: [] })).toThrow(malformed);
    const aggregation = { kind: 'image-tiles', width: 4, height: 4, tileWidth: 2, tileHeight: 2 } as const;
    expect(() => jobWith({}, { aggregation })).toThrow(malformed);
    expect(jobWith({}, { aggregation, tasks: [task, task, task, task] }).tasks).toHaveLength(4);
  });

  it.each(['plenty', '-1', '1.0000001', ''])('has no budget of "%s"', (budget) => {
    expect(() => jobWith({ budget })).toThrow(expect.objectContaining({ code: 'MONEY_MALFORMED' }) as Error);
  });
});
