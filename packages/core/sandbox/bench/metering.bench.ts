// oxlint-disable no-restricted-globals -- a script for people, no part of what core exports
/**
 * How much slower is metered code? `node --conditions=@gristmill/source bench/metering.bench.ts FILE.wasm`
 *
 * Calls every exported function that takes nothing, in turn: plain, metered (optimistic NaNs), metered (canonical NaNs),
 * interleaved in one process, and prints the medians' ratios. `bench/kernels.as.txt` is AssemblyScript for such a file:
 * `asc kernels.as.txt -o kernels.wasm -O3 --noAssert --runtime stub --enable simd` (asc wants the name to end in .ts).
 */
import { readFileSync } from 'node:fs';
import { instrumentFor } from '../src/instrument/instrument.ts';
import { Door } from '../src/instrument/instrumented-module.ts';
import type { NanForm } from '../src/instrument/function-body.ts';
import { type WasmFunction, wasmEngine, type WasmGlobal } from '../src/wasm/engine.ts';

const ROUNDS = 15;

type Exports = Readonly<Record<string, unknown>>;

async function start(bytes: Uint8Array): Promise<Exports> {
  const { exports } = await wasmEngine.instantiate(await wasmEngine.compile(bytes), {});
  if (exports[Door.fuel] !== undefined) {
    (exports[Door.fuel] as WasmGlobal).value = 2n ** 62n;
    (exports[Door.stack] as WasmGlobal).value = 10_000n;
    (exports[Door.memoryPagesMax] as WasmGlobal).value = 65_536;
  }
  (exports[Door.start] as WasmFunction | undefined)?.();
  return exports;
}

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!;

const wasm = readFileSync(process.argv[2]!);
const plain = await start(wasm);
const kernels = Object.keys(plain).filter(
  (name) => typeof plain[name] === 'function' && (plain[name] as WasmFunction).length === 0 && name !== '_start',
);
const metered = async (nan: NanForm): Promise<Exports> =>
  start(instrumentFor(wasm, { offered: {}, exports: kernels, nan }).bytes);
const forms = { plain, optimistic: await metered('optimistic'), canonical: await metered('canonical') };

const products = { optimistic: 1, canonical: 1 };
for (const kernel of kernels) {
  const times: Record<string, number[]> = { plain: [], optimistic: [], canonical: [] };
  for (let round = 0; round < ROUNDS; round++) {
    for (const [form, exports] of Object.entries(forms)) {
      const before = performance.now();
      (exports[kernel] as WasmFunction)();
      times[form]!.push(performance.now() - before);
    }
  }
  const base = median(times['plain']!);
  const optimistic = median(times['optimistic']!) / base;
  const canonical = median(times['canonical']!) / base;
  products.optimistic *= optimistic;
  products.canonical *= canonical;
  const ratios = `optimistic ${optimistic.toFixed(2)}  canonical ${canonical.toFixed(2)}`;
  console.log(`${kernel.padEnd(12)} plain ${base.toFixed(2).padStart(7)} ms  ${ratios}`);
}
const mean = (product: number): string => (product ** (1 / kernels.length)).toFixed(3);
console.log(`geometric mean           optimistic ${mean(products.optimistic)}  canonical ${mean(products.canonical)}`);
