import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InvalidModule } from '../errors.ts';
import { assemble } from '../testing/assembler.ts';
import { mutation, mutate } from '../testing/mutations.ts';
import { program } from '../testing/programs.ts';
import { instrument, instrumentStream } from './instrument.ts';
import type { InstrumentedModule } from './instrumented-module.ts';

async function* cut(
  bytes: Uint8Array,
  sizes: readonly number[],
  taken?: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const chunk = bytes.subarray(at, at + (sizes[i % sizes.length] ?? bytes.length));
    at += chunk.length;
    if (taken !== undefined) taken.bytes = at;
    yield chunk;
  }
}

/** The module, or the words that refuse it. */
async function verdict(
  run: () => InstrumentedModule | Promise<InstrumentedModule>,
): Promise<InstrumentedModule | string> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof InvalidModule) return `${error.code}: ${error.message}`;
    throw error;
  }
}

it(
  'invariant 10: however the bytes are cut, a stream becomes the same module or is refused in the same words',
  { timeout: 120_000 },
  async () => {
    const seen = { taken: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(
        program,
        fc.array(mutation, { maxLength: 2 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 }),
        async (module, changes, sizes) => {
          const bytes = changes.reduce(mutate, assemble(module));
          const whole = await verdict(() => instrument(bytes));
          expect(await verdict(() => instrumentStream(cut(bytes, sizes)))).toEqual(whole);
          seen[typeof whole === 'string' ? 'refused' : 'taken']++;
        },
      ),
      { numRuns: 300 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  },
);

it('invariant 10: a real module', async () => {
  const real = readFileSync(new URL(import.meta.resolve('quickjs-wasi/quickjs.wasm')));
  const whole = instrument(real, { embedding: 'library' });
  expect(await instrumentStream(cut(real, [65_536, 1000]), { embedding: 'library' })).toEqual(whole);
});

const FUNCTIONS = [{ type: '->', code: 'i32.const 1 drop '.repeat(20_000) }];

it.each(['iterates', 'does not iterate'])('refuses early, and lets go of a source that %s', async (kind) => {
  const importing = assemble({ imports: [{ module: 'env', name: 'abort', type: '->' }], functions: FUNCTIONS });
  let wasCancelled = false;
  const chunks = cut(importing, [1000]);
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    cancel() {
      wasCancelled = true;
    },
  });
  if (kind === 'does not iterate') Object.defineProperty(stream, Symbol.asyncIterator, { value: undefined });
  await expect(instrumentStream(stream)).rejects.toMatchObject({ code: 'MODULE_IMPORT_REFUSED' });
  expect(wasCancelled).toBe(true);
  expect((await chunks.next()).done).toBe(false);
});

it('reads a stream that does not iterate to its end', async () => {
  const bytes = assemble({ functions: FUNCTIONS });
  const stream = new Blob([bytes.slice()]).stream();
  Object.defineProperty(stream, Symbol.asyncIterator, { value: undefined });
  expect(await instrumentStream(stream)).toEqual(instrument(bytes));
});

it('refuses a function that is too long before it is here', async () => {
  const tooLong = assemble({
    functions: [{ type: '->', code: 'i64.const -9007199254740991 drop '.repeat(60_001) }, ...FUNCTIONS],
  });
  const taken = { bytes: 0 };
  await expect(instrumentStream(cut(tooLong, [1000], taken))).rejects.toMatchObject({ code: 'MODULE_TOO_LARGE' });
  expect(taken.bytes).toBeLessThan(10_000);
});
