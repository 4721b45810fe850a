import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assemble, type TestModule } from '../testing/assembler.ts';
import { referenceRun } from '../testing/reference-run.ts';
import { typedProgram } from '../testing/typed-programs.ts';
import { type WasmFunction, wasmEngine, type WasmGlobal, type WasmMemory } from '../wasm/engine.ts';
import { instrument, preciseBytes } from './instrument.ts';
import { Door } from './instrumented-module.ts';

const FUEL = 10n ** 12n;
const PAGES = 12;

interface Ran {
  readonly trapped: boolean;
  readonly memory: Uint8Array;
  readonly fuel: bigint;
}

async function run(bytes: Uint8Array): Promise<Ran> {
  const { exports } = await wasmEngine.instantiate(await wasmEngine.compile(bytes), {});
  const fuel = exports[Door.fuel] as WasmGlobal;
  fuel.value = FUEL;
  (exports[Door.stack] as WasmGlobal).value = 100n;
  (exports[Door.memoryPagesMax] as WasmGlobal).value = PAGES;
  let trapped = false;
  try {
    (exports['_start'] as WasmFunction)();
  } catch (error) {
    if (!(error instanceof wasmEngine.RuntimeError)) throw error;
    trapped = true;
  }
  const memory = new Uint8Array((exports[Door.memory] as WasmMemory).buffer);
  return { trapped, memory, fuel: FUEL - fuel.value };
}

/**
 * Compares each form with the plain module, whose host counts one instruction at a time. Of optimistic NaNs nothing is
 * expected here: engines may choose other bits in code that is compiled otherwise, and programs may branch on them.
 */
async function compare(module: TestModule): Promise<boolean> {
  const bytes = assemble(module);
  const canonical = instrument(bytes);
  const reference = await referenceRun(module, { canonicalNans: true });
  for (const form of ['fast', 'precise'] as const) {
    const ran = await run(form === 'fast' ? canonical.bytes : preciseBytes(canonical));
    expect(ran.trapped, form).toBe(reference.trapped);
    // Where a trap cuts a segment short, only the precise form knows the fuel.
    if (form === 'precise' || !ran.trapped) expect(ran.fuel, form).toBe(reference.fuel);
    expect(Buffer.compare(ran.memory, reference.memory!), form).toBe(0);
  }
  return reference.trapped;
}

it(
  'invariants 1, 5 and 8: random programs over every instruction do what the plain module does, at its fuel',
  { timeout: 120_000 },
  async () => {
    const seen = { trapped: 0, ended: 0 };
    await fc.assert(
      fc.asyncProperty(typedProgram, async (module) => {
        seen[(await compare(module)) ? 'trapped' : 'ended']++;
      }),
      { numRuns: Number(process.env['GRISTMILL_EQUIVALENCE_RUNS'] ?? 200) },
    );
    // Both happen often, or the property says little.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  },
);
