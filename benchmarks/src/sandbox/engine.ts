/** A module instance of a command. */
interface CommandInstance {
  readonly exports: Record<string, unknown> & { _start(): void };
}

/** The part of the engine's WebAssembly that is measured against; the project's types leave the DOM's out. */
interface WebAssemblyNamespace {
  compile(wasm: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<CommandInstance>;
  readonly Module: { imports(module: object): { module: string }[] };
}

export const engine = (globalThis as unknown as { WebAssembly: WebAssemblyNamespace }).WebAssembly;
