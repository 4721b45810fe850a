import { expect, it } from 'vitest';
import { floatBits, integerBits } from './number-text.ts';

it.each([
  ['0', 0n],
  ['-0x0p0', 0x8000_0000n],
  ['1_0.5', 0x4128_0000n],
  ['inf', 0x7f80_0000n],
  ['-inf', 0xff80_0000n],
  ['nan', 0x7fc0_0000n],
  ['-nan:0x20_0000', 0xffa0_0000n],
  ['0x1p-149', 1n],
  ['0x1p-150', 0n],
  ['0x1.8p-150', 1n],
  ['0x1.fffffep127', 0x7f7f_ffffn],
  ['1e39', 0x7f80_0000n],
])('reads the f32 %s', (text, bits) => {
  expect(floatBits(text, 32)).toBe(bits);
});

it('is null for what is no number', () => {
  expect(floatBits('nan:canonical', 32)).toBeNull();
  expect(floatBits('1x', 64)).toBeNull();
  expect(integerBits('1.5', 32)).toBeNull();
  expect(integerBits('_1', 32)).toBeNull();
});
