import { expect, test } from 'vitest';
import { valueOf } from './arithmetic.ts';

test.each([
  [5, 5],
  ['(40_000 - 12_570) * 0.06', 1645.8],
  ['(- 4260 - 40)', -4300],
  ['-80000 * 0.25 * (0.06 + 0.001) + -80000 * 0.75 * (0.212 + 0.003)', -14_120],
])('%s is %d', (written, expected) => {
  expect(valueOf(written)).toBeCloseTo(expected, 6);
});

test.each(['', '1 +', '(1', '1 2', 'process.exit()', '1e3', null])('%s is refused', (written) => {
  expect(() => valueOf(written)).toThrow(TypeError);
});
