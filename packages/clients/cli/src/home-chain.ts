import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { GristmillError, jsonText } from '@gristmill/protocol';
import {
  type Deployment,
  deployContracts,
  LOCAL_CHAIN_ID,
  type LocalChain,
  parseDeployment,
  startLocalChain,
} from '@gristmill/settlement';
import { replaceWholeFile } from '@gristmill/storage';
import type { Home } from './home.ts';
import { readHubRecord } from './hub-record.ts';
import { readText } from './input.ts';
import { TAX_AUTHORITY } from './payout-plan.ts';
import { giveGasLocally } from './wallet.ts';
import { watchProcess } from './watch-process.ts';

/** A chain that a hub settles on. */
export interface HubChain {
  rpcUrl: string;
  deployment: Deployment;
  /** Rejects with `CHAIN_ENDED` when the chain's process is gone; never resolves. */
  ended: Promise<never>;
  stop(): Promise<void>;
}

/** The local chain's withdrawal delay: long enough that a payee who looks once a week loses nothing. */
const CHALLENGE_DELAY_SECONDS = 7 * 24 * 60 * 60;

/** How long an earlier chain of this home may take to end: it notices a moment later that its hub was killed. */
const PORT_PATIENCE_MS = 5_000;
const PORT_LOOK_MS = 100;

/**
 * The home folder's own chain: its state, its contracts' addresses and its port stay the same between runs.
 *
 * @throws GristmillError `CHAIN_START_FAILED`, `DEPLOYMENT_MALFORMED`, `DEPLOYMENT_INCOMPLETE`, `HUB_RECORD_MALFORMED`
 */
export async function openHomeChain(home: Home, log: (line: string) => void): Promise<HubChain> {
  const local = await startWhereItWas(home, log);
  const { rpcUrl } = local;
  const watched = watchProcess(local.pid);
  const ended = watched.gone.then(() => {
    throw chainEnded(rpcUrl);
  });
  ended.catch(() => undefined);
  const stop = () => {
    watched.stop();
    return local.stop();
  };
  const file = home.path('deployment.json');
  if (existsSync(file)) return { rpcUrl, deployment: await readDeployment(file), ended, stop };
  const deployment = await deployContracts({
    rpcUrl,
    deployerKey: local.accounts[0]!.privateKey,
    challengeDelaySeconds: CHALLENGE_DELAY_SECONDS,
    // Nobody's tax office: a local network remits play money to the last of its own accounts.
    authorities: [{ name: TAX_AUTHORITY, payoutAddress: local.accounts.at(-1)!.address }],
  });
  await giveGasLocally({ rpcUrl, deployment }, (await home.key('hub')).address);
  await replaceWholeFile(file, `${jsonText(deployment, 2)}\n`);
  return { rpcUrl, deployment, ended, stop };
}

/** @throws GristmillError `FILE_UNREADABLE`, `DEPLOYMENT_MALFORMED`, `DEPLOYMENT_INCOMPLETE` */
export async function readDeployment(file: string): Promise<Deployment> {
  return parseDeployment(file, await readText(file));
}

/** Providers and wallets that were told where the chain is find it again there; elsewhere they would claim nothing more. */
async function startWhereItWas(home: Home, log: (line: string) => void): Promise<LocalChain> {
  const statePath = home.path('chain.json');
  const before = await readHubRecord(home);
  const port = before?.deployment.chainId === LOCAL_CHAIN_ID ? Number(new URL(before.rpcUrl).port) : 0;
  if (port === 0 || (await isFreeSoon(port))) return startLocalChain({ statePath, port });
  log(`port ${port}, where the chain was, is taken: restart the providers, so that they find it where it is now`);
  return startLocalChain({ statePath });
}

async function isFreeSoon(port: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs <= PORT_PATIENCE_MS; waitedMs += PORT_LOOK_MS) {
    if (await isFree(port)) return true;
    await pause(PORT_LOOK_MS);
  }
  return false;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function chainEnded(rpcUrl: string): GristmillError {
  return new GristmillError('CHAIN_ENDED', `The local chain at ${rpcUrl} has ended, so nothing can be settled.`, {
    hint: 'Start the hub again: chain and journal go on from what is in the home folder.',
    fault: 'platform',
  });
}
