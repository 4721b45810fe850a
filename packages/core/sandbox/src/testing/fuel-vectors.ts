import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { instrument } from '../instrument/instrument.ts';
import { execute } from '../run/execute.ts';
import type { Limits, TaskInput } from '../task.ts';
import { assemble } from './assembler.ts';
import type { FuelCase } from './fuel-case.ts';
import { fuelCases } from './fuel-cases.ts';
import { limitsWith, taskWith } from './task.ts';

/** What a task is given; bytes in hexadecimal, fuel in decimal. It has no arguments, variables or files. */
interface Given {
  readonly stdin: string;
  readonly seed: string;
  readonly startTime: number;
  readonly fuel: string;
  readonly memoryPages: number;
  readonly stackDepth: number;
  readonly outputBytes: number;
}

/** One vector of `specs/vectors/fuel-1.json`. What it does not give is in the file's defaults. */
export interface FuelVector {
  readonly name: string;
  readonly wasm: string;
  readonly given?: Partial<Given>;
  readonly expected: {
    readonly status: string;
    readonly exitCode: number | null;
    readonly trap: string | null;
    readonly fuelUsed: string;
    readonly stdout: string;
  };
}

export interface FuelVectorFile {
  readonly fuelSchedule: 'fuel-1';
  readonly nan: 'canonical';
  readonly defaults: Given;
  readonly vectors: readonly FuelVector[];
}

const vectorDefaults: Given = {
  stdin: '',
  seed: bytesToHex(new Uint8Array(32)),
  startTime: 1_700_000_000_000,
  fuel: '1000000',
  memoryPages: 16,
  stackDepth: 100,
  outputBytes: 4096,
};

/** Runs what a vector describes, and gives what it should expect. */
export async function outcomeOf(wasm: Uint8Array, given: Given): Promise<FuelVector['expected']> {
  const { startTime, memoryPages, stackDepth, outputBytes } = given;
  const task: TaskInput = taskWith({ stdin: hexToBytes(given.stdin), seed: hexToBytes(given.seed), startTime });
  const limits: Limits = limitsWith({ fuel: BigInt(given.fuel), memoryPages, stackDepth, outputBytes });
  const outcome = await execute(instrument(wasm), task, limits);
  const { status, exitCode, trap = null, fuelUsed, stdout } = outcome;
  return { status, exitCode, trap, fuelUsed: String(fuelUsed), stdout: bytesToHex(stdout) };
}

async function vectorOf({ name, module, task, limits }: FuelCase): Promise<FuelVector> {
  const given: Partial<Given> = {
    ...(task?.stdin === undefined ? {} : { stdin: bytesToHex(task.stdin) }),
    ...(task?.seed === undefined ? {} : { seed: bytesToHex(task.seed) }),
    ...limits,
    ...(limits?.fuel === undefined ? {} : { fuel: String(limits.fuel) }),
  } as Partial<Given>;
  const wasm = assemble(module);
  const expected = await outcomeOf(wasm, { ...vectorDefaults, ...given });
  return { name, wasm: bytesToHex(wasm), ...(Object.keys(given).length === 0 ? {} : { given }), expected };
}

export async function fuelVectorFile(): Promise<FuelVectorFile> {
  const vectors: FuelVector[] = [];
  for (const one of fuelCases) vectors.push(await vectorOf(one));
  return { fuelSchedule: 'fuel-1', nan: 'canonical', defaults: vectorDefaults, vectors };
}
