import { type Address, address, GristmillError } from '@gristmill/protocol';
import type { ChildProcess } from 'node:child_process';
import { createTestClient, type Hex, http, toHex } from 'viem';
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts';

export interface LocalChainOptions {
  /** Default 0: the system chooses. */
  port?: number;
  /** A file that the chain is read from when it is there, and that is replaced, whole, after each block and at its end. */
  statePath?: string;
  /** Unix time of the first block, in seconds; default now. */
  timestamp?: number;
  /** Default 31337. */
  chainId?: number;
}

export interface LocalChain {
  readonly rpcUrl: string;
  /** Ten accounts with 10,000 coins for gas each; the same ones every time, and known to everyone. */
  readonly accounts: readonly { address: Address; privateKey: Hex }[];
  readonly pid: number;
  /** Lets time pass, and makes a block so that it shows. */
  increaseTime(seconds: number): Promise<void>;
  /** Unix time of the next block, in seconds; it must be after the newest one's. */
  setNextTimestamp(timestamp: number): Promise<void>;
  stop(): Promise<void>;
}

/** The phrase that every Ethereum development chain uses. */
const MNEMONIC = 'test test test test test test test test test test test junk';
const ACCOUNTS = 10;
/** The chain id that every Ethereum development chain uses: what settles there is play money. */
export const LOCAL_CHAIN_ID = 31_337;
const START_LIMIT_MS = 30_000;
/** Anvil writes its state in place every minute unless told otherwise. */
const YEAR_SECONDS = 31_536_000;

/**
 * Starts a chain for one machine: anvil, on 127.0.0.1, a block for each transaction. It ends with `stop`, and also when
 * this process ends in whatever way. Node only.
 *
 * @throws GristmillError `CHAIN_START_FAILED`, `CHAIN_STATE_UNREADABLE`
 */
export async function startLocalChain(options: LocalChainOptions = {}): Promise<LocalChain> {
  const { spawn } = await import('node:child_process');
  const { whenGone } = await import('@gristmill/storage');
  const { port = 0, statePath, timestamp, chainId = LOCAL_CHAIN_ID } = options;
  const { keepState, stateLeftPath, takeNewestState } = await import('./chain-state.ts');
  const hasState = statePath !== undefined && (await takeNewestState(statePath));
  const anvil = spawn(
    await anvilPath(),
    Object.entries({
      host: '127.0.0.1',
      port,
      'chain-id': chainId,
      mnemonic: MNEMONIC,
      accounts: ACCOUNTS,
      ...(timestamp !== undefined && { timestamp }),
      ...(hasState && { 'load-state': statePath }),
      ...(statePath !== undefined && { 'dump-state': stateLeftPath(statePath), 'state-interval': YEAR_SECONDS }),
    }).flatMap(([name, value]) => [`--${name}`, String(value)]),
    // In a group of its own: Ctrl-C in a terminal, and its end, are for us, who stop the chain when nobody needs it more.
    { stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
  );
  const callOff = anvil.pid === undefined ? () => {} : whenGone('kill "$0"', String(anvil.pid));
  const exited = new Promise<void>((resolve) => {
    anvil.once('close', () => {
      callOff();
      resolve();
    });
  });
  const rpcUrl = await listening(anvil).catch(async (error: unknown) => {
    anvil.kill('SIGKILL');
    await exited;
    throw error;
  });
  const pid = anvil.pid!;
  const stopping = new AbortController();
  const keeping = statePath === undefined ? null : keepState(rpcUrl, statePath, stopping.signal);
  const test = createTestClient({ mode: 'anvil', transport: http(rpcUrl) });

  return {
    rpcUrl,
    pid,
    accounts: localAccounts(),
    async increaseTime(seconds) {
      await test.increaseTime({ seconds });
      await test.mine({ blocks: 1 });
    },
    async setNextTimestamp(timestamp) {
      await test.setNextBlockTimestamp({ timestamp: BigInt(timestamp) });
    },
    async stop() {
      stopping.abort();
      await keeping;
      anvil.kill('SIGTERM');
      await exited;
      if (statePath !== undefined) await takeNewestState(statePath);
    },
  };
}

/**
 * The accounts that every local chain starts with, 10,000 coins for gas each. Everyone knows their keys: they are a
 * faucet on a local chain and worthless anywhere else.
 */
export function localAccounts(): { address: Address; privateKey: Hex }[] {
  // Stretching the phrase takes most of the time, and once is enough for all of them (BIP-44).
  const parent = mnemonicToAccount(MNEMONIC, { path: "m/44'/60'/0'/0" }).getHdKey();
  return Array.from({ length: ACCOUNTS }, (_, index) => {
    const privateKey = toHex(parent.deriveChild(index).privateKey!);
    return { address: address.parse(privateKeyToAccount(privateKey).address), privateKey };
  });
}

/** Three of them that judge providers on a local chain: as their keys are known, no more than play money hangs on it. */
export function localJurors(): { address: Address; privateKey: Hex }[] {
  return localAccounts().slice(6, 9);
}

/** The native program itself, not npm's launcher: a signal sent to it reaches it. */
async function anvilPath(): Promise<string> {
  const { createRequire } = await import('node:module');
  const os = process.platform === 'win32' ? 'win32' : process.platform;
  const cpu = process.arch === 'x64' ? 'amd64' : process.arch;
  const program = `@foundry-rs/anvil-${os}-${cpu}/bin/anvil${process.platform === 'win32' ? '.exe' : ''}`;
  try {
    // The platform's package is a dependency of `@foundry-rs/anvil`, so it is looked for from there.
    return createRequire(import.meta.resolve('@foundry-rs/anvil/package.json')).resolve(program);
  } catch (cause) {
    throw startFailed(`npm package ${program} is not installed`, cause);
  }
}

/** Resolves with the RPC URL once anvil says that it listens. */
async function listening(anvil: ChildProcess): Promise<string> {
  return await new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(
      () => reject(startFailed(`anvil did not listen within ${START_LIMIT_MS} ms`)),
      START_LIMIT_MS,
    );
    const read = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const match = /Listening on (127\.0\.0\.1:\d+)/.exec(output);
      if (match === null) return;
      finish();
      // Keep reading, or anvil would stop at a full pipe.
      anvil.stdout!.resume();
      anvil.stderr!.resume();
      resolve(`http://${match[1]}`);
    };
    const fail = (error: Error) => {
      finish();
      reject(startFailed(error.message, error));
    };
    const end = (exitCode: number | null) => {
      finish();
      const lastWords = output.trim().split('\n').slice(-3).join(' ');
      reject(startFailed(`anvil ended with exit code ${exitCode}: ${lastWords}`));
    };
    const finish = () => {
      clearTimeout(timer);
      anvil.stdout!.off('data', read);
      anvil.stderr!.off('data', read);
      anvil.off('error', fail).off('close', end);
    };
    anvil.stdout!.on('data', read);
    anvil.stderr!.on('data', read);
    anvil.once('error', fail).once('close', end);
  });
}

function startFailed(reason: string, cause?: unknown): GristmillError {
  return new GristmillError('CHAIN_START_FAILED', `The local chain did not start: ${reason}.`, {
    hint: 'Check that the port is free and that `npm install` ran on this machine.',
    fault: 'platform',
    cause,
  });
}
