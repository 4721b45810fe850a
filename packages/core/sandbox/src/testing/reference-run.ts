import { FUEL_PER_PAGE } from '../fuel-schedule.ts';
import { wasmEngine, type WasmMemory } from '../wasm/engine.ts';
import { assemble, type TestModule } from './assembler.ts';

interface ReferenceRun {
  readonly fuel: bigint;
  readonly trapped: boolean;
  /** What the module exports as `memory`, as it is in the end. */
  readonly memory: Uint8Array | null;
}

/** Runs a test module plain, counting fuel by one host call an instruction: the reference that metering must equal. */
export async function referenceRun(module: TestModule, { canonicalNans = false } = {}): Promise<ReferenceRun> {
  let fuel = 0;
  let delta = 0;
  let perGranted = 0;
  const instance = await wasmEngine.instantiate(
    await wasmEngine.compile(assemble(module, { ticks: true, canonicalNans })),
    {
      test: {
        tick(cost: number) {
          fuel += cost;
        },
        size(size: number, kind: number) {
          if (kind === 0) fuel += Math.floor((size >>> 0) / 8);
          if (kind === 1) fuel += size >>> 0;
          if (kind >= 2) {
            delta = size >>> 0;
            perGranted = kind === 2 ? FUEL_PER_PAGE : 1;
          }
          return size;
        },
        grown(result: number) {
          if (result !== -1) fuel += delta * perGranted;
          return result;
        },
      },
    },
  );
  let trapped = false;
  try {
    (instance.exports['_start'] as () => void)();
  } catch (error) {
    if (!(error instanceof wasmEngine.RuntimeError)) throw error;
    trapped = true;
  }
  const memory = instance.exports['memory'] as WasmMemory | undefined;
  return { fuel: BigInt(fuel), trapped, memory: memory === undefined ? null : new Uint8Array(memory.buffer) };
}
