import type { Hex, TransactionReceipt } from 'viem';

/** What a price for gas looks like: with a tip (EIP-1559), or all in one (Rootstock). */
export type GasPrice = { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint } | { gasPrice: bigint };

/** A chain as a transaction that waits sees it. */
export interface PendingView {
  /** The receipt on the canonical chain as it is now; null when there is none. */
  receiptOf(hash: Hex): Promise<TransactionReceipt | null>;
  /** Transactions of the sender that are in blocks. */
  minedCount(): Promise<number>;
  /** Which transaction of the sender is in a block with this nonce; null when none is seen yet. */
  minedWith(nonce: number): Promise<Hex | null>;
  blockNumber(): Promise<bigint>;
  /** Signs with this price and sends; sending what the chain knows already is no error. */
  send(price: GasPrice): Promise<Hex>;
  price(): Promise<GasPrice>;
  pause(): Promise<void>;
  now(): number;
}

export type PendingOutcome = { type: 'mined'; receipt: TransactionReceipt } | { type: 'nonce-taken' };

/**
 * Sees a transaction with one nonce through to `confirmations` blocks. When it does not come into a block within
 * `stuckAfterMs`, it is replaced by itself at a higher price. When a re-organisation drops it, it is sent again. When
 * another transaction took its nonce (another process with the same key), it can never come: `nonce-taken`.
 */
export async function seeThrough(
  view: PendingView,
  { nonce, confirmations, stuckAfterMs }: { nonce: number; confirmations: number; stuckAfterMs: number },
): Promise<PendingOutcome> {
  let price = await view.price();
  const hashes = [await view.send(price)];
  let sentAt = view.now();
  let wasMined = false;
  for (;;) {
    const receipt = await firstReceipt(view, hashes);
    if (receipt !== null) {
      wasMined = true;
      if ((await view.blockNumber()) - receipt.blockNumber + 1n >= BigInt(confirmations)) {
        return { type: 'mined', receipt };
      }
    } else if ((await view.minedCount()) > nonce) {
      // Nodes count a transaction before they show its receipt. Only another one in a block is proof that ours will not
      // come: sent again on less, a deposit could be made twice.
      const mined = await view.minedWith(nonce);
      if (mined !== null && !hashes.includes(mined)) return { type: 'nonce-taken' };
    } else if (wasMined || view.now() - sentAt >= stuckAfterMs) {
      // Dropped by a re-organisation, it goes again as it was; stuck, at a higher price.
      if (!wasMined) price = higher(price, await view.price());
      const hash = await view.send(price);
      if (!hashes.includes(hash)) hashes.push(hash);
      sentAt = view.now();
      wasMined = false;
    }
    await view.pause();
  }
}

/** At least an eighth above the old price: nodes take a replacement from a tenth on, and some ask for more. */
export function higher(old: GasPrice, market: GasPrice): GasPrice {
  if ('gasPrice' in old) return { gasPrice: raise(old.gasPrice, 'gasPrice' in market ? market.gasPrice : 0n) };
  const { maxFeePerGas, maxPriorityFeePerGas } =
    'gasPrice' in market ? { maxFeePerGas: market.gasPrice, maxPriorityFeePerGas: 0n } : market;
  return {
    maxFeePerGas: raise(old.maxFeePerGas, maxFeePerGas),
    maxPriorityFeePerGas: raise(old.maxPriorityFeePerGas, maxPriorityFeePerGas),
  };
}

function raise(before: bigint, now: bigint): bigint {
  const raised = before + before / 8n + 1n;
  return raised > now ? raised : now;
}

async function firstReceipt(view: PendingView, hashes: readonly Hex[]): Promise<TransactionReceipt | null> {
  for (const hash of hashes.toReversed()) {
    const receipt = await view.receiptOf(hash);
    if (receipt !== null) return receipt;
  }
  return null;
}
