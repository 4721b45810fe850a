import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { commands, Exit, version } from '@yowasp/clang';
import { GristmillError } from '@gristmill/protocol';

declare module '@yowasp/clang' {
  /** The package says its version, its types do not. */
  export const version: string;
}

const COMPILERS = {
  '.c': { command: commands.clang, flags: ['-std=gnu23', '-Wall', '-Wextra', '-Werror'] },
  // This clang comes without the library part of C++ exceptions.
  '.cc': { command: commands['clang++'], flags: ['-std=gnu++17', '-Wall', '-Wextra', '-Werror', '-fno-exceptions'] },
};
const FLAGS = ['-O2', '-msimd128', '-lwasi-emulated-process-clocks'];
/** Compiled programs are kept between runs: a program takes seconds to compile, and only its source decides the bytes. */
const CACHE = path.join(tmpdir(), `gristmill-corpus-${userInfo().uid}`);

/**
 * A C or C++ program, by its file, to a WASI command: clang, lld and wasi-libc, WebAssembly themselves.
 *
 * @throws GristmillError `CORPUS_COMPILATION_FAILED` with what the compiler said
 */
export async function compileC(file: string): Promise<Uint8Array> {
  const source = readFileSync(file, 'utf8');
  const name = path.basename(file);
  const { command, flags } = COMPILERS[path.extname(file) as keyof typeof COMPILERS];
  const options = [...flags, name, ...FLAGS, '-o', 'main.wasm'];
  const key = createHash('sha256')
    .update(JSON.stringify([version, options, source]))
    .digest('hex');
  const kept = path.join(CACHE, `${key}.wasm`);
  try {
    return new Uint8Array(readFileSync(kept));
  } catch {
    const wasm = await compiled(command, options, name, source);
    mkdirSync(CACHE, { recursive: true, mode: 0o700 });
    // Written whole and then named: another test that looks at the same time never reads half of it.
    writeFileSync(`${kept}.${process.pid}`, wasm);
    renameSync(`${kept}.${process.pid}`, kept);
    return wasm;
  }
}

async function compiled(
  command: (typeof COMPILERS)[keyof typeof COMPILERS]['command'],
  options: string[],
  name: string,
  source: string,
): Promise<Uint8Array> {
  const said: string[] = [];
  // The package reads itself in on its first use, and says so on stdout unless it is told otherwise at that very call.
  await command(undefined, undefined, { fetchProgress: () => {} });
  try {
    const hear = (bytes: Uint8Array | null) => void said.push(bytes === null ? '' : new TextDecoder().decode(bytes));
    const files = await command(options, { [name]: source }, { stderr: hear });
    return new Uint8Array(files!['main.wasm'] as Uint8Array);
  } catch (cause) {
    if (!(cause instanceof Exit)) throw cause;
    throw new GristmillError('CORPUS_COMPILATION_FAILED', `${name} does not compile:\n${said.join('')}`, {
      hint: 'Mend the source that the compiler names.',
      cause,
    });
  }
}
