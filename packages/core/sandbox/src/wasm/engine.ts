/** The few doors of the host's WebAssembly engine that the sandbox uses, the same in Node and in browsers. */
export interface WasmModule {
  readonly [Symbol.toStringTag]: 'WebAssembly.Module';
}
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
export interface WasmGlobal {
  value: number | bigint;
}
export type WasmFunction = (...args: (number | bigint)[]) => unknown;
export interface WasmInstance {
  readonly exports: Readonly<Record<string, WasmMemory | WasmGlobal | WasmFunction>>;
}
export type WasmImports = Record<string, Record<string, (...args: never[]) => unknown>>;

interface WasmEngine {
  validate(bytes: Uint8Array): boolean;
  compile(bytes: Uint8Array): Promise<WasmModule>;
  instantiate(module: WasmModule, imports: WasmImports): Promise<WasmInstance>;
  RuntimeError: new (message?: string) => Error;
}

export const wasmEngine = (globalThis as unknown as { WebAssembly: WasmEngine }).WebAssembly;

export const PAGE_BYTES = 65_536;
