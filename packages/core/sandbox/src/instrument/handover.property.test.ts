import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assemble } from '../testing/assembler.ts';
import { recursiveProgram } from '../testing/recursive-programs.ts';
import { referenceRun } from '../testing/reference-run.ts';
import { type WasmFunction, wasmEngine, type WasmGlobal } from '../wasm/engine.ts';
import { instrument, preciseBytes } from './instrument.ts';
import { Door } from './instrumented-module.ts';

const FUEL = 10n ** 9n;

interface Ran {
  readonly end: 'ended' | 'trapped' | 'out of fuel' | 'too deep';
  readonly fuelUsed: bigint;
  readonly globals: readonly unknown[];
}

async function run(bytes: Uint8Array, { fuel = FUEL, depth }: { fuel?: bigint; depth: number }): Promise<Ran> {
  const { exports } = await wasmEngine.instantiate(await wasmEngine.compile(bytes), {});
  const global = (name: string): WasmGlobal => exports[name] as WasmGlobal;
  global(Door.fuel).value = fuel;
  global(Door.stack).value = BigInt(depth);
  let trapped = false;
  try {
    (exports['_start'] as WasmFunction)();
  } catch (error) {
    if (!(error instanceof wasmEngine.RuntimeError)) throw error;
    trapped = true;
  }
  const left = global(Door.fuel).value as bigint;
  // Where in the last stretch of code the fuel is found gone, forms differ in; a task is billed its limit then.
  if (left < 0n) return { end: 'out of fuel', fuelUsed: fuel, globals: [] };
  const isDeep = (global(Door.stack).value as bigint) < 0n;
  return {
    end: !trapped ? 'ended' : isDeep ? 'too deep' : 'trapped',
    fuelUsed: fuel - left,
    globals: [0, 1].map((i) => global(Door.global(i)).value),
  };
}

it('invariants 1 and 5: handed over in registers or in globals, fuel and depth are the same at every call', async () => {
  const seen = { ended: 0, trapped: 0, 'out of fuel': 0, 'too deep': 0 };
  await fc.assert(
    fc.asyncProperty(
      recursiveProgram,
      fc.integer({ min: 0, max: 8 }),
      fc.double({ min: 0, max: 1.2, noNaN: true }),
      async (program, depth, share) => {
        const module = instrument(assemble(program), { embedding: 'library' });
        // A table that others can reach holds functions of their own types.
        const shared = assemble({
          ...program,
          exports: [
            { name: '_start', kind: 0, index: 0 },
            { name: 'table', kind: 1, index: 0 },
          ],
        });
        const inRegisters = module.bytes;
        const inGlobals = instrument(shared, { embedding: 'library' }).bytes;
        const precise = preciseBytes(module);

        const unlimited = await run(inRegisters, { depth: 1000 });
        const reference = await referenceRun(program);
        expect(unlimited.end).toBe(reference.trapped ? 'trapped' : 'ended');
        if (!reference.trapped) expect(unlimited.fuelUsed).toBe(reference.fuel);

        const fuel = BigInt(Math.floor(Number(reference.fuel) * share));
        for (const limits of [{ depth: 1000 }, { depth }, { depth: 1000, fuel }, { depth, fuel }]) {
          const expected = await run(precise, limits);
          seen[expected.end]++;
          for (const form of [inRegisters, inGlobals]) {
            const ran = await run(form, limits);
            // What a trap cuts short is for the precise form to say.
            if (expected.end === 'trapped') expect(ran.end).toBe('trapped');
            else if (ran.end !== 'trapped') expect(ran).toEqual(expected);
            else expect(expected.end).toBe('out of fuel');
          }
        }
      },
    ),
    { numRuns: Number(process.env['GRISTMILL_HANDOVER_RUNS'] ?? 400) },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(40);
});
