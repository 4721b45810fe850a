import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson, writeJson, type Json } from './lossless-json.ts';

describe('numbers', () => {
  test.each([
    ['9007199254740993', 9_007_199_254_740_993n],
    ['-170141183460469231731687303715884105729', -(2n ** 127n) - 1n],
    ['1.50e1', 15n],
    ['120e-1', 12n],
    ['-0', 0n],
    ['2.0', 2n],
  ])('%s', (text, integer) => {
    expect(readJson(text)).toBe(integer);
  });

  test.each(['1.5', '15e-1', '1e999999999', `1${'0'.repeat(1_001)}`, '01', '+1', '.5', '0x10', 'NaN'])(
    '%s is refused',
    (text) => {
      expect(() => readJson(text)).toThrow(expect.objectContaining({ code: 'TERMS_MALFORMED' }));
    },
  );
});

test.each([
  '',
  '[',
  '[1',
  '[1,',
  '[1,]',
  '{',
  '{"a"',
  '{"a":',
  '{"a":1',
  '{"a":1,',
  '{"a":1,}',
  '{a:1}',
  '"',
  '"\\',
  '"\\x"',
  '"\n"',
  '1 2',
  'tru',
  '[1}',
  '\u00a01',
])('malformed: %j', (text) => {
  expect(() => readJson(text)).toThrow(expect.objectContaining({ code: 'TERMS_MALFORMED' }));
});

test('a key that comes twice is refused', () => {
  expect(() => readJson('{"a":1,"b":2,"a":1}')).toThrow(expect.objectContaining({ code: 'TERMS_DUPLICATE_KEY' }));
});

test('deep nesting costs no stack', () => {
  const nested = `${'['.repeat(8_000)}${']'.repeat(8_000)}`;
  expect(writeJson(readJson(nested))).toBe(nested);
  expect(() => readJson(`[${nested}]`)).toThrow(expect.objectContaining({ code: 'TERMS_TOO_DEEP' }));
});

test('text is read as JSON.parse reads it, and what is written is read back', () => {
  const integers = (value: unknown): Json => {
    if (typeof value === 'number') return BigInt(value);
    if (Array.isArray(value)) return value.map(integers);
    if (typeof value !== 'object' || value === null) return value as Json;
    return new Map(Object.entries(value).map(([key, field]) => [key, integers(field)]));
  };
  fc.assert(
    fc.property(
      // JSON.parse loses integers beyond 2^53, which is why this reader exists: here they stay below.
      fc
        .jsonValue()
        .map((value) =>
          JSON.stringify(value, (_, field: unknown) =>
            typeof field === 'number' ? Math.trunc(field % 2 ** 53) || 0 : field,
          ),
        ),
      fc.nat({ max: 3 }),
      (text, indent) => {
        const json = readJson(text);
        expect(json).toEqual(integers(JSON.parse(text)));
        expect(readJson(writeJson(json, indent))).toEqual(json);
        expect(writeJson(json)).toBe(JSON.stringify(JSON.parse(text)));
      },
    ),
    { numRuns: 300 },
  );
});
