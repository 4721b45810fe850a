import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GristmillError } from '@gristmill/protocol';
import { compileAssemblyScript, compileC } from '@gristmill/workloads';
import type { Say, Skipped } from '../question.ts';
import { asCommand } from './as-command.ts';

/** A WASI command to measure. */
export interface Program {
  readonly name: string;
  readonly wasm: Uint8Array;
}

const KERNELS = fileURLToPath(new URL('../../kernels/', import.meta.url));

/** The kernels that are written here, compiled: C by clang with wasi-libc, TypeScript's look-alike by AssemblyScript. */
export async function ownKernels(say: Say): Promise<Program[]> {
  const programs: Program[] = [];
  for (const file of (await readdir(KERNELS)).toSorted()) {
    say(`compiling ${file}`);
    const source = await readFile(KERNELS + file, 'utf8');
    const wasm = file.endsWith('.c') ? await compileC(source) : await compileAssemblyScript({ 'main.ts': source });
    programs.push({ name: file.replace(/\.\w+$/, ''), wasm });
  }
  return programs;
}

/**
 * Every module in a folder and in the folders in it that can be run as a command, by its path in the folder; and those
 * that cannot, with the reason.
 *
 * @throws GristmillError `FOLDER_MISSING`, `FOLDER_WITHOUT_MODULES`
 */
export async function programsIn(folder: string): Promise<{ programs: Program[]; skipped: Skipped[] }> {
  const names = await readdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw new GristmillError('FOLDER_MISSING', `The folder ${folder} cannot be read.`, {
      hint: 'Give a folder of .wasm files: npm run bench -- sandbox --modules DIR',
      cause,
    });
  });
  const files = names.filter((name) => name.endsWith('.wasm')).toSorted();
  if (files.length === 0) {
    throw new GristmillError('FOLDER_WITHOUT_MODULES', `The folder ${folder} holds no .wasm file.`, {
      hint: 'Compile kernels to WASI commands (clang --target=wasm32-wasi, asc, cargo ...) and give their folder.',
    });
  }
  const programs: Program[] = [];
  const skipped: Skipped[] = [];
  for (const file of files) {
    const name = file.replace(/\.wasm$/, '').replaceAll(path.sep, '/');
    const read = asCommand(await readFile(path.join(folder, file)));
    if (read.kind === 'command') programs.push({ name, wasm: read.wasm });
    else skipped.push({ case: name, why: read.why });
  }
  return { programs, skipped };
}
