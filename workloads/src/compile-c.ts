import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { GristmillError } from '@gristmill/protocol';
import { commands, Exit, version } from '@yowasp/clang';

declare module '@yowasp/clang' {
  /** The package says its version, its types do not. */
  export const version: string;
}

const WARNINGS = ['-Wall', '-Wextra', '-Werror'];
const COMPILERS = {
  c: { name: 'main.c', command: commands.clang, flags: ['-std=gnu23'] },
  // This clang comes without the library part of C++ exceptions.
  'c++': { name: 'main.cc', command: commands['clang++'], flags: ['-std=gnu++20', '-fno-exceptions'] },
};
const FLAGS = ['-O2', '-msimd128', '-lwasi-emulated-process-clocks'];
/** Compiled programs are kept between runs: a program takes seconds to compile, and only its source decides the bytes. */
const CACHE = path.join(tmpdir(), `gristmill-compiled-${userInfo().uid}`);

/**
 * C or C++ to a WASI command, by clang, lld and wasi-libc that are WebAssembly themselves: the same source gives the
 * same bytes on every machine.
 *
 * @throws GristmillError `WORKLOAD_COMPILATION_FAILED` with what the compiler said.
 */
export async function compileC(
  source: string,
  language: keyof typeof COMPILERS = 'c',
): Promise<Uint8Array<ArrayBuffer>> {
  const { name, command, flags } = COMPILERS[language];
  const options = [...flags, ...WARNINGS, name, ...FLAGS, '-o', 'main.wasm'];
  const key = createHash('sha256')
    .update(JSON.stringify([version, options, source]))
    .digest('hex');
  const kept = path.join(CACHE, `${key}.wasm`);
  try {
    return new Uint8Array(readFileSync(kept));
  } catch {
    const wasm = await compiled(command, options, { [name]: source });
    mkdirSync(CACHE, { recursive: true, mode: 0o700 });
    // Written whole and then named: another process that looks at the same time never reads half of it.
    writeFileSync(`${kept}.${process.pid}`, wasm);
    renameSync(`${kept}.${process.pid}`, kept);
    return wasm;
  }
}

async function compiled(
  command: (typeof COMPILERS)[keyof typeof COMPILERS]['command'],
  options: string[],
  sources: Record<string, string>,
): Promise<Uint8Array<ArrayBuffer>> {
  const said: string[] = [];
  // The package reads itself in on its first use, and says so on stdout unless it is told otherwise at that very call.
  await command(undefined, undefined, { fetchProgress: () => {} });
  try {
    const hear = (bytes: Uint8Array | null) => void said.push(bytes === null ? '' : new TextDecoder().decode(bytes));
    const files = await command(options, sources, { stderr: hear });
    return new Uint8Array(files!['main.wasm'] as Uint8Array);
  } catch (cause) {
    if (!(cause instanceof Exit)) throw cause;
    throw new GristmillError('WORKLOAD_COMPILATION_FAILED', `The program does not compile:\n${said.join('')}`, {
      hint: 'Mend the source that the compiler names.',
      cause,
    });
  }
}
