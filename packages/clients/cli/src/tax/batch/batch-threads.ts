import { Worker } from 'node:worker_threads';
import { asGristmillError } from '@gristmill/protocol';
import type { BatchDefaults, Chunk, ChunkResult } from './batch.ts';
import type { BatchThreadData, FromBatchThread, ToBatchThread } from './batch-messages.ts';

const threadFile = import.meta.url.endsWith('.ts')
  ? new URL('./batch-thread.ts', import.meta.url)
  : new URL('./batch-thread.js', import.meta.url);

export interface BatchThreads {
  /** On the next thread that is free; rejected when a thread fails, which none should. */
  assessChunk(chunk: Chunk): Promise<ChunkResult>;
  /** Ends all threads. */
  close(): Promise<void>;
}

interface Job {
  chunk: Chunk;
  resolve: (result: ChunkResult) => void;
  reject: (error: Error) => void;
}

/**
 * Threads that assess the chunks of a batch side by side.
 *
 * @param cidOf the content that a pack's reference stands for; asked once for each, so that all threads have the same.
 */
export function createBatchThreads({
  threads: count,
  defaults,
  home,
  cidOf,
}: BatchThreadData & {
  threads: number;
  defaults: BatchDefaults;
  cidOf: (reference: string) => Promise<string>;
}): BatchThreads {
  const waiting: Job[] = [];
  const free: Worker[] = [];
  const underWay = new Map<Worker, Job>();
  const cids = new Map<string, Promise<string>>();
  let failure: Error | null = null;
  const workers = Array.from({ length: count }, () => {
    const workerData: BatchThreadData = { defaults, home };
    const worker = new Worker(threadFile, { workerData });
    worker.on('message', (message: FromBatchThread) => void hear(worker, message));
    worker.on('error', fail);
    free.push(worker);
    return worker;
  });

  function next(): void {
    while (waiting.length > 0 && free.length > 0) {
      const job = waiting.shift()!;
      const worker = free.shift()!;
      underWay.set(worker, job);
      tell(worker, { kind: 'chunk', chunk: job.chunk }, [job.chunk.bytes.buffer]);
    }
  }

  async function hear(worker: Worker, message: FromBatchThread): Promise<void> {
    if (message.kind === 'pack') return answerPack(worker, message.reference);
    underWay.get(worker)!.resolve(message.result);
    underWay.delete(worker);
    free.push(worker);
    next();
  }

  async function answerPack(worker: Worker, reference: string): Promise<void> {
    try {
      let cid = cids.get(reference);
      if (cid === undefined) cids.set(reference, (cid = cidOf(reference)));
      tell(worker, { kind: 'pack', reference, cid: await cid });
    } catch (error) {
      cids.delete(reference);
      tell(worker, { kind: 'no-pack', reference, error: asGristmillError(error).toJSON() });
    }
  }

  function fail(error: Error): void {
    failure = error;
    for (const { reject } of [...underWay.values(), ...waiting]) reject(error);
    underWay.clear();
    waiting.length = 0;
  }

  return {
    assessChunk: (chunk) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure);
        waiting.push({ chunk, resolve, reject });
        next();
      }),
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

function tell(worker: Worker, message: ToBatchThread, transfer: ArrayBuffer[] = []): void {
  worker.postMessage(message, transfer);
}
