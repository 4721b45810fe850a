import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { GristmillError } from '@gristmill/protocol';

/** AssemblyScript sources by file name; `main.ts` is the entry, whose top-level statements become `_start`. */
export type Sources = Readonly<Record<string, string>>;

/**
 * The compiler's options beyond the optimisation level. No garbage collector and no `abort` import, so that WASI is all
 * a module asks for; AS112 only warns that JavaScript could not pass vectors between these modules, which it never does.
 */
const OPTIONS = ['--runtime', 'stub', '--enable', 'simd', '--use', 'abort=', '--exportStart', '_start'].concat(
  '--disableWarning',
  '112',
);

/** What is used of the compiler's API, https://www.assemblyscript.org/compiler.html#programmatic-usage */
interface AssemblyScriptCompiler {
  version: string;
  main(
    options: string[],
    host: {
      stdout: { write(chunk: Uint8Array | string): void };
      stderr: { write(chunk: Uint8Array | string): void };
      readFile(name: string): string | null;
      writeFile(name: string, content: Uint8Array | string): void;
      listFiles(): string[];
    },
  ): Promise<{ error: Error | null }>;
}

/** The package's own types declare a global `console` of their own for every file; these do not. */
async function loadCompiler(): Promise<AssemblyScriptCompiler> {
  const specifier: string = 'assemblyscript/asc';
  return ((await import(specifier)) as { default: AssemblyScriptCompiler }).default;
}

/** Names all that decides the compiled bytes besides the sources. */
export async function compilerFingerprint(): Promise<string> {
  // From its manifest: loading the compiler only to ask for its version takes half a second.
  const manifest = await readFile(fileURLToPath(import.meta.resolve('assemblyscript/package.json')), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return `assemblyscript ${version} ${OPTIONS.join(' ')}`;
}

/**
 * AssemblyScript to WebAssembly, in memory: the same sources give the same bytes.
 *
 * @throws GristmillError `WORKLOAD_COMPILATION_FAILED` with what the compiler said.
 */
export async function compileAssemblyScript(
  sources: Sources,
  optimizeLevel: 0 | 1 | 2 | 3 = 3,
): Promise<Uint8Array<ArrayBuffer>> {
  const asc = await loadCompiler();
  const said: string[] = [];
  const stream = { write: (chunk: Uint8Array | string) => void said.push(String(chunk)) };
  let wasm: Uint8Array | undefined;
  const { error } = await asc.main(
    ['main.ts', '--outFile', 'main.wasm', '--optimizeLevel', String(optimizeLevel), '--converge', ...OPTIONS],
    {
      stdout: stream,
      stderr: stream,
      readFile: (name) => sources[name] ?? null,
      writeFile: (name, content) => {
        if (name === 'main.wasm' && typeof content !== 'string') wasm = content;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || wasm === undefined) {
    throw new GristmillError('WORKLOAD_COMPILATION_FAILED', `The program does not compile:\n${said.join('')}`, {
      hint: 'Mend the AssemblyScript source that the compiler names.',
      cause: error ?? undefined,
    });
  }
  return new Uint8Array(wasm);
}
