import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileAssemblyScript, compilerFingerprint, type Sources } from './compile-assembly-script.ts';

const ASSEMBLY = fileURLToPath(new URL('../path-tracer/assembly/', import.meta.url));
const BUILD = fileURLToPath(new URL('../build/', import.meta.url));

/** The path tracer's AssemblyScript sources. */
export async function readPathTracerSources(): Promise<Sources> {
  const names = (await readdir(ASSEMBLY)).filter((name) => name.endsWith('.ts')).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(ASSEMBLY, name), 'utf8')] as const)),
  );
}

/**
 * The path tracer as a WASI preview 1 module. Compiled when its sources or the compiler changed (some seconds), else
 * read from `workloads/build/`; the bytes, and so the module's CID, are the same wherever it is built.
 *
 * @throws GristmillError `WORKLOAD_COMPILATION_FAILED` when the sources do not compile.
 */
export async function buildPathTracer(): Promise<Uint8Array<ArrayBuffer>> {
  const sources = await readPathTracerSources();
  const key = createHash('sha256').update(JSON.stringify([await compilerFingerprint(), Object.entries(sources)]));
  const path = join(BUILD, `path-tracer-${key.digest('hex').slice(0, 32)}.wasm`);
  const cached = await readFile(path).catch(() => null);
  if (cached !== null) return new Uint8Array(cached);

  const wasm = await compileAssemblyScript(sources);
  await mkdir(BUILD, { recursive: true });
  // Whole or not at all: another process may be building the same file.
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, wasm);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
  return wasm;
}
