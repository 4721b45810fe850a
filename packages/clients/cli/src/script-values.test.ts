import { expect, it } from 'vitest';
import { jsonLines, outputsOfScript } from './script-values.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it("reads a script's outputs, plain or tagged, and nothing else", () => {
  expect(outputsOfScript(bytes('[1,"a",null]'))).toEqual([1, 'a', null]);
  const tagged = '{"gristmill":"values-1","items":[1,{"$number":"NaN"}]}';
  expect(outputsOfScript(bytes(tagged))).toEqual([1, { $number: 'NaN' }]);
  for (const other of ['7', '{"items":[1]}', '[1', '']) expect(outputsOfScript(bytes(other))).toBeNull();
  expect(outputsOfScript(Uint8Array.of(0x5b, 0xff, 0x5d))).toBeNull();
});

it('writes one JSON value a line', () => {
  expect(jsonLines([{ a: 1 }, 'b\nc'])).toBe('{"a":1}\n"b\\nc"\n');
  expect(jsonLines([])).toBe('');
});
