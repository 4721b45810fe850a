import { readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { GristmillError } from '@gristmill/protocol';
import { replaceWholeFile } from '@gristmill/storage';
import { createPublicClient, createTestClient, type Hex, hexToBytes, http } from 'viem';

/** How often a local chain is asked whether there is a new block. */
const LOOK_MS = 100;

/**
 * Where anvil writes its state when it is asked to end. It writes in place: a file that it was stopped in, or that a full
 * disk cut short, is no state. So what is kept meanwhile lies beside it, and is replaced whole.
 */
export function stateLeftPath(statePath: string): string {
  return `${statePath}.left`;
}

/**
 * Puts the newest whole state under `statePath`: what the last chain left when it ended, or what was kept of it before.
 *
 * @returns whether there is any
 * @throws GristmillError `CHAIN_STATE_UNREADABLE`
 */
export async function takeNewestState(statePath: string): Promise<boolean> {
  const leftPath = stateLeftPath(statePath);
  const [kept, left] = [await blocksIn(statePath), await blocksIn(leftPath)];
  if (typeof left === 'number' && (typeof kept !== 'number' || left >= kept)) {
    await rename(leftPath, statePath);
    return true;
  }
  await rm(leftPath, { force: true });
  if (kept !== 'torn') return kept !== 'absent';
  throw new GristmillError('CHAIN_STATE_UNREADABLE', `${statePath} is not the whole state of a chain.`, {
    hint: 'Restore it from a backup. Without it the money of this local network is gone: begin a new home.',
    fault: 'platform',
  });
}

/** Keeps the state of the chain after each block, whole, until the signal aborts. */
export async function keepState(rpcUrl: string, statePath: string, signal: AbortSignal): Promise<void> {
  const transport = http(rpcUrl, { retryCount: 0 });
  const reader = createPublicClient({ transport, cacheTime: 0 });
  const anvil = createTestClient({ mode: 'anvil', transport });
  let kept = -1n;
  while (!signal.aborted) {
    try {
      const newest = await reader.getBlockNumber();
      if (newest !== kept) {
        await replaceWholeFile(statePath, await unpacked(await anvil.dumpState()));
        kept = newest;
      }
    } catch {
      // A full disk may be emptied, a busy chain may answer again; that it has ended is told by its process.
    }
    await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function unpacked(dump: Hex): Promise<Uint8Array> {
  return promisify(gunzip)(hexToBytes(dump));
}

async function blocksIn(file: string): Promise<number | 'absent' | 'torn'> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'absent';
    throw error;
  }
  try {
    const block = Number((JSON.parse(text) as { best_block_number?: number | string }).best_block_number);
    return Number.isSafeInteger(block) ? block : 'torn';
  } catch {
    return 'torn';
  }
}
