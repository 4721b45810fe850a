import { describe, expect, it } from 'vitest';
import { decodeValues, encodeValues, valueText } from './values.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('values', () => {
  it('are the JSON array of them where JSON can hold them, and tagged else', () => {
    expect(textOf(encodeValues([1, { $date: 5 }, null]))).toBe('[1,{"$date":5},null]');
    expect(textOf(encodeValues([1n, { $date: 5 }]))).toBe(
      '{"gristmill":"values-1","items":[{"$bigint":"1"},{"$object":{"$date":5}}]}',
    );
    expect([valueText({ a: 1 }), valueText(new Set([undefined]))]).toEqual([
      '{"a":1}',
      '{"$set":[{"$undefined":null}]}',
    ]);
  });

  it('may be bytes, many of them', () => {
    const bytes = Uint8Array.from({ length: 100_003 }, (_, i) => (i * 7) % 256);
    expect(decodeValues(encodeValues([bytes, bytes.buffer]))).toEqual([bytes, bytes.buffer]);
    expect(decodeValues(encodeValues([bytes.subarray(5, 8)]))).toEqual([Uint8Array.of(35, 42, 49)]);
    expect(decodeValues(encodeValues([Buffer.from('ab')]))).toEqual([Uint8Array.of(97, 98)]);
  });

  it('keep of an error what is nobody’s secret', () => {
    const text = textOf(encodeValues([new TypeError('no', { cause: 1 })]));
    expect(text).toBe('{"gristmill":"values-1","items":[{"$error":{"name":"TypeError","message":"no","cause":1}}]}');
    const [error] = decodeValues(bytesOf(text)) as [Error];
    expect(error).toBeInstanceOf(TypeError);
    expect([error.message, error.cause, error.stack]).toEqual(['no', 1, 'TypeError: no']);
  });

  it.each([
    ['[1', 'SyntaxError'],
    ['7', 'TypeError'],
    ['null', 'TypeError'],
    ['{"gristmill":"values-2","items":[]}', 'TypeError'],
    ['{"gristmill":"values-1","items":[{"$what":1}]}', 'TypeError'],
    ['{"gristmill":"values-1","items":[{"$view":["Function","AA=="]}]}', 'TypeError'],
    ['{"gristmill":"values-1","items":[{"$view":["Int32Array","AA=="]}]}', 'RangeError'],
    ['{"gristmill":"values-1","items":[{"$bigint":"x"}]}', 'SyntaxError'],
  ])('are not %s', (text, cause) => {
    expect(() => decodeValues(bytesOf(text))).toThrow(
      expect.objectContaining({
        code: 'OUTPUT_MALFORMED',
        fault: 'peer',
        cause: expect.objectContaining({ name: cause }) as Error,
      }) as Error,
    );
  });
});
