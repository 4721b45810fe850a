import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { connect } from 'gristmill';
import { deployContracts, type Deployment, type LocalChain, startLocalChain } from '@gristmill/settlement';
import { openSqliteJournal, systemClock } from '@gristmill/storage';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printing } from '../test/tiny-modules.ts';
import { type Home, openHome } from './home.ts';
import { startHub } from './hub.ts';
import { TAX_AUTHORITY } from './payout-plan.ts';
import { fillLocally, giveGasLocally } from './wallet.ts';

let folder: string;
let home: Home;
let chain: LocalChain;
let deployment: Deployment;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-hub-'));
  home = await openHome(path.join(folder, 'home'));
  chain = await startLocalChain();
  const [deployer, authority] = chain.accounts;
  deployment = await deployContracts({
    rpcUrl: chain.rpcUrl,
    deployerKey: deployer!.privateKey,
    challengeDelaySeconds: 60,
    authorities: [{ name: TAX_AUTHORITY, payoutAddress: authority!.address }],
  });
  await giveGasLocally({ rpcUrl: chain.rpcUrl, deployment }, (await home.key('hub')).address);
}, 60_000);

afterAll(async () => {
  await chain.stop();
  await rm(folder, { recursive: true, force: true });
});

it('seats no jury whose keys everyone knows where money is real', async () => {
  const journal = await openSqliteJournal({ path: home.path('real.db'), clock: systemClock });
  const { rpcUrl } = chain;
  const real = { ...deployment, chainId: 1 };
  const listen = { host: '127.0.0.1', apiPort: 0, peerPort: 0 };
  await expect(
    startHub({ home, journal, rpcUrl, deployment: real, ...listen, hasLocalJury: true, log: () => {} }),
  ).rejects.toMatchObject({ code: 'JURY_NOT_LOCAL' });
  await journal.close();
});

it('comes to its end, and says why, when its journal can no longer be written', async () => {
  const journal = await openSqliteJournal({ path: home.path('journal.db'), clock: systemClock });
  let isDiskFull = false;
  const failing = new Proxy(journal, {
    get(target, name) {
      if (name === 'append' && isDiskFull) return () => Promise.reject(new Error('no space left on device'));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  const { rpcUrl } = chain;
  const hub = await startHub({
    home,
    journal: failing,
    rpcUrl,
    deployment,
    host: '127.0.0.1',
    apiPort: 0,
    peerPort: 0,
    log: () => {},
  });
  const key = await home.key('wallet');
  await fillLocally({ rpcUrl, deployment }, key.address);
  const mill = await connect({ hub: hub.url, key });
  await mill.deposit(10_000_000n);
  isDiskFull = true;
  const submitted = mill.run({ program: { wasm: printing('x') }, tasks: [{}] });
  await expect(submitted).rejects.toMatchObject({ code: 'JOURNAL_FAILED' });
  await expect(hub.failed).rejects.toMatchObject({ code: 'JOURNAL_FAILED' });
  await hub.stop();
}, 30_000);
