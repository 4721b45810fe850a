import { describe, expect, it } from 'vitest';
import { bytes, count, uint } from './units.ts';

const INT64_MAX = 2n ** 63n - 1n;

describe('uint', () => {
  it.each([
    [0, 0n],
    [7n, 7n],
    [Number.MAX_SAFE_INTEGER, 2n ** 53n - 1n],
    [INT64_MAX, INT64_MAX],
    ['0', 0n],
    [`${INT64_MAX}`, INT64_MAX],
  ])('reads %o', (from, value) => {
    expect(uint.parse(from)).toBe(value);
  });

  it.each([
    -1,
    -1n,
    0.5,
    2 ** 53,
    Number.NaN,
    INT64_MAX + 1n,
    `${INT64_MAX + 1n}`,
    '',
    '-1',
    '+1',
    '01',
    '1e3',
    '0x1',
    ' 1',
    '١',
    // Of so many digits the number alone would take seconds to read.
    '9'.repeat(1_000_000),
    null,
    true,
  ])('refuses %o', (from) => {
    expect(uint.safeParse(from).success).toBe(false);
  });
});

it('a count is an integer that a double holds', () => {
  expect(count.parse(Number.MAX_SAFE_INTEGER)).toBe(2 ** 53 - 1);
  for (const bad of [-1, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, 1n, '1']) {
    expect(count.safeParse(bad).success).toBe(false);
  }
});

it('bytes are bytes and nothing that looks like them', () => {
  expect(bytes.parse(Uint8Array.of(1))).toEqual(Uint8Array.of(1));
  for (const bad of [[1], 'AQ==', { 0: 1, length: 1 }, new Uint16Array(1), new ArrayBuffer(1)]) {
    expect(bytes.safeParse(bad).success).toBe(false);
  }
});
