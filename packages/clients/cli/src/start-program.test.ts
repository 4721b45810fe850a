import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { COMMAND_FLAGS } from '../test/command.ts';
import { startProgram } from './start-program.ts';
import { watchProcess } from './watch-process.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gristmill-program-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function started(name: string, code: string) {
  const script = path.join(folder, `${name}.ts`);
  await writeFile(script, code);
  return startProgram({ name, script, parameters: [], logFile: path.join(folder, `${name}.log`) });
}

/** Says that it is ready, and ends with 3 when it is asked to. */
const WAITING = `
  process.on('SIGTERM', () => process.exit(3));
  setInterval(() => {}, 1000);
  console.log(JSON.stringify({ ready: process.pid }));
`;

it('gives what a program said when it was ready, and how it ended', async () => {
  const program = await started('waits', WAITING);
  expect(program.ready).toEqual({ ready: program.pid });
  await program.stop();
  expect(await program.exited).toBe(3);
});

it('stops one that is frozen', async () => {
  const program = await started('frozen', WAITING);
  program.pause();
  await program.stop();
  expect(await program.exited).toBe(3);
});

it('says what a program says that fails, in its own words where it has some', async () => {
  const error = { code: 'PORT_TAKEN', message: 'Taken.', hint: 'Choose another.' };
  const refusing = `process.stdout.write(${JSON.stringify(JSON.stringify({ error }))}); process.exitCode = 1;`;
  await expect(started('refuses', refusing)).rejects.toMatchObject(error);
  const failing = `console.error('no luck'); process.exitCode = 9;`;
  await expect(started('fails', failing)).rejects.toMatchObject({
    code: 'PROGRAM_FAILED',
    message: 'fails ended with 9 before it was ready: no luck',
  });
  expect(await readFile(path.join(folder, 'fails.log'), 'utf8')).toBe('no luck\n');
});

it('ends what it started when it is killed itself', async () => {
  const script = path.join(folder, 'waits.ts');
  await writeFile(script, WAITING);
  const options = { name: 'waits', script, parameters: [], logFile: path.join(folder, 'waits.log') };
  const starting = `
    const { startProgram } = await import(${JSON.stringify(path.join(import.meta.dirname, 'start-program.ts'))});
    console.log((await startProgram(${JSON.stringify(options)})).pid);
    setInterval(() => {}, 1000);
  `;
  const starter = spawn(process.execPath, [...COMMAND_FLAGS, '--input-type=module', '-e', starting]);
  const pid = await new Promise<number>((resolve) =>
    starter.stdout.on('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
  );
  starter.kill('SIGKILL');
  await watchProcess(pid).gone;
});
