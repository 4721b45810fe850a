import { describe, expect, it } from 'vitest';
import { readExpressions } from './s-expression.ts';
import { describeValue, ForeignConstant, matches, readPattern, readValue } from './value.ts';

const value = (text: string): ReturnType<typeof readValue> => readValue(readExpressions(text)[0]!);
const pattern = (text: string): ReturnType<typeof readPattern> => readPattern(readExpressions(text)[0]!);

describe('matches', () => {
  it.each([
    ['(i32.const -1)', '(i32.const 0xffffffff)', true],
    ['(i32.const 1)', '(i64.const 1)', false],
    ['(f32.const 0)', '(f32.const -0)', false],
    ['(f32.const nan:canonical)', '(f32.const nan)', true],
    ['(f32.const nan:canonical)', '(f32.const -nan)', true],
    ['(f32.const nan:canonical)', '(f32.const nan:0x400001)', false],
    ['(f32.const nan:arithmetic)', '(f32.const nan:0x400001)', true],
    ['(f32.const nan:arithmetic)', '(f32.const nan:0x200000)', false],
    ['(f64.const nan:arithmetic)', '(f64.const inf)', false],
    ['(v128.const i32x4 1 0 0 0)', '(v128.const i8x16 1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0)', true],
    ['(v128.const f32x4 nan:canonical 1 2 3)', '(v128.const f32x4 -nan 1 2 3)', true],
    ['(v128.const f32x4 nan:canonical 1 2 3)', '(v128.const f32x4 nan 1 2 4)', false],
    ['(either (i32.const 1) (i32.const 2))', '(i32.const 2)', true],
    ['(either (i32.const 1) (i32.const 2))', '(i32.const 3)', false],
    ['(ref.null)', '(ref.null extern)', true],
    ['(ref.null)', '(ref.extern 1)', false],
    ['(ref.extern 1)', '(ref.extern 1)', true],
    ['(ref.extern 1)', '(ref.extern 2)', false],
    ['(ref.extern)', '(ref.extern 7)', true],
    ['(ref.func)', '(ref.null func)', false],
  ])('%s and %s: %s', (expected, actual, equal) => {
    expect(matches(pattern(expected), value(actual))).toBe(equal);
  });
});

describe('readPattern', () => {
  it('names the feature of constants outside the profile', () => {
    expect(() => pattern('(ref.i31)')).toThrow(ForeignConstant);
  });

  it.each(['(i32.const x)', '(v128.const i32x4 1 2 3)', '(v128.const i3x4 1 2 3)', '(what)', 'x'])(
    'refuses %s',
    (text) => {
      expect(() => pattern(text)).toThrow(expect.objectContaining({ code: 'SCRIPT_MALFORMED' }));
    },
  );
});

it('describes values by their bits', () => {
  expect(describeValue(value('(f32.const -0)'))).toBe('f32 0x80000000');
  expect(describeValue(value('(ref.null func)'))).toBe('funcref null');
});
