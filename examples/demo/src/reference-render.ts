/**
 * The picture once more, by one process and without any of Gristmill's own machinery: the unchanged module in Node's own
 * WASI, tile after tile. What the network delivers must be the same file, byte for byte.
 *
 * Run as a program: reads `{ wasmPath, tasks, scratch }` from its first argument, writes the tiles one after another into
 * `scratch`, prints `{ cpuSeconds }`.
 */
import { closeSync, openSync, readFileSync } from 'node:fs';
import { WASI } from 'node:wasi';

const { wasmPath, tasks, scratch } = JSON.parse(process.argv[2]!) as {
  wasmPath: string;
  tasks: string[][];
  scratch: string;
};

/** The two doors of the engine that this program uses; Node's types leave them to the browser's. */
const { Module, Instance } = (
  globalThis as unknown as {
    WebAssembly: {
      Module: new (bytes: Uint8Array) => object;
      Instance: new (module: object, imports: object) => object;
    };
  }
).WebAssembly;

const module = new Module(readFileSync(wasmPath));
const stdout = openSync(scratch, 'w');
for (const args of tasks) {
  const wasi = new WASI({ version: 'preview1', args, stdout });
  const instance = new Instance(module, wasi.getImportObject());
  const exitCode = wasi.start(instance);
  if (exitCode !== 0) throw new Error(`The reference run ended with ${exitCode}.`);
}
closeSync(stdout);
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ cpuSeconds: (user + system) / 1e6 }));
