import { encode } from '@gristmill/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { holdsMoreItems } from './cbor-items.ts';

const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0.5, 23, 24, 2 ** 40),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n }),
    fc.string({ maxLength: 400 }),
    fc.constantFrom(0, 1, 23, 24, 255, 256, 70_000).map((length) => new Uint8Array(length).fill(0x9f)),
    fc.array(tie('value'), { maxLength: 30 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}));

function itemsOf(tree: unknown): number {
  if (Array.isArray(tree)) return tree.reduce<number>((sum, each) => sum + itemsOf(each), 1);
  if (typeof tree !== 'object' || tree === null || tree instanceof Uint8Array) return 1;
  return Object.values(tree).reduce<number>((sum, each) => sum + 1 + itemsOf(each), 1);
}

it('counts the items of every value', () => {
  fc.assert(
    fc.property(value, (tree) => {
      const encoded = encode(tree);
      const items = itemsOf(tree);
      expect(holdsMoreItems(encoded, items)).toBe(false);
      expect(holdsMoreItems(encoded, items - 1)).toBe(true);
    }),
  );
});

it('comes to an end on any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      expect(holdsMoreItems(noise, noise.length)).toBe(false);
    }),
  );
});
