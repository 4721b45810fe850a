import { cidOfBytes } from '@gristmill/protocol';
import { expect, it } from 'vitest';
import { uploadAll } from './upload.ts';

const contents = Array.from({ length: 100 }, (_, i) => Uint8Array.of(i));

it('uploads everything, sixteen at a time', async () => {
  const uploaded: number[] = [];
  const waiting: (() => void)[] = [];
  let underWayMost = 0;
  await uploadAll(
    {
      async putBlob(content) {
        const { promise, resolve } = Promise.withResolvers<void>();
        waiting.push(resolve);
        underWayMost = Math.max(underWayMost, waiting.length);
        // Nothing is answered before sixteen wait, as long as there are as many to come.
        if (waiting.length === 16 || uploaded.length + waiting.length === contents.length) {
          for (const answer of waiting.splice(0)) answer();
        }
        await promise;
        uploaded.push(content[0]!);
        return cidOfBytes(content);
      },
    },
    contents,
  );
  expect(underWayMost).toBe(16);
  expect(uploaded.toSorted((a, b) => a - b)).toEqual(contents.map(([byte]) => byte));
});

it('has no more than 64 MiB under way at a time, and what is larger alone', async () => {
  const sizes = [1, 2, 61, 60, 70, 3].map((mebibytes) => mebibytes * 1024 * 1024);
  let underWay: number[] = [];
  const seen: number[][] = [];
  await uploadAll(
    {
      async putBlob({ length }) {
        underWay = [...underWay, length];
        seen.push(underWay.map((size) => size / 1024 / 1024));
        await new Promise(setImmediate);
        underWay = underWay.filter((size) => size !== length);
        return cidOfBytes(new Uint8Array());
      },
    },
    sizes.map((length) => ({ length }) as Uint8Array),
  );
  expect(seen).toEqual([[1], [1, 2], [1, 2, 61], [60], [70], [3]]);
});

it('begins none after one that failed', async () => {
  const refusal = new Error('full');
  let begun = 0;
  const hub = {
    async putBlob() {
      begun += 1;
      throw refusal;
    },
  };
  await expect(uploadAll(hub, contents)).rejects.toBe(refusal);
  expect(begun).toBeLessThanOrEqual(16);
});

it('begins none after the abort', async () => {
  const abort = new AbortController();
  let begun = 0;
  const hub = {
    async putBlob(content: Uint8Array) {
      begun += 1;
      abort.abort();
      return cidOfBytes(content);
    },
  };
  await expect(uploadAll(hub, contents, abort.signal)).rejects.toBe(abort.signal.reason);
  expect(begun).toBeLessThanOrEqual(16);
});
