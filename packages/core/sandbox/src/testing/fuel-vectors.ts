import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { instrument } from '../instrument/instrument.ts';
import { execute } from '../run/execute.ts';
import type { Limits, TaskInput } from '../task.ts';
import { assemble } from './assembler.ts';
import { type FuelCase, fuelCases } from './fuel-cases.ts';
import { limitsWith, taskWith } from './task.ts';

/** One vector of `vectors/fuel-1.json`: bytes in hexadecimal, fuel in decimal. A task has no arguments, variables or files. */
export interface FuelVector {
  readonly name: string;
  readonly wasm: string;
  readonly stdin: string;
  readonly seed: string;
  readonly startTime: number;
  readonly limits: {
    readonly fuel: string;
    readonly memoryPages: number;
    readonly stackDepth: number;
    readonly outputBytes: number;
  };
  readonly expected: {
    readonly status: string;
    readonly exitCode: number | null;
    readonly trap: string | null;
    readonly fuelUsed: string;
    readonly stdout: string;
  };
}

/** Runs what a vector describes, and gives what it should expect. */
export async function outcomeOf(vector: Omit<FuelVector, 'expected'>): Promise<FuelVector['expected']> {
  const task: TaskInput = taskWith({
    stdin: hexToBytes(vector.stdin),
    seed: hexToBytes(vector.seed),
    startTime: vector.startTime,
  });
  const limits: Limits = limitsWith({ ...vector.limits, fuel: BigInt(vector.limits.fuel) });
  const outcome = await execute(instrument(hexToBytes(vector.wasm)), task, limits);
  const { status, exitCode, trap = null, fuelUsed, stdout } = outcome;
  return { status, exitCode, trap, fuelUsed: String(fuelUsed), stdout: bytesToHex(stdout) };
}

async function vectorOf({ name, module, task, limits }: FuelCase): Promise<FuelVector> {
  const { stdin, seed, startTime } = taskWith(task);
  const vector = {
    name,
    wasm: bytesToHex(assemble(module)),
    stdin: bytesToHex(stdin),
    seed: bytesToHex(seed),
    startTime,
    limits: {
      fuel: String(limits?.fuel ?? 1_000_000n),
      memoryPages: limits?.memoryPages ?? 16,
      stackDepth: 100,
      outputBytes: limits?.outputBytes ?? 4096,
    },
  };
  return { ...vector, expected: await outcomeOf(vector) };
}

export const fuelVectors = (): Promise<FuelVector[]> => Promise.all(fuelCases.map(vectorOf));
