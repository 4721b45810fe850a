import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InvalidModule } from '../errors.ts';
import { assemble } from '../testing/assembler.ts';
import { program } from '../testing/programs.ts';
import { wasmEngine } from '../wasm/engine.ts';
import { instrument, preciseBytes } from './instrument.ts';

/** Anything at all either becomes a module that the engine takes, or is refused by name. */
function expectAcceptedOrRefused(bytes: Uint8Array): boolean {
  let module;
  try {
    module = instrument(bytes);
  } catch (error) {
    if (error instanceof InvalidModule) return false;
    throw error;
  }
  expect(wasmEngine.validate(module.bytes)).toBe(true);
  expect(wasmEngine.validate(preciseBytes(module))).toBe(true);
  return true;
}

const mutation = fc.record({
  at: fc.double({ min: 0, max: 0.999_999, noNaN: true }),
  kind: fc.constantFrom('set', 'flip', 'delete', 'insert', 'cut'),
  byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 0x0b, 0x40, 0x7f, 0x80, 0xff)),
});

function mutate(
  bytes: Uint8Array,
  { at, kind, byte }: typeof mutation extends fc.Arbitrary<infer M> ? M : never,
): Uint8Array {
  const i = Math.floor(at * bytes.length);
  const [before, after] = [bytes.subarray(0, i), bytes.subarray(i + 1)];
  if (kind === 'cut') return before;
  if (kind === 'delete') return Uint8Array.from([...before, ...after]);
  if (kind === 'insert') return Uint8Array.from([...before, byte, ...bytes.subarray(i)]);
  const changed = bytes.slice();
  if (changed.length > 0) changed[i] = kind === 'set' ? byte : changed[i]! ^ (1 << (byte & 7));
  return changed;
}

it('invariant 6: mutated modules are refused by name or run, and never crash the decoder', () => {
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(
      program,
      fc.array(fc.array(mutation, { minLength: 1, maxLength: 4 }), { minLength: 20, maxLength: 20 }),
      (module, lists) => {
        const bytes = assemble(module);
        for (const list of lists) {
          if (expectAcceptedOrRefused(list.reduce(mutate, bytes))) accepted++;
          else refused++;
        }
      },
    ),
    { numRuns: 200 },
  );
  // Of 4,000 both ways happen: mutations that are all refused, or none, would test nothing.
  expect(Math.min(accepted, refused)).toBeGreaterThan(10);
});

it('invariant 6: noise behind a good header is refused', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      expectAcceptedOrRefused(Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...noise]));
    }),
    { numRuns: 2000 },
  );
});

it('invariant 6: a large real module cut or flipped anywhere', () => {
  const real = readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')));
  fc.assert(
    fc.property(mutation, (change) => {
      expect(expectAcceptedOrRefused(mutate(real, { ...change, kind: change.kind === 'cut' ? 'cut' : 'flip' }))).toBe(
        false,
      );
    }),
    { numRuns: 25 },
  );
});
