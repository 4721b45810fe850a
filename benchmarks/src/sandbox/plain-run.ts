import { WASI } from 'node:wasi';
import { engine } from './engine.ts';

/** Runs a command to its end and gives the exit code. */
export type PlainRun = () => Promise<number>;

/** Where stdin comes from and the outputs go to. */
export interface Streams {
  readonly stdin: number;
  readonly stdout: number;
}

/**
 * A command on the bare engine, with Node's own WASI where it asks for WASI: each call is a run in a fresh instance and
 * gives the exit code. The code is compiled once.
 */
export async function plainRun(wasm: Uint8Array, streams: Streams, extraImports: object = {}): Promise<PlainRun> {
  const module = await engine.compile(wasm);
  const usesWasi = engine.Module.imports(module).some(({ module: from }) => from === 'wasi_snapshot_preview1');
  return async () => {
    if (!usesWasi) {
      (await engine.instantiate(module, extraImports)).exports._start();
      return 0;
    }
    const wasi = new WASI({
      version: 'preview1',
      args: ['task'],
      env: {},
      stdin: streams.stdin,
      stdout: streams.stdout,
      stderr: streams.stdout,
      returnOnExit: true,
    });
    const instance = await engine.instantiate(module, {
      wasi_snapshot_preview1: wasi.wasiImport,
      ...extraImports,
    });
    return wasi.start(instance);
  };
}
