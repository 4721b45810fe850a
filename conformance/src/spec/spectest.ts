import { engine, type EngineExport } from './engine.ts';

const silent = (): void => {};

/** The host module that the spec's scripts import: https://github.com/WebAssembly/spec/tree/main/interpreter#spectest-host-module */
export function createSpectest(): Record<string, EngineExport> {
  return {
    print: silent,
    print_i32: silent,
    print_i64: silent,
    print_f32: silent,
    print_f64: silent,
    print_i32_f32: silent,
    print_f64_f64: silent,
    global_i32: new engine.Global({ value: 'i32', mutable: false }, 666),
    global_i64: new engine.Global({ value: 'i64', mutable: false }, 666n),
    global_f32: new engine.Global({ value: 'f32', mutable: false }, 666.6),
    global_f64: new engine.Global({ value: 'f64', mutable: false }, 666.6),
    table: new engine.Table({ initial: 10, maximum: 20, element: 'anyfunc' }),
    memory: new engine.Memory({ initial: 1, maximum: SPECTEST_MEMORY_PAGES_MAX }),
  };
}

export const SPECTEST_MEMORY_PAGES_MAX = 2;
