import { execFile } from 'node:child_process';
import path from 'node:path';
import { asGristmillError } from '@gristmill/protocol';
import { vi } from 'vitest';
import { createProgram } from '../src/program.ts';

/** The command's own program, run from source. */
export const COMMAND = path.join(import.meta.dirname, '../src/main.ts');
export const COMMAND_FLAGS = ['--conditions=@gristmill/source', '--disable-warning=ExperimentalWarning'];

interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `gristmill …` as a person would, with `stdin` if given. */
export function gristmillText(words: readonly string[], stdin = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...COMMAND_FLAGS, COMMAND, ...words],
      { maxBuffer: 1 << 26 },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
    child.stdin!.end(stdin);
  });
}

/** Runs `gristmill … --json` as a script would, and gives its exit code and its one document. */
export async function gristmill(...words: string[]): Promise<{ code: number; document: Record<string, unknown> }> {
  const { code, stdout } = await gristmillText([...words, '--json']);
  return { code, document: JSON.parse(stdout) as Record<string, unknown> };
}

/** The same in this process, for tests of many short commands: what is printed, or the error that the command ends with. */
export async function gristmillHere(...words: string[]): Promise<Record<string, unknown>> {
  let printed = '';
  const { exitCode } = process;
  const stdout = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  try {
    const program = await createProgram(words.slice(0, 1), { json: true });
    await program.parseAsync([...words, '--json'], { from: 'user' });
    return JSON.parse(printed) as Record<string, unknown>;
  } catch (error) {
    return { error: asGristmillError(error).toJSON() };
  } finally {
    stdout.mockRestore();
    process.exitCode = exitCode;
  }
}
