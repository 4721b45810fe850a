import { GristmillError } from '@gristmill/protocol';
import { commands, Exit } from '@yowasp/clang';

const utf8 = new TextDecoder();

const COMPILERS = {
  c: { file: 'main.c', command: commands.clang, flags: ['-Wall', '-Wextra', '-Werror'] },
  // This clang comes without the library part of C++ exceptions.
  'c++': { file: 'main.cc', command: commands['clang++'], flags: ['-std=c++20', '-fno-exceptions'] },
};

/**
 * C or C++ to a WASI command, by clang and wasi-libc that are WebAssembly themselves.
 *
 * @throws GristmillError `KERNEL_COMPILATION_FAILED` with what the compiler said
 */
export async function compileC(source: string, language: keyof typeof COMPILERS = 'c'): Promise<Uint8Array> {
  const { file, command, flags } = COMPILERS[language];
  const said: string[] = [];
  // The package reads itself in on its first use, and says so on stdout unless it is told otherwise at that very call.
  await commands.clang(undefined, undefined, { fetchProgress: () => {} });
  try {
    const files = await command(
      ['-O2', '-msimd128', ...flags, file, '-o', 'main.wasm'],
      { [file]: source },
      { stderr: (bytes) => void said.push(bytes === null ? '' : utf8.decode(bytes)) },
    );
    return files!['main.wasm'] as Uint8Array;
  } catch (cause) {
    if (!(cause instanceof Exit)) throw cause;
    throw new GristmillError('KERNEL_COMPILATION_FAILED', `The kernel does not compile:\n${said.join('')}`, {
      hint: 'Mend the C source that the compiler names.',
      cause,
    });
  }
}
