import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnendedWord, wordsOf } from './words.ts';

/** A word in single quotes, as a shell takes it. */
const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

describe('wordsOf', () => {
  it('takes words as a shell does', () => {
    expect(wordsOf('7 "two words" \'\' a\\ b')).toEqual(['7', 'two words', '', 'a b']);
    expect(wordsOf(String.raw`"say \"no\"" 'C:\new' "C:\new" pre"fix"'ed'`)).toEqual([
      'say "no"',
      String.raw`C:\new`,
      String.raw`C:\new`,
      'prefixed',
    ]);
    expect(wordsOf(' \t ')).toEqual([]);
  });

  it.each(['"open', "it's", 'end\\'])('refuses %j, which does not end', (line) => {
    expect(() => wordsOf(line)).toThrow(UnendedWord);
  });

  it('gives back any words that a shell would be given in quotes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
        expect(wordsOf(words.map(quoted).join(' '))).toEqual(words);
      }),
    );
  });

  it('comes to words or to UnendedWord for every line', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(' ', 'a', '"', "'", '\\') }), (line) => {
        try {
          expect(wordsOf(line).join('').length).toBeLessThanOrEqual(line.length);
        } catch (error) {
          expect(error).toBeInstanceOf(UnendedWord);
        }
      }),
    );
  });
});
