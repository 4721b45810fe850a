import { expect, it } from 'vitest';
import { execute } from '../run/execute.ts';
import { assemble, type TestModule } from '../testing/assembler.ts';
import { limitsWith, taskWith } from '../testing/task.ts';
import { type WasmFunction, wasmEngine } from '../wasm/engine.ts';
import { instrument } from './instrument.ts';

const fuelOf = async (module: TestModule): Promise<bigint> => {
  const outcome = await execute(instrument(assemble(module)), taskWith(), limitsWith());
  expect(outcome.status).toBe('exited');
  return outcome.fuelUsed;
};

const YIELD = { module: 'wasi_snapshot_preview1', name: 'sched_yield', type: '-> i32' };

it('a function of the host may be called through a table', async () => {
  const module: TestModule = {
    imports: [YIELD],
    functions: [{ type: '->', code: 'i32.const 0 call_indirect 0 0 drop' }],
    tables: [{ type: 'funcref', min: 1 }],
    elements: [{ offset: 0, functions: [0] }],
  };
  // One element, a constant, an indirect call, the host, a drop.
  expect(await fuelOf(module)).toBe(1n + 1n + 8n + 200n + 1n);
});

it('a function of the host may be called in tail position', async () => {
  const module: TestModule = {
    imports: [YIELD],
    functions: [
      { type: '->', code: 'call 2 drop' },
      { type: '-> i32', locals: 'i32', code: 'local.get 0 drop return_call 0' },
    ],
  };
  expect(await fuelOf(module)).toBe(5n + 2n + 4n + 200n);
});

it('a type may have so many parameters that no room is left', async () => {
  const values = Array.from({ length: 1000 }, () => 'i32');
  const module: TestModule = {
    functions: [
      { type: '->', code: `${values.map((_, i) => `i32.const ${i}`).join(' ')} call 1 drop` },
      { type: `${values.join(' ')} -> i32`, code: 'local.get 999' },
    ],
  };
  expect(await fuelOf(module)).toBe(1000n + 4n + 1n + 1n);
});

it('code may refer to the very function that is exported', async () => {
  expect(await fuelOf({ functions: [{ type: '->', code: 'ref.func 0 drop' }] })).toBe(2n);
});

it('functions in a table that others reach keep their types', async () => {
  const module: TestModule = {
    functions: [
      { type: '->', code: '' },
      { type: 'i32 i64 -> i32 i64', locals: 'i32', code: 'local.get 0 i32.const 1 i32.add local.get 1' },
    ],
    tables: [{ type: 'funcref', min: 2 }],
    elements: [{ offset: 0, functions: [0, 1] }],
    exports: [
      { name: 'f', kind: 0, index: 1 },
      { name: 'table', kind: 1, index: 0 },
    ],
  };
  for (const exports of [module.exports!, module.exports!.slice(0, 1)]) {
    const { bytes } = instrument(assemble({ ...module, exports }), { embedding: 'library' });
    const instance = await wasmEngine.instantiate(await wasmEngine.compile(bytes), {});
    expect((instance.exports['f'] as WasmFunction)(6, 7n)).toEqual([7, 7n]);
    const table = instance.exports['table'] as unknown as { get(i: number): WasmFunction } | undefined;
    if (table !== undefined) expect(table.get(1)(6, 7n)).toEqual([7, 7n]);
  }
});
