import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packLines, wrapText } from './pack-lines.ts';

const red = (text: string) => `\x1b[31m${text}\x1b[39m`;

it('puts parts side by side, whatever their colour', () => {
  expect(packLines([red('ada 12'), 'blaise 7', red('chien 3')], 20)).toEqual([
    `${red('ada 12')}   blaise 7`,
    red('chien 3'),
  ]);
  expect(packLines([], 20)).toEqual([]);
});

it('loses no part, keeps their order, and makes no line longer than the terminal that holds each of them', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), fc.integer({ min: 12, max: 60 }), (parts, columns) => {
      const lines = packLines(parts.map(red), columns).map(stripVTControlCharacters);
      expect(lines.flatMap((line) => line.split('   '))).toEqual(parts);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
    }),
  );
});

it('breaks a text between its words, and never within a colour', () => {
  expect(wrapText(`${red('caught')} mallory lied`, 18, 2)).toBe(`${red('caught')} mallory\n  lied`);
  expect(wrapText('one line', Infinity, 4)).toBe('one line');
});
