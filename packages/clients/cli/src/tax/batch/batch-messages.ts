import type { GristmillError } from '@gristmill/protocol';
import type { BatchDefaults, Chunk, ChunkResult } from './batch.ts';

/** What a thread of a batch is started with. */
export interface BatchThreadData {
  defaults: BatchDefaults;
  home: string | undefined;
}

/** From the thread that reads and writes. */
export type ToBatchThread =
  | { kind: 'chunk'; chunk: Chunk }
  /** What a pack's reference stands for, by content: the same in all threads, whatever is adopted meanwhile. */
  | { kind: 'pack'; reference: string; cid: string }
  | { kind: 'no-pack'; reference: string; error: ReturnType<GristmillError['toJSON']> };

/** To it. A thread has one chunk at a time. */
export type FromBatchThread = { kind: 'result'; result: ChunkResult } | { kind: 'pack'; reference: string };
