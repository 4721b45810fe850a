import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { asGristmillError } from '@gristmill/protocol';
import { execute, instrument, InvalidModule, type Limits, type Outcome } from '@gristmill/sandbox';
import { type FileCounts, type Report, Tally, type Verdict } from '../tally.ts';
import { engine } from '../spec/engine.ts';
import { testFiles } from '../test-files.ts';
import { readSpecification, type Specification } from './specification.ts';

interface WasiSuiteOptions {
  /** A checkout of WebAssembly/wasi-testsuite on a branch that has the built programs, any folder of programs, or one program. */
  readonly folder: string;
  readonly onFile: (counts: FileCounts) => void;
}

/** Plenty for every program of the suite, and an end for one that runs away. */
const LIMITS: Limits = {
  fuel: 50_000_000_000n,
  memoryPages: 4096,
  stackDepth: 500,
  outputBytes: 64 * 1024 * 1024,
  wallClockMs: 60_000,
};
const SEED = new TextEncoder().encode('gristmill conformance, wasi suite');
const START_TIME_MS = Date.UTC(2026, 0, 1);

/**
 * Runs every program of the WASI test-suite as a task. Failures have line 0: programs have no lines.
 *
 * @throws GristmillError `FOLDER_MISSING`, `FOLDER_WITHOUT_TESTS`
 */
export async function runWasiSuite({ folder, onFile }: WasiSuiteOptions): Promise<Report> {
  const tally = new Tally();
  const { root, files } = testFiles(folder, '.wasm', 'WebAssembly/wasi-testsuite (branch prod/testsuite-base)');
  for (const file of files) {
    tally.add(file, 0, await verdictOf(path.join(root, file)));
    onFile(tally.countsOf(file));
  }
  return tally.report('wasi');
}

async function verdictOf(file: string): Promise<Verdict> {
  try {
    const wasm = readFileSync(file);
    if (isComponent(wasm)) return { status: 'refused', feature: 'components (WASI preview 2 and later)' };
    const json = file.replace(/\.wasm$/, '.json');
    const specification = readSpecification(existsSync(json) ? readFileSync(json, 'utf8') : null);
    if (specification.needs !== null) return { status: 'refused', feature: specification.needs };
    return judge(specification, await run(wasm, specification, path.dirname(file)));
  } catch (error) {
    if (error instanceof InvalidModule && error.code === 'MODULE_FEATURE_REFUSED') {
      return { status: 'refused', feature: error.message };
    }
    const foreign = error instanceof InvalidModule ? importedBesidesWasi(readFileSync(file)) : [];
    if (foreign.length > 0) return { status: 'refused', feature: `imports besides WASI: ${foreign.join(', ')}` };
    const { code, message } = asGristmillError(error);
    return { status: 'failed', why: `${code}: ${message}` };
  }
}

function run(wasm: Uint8Array, { args, env, stdin, preopens }: Specification, folder: string): Promise<Outcome> {
  const files = Object.entries(preopens).flatMap(([guest, host]) => filesBelow(path.join(folder, host), guest));
  return execute(
    instrument(wasm),
    {
      args,
      env,
      stdin: new TextEncoder().encode(stdin),
      files: new Map(files),
      // As a runner's --dir: a test that names no folder finds none open.
      preopens: Object.keys(preopens),
      seed: SEED,
      startTime: START_TIME_MS,
    },
    LIMITS,
  );
}

function judge(expected: Specification, { status, exitCode, trap, ...streams }: Outcome): Verdict {
  const stderr = text(streams.stderr);
  const said = stderr === '' ? '' : `; stderr: ${stderr.trim().slice(0, 400)}`;
  if (status !== 'exited') return { status: 'failed', why: `${status} (${trap ?? 'no reason given'})${said}` };
  if (exitCode !== expected.exitCode) {
    return { status: 'failed', why: `exit code ${exitCode}, expected ${expected.exitCode}${said}` };
  }
  for (const stream of ['stdout', 'stderr'] as const) {
    const wanted = expected[stream];
    const got = text(streams[stream]);
    if (wanted !== null && got !== wanted) {
      return { status: 'failed', why: `${stream} ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}` };
    }
  }
  return { status: 'passed' };
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What a module wants that WASI preview 1 does not have, such as other threads; nothing where the engine cannot say. */
function importedBesidesWasi(wasm: Uint8Array): string[] {
  try {
    return engine.Module.imports(new engine.Module(wasm))
      .filter(({ module }) => module !== 'wasi_snapshot_preview1')
      .map(({ module, name }) => `${module} ${name}`);
  } catch {
    return [];
  }
}

/** Components have the same magic bytes and another layer number. */
function isComponent(wasm: Uint8Array): boolean {
  return wasm[4] === 0x0d && wasm[6] === 1;
}

/** The files of a folder by the paths a program sees; what another runner has left behind is not among them. */
function filesBelow(host: string, guest: string): [path: string, content: Uint8Array][] {
  return readdirSync(host, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(path.join(host, name)).isFile() && !name.endsWith('.cleanup'))
    .map((name) => [
      `${guest}/${name.split(path.sep).join('/')}`,
      Uint8Array.from(readFileSync(path.join(host, name))),
    ]);
}
