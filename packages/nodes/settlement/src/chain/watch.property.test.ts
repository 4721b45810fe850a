import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Network, startNetwork } from '../../test/network.ts';
import { escrowAbi } from '../abi/escrow.ts';
import { openChain } from './chain.ts';
import type { SettlementClient } from '../escrow/client.ts';
import { logsOf } from './logs.ts';
import type { ChainCursor } from './watch.ts';
import { type EscrowEvent, watchEscrow } from '../escrow/watch-escrow.ts';

let network: Network;
let payer: SettlementClient;

beforeAll(async () => {
  network = await startNetwork();
  payer = await network.someone();
  await payer.mint({ to: payer.signer, units: 1_000_000n });
});

afterAll(async () => {
  await network?.chain.stop();
});

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('deposit' as const), units: fc.bigInt({ min: 1n, max: 99n }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reorg' as const), depth: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('look', 'restart', 'mine') }) },
);

test('invariant 7: whatever happens to the chain while nobody looks, what was told and not made void is what is there', async () => {
  const { rpcUrl, deployment, controls, hub } = network;
  const confirmations = fc.constantFrom(1, 2);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), confirmations, async (steps, depth) => {
      const start = await payer.newestBlock();
      let told: EscrowEvent[] = [];
      let cursor: ChainCursor = start;
      const watchFrom = (after: ChainCursor) =>
        watchEscrow({ rpcUrl, deployment, after, confirmations: depth, pollMs: 1 });
      let batches = watchFrom(cursor);

      /** Hears all that there is to hear. */
      async function listen(): Promise<void> {
        for (;;) {
          const { blockNumber } = await payer.newestBlock();
          const end = Math.max(blockNumber - depth + 1, start.blockNumber);
          const place = await openedBlock(cursor.blockNumber);
          if (cursor.blockNumber >= end && place === cursor.blockHash) return;
          const { value } = await batches.next();
          const batch = value!;
          if (batch.voidFromBlock !== null) {
            const from = batch.voidFromBlock;
            told = told.filter((event) => event.blockNumber < from);
          }
          told.push(...batch.events);
          cursor = batch.cursor;
        }
      }
      async function openedBlock(number: number): Promise<string | null> {
        const { reader } = await openChain(rpcUrl);
        return await reader.getBlock({ blockNumber: BigInt(number) }).then(
          ({ hash }) => hash,
          () => null,
        );
      }

      for (const each of steps) {
        if (each.kind === 'deposit') await payer.deposit({ signer: hub.signer, units: each.units });
        else if (each.kind === 'reorg') {
          const most = (await payer.newestBlock()).blockNumber - start.blockNumber;
          const gone = Math.min(each.depth, most);
          if (gone > 0) await controls.request({ method: 'anvil_reorg', params: [gone, []] } as never);
        } else if (each.kind === 'mine') await controls.mine({ blocks: 1 });
        else if (each.kind === 'look') await listen();
        else {
          await batches.return();
          batches = watchFrom(cursor);
        }
      }
      // Under a block more, all of it counts for either watch.
      await controls.mine({ blocks: 1 });
      await listen();
      await batches.return();
      const there = await logsOf(await openChain(rpcUrl), {
        address: deployment.escrow,
        abi: escrowAbi,
        events: ['Deposited'],
        fromBlock: BigInt(start.blockNumber + 1),
      });
      const since = told.filter(({ blockNumber }) => blockNumber > start.blockNumber);
      expect(since.map(({ transactionHash, logIndex }) => [transactionHash, logIndex])).toEqual(
        there.map(({ transactionHash, logIndex }) => [transactionHash, logIndex]),
      );
    }),
    { numRuns: 12 },
  );
});
