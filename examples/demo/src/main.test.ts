import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

const LOOK_MS = 50;

let folder: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-demo-main-'));
});
// A test that fails leaves none running.
afterEach(() => started.splice(0).forEach((demo) => demo.kill('SIGKILL')));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The demo as a person starts it, with a folder of its own for temporary files. */
function start(...parameters: string[]): ChildProcess {
  const flags = ['--conditions=@gristmill/source', '--disable-warning=ExperimentalWarning'];
  const demo = spawn(process.execPath, [...flags, MAIN, ...parameters], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: folder },
  });
  started.push(demo);
  return demo;
}

async function ended(demo: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
  let [stdout, stderr] = ['', ''];
  demo.stdout!.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  demo.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(demo, 'close')) as [number | null];
  return { code, stdout, stderr };
}

/** Reads along until a line matches. */
async function said(demo: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  for await (const line of createInterface(demo.stderr!)) {
    const match = pattern.exec(line);
    if (match !== null) return match;
  }
  throw new Error(`The demo ended before it said ${pattern}.`);
}

const answers = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  );

describe('exit codes', { timeout: 120_000 }, () => {
  it.each([
    [['--sed', '7'], 2, 'USAGE'],
    [['--seed', '1.5'], 2, 'USAGE'],
    [['--small', '--out', 'FILE'], 1, 'OUT_UNUSABLE'],
  ])('%j is %i, with one document that says %s', async (parameters, code, error) => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    const demo = await ended(start('--json', ...parameters.map((word) => (word === 'FILE' ? file : word))));
    expect(JSON.parse(demo.stdout)).toMatchObject({ error: { code: error, hint: expect.any(String) as string } });
    expect(demo.code).toBe(code);
  });

  it('--help is 0 and names every option', async () => {
    const { code, stdout } = await ended(start('--help'));
    expect(code).toBe(0);
    for (const option of ['--seed', '--kill-hub', '--small', '--out', '--json']) expect(stdout).toContain(option);
  });
});

describe('a demo that is ended in the middle', { timeout: 600_000 }, () => {
  it.each([
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ] as const)('by %s says so, with exit code %i', async (signal, code) => {
    const demo = start('--small', '--json', '--out', path.join(folder, 'out'));
    const end = ended(demo);
    await said(demo, /A network on this machine/);
    // As Ctrl-C may come: from the terminal, and once more by way of npm.
    demo.kill(signal);
    demo.kill(signal);
    const { stdout, ...rest } = await end;
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'DEMO_INTERRUPTED' } });
    expect(rest.code).toBe(code);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('by %s leaves no process and no folder behind', async (signal) => {
    const demo = start('--small', '--out', path.join(folder, 'out'));
    const end = ended(demo);
    // The devices are just starting then.
    const [, url, home] = await said(demo, /a hub at (\S+), journal in (\S+)/);
    demo.kill(signal);
    await end;
    // What nobody answers for is for its watchdogs to end, each in a moment of its own; the test's limit ends the wait.
    while (existsSync(home!) || (await answers(url!))) await setTimeout(LOOK_MS);
  });
});
