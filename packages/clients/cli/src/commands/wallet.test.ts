import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { deviceKeyFromPrivateKey, ownerOf, signedOwnership } from '@gristmill/protocol';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMAND, gristmillHere } from '../../test/command.ts';
import { type Program, startProgram } from '../start-program.ts';

const WEEK_SECONDS = 7 * 24 * 60 * 60;
const hubReady = z.object({ url: z.string(), rpcUrl: z.string() });

let folder: string;
let hub: Program & z.infer<typeof hubReady>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-wallet-'));
  const started = await startProgram({
    name: 'hub',
    script: COMMAND,
    parameters: ['up', '--json', '--home', path.join(folder, 'hub'), '--port', '0', '--peer-port', '0'],
    logFile: path.join(folder, 'hub.log'),
  });
  hub = Object.assign(started, hubReady.parse(started.ready));
}, 60_000);

afterAll(async () => {
  await hub.stop();
  await rm(folder, { recursive: true, force: true });
});

const wallet = (...words: string[]) =>
  gristmillHere('wallet', ...words, '--hub', hub.url, '--home', path.join(folder, 'me'));
const refused = (code: string) => ({ error: { code, hint: expect.stringMatching(/\w/) } });

/** Lets time pass on the local chain. */
async function pass(seconds: number): Promise<void> {
  for (const [method, ...params] of [['evm_increaseTime', seconds], ['evm_mine']]) {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    await fetch(hub.rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }
}

it('puts money in, and takes it back in two steps', async () => {
  expect(await wallet()).toMatchObject({
    balanceUnits: '1000000000',
    escrow: { balanceUnits: '0', withdrawableAt: null },
    device: null,
  });
  expect(await wallet('deposit', '2000')).toMatchObject(refused('WALLET_BALANCE_TOO_SMALL'));
  expect(await wallet('deposit', 'plenty')).toMatchObject(refused('MONEY_MALFORMED'));
  expect(await wallet('withdraw')).toMatchObject(refused('WITHDRAWAL_NOT_ANNOUNCED'));
  expect(await wallet('deposit', '25')).toMatchObject({ units: '25000000' });
  expect(await wallet('withdraw', '26')).toMatchObject(refused('ESCROW_BALANCE_TOO_SMALL'));
  expect(await wallet('withdraw', '5', '--undo')).toMatchObject(refused('OPTIONS_CONFLICT'));

  expect(await wallet('withdraw', 'all')).toMatchObject({ escrow: { withdrawingUnits: '25000000' } });
  expect(await wallet('withdraw', '--undo')).toMatchObject({ escrow: { withdrawingUnits: '0' } });
  expect(await wallet('withdraw', '10')).toMatchObject({ escrow: { withdrawingUnits: '10000000' } });
  expect(await wallet('withdraw')).toMatchObject(refused('WITHDRAWAL_TOO_EARLY'));
  await pass(WEEK_SECONDS + 1);
  expect(await wallet('withdraw')).toMatchObject({ units: '10000000' });
  expect(await wallet()).toMatchObject({
    balanceUnits: '985000000',
    escrow: { balanceUnits: '15000000', withdrawableAt: null },
  });
}, 60_000);

it('says in writing whose a device is', async () => {
  const home = path.join(folder, 'me');
  const device = deviceKeyFromPrivateKey(new Uint8Array(32).fill(3));
  const word = signedOwnership.parse(
    await gristmillHere('wallet', 'own', device.peerId, '--days', '2', '--home', home),
  );
  const { address } = z.object({ address: z.string() }).parse(await wallet());
  expect(ownerOf(device.peerId, word, Date.now())).toBe(address);
  expect(await gristmillHere('wallet', 'own', 'my-laptop', '--home', home)).toMatchObject(refused('OPTION_INVALID'));
});
