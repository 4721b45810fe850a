import { describe, expect, it } from 'vitest';
import type { CaseResult } from './case.ts';
import { compareResults } from './compare.ts';
import { caseOf } from './corpus/case-of.ts';

const cases = ['a', 'b'].map((name) => caseOf(name, { kind: 'wasm', module: name }, {}));
const measure: CaseResult[] = cases.map(({ name }) => ({
  name,
  status: 'exited',
  exitCode: 0,
  trap: null,
  fuelUsed: '9007199254740993',
  stdoutCid: 'out',
  stderrCid: 'err',
  filesCid: 'files',
  peakMemoryBytes: 65_536,
}));

describe('compareResults', () => {
  it('passes what is the same', () => {
    expect(compareResults(cases, measure, structuredClone(measure))).toEqual([
      { status: 'passed' },
      { status: 'passed' },
    ]);
  });

  it.each([
    ['status', 'limit', 'b: status limit instead of exited; limit (0) instead of exited'],
    ['exitCode', 1, 'b: exitCode 1 instead of 0'],
    ['trap', 'fuel', 'b: trap fuel instead of null'],
    ['fuelUsed', '9007199254740992', 'b: fuelUsed 9007199254740992 instead of 9007199254740993'],
    ['stdoutCid', 'other', 'b: stdoutCid other instead of out'],
    ['stderrCid', 'other', 'b: stderrCid other instead of err'],
    ['filesCid', 'other', 'b: filesCid other instead of files'],
    ['peakMemoryBytes', 131_072, 'b: peakMemoryBytes 131072 instead of 65536'],
  ])('fails another %s', (field, value, why) => {
    const results = [measure[0]!, { ...measure[1]!, [field]: value } as CaseResult];
    expect(compareResults(cases, measure, results)).toEqual([{ status: 'passed' }, { status: 'failed', why }]);
  });

  it('fails what is the same but not what the corpus expects', () => {
    const wrong = measure.map((result) => ({ ...result, status: 'error', exitCode: null, trap: 'CODE: why' }) as const);
    expect(compareResults(cases, wrong, wrong)[0]).toEqual({
      status: 'failed',
      why: 'a: error (CODE: why) instead of exited',
    });
  });

  it('fails results that are missing', () => {
    expect(compareResults(cases, measure, measure.slice(0, 1))[1]).toEqual({ status: 'failed', why: 'b: no result' });
  });
});
