import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

describe('readCommandLine', () => {
  it('reads a benchmark and its options', () => {
    expect(readCommandLine(['journal'])).toEqual({
      kind: 'ask',
      question: 'journal',
      json: false,
      options: { modules: null, rounds: 5 },
    });
    expect(readCommandLine(['sandbox', '--json', '--modules', 'a', '--rounds', '2'])).toEqual({
      kind: 'ask',
      question: 'sandbox',
      json: true,
      options: { modules: 'a', rounds: 2 },
    });
    expect(readCommandLine(['--help'])).toEqual({ kind: 'help' });
  });

  it.each([
    [[]],
    [['sandbox', 'journal']],
    [['journal', '--modules', 'a']],
    [['sandbox', '--rounds', '0']],
    [['sandbox', '--rounds', 'many']],
    [['sandbox', '--fast']],
  ])('refuses %j', (args) => {
    expect(() => readCommandLine(args)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});
