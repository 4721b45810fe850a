import { expect, it, vi } from 'vitest';
import type { Chunk, ChunkResult } from './batch.ts';
import { runBatch } from './run-batch.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const resultOf = ({ bytes }: Chunk): ChunkResult => ({ bytes, cases: 1, errors: 0 });

async function* chunks(...texts: string[]) {
  for (const [i, text] of texts.entries()) yield await Promise.resolve({ bytes: bytesOf(text), firstLine: i + 1 });
}

function collector() {
  const written: string[] = [];
  return {
    written,
    write: (bytes: Uint8Array) => {
      written.push(new TextDecoder().decode(bytes));
      return Promise.resolve();
    },
  };
}

it('writes in the order of the lines, whoever is done first', async () => {
  const { written, write } = collector();
  const waiting: (() => void)[] = [];
  const startThreads = vi.fn(() => ({
    // The later of two is done first.
    assessChunk: (chunk: Chunk) =>
      new Promise<ChunkResult>((resolve) => {
        waiting.unshift(() => resolve(resultOf(chunk)));
        if (waiting.length === 2) for (const finish of waiting.splice(0)) finish();
      }),
  }));
  const here = { assessChunk: vi.fn((chunk: Chunk) => Promise.resolve(resultOf(chunk))) };
  const counts = await runBatch({
    chunks: chunks('aa', 'b', 'c', 'd', 'e'),
    here,
    startThreads,
    bytesHere: 2,
    chunksMax: 2,
    write,
  });
  expect(written).toEqual(['aa', 'b', 'c', 'd', 'e']);
  expect(counts).toEqual({ cases: 5, errors: 0 });
  // What is small is assessed where it is read.
  expect(here.assessChunk).toHaveBeenCalledTimes(1);
  expect(startThreads).toHaveBeenCalledTimes(1);
});

it('reads no further than it can write', async () => {
  const [taken, room] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let read = 0;
  async function* endless() {
    for (; read < 100; read += 1) yield await Promise.resolve({ bytes: bytesOf('x'), firstLine: read + 1 });
  }
  const assessor = { assessChunk: (chunk: Chunk) => Promise.resolve(resultOf(chunk)) };
  const run = runBatch({
    chunks: endless(),
    here: assessor,
    startThreads: () => assessor,
    bytesHere: 0,
    chunksMax: 4,
    write: async () => {
      taken.resolve();
      await room.promise;
    },
  });
  await taken.promise;
  expect(read).toBeLessThanOrEqual(4);
  room.resolve();
  expect(await run).toEqual({ cases: 100, errors: 0 });
});

it('fails with the assessor that fails', async () => {
  const { written, write } = collector();
  const broken = { assessChunk: () => Promise.reject(new Error('broken')) };
  const run = runBatch({
    chunks: chunks('a', 'b', 'c', 'd'),
    here: broken,
    startThreads: () => broken,
    bytesHere: 0,
    chunksMax: 3,
    write,
  });
  await expect(run).rejects.toThrow('broken');
  expect(written).toEqual([]);
});
