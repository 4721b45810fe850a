import { type Cid, cidOfBytes } from '@gristmill/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createContentCache } from './content-cache.ts';

function blob(seed: number, length: number): { name: Cid; content: Uint8Array } {
  const content = new Uint8Array(length).fill(seed);
  return { name: cidOfBytes(content), content };
}

test('What was unused for longest goes first.', async () => {
  const cache = createContentCache({ bytesMax: 20 });
  const fetched: Cid[] = [];
  const get = async ({ name, content }: ReturnType<typeof blob>): Promise<void> => {
    const got = await cache.get(name, () => {
      fetched.push(name);
      return Promise.resolve(content);
    });
    expect(got).toEqual(content);
  };
  const [a, b, c] = [blob(1, 10), blob(2, 10), blob(3, 10)];
  for (const one of [a, b, a, c, a, b]) await get(one);
  expect(fetched).toEqual([a, b, c, b].map(({ name }) => name));
  await get(blob(4, 21));
  expect(cache.bytesUsed).toBe(20);
});

test('A fetch that failed is tried again, and those who waited for it are told.', async () => {
  const cache = createContentCache({ bytesMax: 20 });
  const { name, content } = blob(1, 5);
  const failing = Promise.withResolvers<Uint8Array>();
  const both = [cache.get(name, () => failing.promise), cache.get(name, () => Promise.resolve(content))];
  failing.reject(new Error('gone'));
  expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await cache.get(name, () => Promise.resolve(content))).toEqual(content);
});

test('It never holds more than its budget, and always gives what was asked for.', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ seed: fc.nat(5), length: fc.nat(12) }), { maxLength: 40 }),
      fc.nat(40),
      async (wanted, bytesMax) => {
        const cache = createContentCache({ bytesMax });
        for (const { seed, length } of wanted) {
          const { name, content } = blob(seed, length);
          expect(await cache.get(name, () => Promise.resolve(content))).toEqual(content);
          expect(cache.bytesUsed).toBeLessThanOrEqual(bytesMax);
        }
      },
    ),
  );
});
