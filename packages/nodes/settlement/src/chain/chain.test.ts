import { createTestClient, type Hex, http, publicActions, walletActions } from 'viem';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectChain } from './chain.ts';
import { type LocalChain, startLocalChain } from './local-chain.ts';
import { type GasPrice, higher } from './pending.ts';

const RECEIVER = '0x00000000000000000000000000000000000000aa';

let chain: LocalChain;
let key: Hex;

beforeEach(async () => {
  chain = await startLocalChain();
  key = chain.accounts[0]!.privateKey;
});

afterEach(async () => {
  await chain?.stop();
});

function controls() {
  return createTestClient({ mode: 'anvil', transport: http(chain.rpcUrl) })
    .extend(publicActions)
    .extend(walletActions);
}

/** The sender's transactions that wait, once `ready` says so. */
async function pendingPrices(ready: (prices: bigint[]) => boolean): Promise<bigint[]> {
  for (;;) {
    const { pending } = await controls().getTxpoolContent();
    const prices = Object.values(pending)
      .flatMap((byNonce) => Object.values(byNonce))
      .map(({ maxFeePerGas }) => BigInt(maxFeePerGas ?? 0));
    if (ready(prices)) return prices;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('a transaction that is stuck is replaced by itself at a higher price, and done once', async () => {
  const connection = await connectChain(chain.rpcUrl, key, { stuckAfterMs: 1 });
  await controls().setAutomine(false);
  const done = connection.transact('Paying', { to: RECEIVER, value: 5n });
  const [first] = await pendingPrices(({ length }) => length === 1);
  const [second] = await pendingPrices(([price]) => price !== undefined && price > first!);
  expect(second! * 8n).toBeGreaterThanOrEqual(first! * 9n);
  await controls().mine({ blocks: 1 });
  await done;
  expect(await connection.reader.getBalance({ address: RECEIVER })).toBe(5n);
});

test('a transaction that a re-organisation drops is sent again, and counts only under enough blocks', async () => {
  const connection = await connectChain(chain.rpcUrl, key, { confirmations: 3, stuckAfterMs: 500 });
  let settled = false;
  const done = connection.transact('Paying', { to: RECEIVER, value: 5n }).finally(() => {
    settled = true;
  });
  const node = controls();
  while ((await connection.reader.getBalance({ address: RECEIVER })) === 0n)
    await node.getBlockNumber({ cacheTime: 0 });
  // The block with the transaction gives way to an empty one.
  await node.request({ method: 'anvil_reorg', params: [1, []] } as never);
  expect(settled).toBe(false);
  while ((await connection.reader.getBalance({ address: RECEIVER })) === 0n)
    await node.getBlockNumber({ cacheTime: 0 });
  await node.mine({ blocks: 2 });
  const { transactionHash } = await done;
  expect((await node.getTransactionReceipt({ hash: transactionHash })).status).toBe('success');
  expect(await connection.reader.getBalance({ address: RECEIVER })).toBe(5n);
});

test('when another process takes the nonce, ours goes with the next one', async () => {
  const connection = await connectChain(chain.rpcUrl, key);
  const node = controls();
  await node.setAutomine(false);
  const done = connection.transact('Paying', { to: RECEIVER, value: 5n });
  const [price] = await pendingPrices(({ length }) => length === 1);
  // The same nonce at twice the price: a process that knows nothing of ours.
  const nonce = await node.getTransactionCount({ address: connection.account.address });
  const serializedTransaction = await connection.account.signTransaction({
    chainId: connection.chainId,
    nonce,
    to: RECEIVER,
    value: 70n,
    gas: 21_000n,
    maxFeePerGas: price! * 2n,
    maxPriorityFeePerGas: price! * 2n,
  });
  await node.sendRawTransaction({ serializedTransaction });
  await node.mine({ blocks: 1 });
  await node.setAutomine(true);
  await done;
  expect(await connection.reader.getBalance({ address: RECEIVER })).toBe(75n);
});

test('a replacement is an eighth above the old price, or at the market if that is more', () => {
  const old: GasPrice = { maxFeePerGas: 80n, maxPriorityFeePerGas: 8n };
  expect(higher(old, { maxFeePerGas: 10n, maxPriorityFeePerGas: 100n })).toEqual({
    maxFeePerGas: 91n,
    maxPriorityFeePerGas: 100n,
  });
  expect(higher(old, { gasPrice: 200n })).toEqual({ maxFeePerGas: 200n, maxPriorityFeePerGas: 10n });
  expect(higher({ gasPrice: 80n }, { gasPrice: 60n })).toEqual({ gasPrice: 91n });
  expect(higher({ gasPrice: 80n }, old)).toEqual({ gasPrice: 91n });
});
