import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { generateDeviceKey } from '@gristmill/protocol';
import { createSettlementClient } from '@gristmill/settlement';
import { systemRandom } from '@gristmill/storage';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openHome } from './home.ts';
import { type HubChain, openHomeChain } from './home-chain.ts';
import { writeHubRecord } from './hub-record.ts';
import { fillLocally } from './wallet.ts';

let folder: string;
const owner = generateDeviceKey(systemRandom);
const said: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-chain-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function withChain<Value>(use: (chain: HubChain) => Promise<Value>): Promise<Value> {
  const home = await openHome(folder);
  const chain = await openHomeChain(home, (line) => said.push(line));
  try {
    await writeHubRecord(home, { ...chain, signer: owner.address });
    return await use(chain);
  } finally {
    await chain.stop();
  }
}

const balanceOn = async ({ rpcUrl, deployment }: HubChain) =>
  (await createSettlementClient({ rpcUrl, key: owner, deployment })).balanceOf(owner.address);

it('goes on with the same contracts and money, where those who use it look for it', async () => {
  const { rpcUrl, deployment } = await withChain(async (chain) => {
    await fillLocally(chain, owner.address);
    return chain;
  });
  await withChain(async (chain) => {
    expect(chain).toMatchObject({ rpcUrl, deployment });
    expect(await balanceOn(chain)).toBe(1_000_000_000n);
  });

  const other = createServer();
  await new Promise<void>((resolve) => other.listen(Number(new URL(rpcUrl).port), '127.0.0.1', resolve));
  try {
    await withChain(async (chain) => {
      expect(chain.rpcUrl).not.toBe(rpcUrl);
      expect(await balanceOn(chain)).toBe(1_000_000_000n);
      expect(said).toEqual([expect.stringContaining('restart the providers')]);
    });
  } finally {
    other.close();
  }
}, 60_000);
