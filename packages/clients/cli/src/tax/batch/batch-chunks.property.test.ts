import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Chunk, LINE_LENGTH_MAX } from './batch.ts';
import { chunksOf } from './batch-chunks.ts';

async function chunksFrom(parts: readonly Uint8Array[]): Promise<Chunk[]> {
  async function* stream() {
    for (const part of parts) yield await Promise.resolve(part);
  }
  const chunks: Chunk[] = [];
  for await (const chunk of chunksOf(stream())) chunks.push(chunk);
  return chunks;
}

/** As a reader numbers them: a line end ends a line. */
function numberedLines({ bytes, firstLine }: Chunk): [number, string][] {
  const lines = new TextDecoder().decode(bytes).split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, i) => [firstLine + i, line]);
}

it('gives the same lines with the same numbers, wherever the parts end', async () => {
  const text = fc
    .array(fc.constantFrom('a', 'é', '\n', '\r\n', '{"x":1}'), { maxLength: 40 })
    .map((each) => each.join(''));
  const cuts = fc.array(fc.nat(60), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(text, cuts, async (whole, at) => {
      const bytes = new TextEncoder().encode(whole);
      const ends = [...at.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
      const chunks = await chunksFrom(ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end)));
      const expected = whole.split('\n');
      if (expected.at(-1) === '') expected.pop();
      expect(chunks.flatMap(numberedLines)).toEqual(expected.map((line, i) => [i + 1, line]));
      // Each has memory of its own: it is handed to another thread.
      for (const chunk of chunks) expect(chunk.bytes.buffer.byteLength).toBe(chunk.bytes.length);
    }),
  );
});

it('keeps of an endless line no more than shows that it is none, and finds the next one', async () => {
  const part = new TextEncoder().encode('€'.repeat(LINE_LENGTH_MAX / 4));
  const chunks = await chunksFrom([...Array.from({ length: 12 }, () => part), new TextEncoder().encode('\nnext\n')]);
  const [endless, next] = chunks.flatMap(numberedLines);
  expect(endless![1].length).toBeGreaterThan(LINE_LENGTH_MAX);
  expect(endless![1].length).toBeLessThan(2 * LINE_LENGTH_MAX);
  expect(next).toEqual([2, 'next']);
});
