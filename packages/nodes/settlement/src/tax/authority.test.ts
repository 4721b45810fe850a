import fc from 'fast-check';
import { size } from 'viem';
import { expect, test } from 'vitest';
import { authorityId, authorityName, obligationId } from './authority.ts';

test('an authority is named on chain so that it can be read there', () => {
  expect(authorityId('us/irs')).toBe('0x75732f6972730000000000000000000000000000000000000000000000000000');
});

test('every name of 1 to 32 bytes comes back', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => {
    const bytes = new TextEncoder().encode(text);
    // Trailing zero bytes cannot be told from padding.
    return bytes.length <= 32 && bytes.at(-1) !== 0;
  });
  fc.assert(fc.property(name, (text) => authorityName(authorityId(text)) === text && size(authorityId(text)) === 32));
});

test.each(['', 'x'.repeat(33), 'ü'.repeat(17)])('a name of another length is refused: %j', (name) => {
  expect(() => authorityId(name)).toThrow(expect.objectContaining({ code: 'AUTHORITY_NAME_INVALID' }));
});

test('an obligation has 32 bytes, however long its name', () => {
  expect(size(obligationId('us/irs/1040-es/2026-q1/of/somebody/with/a/long/name'))).toBe(32);
  expect(obligationId('2026-q1')).not.toBe(obligationId('2026-q2'));
});
