import { closeSync, ftruncateSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execute, instrument, type InstrumentedModule } from '@gristmill/sandbox';
import metering from 'wasm-metering';
import { medianSeconds } from '../question.ts';
import { withoutCustomSections } from './as-command.ts';
import { type PlainRun, plainRun, type Streams } from './plain-run.ts';
import type { Program } from './program.ts';

/** What one program costs on each side. */
export interface Slowdown {
  readonly name: string;
  /** Medians of whole runs in a fresh instance; `wasmMetering` is missing where that package cannot take the module. */
  readonly seconds: { readonly plain: number; readonly optimistic: number; readonly canonical: number };
  readonly wasmMeteringSeconds: number | null;
  readonly wasmMeteringRefusal: string | null;
  readonly bytes: { readonly plain: number; readonly optimistic: number; readonly canonical: number };
  readonly fuelUsed: bigint;
  /** Whether the metered run printed what the plain one did; not so where a program prints the time. */
  readonly sameOutput: boolean;
}

const TASK = { args: [], env: {}, stdin: new Uint8Array(), files: new Map(), seed: new Uint8Array(32), startTime: 0 };
/** A depth the main thread has the stack for; as much memory as 32 bits can address, and fuel without end. */
const LIMITS = { fuel: 1n << 60n, memoryPages: 65_536, stackDepth: 900, outputBytes: 1 << 26, wallClockMs: 0 };

/**
 * Measures one program plain, metered in both forms, and metered by npm `wasm-metering`, the sides taking turns.
 *
 * @throws what `instrument` and the engine throw; Error when a side does not run to its end.
 */
export async function measureSlowdown({ name, wasm }: Program, rounds: number): Promise<Slowdown> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gristmill-bench-'));
  const outputFile = path.join(folder, 'output');
  const streams: Streams = { stdin: openSync(os.devNull, 'r'), stdout: openSync(outputFile, 'a+') };
  try {
    const optimistic = instrument(wasm, { nan: 'optimistic' });
    const canonical = instrument(wasm, { nan: 'canonical' });
    const plain = await plainRun(wasm, streams);
    const plainExit = await plain();
    const plainOutput = readFileSync(outputFile);
    // Every side runs once before the rounds begin: the engine's optimising compiler has seen all of them by then.
    const probe = await runToEnd(optimistic);
    const reference = await runToEnd(canonical);
    for (const { exitCode } of [probe, reference]) {
      if (exitCode !== plainExit) throw new Error(`exit code ${exitCode}, plain ${plainExit}`);
    }
    if (probe.fuelUsed !== reference.fuelUsed) {
      throw new Error(`fuel ${probe.fuelUsed} with optimistic NaNs, ${reference.fuelUsed} with canonical ones`);
    }
    const rival = await meteredByRival(wasm, streams, plainExit);
    const emptyOutput = (): void => ftruncateSync(streams.stdout, 0);
    const sides = {
      plain: async () => {
        emptyOutput();
        await plain();
      },
      optimistic: () => runToEnd(optimistic),
      canonical: () => runToEnd(canonical),
    };
    const theirs = rival.kind === 'runs' ? rival.run : null;
    const turns = {
      ...sides,
      async theirs() {
        emptyOutput();
        await theirs?.();
      },
    };
    const seconds = await medianSeconds<keyof typeof turns>(turns, { rounds, once: ['theirs'] });
    return {
      name,
      seconds,
      wasmMeteringSeconds: theirs === null ? null : seconds.theirs,
      wasmMeteringRefusal: rival.kind === 'refuses' ? rival.why : null,
      bytes: { plain: wasm.length, optimistic: optimistic.bytes.length, canonical: canonical.bytes.length },
      fuelUsed: probe.fuelUsed,
      sameOutput: plainOutput.equals(probe.output),
    };
  } finally {
    closeSync(streams.stdin);
    closeSync(streams.stdout);
    rmSync(folder, { recursive: true });
  }
}

async function runToEnd(module: InstrumentedModule) {
  const { status, exitCode, trap, stdout, stderr, fuelUsed } = await execute(module, TASK, LIMITS);
  if (status !== 'exited') throw new Error(`the metered run ended as ${status} (${trap ?? 'no reason given'})`);
  return { exitCode, fuelUsed, output: Buffer.concat([stdout, stderr]) };
}

type Rival = { readonly kind: 'runs'; readonly run: PlainRun } | { readonly kind: 'refuses'; readonly why: string };

/** npm `wasm-metering` knows the first version of WebAssembly only, and no custom section but names: those are taken out. */
async function meteredByRival(wasm: Uint8Array, streams: Streams, exitCode: number): Promise<Rival> {
  let gas = 0;
  try {
    const bytes = metering.meterWASM(Buffer.from(withoutCustomSections(wasm)));
    const run = await plainRun(bytes, streams, { metering: { usegas: (amount: number) => (gas += amount) } });
    if ((await run()) !== exitCode || gas === 0)
      return { kind: 'refuses', why: 'what it makes of the module is wrong' };
    return { kind: 'runs', run };
  } catch (error) {
    return { kind: 'refuses', why: error instanceof Error ? error.message.split('\n')[0]! : String(error) };
  }
}
