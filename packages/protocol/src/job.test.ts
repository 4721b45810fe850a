import { describe, expect, it } from 'vitest';
import { cidOfBytes, decode, encode } from './canonical.ts';
import { deviceKeyFromPrivateKey, sign } from './identity.ts';
import { inNanForm, job, jobIdOf, nanFormOf, parseSignedJob } from './job.ts';

const key = deviceKeyFromPrivateKey(new Uint8Array(32).fill(3));
const spec = job.parse({
  version: 1,
  name: 'squares',
  payer: key.address,
  nonce: '1',
  program: { kind: 'wasm', module: cidOfBytes(new Uint8Array([0])) },
  tasks: [{ args: ['1'] }, { args: ['2'] }],
  limits: { fuel: 10n, memoryPages: 1, stackDepth: 10, outputBytes: 10, wallClockMs: 1000 },
  verification: { policy: 'replicas', quorum: 2, attemptsMax: 4 },
  aggregation: { kind: 'concat' },
  unitsPerGigafuel: 5n,
  budgetUnits: 1_000_000n,
  deadlineMs: 60_000,
  startTimeMs: 0,
});

describe('job', () => {
  it('keeps its id through the wire, whether integers travel as CBOR or as decimal strings in JSON', () => {
    const signed = { job: spec, signature: sign(key, 'job', spec) };
    expect(parseSignedJob(decode(encode(signed)))).toEqual(signed);
    const json: unknown = JSON.parse(
      JSON.stringify(signed, (_, field: unknown) => (typeof field === 'bigint' ? field.toString() : field)),
    );
    expect(jobIdOf(parseSignedJob(json).job)).toBe(jobIdOf(spec));
  });

  it('asks for the optimistic form of NaNs by a word of its program, which leaves all other jobs as they were', () => {
    const { program } = spec;
    expect(nanFormOf(program)).toBe('canonical');
    const optimistic = job.parse({ ...spec, program: inNanForm(program, 'optimistic') });
    expect(nanFormOf(optimistic.program)).toBe('optimistic');
    expect(jobIdOf(optimistic)).not.toBe(jobIdOf(spec));
    expect(inNanForm(optimistic.program, 'canonical')).toEqual(program);
    expect(jobIdOf(job.parse(decode(encode(spec))))).toBe(jobIdOf(spec));
    const javascript = { kind: 'javascript', source: cidOfBytes(new Uint8Array([0])) } as const;
    expect(inNanForm(javascript, 'optimistic')).toEqual(javascript);
    expect(job.safeParse({ ...spec, program: { ...javascript, nan: 'optimistic' } }).success).toBe(false);
  });

  it('is refused when somebody else signed it, or when it changed after signing', () => {
    const other = deviceKeyFromPrivateKey(new Uint8Array(32).fill(4));
    const code = expect.objectContaining({ code: 'JOB_SIGNATURE_INVALID' });
    expect(() => parseSignedJob({ job: spec, signature: sign(other, 'job', spec) })).toThrow(code);
    expect(() => parseSignedJob({ job: { ...spec, budgetUnits: 2n }, signature: sign(key, 'job', spec) })).toThrow(
      code,
    );
  });

  it('names the field that is wrong', () => {
    const malformed = (change: object) => () =>
      parseSignedJob({ job: { ...spec, ...change }, signature: sign(key, 'job', spec) });
    expect(malformed({ budgetUnits: -1n })).toThrow(/budgetUnits/);
    expect(malformed({ tasks: [] })).toThrow(/tasks/);
    expect(malformed({ tasks: [{}, { args: [1] }] })).toThrow(/tasks\[1\]\.args\[0\]/);
    expect(malformed({ tasks: [{ env: { PATH: 1 } }] })).toThrow(/tasks\[0\]\.env\.PATH/);
    expect(malformed({ surprise: 1 })).toThrow(/surprise/);
    expect(malformed({ limits: { ...spec.limits, memoryPages: 70_000 } })).toThrow(/memoryPages/);
    expect(malformed({ verification: { policy: 'replicas', quorum: 3, attemptsMax: 2 } })).toThrow(/attemptsMax/);
    expect(
      malformed({ aggregation: { kind: 'image-tiles', width: 10, height: 10, tileWidth: 4, tileHeight: 4 } }),
    ).toThrow(/9 tiles, not 2/);
  });
});
