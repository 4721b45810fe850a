import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printable, printableLines } from './printable.ts';

it('shows what could move the cursor as text', () => {
  expect(printable('a\u001b[2Jb\nc\u202ed')).toBe(String.raw`a\u{1b}[2Jb\u{a}c\u{202e}d`);
  expect(printable('x'.repeat(100), 10)).toBe(`${'x'.repeat(9)}…`);
  expect(printable('grist mill ünïcode')).toBe('grist mill ünïcode');
});

it('leaves nothing that a terminal would obey, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(printable(text)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    }),
  );
});

it('keeps the lines of a text, each of them whole', () => {
  expect(printableLines(`a\u001b[2J\n${'x'.repeat(100)}`)).toBe(`a\\u{1b}[2J\n${'x'.repeat(100)}`);
});
