import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createPublicClient, http, parseEther } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { connectChain } from './chain.ts';
import { takeNewestState } from './chain-state.ts';
import { startLocalChain } from './local-chain.ts';

test('starts with the accounts that everyone knows, and time can be moved', async () => {
  const chain = await startLocalChain({ timestamp: 1_780_000_000, chainId: 4242 });
  onTestFinished(() => chain.stop());
  const reader = createPublicClient({ transport: http(chain.rpcUrl) });
  const now = async () => Number((await reader.getBlock()).timestamp);

  expect(await reader.getChainId()).toBe(4242);
  expect(chain.accounts).toHaveLength(10);
  const [first] = chain.accounts;
  expect(first!.address).toBe('0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266');
  expect(privateKeyToAccount(first!.privateKey).address).toBe(first!.address);
  expect(await reader.getBalance({ address: first!.address })).toBe(parseEther('10000'));

  expect(await now()).toBe(1_780_000_000);
  await chain.increaseTime(86_400);
  expect(await now()).toBeGreaterThanOrEqual(1_780_086_400);
  await chain.setNextTimestamp(1_790_000_000);
  const sender = await connectChain(chain.rpcUrl, first!.privateKey);
  await sender.transact('Sending', { to: first!.address, value: 1n });
  expect(await now()).toBe(1_790_000_000);
});

test('what it knew when it stopped, it knows when it starts from the same file', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gristmill-chain-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const statePath = path.join(folder, 'chain.json');

  const before = await startLocalChain({ statePath });
  const [from, to] = before.accounts;
  const sender = await connectChain(before.rpcUrl, from!.privateKey);
  await sender.transact('Sending', { to: to!.address, value: 7n });
  await before.stop();

  const after = await startLocalChain({ statePath });
  onTestFinished(() => after.stop());
  const reader = createPublicClient({ transport: http(after.rpcUrl) });
  expect(await reader.getBalance({ address: to!.address })).toBe(parseEther('10000') + 7n);
  expect(await reader.getTransactionCount({ address: from!.address })).toBe(1);
});

test('knows each block again after it was killed, and writes nothing where nothing happens', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gristmill-chain-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const statePath = path.join(folder, 'chain.json');

  const before = await startLocalChain({ statePath });
  const [from, to] = before.accounts;
  const sender = await connectChain(before.rpcUrl, from!.privateKey);
  await sender.transact('Sending', { to: to!.address, value: 7n });
  const { mtimeMs } = await vi.waitUntil(() => stateOfBlock(statePath, 1), { timeout: 10_000 });
  await sleep(600);
  expect((await stat(statePath)).mtimeMs).toBe(mtimeMs);
  process.kill(before.pid, 'SIGKILL');
  await before.stop();
  // As if it had been cut short while it wrote what it leaves.
  await writeFile(`${statePath}.left`, '{"block":{"number":');

  const after = await startLocalChain({ statePath });
  onTestFinished(() => after.stop());
  const reader = createPublicClient({ transport: http(after.rpcUrl) });
  expect(await reader.getBalance({ address: to!.address })).toBe(parseEther('10000') + 7n);
  expect(await readdir(folder)).toEqual(['chain.json']);
});

test('of what was kept and what was left, the newest that is whole serves', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gristmill-chain-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const statePath = path.join(folder, 'chain.json');
  const newestOf = async (kept: string, left: string) => {
    await writeFile(statePath, kept);
    await writeFile(`${statePath}.left`, left);
    await takeNewestState(statePath);
    return readFile(statePath, 'utf8');
  };
  expect(await newestOf(state(7), state(9))).toBe(state(9));
  expect(await newestOf(state(7), state(6))).toBe(state(7));
  expect(await newestOf(state(7), '{"best_block_nu')).toBe(state(7));
  expect(await newestOf('{"best_block_nu', state(6))).toBe(state(6));
  expect(await readdir(folder)).toEqual(['chain.json']);
});

test('says so when its state is no whole one, and leaves it as it is', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'gristmill-chain-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const statePath = path.join(folder, 'chain.json');
  await writeFile(statePath, '{"block":{"number":');
  await expect(startLocalChain({ statePath })).rejects.toMatchObject({ code: 'CHAIN_STATE_UNREADABLE' });
  expect(await readFile(statePath, 'utf8')).toBe('{"block":{"number":');
});

test('says so when its port is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;

  await expect(startLocalChain({ port })).rejects.toMatchObject({
    code: 'CHAIN_START_FAILED',
    message: expect.stringMatching(/in use/i),
  });
});

test('ends when the process that started it is killed', async () => {
  const source = new URL('local-chain.ts', import.meta.url).href;
  const program = `
    const { startLocalChain } = await import(${JSON.stringify(source)});
    console.log((await startLocalChain()).rpcUrl);
  `;
  const parent = spawn(process.execPath, ['--conditions=@gristmill/source', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void parent.kill('SIGKILL'));
  const socket = connect(Number(new URL(await firstLine(parent)).port), '127.0.0.1');
  await once(socket, 'connect');

  // The connection is anvil's end to close, which happens when it ends.
  const closed = once(socket, 'close');
  parent.kill('SIGKILL');
  await closed;
});

async function firstLine(child: ChildProcess): Promise<string> {
  const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return line;
}

/** The state file when it holds this block, as it then is. */
async function stateOfBlock(file: string, block: number) {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  return (JSON.parse(text) as { best_block_number?: unknown }).best_block_number === block ? stat(file) : null;
}

function state(block: number): string {
  return JSON.stringify({ best_block_number: block });
}
