import fc from 'fast-check';
import { expect, it } from 'vitest';
import { link } from './artifact.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const hex = (data: Uint8Array) => Buffer.from(data).toString('hex');

it('puts a library where it belongs and leaves the rest as it is', () => {
  fc.assert(
    fc.property(
      fc.uint8Array(),
      fc.uint8Array(),
      fc.uint8Array(),
      bytes(20),
      bytes(20),
      (before, between, after, first, second) => {
        const gap = '_'.repeat(40);
        const places = [before.length, before.length + 20 + between.length];
        const linkReferences = {
          'a.sol': { First: [{ start: places[0]!, length: 20 }] },
          'b.sol': { Second: [{ start: places[1]!, length: 20 }] },
        };
        const object = `0x${hex(before)}${gap}${hex(between)}${gap}${hex(after)}`;
        const libraries = { First: `0x${hex(first)}`, Second: `0x${hex(second)}` } as const;
        const linked = hex(Uint8Array.from([...before, ...first, ...between, ...second, ...after]));
        expect(link({ object, linkReferences }, libraries)).toBe(`0x${linked}`);
        expect(() => link({ object, linkReferences }, { First: libraries.First })).toThrow('Second is not deployed');
        expect(() => link({ object, linkReferences: {} })).toThrow('a gap where a library belongs');
      },
    ),
  );
});
