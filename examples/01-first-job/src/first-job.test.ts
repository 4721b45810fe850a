import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openHome, openWallet, type Program, startProgram } from '@gristmill/cli';
import type { DeviceKey } from 'gristmill';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { longestCollatzChain } from './first-job.ts';

const COMMAND = fileURLToPath(import.meta.resolve('@gristmill/cli/command'));
const programs: Program[] = [];
let folder: string;
let url: string;
let key: DeviceKey;

async function start(name: string, ...parameters: string[]): Promise<Program> {
  const home = path.join(folder, name);
  const program = await startProgram({
    name,
    script: COMMAND,
    parameters: [...parameters, '--json', '--home', home],
    logFile: path.join(folder, `${name}.log`),
  });
  programs.push(program);
  return program;
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-example-'));
  ({ url } = (await start('hub', 'up', '--port', '0', '--peer-port', '0')).ready as { url: string });
  for (const name of ['left', 'right']) await start(name, 'provide', '--slots', '1', '--hub', url);
  // On a local network a new wallet is filled with play money.
  key = await openWallet(await openHome(path.join(folder, 'requestor')), url);
}, 60_000);

afterAll(async () => {
  for (const program of programs.toReversed()) await program.stop();
  await rm(folder, { recursive: true, force: true });
});

it('squares three numbers in the four lines of its README', async () => {
  const readme = await readFile(path.join(import.meta.dirname, '..', 'README.md'), 'utf8');
  const [, program] = /```js\n(.*?)```/s.exec(readme)!;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--conditions=@gristmill/source',
      '--input-type=module',
      '--eval',
      program!.replace('connect({', `connect({ hub: '${url}',`),
    ],
    {
      cwd: import.meta.dirname,
      env: { ...process.env, WALLET_KEY: await readFile(path.join(folder, 'requestor', 'wallet.key'), 'utf8') },
    },
  );
  expect(stdout).toBe('1\n4\n9\n');
}, 120_000);

it('finds the longest Collatz chain below 3,000, and bills what two owners agreed on', async () => {
  const { longest, attempts, spentUnits } = await longestCollatzChain({ hub: url, key, below: 3000 });
  // OEIS A006877 and A006878: 2919 takes 216 steps, more than any smaller number.
  expect(longest).toEqual({ start: 2919, steps: 216 });
  expect(attempts).toBe(40);
  expect(spentUnits).toBeGreaterThan(0n);
}, 120_000);
