import type { Chunk, ChunkResult } from './batch.ts';

/** Who assesses chunks, several at a time. */
interface ChunkAssessor {
  assessChunk(chunk: Chunk): Promise<ChunkResult>;
}

export interface BatchRun {
  chunks: AsyncIterable<Chunk>;
  /** At work from the beginning. */
  here: ChunkAssessor;
  /** Started once more bytes have come than `bytesHere`: for fewer that takes longer than it saves. */
  startThreads: () => ChunkAssessor;
  bytesHere: number;
  /** Chunks that are read, assessed or unwritten at a time: the memory that a batch takes, however long it is. */
  chunksMax: number;
  /** Resolves when more can be written. */
  write: (results: Uint8Array) => Promise<void>;
  /** Hears after each chunk how many cases there were so far. */
  onProgress?: (counts: BatchCounts) => void;
}

export interface BatchCounts {
  cases: number;
  errors: number;
}

/** Assesses a batch and writes the results in the order of its lines. */
export async function runBatch({
  chunks,
  here,
  startThreads,
  bytesHere,
  chunksMax,
  write,
  onProgress = () => {},
}: BatchRun): Promise<BatchCounts> {
  const counts: BatchCounts = { cases: 0, errors: 0 };
  const underWay: Promise<ChunkResult>[] = [];
  let threads: ChunkAssessor | null = null;
  let bytesRead = 0;

  async function writeFirst(): Promise<void> {
    const { bytes, cases, errors } = await underWay.shift()!;
    await write(bytes);
    counts.cases += cases;
    counts.errors += errors;
    onProgress(counts);
  }

  for await (const chunk of chunks) {
    bytesRead += chunk.bytes.length;
    if (bytesRead > bytesHere) threads ??= startThreads();
    const result = (threads ?? here).assessChunk(chunk);
    // It is awaited in its turn; until then nobody else hears of a failure.
    result.catch(() => {});
    underWay.push(result);
    while (underWay.length >= (threads === null ? 1 : chunksMax)) await writeFirst();
  }
  while (underWay.length > 0) await writeFirst();
  return counts;
}
