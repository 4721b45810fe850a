import type { Cid } from '@gristmill/protocol';
import type { Executor } from '@gristmill/provider';
import type { ProgramFile } from '../program-file.ts';
import type { Refusal } from './inspect-module.ts';

export interface ScriptInspection {
  kind: 'javascript';
  cid: Cid;
  bytes: number;
  accepted: boolean;
  refusal: Refusal | null;
  /** Fuel that a task of no inputs costs: starting the engine, reading the source and running its top level. */
  startFuel: bigint;
  peakMemoryBytes: number;
}

/** Plenty for a source text to be read; whoever computes for longer before the first input does so in each task. */
const FUEL = 2_000_000_000n;

/**
 * Reads a script as a provider would, for no inputs at all: it must be JavaScript, and export a function.
 *
 * @throws GristmillError of fault `platform` as the executor does.
 */
export async function inspectScript({ content, cid }: ProgramFile, executor: Executor): Promise<ScriptInspection> {
  const { status, exitCode, trap, stderr, fuelUsed, peakMemoryBytes } = await executor.execute({
    program: { kind: 'javascript', name: cid, content },
    task: {
      args: [],
      env: {},
      stdin: new TextEncoder().encode('[]'),
      files: new Map(),
      seed: new Uint8Array(32),
      startTime: 0,
    },
    limits: { fuel: FUEL, memoryPages: 2048, stackDepth: 10_000, outputBytes: 1 << 20, wallClockMs: 60_000 },
  });
  const accepted = status === 'exited' && exitCode === 0;
  return {
    kind: 'javascript',
    cid,
    bytes: content.length,
    accepted,
    refusal: accepted ? null : refusalFor(trap ?? new TextDecoder().decode(stderr).trim()),
    startFuel: fuelUsed,
    peakMemoryBytes,
  };
}

function refusalFor(message: string): Refusal {
  return {
    code: 'JAVASCRIPT_INVALID',
    message,
    hint: 'Export one function as the default: `export default (input) => output`; it can import nothing.',
    offset: null,
  };
}
