import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

describe('readCommandLine', () => {
  it('reads a suite and a folder, in any order with the options', () => {
    expect(readCommandLine(['spec', 'a/b', '--json'])).toEqual({
      kind: 'run',
      suite: 'spec',
      folder: 'a/b',
      json: true,
      form: 'canonical',
    });
    expect(readCommandLine(['--json', 'wasi', 'a'])).toMatchObject({ suite: 'wasi', folder: 'a', json: true });
    expect(readCommandLine(['spec', 'a', '--form', 'plain'])).toMatchObject({ form: 'plain', json: false });
    expect(readCommandLine(['-h'])).toEqual({ kind: 'help' });
  });

  it.each([
    [],
    ['spec'],
    ['other', 'a'],
    ['spec', 'a', 'b'],
    ['spec', 'a', '--what'],
    ['wasi', 'a', '--form', 'plain'],
    ['spec', 'a', '--form', 'round'],
  ])('refuses %j', (...args: string[]) => {
    expect(() => readCommandLine(args)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});
