import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { GristmillError } from '@gristmill/protocol';
import type { RulePack } from '@gristmill/tax';
import { createBatch } from './batch.ts';
import type { BatchThreadData, FromBatchThread, ToBatchThread } from './batch-messages.ts';
import { loadPack } from '../rules/pack-reference.ts';

const port = parentPort!;
const { defaults, home } = workerData as BatchThreadData;

function tell(message: FromBatchThread, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

/** Chunks come one at a time, and their lines ask for packs one at a time: the next message about a pack is the answer. */
async function packOf(reference: string): Promise<RulePack> {
  const answered = once(port, 'message') as Promise<[ToBatchThread]>;
  tell({ kind: 'pack', reference });
  const [answer] = await answered;
  if (answer.kind === 'pack') return loadPack(answer.cid, home);
  if (answer.kind === 'no-pack') {
    const { code, message, hint } = answer.error;
    throw new GristmillError(code, message, { hint });
  }
  throw new Error('a chunk came instead of a pack');
}

const batch = createBatch(defaults, packOf);

async function assessChunk({ chunk }: ToBatchThread & { kind: 'chunk' }): Promise<void> {
  const result = await batch.assessChunk(chunk);
  tell({ kind: 'result', result }, [result.bytes.buffer]);
}

port.on('message', (message: ToBatchThread) => {
  if (message.kind === 'chunk') void assessChunk(message);
});
