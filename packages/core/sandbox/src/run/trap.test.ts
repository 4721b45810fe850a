import { expect, it } from 'vitest';
import { describeTrap } from './trap.ts';

it.each([
  ['one byte', [0x28], 'out of bounds memory access (i32.load at byte 0x2)'],
  ['a prefix', [0xfc, 0x0b], 'out of bounds memory access (memory.fill at byte 0x2)'],
  [
    'a prefix and a number longer than it need be',
    [0xfd, 0x80, 0x00],
    'out of bounds memory access (v128.load at byte 0x2)',
  ],
])('names the instruction that trapped, of %s', (_, code, words) => {
  expect(describeTrap(Uint8Array.from([0, 0, ...code, 0]), 2)).toBe(words);
});
