/** The doors of the host's WebAssembly engine that the runner uses; Node's types leave WebAssembly out. */
export interface EngineModule {
  readonly [Symbol.toStringTag]: 'WebAssembly.Module';
}
export interface EngineMemory {
  readonly buffer: ArrayBuffer;
}
interface EngineTable {
  get(index: number): unknown;
  set(index: number, value: unknown): void;
}
export interface EngineGlobal {
  value: unknown;
}
type EngineFunction = (...values: unknown[]) => unknown;
export type EngineExport = EngineMemory | EngineTable | EngineGlobal | EngineFunction;
export interface EngineInstance {
  readonly exports: Readonly<Record<string, EngineExport>>;
}
export type EngineImports = Readonly<Record<string, Readonly<Record<string, EngineExport>>>>;

interface Engine {
  validate(bytes: Uint8Array): boolean;
  Module: {
    new (bytes: Uint8Array): EngineModule;
    imports(module: EngineModule): { module: string; name: string }[];
  };
  Instance: new (module: EngineModule, imports: EngineImports) => EngineInstance;
  Memory: new (limits: { initial: number; maximum?: number }) => EngineMemory;
  Table: new (
    limits: { initial: number; maximum?: number; element: 'anyfunc' | 'externref' },
    value?: unknown,
  ) => EngineTable;
  Global: new (type: { value: string; mutable: boolean }, value: unknown) => EngineGlobal;
  RuntimeError: new (message?: string) => Error;
  CompileError: new (message?: string) => Error;
  LinkError: new (message?: string) => Error;
}

export const engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;
