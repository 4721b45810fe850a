import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { execute, instrument } from '@gristmill/sandbox';
import { compileAssemblyScript } from '@gristmill/workloads';
import metering from 'wasm-metering';
import { type Case, geometricMean, medianSeconds, type Question } from './question.ts';

const KERNELS = fileURLToPath(new URL('../kernels/', import.meta.url));

interface Engine {
  compile(wasm: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ exports: { _start(): void } }>;
}
const engine = (globalThis as unknown as { WebAssembly: Engine }).WebAssembly;

const TASK = { args: [], env: {}, stdin: new Uint8Array(), files: new Map(), seed: new Uint8Array(32), startTime: 0 };
const LIMITS = { fuel: 1n << 50n, memoryPages: 1024, stackDepth: 900, outputBytes: 0, wallClockMs: 60_000 };

/** How much slower does a metered module run than the plain one, and than one metered by the usual npm package? */
export const sandbox: Question = {
  name: 'sandbox',
  asks: 'What does exact fuel cost, against the plain module and against wasm-metering?',
  async ask(say) {
    const results: Case[] = [];
    for (const file of (await readdir(KERNELS)).toSorted()) {
      const name = file.replace(/\.ts$/, '');
      say(`${name} ...`);
      const wasm = await compileAssemblyScript({ 'main.ts': await readFile(KERNELS + file, 'utf8') });
      const plain = await engine.compile(wasm);
      const ours = instrument(wasm);
      const theirs = await engine.compile(metering.meterWASM(Buffer.from(wasm)));
      let gas = 0;
      const seconds = await medianSeconds({
        plain: async () => (await engine.instantiate(plain, {})).exports._start(),
        ours: async () => {
          const { status } = await execute(ours, TASK, LIMITS);
          if (status !== 'exited') throw new Error(`${name} ended as ${status}`);
        },
        theirs: async () =>
          (
            await engine.instantiate(theirs, { metering: { usegas: (amount: number) => (gas += amount) } })
          ).exports._start(),
      });
      const slowdown = (side: 'ours' | 'theirs') => `${(seconds[side] / seconds.plain).toFixed(2)}x the plain module`;
      const common = { unit: 's', ours: seconds.ours };
      results.push(
        {
          case: name,
          ...common,
          rival: seconds.plain,
          rivalName: 'plain module',
          ratio: seconds.plain / seconds.ours,
          note: slowdown('ours'),
        },
        {
          case: name,
          ...common,
          rival: seconds.theirs,
          rivalName: 'wasm-metering',
          ratio: seconds.theirs / seconds.ours,
          note: `the rival takes ${slowdown('theirs')}`,
        },
      );
    }
    const against = (rivalName: string) =>
      results.filter((result) => result.rivalName === rivalName).map(({ ratio }) => ratio);
    return {
      results,
      summary: {
        slowdownGeometricMean: 1 / geometricMean(against('plain module')),
        slowdownWorst: 1 / Math.min(...against('plain module')),
        fasterThanWasmMeteringGeometricMean: geometricMean(against('wasm-metering')),
      },
    };
  },
};
