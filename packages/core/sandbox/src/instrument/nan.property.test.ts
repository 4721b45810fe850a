import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assemble, type TestModule } from '../testing/assembler.ts';
import { floatInput, floatProgram, MEMORY_BYTES_USED } from '../testing/float-programs.ts';
import { type WasmFunction, wasmEngine, type WasmGlobal, type WasmMemory } from '../wasm/engine.ts';
import { instrument, preciseBytes } from './instrument.ts';
import { Door } from './instrumented-module.ts';

interface Ran {
  memory: string;
  fuelUsed: bigint;
}

const FUEL = 10n ** 12n;

async function run(bytes: Uint8Array, input: Uint8Array): Promise<Ran> {
  let ticks = 0;
  const test = { tick: (cost: number) => (ticks += cost), size: (size: number) => size, grown: (size: number) => size };
  const { exports } = await wasmEngine.instantiate(await wasmEngine.compile(bytes), { test });
  const memory = (exports[Door.memory] ?? exports['memory']) as WasmMemory;
  new Uint8Array(memory.buffer).set(input);
  const fuel = exports[Door.fuel] as WasmGlobal | undefined;
  if (fuel !== undefined) {
    fuel.value = FUEL;
    (exports[Door.stack] as WasmGlobal).value = 100n;
  }
  (exports['_start'] as WasmFunction)();
  return {
    memory: Buffer.from(memory.buffer, 0, MEMORY_BYTES_USED).toString('hex'),
    fuelUsed: fuel === undefined ? BigInt(ticks) : FUEL - (fuel.value as bigint),
  };
}

/** Compares both forms with the reference, and tells whether the engine's own NaN bits would have made a difference. */
async function compare(module: TestModule, input: Uint8Array): Promise<{ engineChoseBits: boolean }> {
  const bytes = assemble(module);
  const reference = await run(assemble(module, { canonicalNans: true, ticks: true }), input);
  const canonical = instrument(bytes);
  expect(await run(canonical.bytes, input)).toEqual(reference);
  expect(await run(preciseBytes(canonical), input)).toEqual(reference);
  // Nothing is expected of the optimistic form here: an engine may even fold 0/0 to another NaN than it computes.
  const optimistic = await run(instrument(bytes, { nan: 'optimistic' }).bytes, input);
  return { engineChoseBits: optimistic.memory !== reference.memory };
}

it('invariant 8: NaN bits are those of canonicalising after every instruction, in every form', async () => {
  let engineChoseBits = 0;
  await fc.assert(
    fc.asyncProperty(floatProgram, floatInput, async (module, input) => {
      if ((await compare(module, input)).engineChoseBits) engineChoseBits++;
    }),
    { numRuns: Number(process.env['GRISTMILL_NAN_RUNS'] ?? 600) },
  );
  // Where the engine's own bits never show, the property would say nothing.
  expect(engineChoseBits).toBeGreaterThan(60);
});
