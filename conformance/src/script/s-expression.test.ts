import { describe, expect, it } from 'vitest';
import { headOf, type List, readExpressions, textOf } from './s-expression.ts';

const read = (source: string): string[] => readExpressions(source).map(textOf);

describe('readExpressions', () => {
  it('reads atoms, strings and lists, each with its line', () => {
    const [first, second] = readExpressions('(a\n "x" (b))\n\n(c)') as List[];
    expect(first!.line).toBe(1);
    expect(first!.items.map(({ kind, line }) => [kind, line])).toEqual([
      ['atom', 1],
      ['text', 2],
      ['list', 2],
    ]);
    expect(headOf(second)).toBe('c');
    expect(second!.line).toBe(4);
  });

  it('passes over comments, nested ones too, and annotations', () => {
    expect(read('(a ;; (b)\n c)')).toEqual(['( a c )']);
    expect(read('(a (; c (; d ;) ;) f (@note "x" (y)) g)')).toEqual(['( a f g )']);
  });

  it('counts the lines inside strings and comments', () => {
    expect(readExpressions('(; \n\n ;) (a)')[0]!.line).toBe(3);
  });

  it('reads the bytes of strings, which need not be UTF-8', () => {
    const [list] = readExpressions(String.raw`("\00\ff\n\"\u{e9}é")`) as List[];
    expect(list!.items[0]).toMatchObject({ bytes: Uint8Array.of(0x00, 0xff, 0x0a, 0x22, 0xc3, 0xa9, 0xc3, 0xa9) });
  });

  it('takes a quoted name for the name it is', () => {
    expect(read('($"abc" $"a b")')).toEqual(['( $abc $quoted:612062 )']);
  });

  it('reads nesting deeper than any call stack', () => {
    const depth = 200_000;
    expect(readExpressions('('.repeat(depth) + ')'.repeat(depth))).toHaveLength(1);
  });

  it.each([
    ['(a', 'a parenthesis is never closed'],
    ['a)', 'closed that was never opened'],
    ['("a', 'a string is never closed'],
    ['(; a', 'a comment is never closed'],
    [String.raw`("\q")`, 'unknown escape'],
  ])('refuses %j', (source, why) => {
    expect(() => readExpressions(source)).toThrow(
      expect.objectContaining({ code: 'SCRIPT_MALFORMED', message: expect.stringContaining(why) }),
    );
  });
});
