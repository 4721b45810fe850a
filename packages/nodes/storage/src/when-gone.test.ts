import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'gristmill-when-gone-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A process that asks for two files to be made when it is gone, calls the second off, and is killed. */
const program = `
  const [, module, kept, calledOff] = process.argv;
  const { whenGone } = await import(module);
  whenGone('touch "$0"', kept);
  whenGone('touch "$0"', calledOff)();
  setInterval(() => {}, 1000);
  console.log('ready');`;

it('runs the script when the process was killed, unless it was called off', async () => {
  const [kept, calledOff] = [path.join(folder, 'kept'), path.join(folder, 'called-off')];
  const module = path.join(import.meta.dirname, 'when-gone.ts');
  const child = spawn(process.execPath, ['--input-type=module', '-e', program, module, kept, calledOff]);
  await once(child.stdout, 'data');
  expect(existsSync(kept)).toBe(false);
  child.kill('SIGKILL');
  await vi.waitUntil(() => existsSync(kept), { timeout: 10_000 });
  expect(existsSync(calledOff)).toBe(false);
});
