import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { buildPathTracer, compileAssemblyScript, compileC, pathTracerTasks } from '@gristmill/workloads';
import wabt from 'wabt';
import type { Case, Corpus, Toolchain } from '../case.ts';
import { ASSEMBLY_SCRIPT_OUTPUT, assemblyScriptPrograms } from './assembly-script-programs.ts';
import { caseOf, utf8 } from './case-of.ts';
import { cPrograms, kernelPrograms } from './c-programs.ts';
import { javaScriptPrograms } from './javascript-programs.ts';
import { textOf, textPrograms } from './text-programs.ts';

const C_PROGRAMS = new URL('c/', import.meta.url);
const KERNELS = new URL('../../../../benchmarks/kernels/', import.meta.url);
/** Kernels of the benchmarks that end within the fuel, and those that are cut off in the middle. */
const KERNEL_FUEL = {
  fib: 5_000_000,
  hash: 30_000_001,
  mandelbrot: 1_000_000_000,
  matmul: 30_000_007,
  sieve: 30_000_013,
};

/** Compiles the corpus: programs by AssemblyScript, from the text format by WABT, C and C++ by clang; QuickJS and its JavaScript. */
export async function buildCorpus(): Promise<Corpus> {
  const modules: Record<string, Corpus['modules'][string]> = {};
  const cases: Case[] = [];
  const add = (name: string, toolchain: Toolchain, wasm: Uint8Array, setting: Parameters<typeof caseOf>[2]): void => {
    modules[name] = { wasm, toolchain };
    cases.push(caseOf(name, { kind: 'wasm', module: name }, setting));
  };

  for (const [name, program] of Object.entries(textPrograms)) {
    add(name, 'WABT, from text', await assembled(textOf(program)), program);
  }
  add('refused: bytes that are no module', 'WABT, from text', utf8('not a module'), { expected: 'refused' });

  for (const [name, { source, ...setting }] of Object.entries(assemblyScriptPrograms)) {
    const sources = { 'main.ts': ASSEMBLY_SCRIPT_OUTPUT + source };
    add(name, 'AssemblyScript', await compileAssemblyScript(sources, 1), setting);
  }
  for (const [name, fuel] of Object.entries(KERNEL_FUEL)) {
    const source = await readFile(new URL(`${name}.ts`, KERNELS), 'utf8');
    const expected = name === 'mandelbrot' ? 'exited' : 'out-of-fuel';
    const wasm = await compileAssemblyScript({ 'main.ts': source }, 1);
    add(`kernel ${name}`, 'AssemblyScript', wasm, { expected, limits: { fuel } });
  }

  for (const [folder, programs] of [
    [C_PROGRAMS, cPrograms],
    [KERNELS, kernelPrograms],
  ] as const) {
    for (const { file, runs } of programs) {
      const isCpp = file.endsWith('.cc');
      const source = await readFile(new URL(file, folder), 'utf8');
      modules[file] = {
        wasm: await compileC(source, isCpp ? 'c++' : 'c'),
        toolchain: isCpp ? 'clang and libc++, C++' : 'clang and wasi-libc, C',
      };
      for (const { name, ...setting } of runs) {
        cases.push(caseOf(name === undefined ? file : `${file}, ${name}`, { kind: 'wasm', module: file }, setting));
      }
    }
  }

  modules['path-tracer'] = { wasm: await buildPathTracer(), toolchain: 'AssemblyScript' };
  const picture = { width: 96, height: 54, tileWidth: 16, tileHeight: 9, samples: 2, seed: 5 };
  const tiles = pathTracerTasks(picture);
  for (const tile of [0, 15, 35]) {
    const task = { args: tiles[tile]! };
    cases.push(caseOf(`path tracer, tile ${tile}`, { kind: 'wasm', module: 'path-tracer' }, { task }));
  }
  cases.push(
    caseOf('path tracer, wrong arguments', { kind: 'wasm', module: 'path-tracer' }, { task: { args: ['0'] } }),
  );

  for (const [name, { source, inputs, ...setting }] of Object.entries(javaScriptPrograms)) {
    const task = { stdin: utf8(JSON.stringify(inputs)), ...setting.task };
    cases.push(caseOf(`JavaScript: ${name}`, { kind: 'javascript', source }, { ...setting, task }));
  }
  return { quickjs: await readQuickjs(), modules, cases };
}

async function assembled(text: string): Promise<Uint8Array> {
  const toolkit = await wabt();
  const features = { threads: true, memory64: true, multi_memory: true, tail_call: true };
  const module = toolkit.parseWat('program.wat', text, features);
  try {
    module.resolveNames();
    return Uint8Array.from(module.toBinary({ write_debug_names: false }).buffer);
  } finally {
    module.destroy();
  }
}

/** The sandbox names the engine it was made for; its own dependency is the one to read. */
async function readQuickjs(): Promise<Uint8Array> {
  const sandbox = createRequire(import.meta.url).resolve('@gristmill/sandbox');
  return new Uint8Array(await readFile(createRequire(sandbox).resolve('quickjs-wasi/quickjs.wasm')));
}
