import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';

describe('readCommandLine', () => {
  it('reads a benchmark and its options', () => {
    expect(readCommandLine(['journal'])).toEqual({
      kind: 'ask',
      question: 'journal',
      json: false,
      options: { modules: null, out: null, rounds: 5 },
    });
    expect(readCommandLine(['sandbox', '--json', '--modules', 'a', '--rounds', '2'])).toEqual({
      kind: 'ask',
      question: 'sandbox',
      json: true,
      options: { modules: 'a', out: null, rounds: 2 },
    });
    expect(readCommandLine(['gas', '--out', 'gas.svg'])).toEqual({
      kind: 'ask',
      question: 'gas',
      json: false,
      options: { modules: null, out: 'gas.svg', rounds: 5 },
    });
    expect(readCommandLine(['--help'])).toEqual({ kind: 'help' });
  });

  it.each([
    [[]],
    [['sandbox', 'journal']],
    [['journal', '--modules', 'a']],
    [['journal', '--out', 'a.svg']],
    [['gas', '--out', 'a.pdf']],
    [['gas', '--rounds', '2']],
    [['sandbox', '--rounds', '0']],
    [['sandbox', '--rounds', 'many']],
    [['sandbox', '--fast']],
  ])('refuses %j', (args) => {
    expect(() => readCommandLine(args)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });
});
