import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InvalidModule } from '../errors.ts';
import { assemble } from '../testing/assembler.ts';
import { decoderSeeds } from '../testing/decoder-seeds.ts';
import { type Mutation, mutate, mutation, mutationKinds, tellingBytes } from '../testing/mutations.ts';
import { program } from '../testing/programs.ts';
import { wasmEngine } from '../wasm/engine.ts';
import { instrument, preciseBytes } from './instrument.ts';

/** Inputs of the mutation fuzzing; `GRISTMILL_FUZZ_RUNS=10000000 vitest run decoder.property` takes longer. */
const RUNS = Number(process.env['GRISTMILL_FUZZ_RUNS'] ?? 100_000);
const SEED = Number(process.env['GRISTMILL_FUZZ_SEED'] ?? 1);
/** What is added to every module, and what can be added to one of its bytes. */
const GROWTH_ONCE = 2048;
const GROWTH_EACH_BYTE = 24;

const codes = [
  'MODULE_MALFORMED',
  'MODULE_FEATURE_REFUSED',
  'MODULE_IMPORT_REFUSED',
  'MODULE_NO_ENTRY',
  'MODULE_TOO_LARGE',
];

/** Anything at all either becomes a module that the engine takes, of a size in bounds, or is refused by name. */
function acceptedOrRefused(bytes: Uint8Array): string {
  let module;
  try {
    module = instrument(bytes);
  } catch (error) {
    if (error instanceof InvalidModule && codes.includes(error.code)) return error.code;
    throw error;
  }
  for (const made of [module.bytes, preciseBytes(module)]) {
    if (!wasmEngine.validate(made)) throw new Error('the engine does not take what instrument makes');
    if (made.length > GROWTH_ONCE + GROWTH_EACH_BYTE * bytes.length) throw new Error(`it grew to ${made.length} bytes`);
  }
  return 'accepted';
}

/** A sequence that is the same for the same seed (mulberry32). */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

it(
  `invariant 6: ${RUNS} mutated modules are refused by name or accepted, and never crash the decoder`,
  { timeout: 120_000 + RUNS },
  () => {
    const dice = createDice(SEED);
    const pick = <Item>(items: readonly Item[]): Item => items[dice(items.length)]!;
    const mutationOf = (): Mutation => ({
      at: dice(1_000_000) / 1_000_000,
      kind: pick(mutationKinds),
      byte: dice(2) === 0 ? dice(256) : pick(tellingBytes),
    });
    const counts = new Map<string, number>();
    for (let run = 0; run < RUNS; run++) {
      const [name, seed] = pick(decoderSeeds);
      let bytes = seed;
      for (let changes = 1 + dice(3); changes > 0; changes--) bytes = mutate(bytes, mutationOf());
      try {
        const verdict = acceptedOrRefused(bytes);
        counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
      } catch (cause) {
        throw new Error(`of seed "${name}", run ${run}: ${Buffer.from(bytes).toString('hex')}`, { cause });
      }
    }
    // All of these happen: mutations that are all refused for one reason would test little.
    for (const verdict of ['accepted', ...codes]) {
      expect(counts.get(verdict), verdict).toBeGreaterThan(verdict === 'MODULE_TOO_LARGE' ? 0 : RUNS / 2000);
    }
  },
);

it('invariant 6: seeds of every kind of section are accepted as they are', () => {
  for (const [name, seed] of decoderSeeds) expect(acceptedOrRefused(seed), name).toBe('accepted');
});

it('invariant 6: mutated random programs', () => {
  fc.assert(
    fc.property(
      program,
      fc.array(fc.array(mutation, { minLength: 1, maxLength: 4 }), { minLength: 20, maxLength: 20 }),
      (module, lists) => {
        const bytes = assemble(module);
        for (const list of lists) acceptedOrRefused(list.reduce(mutate, bytes));
      },
    ),
    { numRuns: 100 },
  );
});

it('invariant 6: noise behind a good header is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      acceptedOrRefused(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...noise]));
    }),
    { numRuns: 2000 },
  );
});

it('invariant 6: a large real module cut or flipped anywhere', () => {
  const real = readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')));
  fc.assert(
    fc.property(mutation, (change) => {
      const changed = mutate(real, { ...change, kind: change.kind === 'cut' ? 'cut' : 'flip' });
      expect(acceptedOrRefused(changed)).not.toBe('accepted');
    }),
    { numRuns: 25 },
  );
});
