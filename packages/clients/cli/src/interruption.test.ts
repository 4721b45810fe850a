import { spawn } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';
import { COMMAND_FLAGS } from '../test/command.ts';

const here = (file: string) => JSON.stringify(path.join(import.meta.dirname, file));

/** Draws progress as on a terminal, and ends with 7 soon after it is interrupted; never, when it hangs. */
const WORKING = `
  Object.defineProperty(process.stderr, 'isTTY', { value: true });
  const { createProgress } = await import(${here('progress.ts')});
  const { interruptionOf } = await import(${here('interruption.ts')});
  const progress = createProgress({ title: 'this', network: () => Promise.reject(new Error('away')) });
  const interruption = interruptionOf('this', progress.say);
  progress.onEvent({ type: 'submitted', jobId: 'a', sequence: 0, tasks: 1 });
  const busy = setInterval(() => {}, 1000);
  interruption.signal.addEventListener('abort', () => {
    if (process.argv.at(-1) === 'hangs') return;
    setTimeout(() => (console.log(interruption.signal.reason.code), process.exit(7)), 100);
  });
`;

/** Presses Ctrl-C as soon as the bar is drawn, as often as asked; then again and again when it hangs. */
async function interrupted({ times, hangs }: { times: number; hangs: boolean }) {
  const words = hangs ? ['hangs'] : [];
  const child = spawn(process.execPath, [...COMMAND_FLAGS, '--input-type=module', '-e', WORKING, ...words]);
  let printed = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await new Promise<void>((resolve) =>
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('verified')) resolve();
    }),
  );
  for (let i = 0; i < times; i += 1) child.kill('SIGINT');
  const presses = hangs ? setInterval(() => child.kill('SIGINT'), 200) : undefined;
  const ended = await new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  clearInterval(presses);
  return { ...ended, printed, said };
}

it('lets a job be cancelled before the process ends, also where a bar is drawn, and however often one press arrives', async () => {
  const { said, ...ended } = await interrupted({ times: 3, hangs: false });
  expect(ended).toEqual({ code: 7, signal: null, printed: 'JOB_CANCELLED\n' });
  expect(said).toContain('cancelling this');
});

it('ends at once when it is interrupted again', async () => {
  expect(await interrupted({ times: 1, hangs: true })).toMatchObject({ code: 130, printed: '' });
});
