import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openHome, openWallet, type Program, startProgram } from '@gristmill/cli';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { longestCollatzChain } from './first-job.ts';

const COMMAND = fileURLToPath(import.meta.resolve('@gristmill/cli/command'));
const programs: Program[] = [];
let folder: string;
let url: string;

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
}, 60_000);

afterAll(async () => {
  for (const program of programs.toReversed()) await program.stop();
  await rm(folder, { recursive: true, force: true });
});

it('finds the longest Collatz chain below 3,000, and bills what two owners agreed on', async () => {
  // On a local network a new wallet is filled with play money.
  const key = await openWallet(await openHome(path.join(folder, 'requestor')), url);
  const { longest, attempts, spentUnits } = await longestCollatzChain({ hub: url, key, below: 3000 });
  // OEIS A006877 and A006878: 2919 takes 216 steps, more than any smaller number.
  expect(longest).toEqual({ start: 2919, steps: 216 });
  expect(attempts).toBe(40);
  expect(spentUnits).toBeGreaterThan(0n);
}, 120_000);
