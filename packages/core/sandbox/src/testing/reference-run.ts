import { FUEL_PER_PAGE } from '../fuel-schedule.ts';
import { wasmEngine } from '../wasm/engine.ts';
import { assemble, type TestModule } from './assembler.ts';

/** Runs a test module plain, counting fuel by one host call an instruction: the reference that metering must equal. */
export async function referenceRun(module: TestModule): Promise<{ fuel: bigint; trapped: boolean }> {
  let fuel = 0;
  let delta = 0;
  let perGranted = 0;
  const instance = await wasmEngine.instantiate(await wasmEngine.compile(assemble(module, { ticks: true })), {
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
  });
  try {
    (instance.exports['_start'] as () => void)();
    return { fuel: BigInt(fuel), trapped: false };
  } catch (error) {
    if (error instanceof wasmEngine.RuntimeError) return { fuel: BigInt(fuel), trapped: true };
    throw error;
  }
}
