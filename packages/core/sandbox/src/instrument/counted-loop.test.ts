import { expect, it } from 'vitest';
import { assemble } from '../testing/assembler.ts';
import { referenceRun } from '../testing/reference-run.ts';
import { type WasmFunction, wasmEngine, type WasmGlobal } from '../wasm/engine.ts';
import { readCountedLoop } from './counted-loop.ts';
import { instrument } from './instrument.ts';
import { Door } from './instrumented-module.ts';

const FUEL = 1_000_000n;
const LOOP = 0x03;
const EMPTY_BLOCK = 0x40;

/** Fuel that the fast form alone charges; where it does not know the turns, it stops for the precise form to decide. */
async function fuelOfFastForm(wasm: Uint8Array): Promise<bigint> {
  const { exports } = await wasmEngine.instantiate(await wasmEngine.compile(instrument(wasm).bytes), {});
  const fuel = exports[Door.fuel] as WasmGlobal;
  fuel.value = FUEL;
  (exports[Door.stack] as WasmGlobal).value = 100n;
  (exports['_start'] as WasmFunction)();
  return FUEL - fuel.value;
}

it.each([
  // As LLVM writes `for (i = 0; i < 32; i += 2)`: the first step wraps.
  ['lt_u past the end of the numbers', 'i32.const -2', 2, 'i32.const 30 i32.lt_u'],
  ['gt_u past their start', 'i32.const 1', -3, 'i32.const 4294967000 i32.gt_u'],
  ['lt_s from above the bound', 'i32.const 2147483647', 1, 'i32.const -2147483600 i32.lt_s'],
  ['ne by a step that is no power of two', 'i32.const 0', 6, 'i32.const 300 i32.ne'],
  ['ne down through 0', 'i32.const 20', -5, 'i32.const -30 i32.ne'],
])('the turns of a loop are known on entry: %s', async (_, from, step, test) => {
  const code = `${from} local.set 0 loop local.get 0 i32.const ${step} i32.add local.tee 0 ${test} br_if 0 end`;
  const module = { functions: [{ type: '->', locals: 'i32', code }] };
  const wasm = assemble(module);
  const loopAt = wasm.findIndex((byte, i) => byte === LOOP && wasm[i + 1] === EMPTY_BLOCK);
  expect(readCountedLoop(wasm, loopAt + 2, wasm.length)).toMatchObject({ step });
  expect(await fuelOfFastForm(wasm)).toBe((await referenceRun(module)).fuel);
});
