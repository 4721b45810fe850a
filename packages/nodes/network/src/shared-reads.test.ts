import { cidOfBytes } from '@gristmill/protocol';
import { expect, it } from 'vitest';
import { shareReads } from './shared-reads.ts';

const content = Uint8Array.of(1, 2, 3);
const name = cidOfBytes(content);

it('reads content once for all who use it at the same time, and anew for who comes later', async () => {
  let reads = 0;
  const use = shareReads({
    get: async () => {
      reads += 1;
      return content.slice();
    },
  });
  const gate = Promise.withResolvers<void>();
  const same = async (bytes: Uint8Array | null) => {
    await gate.promise;
    return bytes;
  };
  const first = use(name, same);
  const second = use(name, same);
  gate.resolve();
  expect(await first).toEqual(content);
  expect(await second).toBe(await first);
  expect(reads).toBe(1);
  await use(name, same);
  expect(reads).toBe(2);
});

it('forgets a read that failed, and one whose use failed', async () => {
  let reads = 0;
  const use = shareReads({
    get: async () => {
      reads += 1;
      if (reads === 1) throw new Error('disk on fire');
      return content;
    },
  });
  await expect(use(name, async () => {})).rejects.toThrow('disk on fire');
  await expect(use(name, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  expect(await use(name, async (bytes) => bytes)).toEqual(content);
  expect(reads).toBe(3);
});
