import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const setup = path.join(import.meta.dirname, 'setup.mjs');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'gristmill-setup-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('setup', () => {
  it('runs a script under the pinned Node, with its arguments, and exits as it does', async () => {
    const child = start(`
      console.log(JSON.stringify([process.version.split('.')[0], ...process.argv.slice(2)]));
      process.exitCode = 7;`);
    const output = await textOf(child);
    expect(JSON.parse(output)).toEqual(['v24', '--seed', 'a b']);
    expect(child.exitCode).toBe(7);
  });

  it('lets the command work where its user stands, though npm runs it in the root', async () => {
    const env = { ...process.env, npm_lifecycle_event: 'gristmill', INIT_CWD: folder };
    expect(await textOf(start('console.log(process.cwd())', env))).toBe(`${realpathSync(folder)}\n`);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'hands %s on once, and waits for the orderly end',
    async (signal) => {
      const child = start(`
      let received = 0;
      process.on('${signal}', () => {
        received += 1;
        setTimeout(() => { console.log(received); process.exit(0); }, 100);
      });
      setInterval(() => {}, 1000);
      console.log('ready');`);
      child.stdout!.once('data', () => child.kill(signal));
      expect(await textOf(child)).toBe('ready\n1\n');
      expect(child.exitCode).toBe(0);
    },
  );

  it('exits with 128 and the signal that ended the script, as shells do', async () => {
    const child = start(`process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000);`);
    await textOf(child);
    expect(child.exitCode).toBe(143);
  });
});

function start(script: string, env = process.env): ChildProcess {
  const file = path.join(folder, 'script.ts');
  writeFileSync(file, script);
  return spawn(process.execPath, [setup, file, '--seed', 'a b'], { stdio: ['ignore', 'pipe', 'inherit'], env });
}

async function textOf(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  await once(child, 'close');
  return text;
}
