import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { GristmillError } from '@gristmill/protocol';
import { whenGone } from '@gristmill/storage';
import { z } from 'zod';

/** A program that runs as a process of its own: a hub, a provider. */
export interface Program {
  readonly pid: number;
  /** The one JSON document it printed when it was ready. */
  readonly ready: unknown;
  /** Ends it at once, as a power cut would. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves with its exit code when it has ended, in whatever way; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  /** Freezes it where it stands, and lets it go on. */
  pause(): void;
  resume(): void;
  /** Asks it to stop, also when it is frozen, and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Starts a TypeScript program that prints one JSON document when it is ready; its log goes to `logFile`.
 *
 * @throws GristmillError with the program's own code when its document is an error; `PROGRAM_FAILED` with the end of its
 *   log when it exits without one.
 */
export async function startProgram({
  name,
  script,
  parameters,
  logFile,
}: {
  name: string;
  script: string;
  parameters: readonly string[];
  logFile: string;
}): Promise<Program> {
  const child = spawn(
    process.execPath,
    ['--conditions=@gristmill/source', '--disable-warning=ExperimentalWarning', script, ...parameters],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  // It has said all by then: its error may still be on the way when it is gone.
  const closed = new Promise<string>((resolve) => {
    child.once('error', ({ message }) => resolve(`did not start: ${message}`));
    child.once('close', (code, signal) => resolve(`ended with ${code ?? signal} before it was ready`));
  });
  let lastWords = '';
  child.stderr.on('data', (chunk: Buffer) => (lastWords = (lastWords + chunk.toString()).slice(-2000)));
  child.stderr.pipe(createWriteStream(logFile, { flags: 'a' }));
  const callOff = child.pid === undefined ? () => {} : whenGone('kill -KILL "$0"', String(child.pid));
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  void exited.then(() => {
    process.removeListener('exit', killWithUs);
    callOff();
  });

  const ready = await Promise.race([
    firstDocument(child),
    closed.then((end) => {
      throw new GristmillError('PROGRAM_FAILED', `${name} ${end}: ${lastWords.trim()}`, {
        hint: `Its whole log is ${logFile}.`,
        fault: 'platform',
      });
    }),
  ]);
  return {
    pid: child.pid!,
    ready,
    exited,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async stop() {
      child.kill('SIGTERM');
      // A frozen process takes no signal but this one and SIGKILL.
      child.kill('SIGCONT');
      await exited;
    },
  };
}

const failure = z.object({ error: z.object({ code: z.string(), message: z.string(), hint: z.string() }) });

function firstDocument(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout!.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const document = parsedWhenWhole(text);
      const failed = failure.safeParse(document);
      if (failed.success) {
        const { code, message, hint } = failed.data.error;
        reject(new GristmillError(code, message, { hint }));
      } else if (document !== undefined) {
        resolve(document);
      }
    });
  });
}

function parsedWhenWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
