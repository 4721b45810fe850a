import { expect, it } from 'vitest';
import { stripTypes } from './strip-types.ts';

it('blanks types and moves nothing', async () => {
  const source = `interface Point { x: number; ['größe 😀']: string }
type Name = 'ä' | "b";
import type { Other } from './other.ts';
const scale = 2 as const satisfies number;
export default async <T extends Point>({ x }: T, index?: number): Promise<number> => {
  return (x! as number) * scale;
};
`;
  const code = await stripTypes(source);
  expect(code).not.toMatch(/interface|Promise|satisfies|Other/);
  const lines = source.split('\n');
  for (const [i, line] of code.split('\n').entries()) {
    for (const [word] of line.matchAll(/scale|index|async|return/g))
      expect(line.indexOf(word)).toBe(lines[i]!.indexOf(word));
  }
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { default(p: unknown): unknown };
  expect(await module.default({ x: 21 })).toBe(42);
});

it.each([
  ['enum Colour { Red }', 1, 1, 'enum'],
  ['\n  namespace Mill { export const a = 1 }', 2, 3, 'namespace'],
  ['class Mill { constructor(private stones: number) {} }', 1, 34, 'parameter property'],
  ['const a = <number>b;', 1, 11, 'angle-bracket'],
  ['import fs = require("fs");', 1, 1, 'import equals'],
  ['export default (x) => {\n  return x +;\n};', 2, 13, 'Expression expected'],
])('refuses %j at its place', async (source, line, column, what) => {
  await expect(stripTypes(source, 'mill.ts')).rejects.toMatchObject({
    code: 'TYPESCRIPT_INVALID',
    message: expect.stringMatching(new RegExp(`^mill\\.ts:${line}:${column}: .*${what}`)) as string,
  });
});
