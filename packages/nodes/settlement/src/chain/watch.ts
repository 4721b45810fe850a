import { type GristmillError, asGristmillError } from '@gristmill/protocol';
import { BlockNotFoundError, type Hex, type Log } from 'viem';
import { type ChainReader, openChain } from './chain.ts';
import { type LogFilter, logPages } from './logs.ts';

/** A place in the chain: a block, and which one it was, for a re-organisation may put another there. */
export interface ChainCursor {
  blockNumber: number;
  blockHash: Hex;
}

/** What happened on chain in some blocks, whole ones. */
export interface EventBatch<Event> {
  /**
   * Not null after a re-organisation: what was told of this block and of those after it never happened. What happened
   * in their place follows, in this batch and the next; it may be the same again.
   */
  voidFromBlock: number | null;
  /** In the order of the chain. */
  events: Event[];
  /** All up to here has been told: whoever goes on from it misses nothing and hears nothing twice. */
  cursor: ChainCursor;
}

export interface WatchOptions {
  /** Go on after this place; by default from the first block of the deployment. */
  after?: ChainCursor;
  /**
   * Blocks that an event must be under before it is told, its own included. Default 1: at once. With more, a
   * re-organisation of fewer blocks is never noticed.
   */
  confirmations?: number;
  /** How long to wait before the chain is asked for new blocks. Default a second. */
  pollMs?: number;
  /** Ends the watch. */
  signal?: AbortSignal;
  /** Hears of a chain that does not answer, once each time; it is asked again, ever more slowly, until it does. */
  onTrouble?: (error: GristmillError) => void;
}

/** A log, and when its block was made. */
export type WatchedLog = Log<bigint, number, false> & { timestamp: number };

/** Where and when an event happened. */
export interface EventPlace {
  blockNumber: number;
  /** Unix time of the block, in seconds. */
  timestamp: number;
  transactionHash: Hex;
  /** Position in the block. */
  logIndex: number;
}

const POLL_MS = 1000;
const TROUBLE_MS_MAX = 30_000;
/** How many places are remembered to find out where a re-organisation began; none is deeper than so many blocks. */
const REMEMBERED_MAX = 256;
/** Blocks that are read into one batch at most. */
const BATCH_BLOCKS_MAX = 10_000n;

/**
 * Logs as the chain gets them, for as long as is watched. A chain that does not answer is waited for; another chain at
 * that URL than the one expected is an error.
 *
 * @throws GristmillError `CHAIN_MISMATCH`
 */
export async function* watchLogs(
  { rpcUrl, chainId, firstBlock }: { rpcUrl: string; chainId: number; firstBlock: number },
  filters: readonly LogFilter[],
  { after, confirmations = 1, pollMs = POLL_MS, signal, onTrouble }: WatchOptions = {},
): AsyncGenerator<EventBatch<WatchedLog>, void, undefined> {
  // The genesis block has no logs, and one before it has no name.
  const first = Math.max(firstBlock, 1);
  const known: ChainCursor[] = after === undefined ? [] : [after];
  let chain: ChainReader | undefined;
  let voidFromBlock: number | null = null;
  let troubles = 0;

  while (signal?.aborted !== true) {
    let batch: EventBatch<WatchedLog> | null = null;
    try {
      chain ??= await openChain(rpcUrl, chainId);
      const fork = await forkOf(chain, known, first);
      if (fork !== null) voidFromBlock = voidFromBlock === null ? fork : Math.min(voidFromBlock, fork);
      const position = known.at(-1) ?? null;
      const next = (position?.blockNumber ?? first - 1) + 1;
      batch = await readBatch(chain, filters, { position, next, confirmations, voidFromBlock });
      troubles = 0;
    } catch (error) {
      const trouble = asGristmillError(error);
      if (trouble.code === 'CHAIN_MISMATCH' || trouble.code === 'INTERNAL') throw error;
      troubles += 1;
      if (troubles === 1) onTrouble?.(trouble);
    }
    if (batch === null) {
      await pause(Math.min(pollMs * 2 ** Math.min(troubles, 20), Math.max(pollMs, TROUBLE_MS_MAX)), signal);
      continue;
    }
    known.push(batch.cursor);
    if (known.length > REMEMBERED_MAX) known.shift();
    voidFromBlock = null;
    yield batch;
  }
}

/**
 * Forgets the places that are no longer in the chain; the first block that may be another one now, or null when none is.
 * Between two places that are remembered nobody looked, so it is the earliest that it can be.
 */
async function forkOf(chain: ChainReader, known: ChainCursor[], first: number): Promise<number | null> {
  let lost: ChainCursor | undefined;
  for (let last = known.at(-1); last !== undefined; last = known.at(-1)) {
    if ((await hashOf(chain, last.blockNumber)) === last.blockHash) break;
    lost = known.pop();
  }
  if (lost === undefined) return null;
  const earliest = Math.max(first, (known.at(-1)?.blockNumber ?? 0) + 1);
  const deepest = lost.blockNumber - REMEMBERED_MAX + 1;
  if (deepest <= earliest) return earliest;
  const before = await hashOf(chain, deepest - 1);
  // The chain has become shorter than that: it is another one altogether.
  if (before === null) return earliest;
  known.push({ blockNumber: deepest - 1, blockHash: before });
  return deepest;
}

/** The next blocks, as they are while nothing changes; null when there is nothing to tell, or when they changed. */
async function readBatch(
  chain: ChainReader,
  filters: readonly LogFilter[],
  {
    position,
    next,
    confirmations,
    voidFromBlock,
  }: { position: ChainCursor | null; next: number; confirmations: number; voidFromBlock: number | null },
): Promise<EventBatch<WatchedLog> | null> {
  const newest = await chain.read('Reading the block number', (reader) => reader.getBlockNumber({ cacheTime: 0 }));
  const fromBlock = BigInt(next);
  const safe = newest - BigInt(confirmations) + 1n;
  const toBlock = safe < fromBlock + BATCH_BLOCKS_MAX ? safe : fromBlock + BATCH_BLOCKS_MAX - 1n;
  // Nothing new, unless it is that something is void.
  if (toBlock < fromBlock && voidFromBlock === null) return null;
  const blockNumber = toBlock < fromBlock ? next - 1 : Number(toBlock);
  const blockHash = await hashOf(chain, blockNumber);
  if (blockHash === null) return null;
  const logs: Log<bigint, number, false>[] = [];
  for (const filter of filters) {
    for await (const page of logPages(chain, filter, { fromBlock, toBlock })) logs.push(...page);
  }
  const timestamps = await timestampsOf(chain, logs);
  // A block's hash covers all before it: the same ones before and after mean that nothing changed in between.
  if ((await hashOf(chain, blockNumber)) !== blockHash) return null;
  if (position !== null && (await hashOf(chain, position.blockNumber)) !== position.blockHash) return null;
  logs.sort((one, other) => Number(one.blockNumber - other.blockNumber) || one.logIndex - other.logIndex);
  const events = logs.map((log) => ({ ...log, timestamp: timestamps.get(log.blockNumber) ?? 0 }));
  return { voidFromBlock, events, cursor: { blockNumber, blockHash } };
}

/** When the blocks of these logs were made: some nodes tell it with a log, of others the block is asked. */
async function timestampsOf(chain: ChainReader, logs: Log<bigint, number, false>[]): Promise<Map<bigint, number>> {
  const timestamps = new Map<bigint, number>();
  for (const { blockNumber, blockTimestamp } of logs) {
    if (timestamps.has(blockNumber)) continue;
    const timestamp =
      blockTimestamp ?? (await chain.read('Reading a block', (reader) => reader.getBlock({ blockNumber }))).timestamp;
    timestamps.set(blockNumber, Number(timestamp));
  }
  return timestamps;
}

/** Where a log is. */
export function placeOf({ blockNumber, timestamp, transactionHash, logIndex }: WatchedLog): EventPlace {
  return { blockNumber: Number(blockNumber), timestamp, transactionHash, logIndex };
}

async function hashOf(chain: ChainReader, blockNumber: number): Promise<Hex | null> {
  return await chain.read('Reading a block', async (reader) => {
    const block = await reader.getBlock({ blockNumber: BigInt(blockNumber) }).catch((error: unknown) => {
      if (error instanceof BlockNotFoundError) return null;
      throw error;
    });
    return block?.hash ?? null;
  });
}

async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted === true) return;
  await new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end);
  });
}
