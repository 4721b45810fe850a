import type { Hex, TransactionReceipt } from 'viem';
import { expect, it } from 'vitest';
import { type PendingView, seeThrough } from './pending.ts';

const OURS: Hex = '0x01';
const THEIRS: Hex = '0x02';
const receipt = { transactionHash: OURS, blockNumber: 5n } as TransactionReceipt;
const plan = { nonce: 3, confirmations: 1, stuckAfterMs: 60_000 };

/** A chain that shows a little more with each look: what it knows is told by how often was paused. */
function chainThat(tells: (pauses: number) => Partial<Pick<PendingView, 'receiptOf' | 'minedCount' | 'minedWith'>>) {
  let pauses = 0;
  const sent: Hex[] = [];
  const view: PendingView = {
    receiptOf: async (hash) => (await tells(pauses).receiptOf?.(hash)) ?? null,
    minedCount: async () => (await tells(pauses).minedCount?.()) ?? 3,
    minedWith: async (nonce) => (await tells(pauses).minedWith?.(nonce)) ?? null,
    blockNumber: () => Promise.resolve(5n),
    send: () => {
      sent.push(OURS);
      return Promise.resolve(OURS);
    },
    price: () => Promise.resolve({ gasPrice: 1n }),
    pause: () => {
      pauses += 1;
      return Promise.resolve();
    },
    now: () => 0,
  };
  return { view, sent };
}

it('does not take its own transaction for another one when the count comes before the receipt', async () => {
  const { view, sent } = chainThat((pauses) => ({
    minedCount: () => Promise.resolve(4),
    minedWith: () => Promise.resolve(pauses > 1 ? OURS : null),
    receiptOf: () => Promise.resolve(pauses > 3 ? receipt : null),
  }));
  expect(await seeThrough(view, plan)).toEqual({ type: 'mined', receipt });
  expect(sent).toEqual([OURS]);
});

it('gives its nonce up when another transaction is in a block with it', async () => {
  const { view } = chainThat((pauses) => ({
    minedCount: () => Promise.resolve(4),
    minedWith: () => Promise.resolve(pauses > 2 ? THEIRS : null),
  }));
  expect(await seeThrough(view, plan)).toEqual({ type: 'nonce-taken' });
});
