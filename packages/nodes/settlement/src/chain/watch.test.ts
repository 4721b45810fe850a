import type { Address, GristmillError } from '@gristmill/protocol';
import { createTestClient, http } from 'viem';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startRpcProxy } from '../../test/rpc-proxy.ts';
import { escrowAbi } from '../abi/escrow.ts';
import { openChain } from './chain.ts';
import { createSettlementClient, type SettlementClient } from '../escrow/client.ts';
import { deployContracts } from '../deploy-contracts.ts';
import type { Deployment } from './deployment.ts';
import { type LocalChain, startLocalChain } from './local-chain.ts';
import { logsOf } from './logs.ts';
import type { ChainCursor, EventBatch, WatchOptions } from './watch.ts';
import { type EscrowEvent, watchEscrow } from '../escrow/watch-escrow.ts';

let chain: LocalChain;
let deployment: Deployment;
let payer: SettlementClient;
let signer: Address;
let proxy: Awaited<ReturnType<typeof startRpcProxy>>;
const watches: AbortController[] = [];

beforeAll(async () => {
  chain = await startLocalChain();
  const [deployer, payerKey, hub] = chain.accounts;
  deployment = await deployContracts({
    rpcUrl: chain.rpcUrl,
    deployerKey: deployer!.privateKey,
    challengeDelaySeconds: 60,
    authorities: [],
  });
  payer = await createSettlementClient({ rpcUrl: chain.rpcUrl, key: payerKey!.privateKey, deployment });
  signer = hub!.address;
  await payer.mint({ to: payer.signer, units: 1_000_000n });
});

afterAll(async () => {
  await chain?.stop();
});

beforeEach(async () => {
  proxy = await startRpcProxy(chain.rpcUrl);
});

afterEach(async () => {
  for (const watch of watches.splice(0)) watch.abort();
  await proxy.stop();
});

/** Watches through the proxy from the newest block on. */
async function watch(options: WatchOptions = {}) {
  const ending = new AbortController();
  watches.push(ending);
  const batches = watchEscrow({ rpcUrl: proxy.rpcUrl, deployment, pollMs: 10, signal: ending.signal, ...options });
  return {
    /** All that comes until an event, or a re-organisation, is there. */
    until: async (isThere: (batch: EventBatch<EscrowEvent>) => boolean): Promise<EventBatch<EscrowEvent>[]> => {
      const seen: EventBatch<EscrowEvent>[] = [];
      for (;;) {
        const { value, done } = await batches.next();
        if (done === true) throw new Error('the watch ended');
        seen.push(value);
        if (isThere(value)) return seen;
      }
    },
  };
}

async function newest(): Promise<ChainCursor> {
  const { reader } = await openChain(chain.rpcUrl);
  const { number, hash } = await reader.getBlock();
  return { blockNumber: Number(number), blockHash: hash };
}

const has = (units: bigint) => (batch: EventBatch<EscrowEvent>) =>
  batch.events.some((event) => event.type === 'deposited' && event.units === units);
const deposits = (batches: EventBatch<EscrowEvent>[]) =>
  batches.flatMap(({ events }) => events.flatMap((event) => (event.type === 'deposited' ? [event.units] : [])));
const controls = () => createTestClient({ mode: 'anvil', transport: http(chain.rpcUrl) });
const reorg = (depth: number) => controls().request({ method: 'anvil_reorg', params: [depth, []] } as never);

test('events come as they happen, and a watch that goes on from a place misses nothing and hears nothing twice', async () => {
  const after = await newest();
  const first = await watch({ after });
  const depositing = first.until(has(5n));
  await payer.deposit({ signer, units: 5n });
  const seen = await depositing;
  expect(deposits(seen)).toEqual([5n]);
  const { timestamp, blockNumber } = seen.at(-1)!.events[0]!;
  expect(timestamp).toBe(await payer.blockTimestamp());
  expect(seen.at(-1)!.cursor).toEqual(await newest());
  expect(blockNumber).toBe((await newest()).blockNumber);

  await payer.requestWithdrawal({ signer, units: 5n });
  await payer.requestWithdrawal({ signer, units: 0n });
  const again = await watch({ after: seen.at(-1)!.cursor });
  const announced = (await again.until(({ events }) => events.length > 0)).flatMap(({ events }) => events);
  const withdrawableAt = timestamp + 60;
  expect(announced).toMatchObject([
    { type: 'withdrawal-requested', payer: payer.signer, signer, units: 5n },
    { type: 'withdrawal-requested', payer: payer.signer, signer, units: 0n, withdrawableAt: null },
  ]);
  expect(announced[0]).toHaveProperty('withdrawableAt');
  expect((announced[0] as { withdrawableAt: number }).withdrawableAt).toBeGreaterThanOrEqual(withdrawableAt);
  // From the very beginning it hears of all that.
  const everything = await (await watch()).until(({ events }) => events.length > 0);
  expect(deposits(everything)).toContain(5n);
});

describe('a re-organisation', () => {
  test('makes void what was told of its blocks, and what is in their place follows', async () => {
    const { until } = await watch({ after: await newest() });
    const before = await newest();
    await payer.deposit({ signer, units: 7n });
    await until(has(7n));
    await reorg(1);
    const [told] = (await until(({ voidFromBlock }) => voidFromBlock !== null)).slice(-1);
    expect(told!.voidFromBlock).toBe(before.blockNumber + 1);
    await payer.deposit({ signer, units: 8n });
    expect(deposits([told!, ...(await until(has(8n)))])).toEqual([8n]);
  });

  test('that happens while nobody watches is told to who goes on from a place that is gone', async () => {
    const { until } = await watch({ after: await newest() });
    await payer.deposit({ signer, units: 9n });
    const { cursor } = (await until(has(9n))).at(-1)!;
    await reorg(1);
    const next = await watch({ after: cursor });
    const [told] = await next.until(() => true);
    // Where it began nobody knows any more: what is told again was told before.
    expect(told!.voidFromBlock).toBeLessThanOrEqual(cursor.blockNumber);
    expect(deposits([told!])).not.toContain(9n);
    expect(deposits([told!])).toContain(8n);
  });

  test('that is not as deep as events have to be is never noticed', async () => {
    await controls().mine({ blocks: 1 });
    const { until } = await watch({ after: await newest(), confirmations: 3 });
    await controls().mine({ blocks: 1 });
    await payer.deposit({ signer, units: 11n });
    await reorg(2);
    await payer.deposit({ signer, units: 12n });
    await controls().mine({ blocks: 2 });
    const seen = await until(has(12n));
    expect(seen.every(({ voidFromBlock }) => voidFromBlock === null)).toBe(true);
    expect(deposits(seen)).toEqual([12n]);
  });
});

test('a chain that is gone for a while is waited for, also from the start', async () => {
  const troubles: string[] = [];
  const onTrouble = ({ code }: GristmillError) => troubles.push(code);
  const after = await newest();
  proxy.setDown(true);
  const { until } = await watch({ after, onTrouble });
  const seen = until(has(13n));
  await expect.poll(() => troubles, { timeout: 20_000 }).toEqual(['CHAIN_UNREACHABLE']);
  await payer.deposit({ signer, units: 13n });
  proxy.setDown(false);
  expect(deposits(await seen)).toEqual([13n]);
});

test('a watch ends when it is told to, and at a chain that is another one', async () => {
  const ending = new AbortController();
  const batches = watchEscrow({ rpcUrl: proxy.rpcUrl, deployment, signal: ending.signal, pollMs: 60_000 });
  await batches.next();
  const pending = batches.next();
  ending.abort();
  expect(await pending).toEqual({ done: true, value: undefined });
  const elsewhere = watchEscrow({ rpcUrl: proxy.rpcUrl, deployment: { ...deployment, chainId: 1 } });
  await expect(elsewhere.next()).rejects.toMatchObject({ code: 'CHAIN_MISMATCH' });
});

const read = async (range: { fromBlock: bigint; toBlock?: bigint }) => {
  const opened = await openChain(proxy.rpcUrl);
  return await logsOf(opened, { address: deployment.escrow, abi: escrowAbi, events: ['Deposited'], ...range });
};
const spanOf = (params: unknown[]) => {
  const [{ fromBlock, toBlock }] = params as [{ fromBlock: string; toBlock: string }];
  return Number(toBlock) - Number(fromBlock) + 1;
};

describe('logs are read in pages', () => {
  test.each([
    ['in its answer', undefined],
    ['by its status', 400],
  ])('as small as the provider has them, which it says %s', async (_how, status) => {
    const whole = await read({ fromBlock: 0n });
    expect(whole.length).toBeGreaterThan(2);
    proxy.calls.splice(0);
    proxy.refuseWith(({ method, params }) =>
      method === 'eth_getLogs' && spanOf(params) > 3
        ? { code: -32_600, message: 'block range too large', ...(status !== undefined && { status }) }
        : null,
    );
    expect(await read({ fromBlock: 0n })).toEqual(whole);
    const spans = proxy.calls.flatMap(({ method, params }) => (method === 'eth_getLogs' ? [spanOf(params)] : []));
    const { blockNumber } = await newest();
    expect(spans.filter((span) => span <= 3).reduce((sum, span) => sum + span, 0)).toBe(blockNumber + 1);
  });

  test('until not even one block is answered', async () => {
    proxy.refuseWith(({ method }) => (method === 'eth_getLogs' ? { code: -32_600, message: 'no logs here' } : null));
    await expect(read({ fromBlock: 0n })).rejects.toMatchObject({ code: 'CHAIN_FAILED' });
  });

  test('and none of an empty range', async () => {
    expect(await read({ fromBlock: 5n, toBlock: 4n })).toEqual([]);
  });
});
