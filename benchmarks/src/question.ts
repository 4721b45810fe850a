import os from 'node:os';
import type { AskOptions } from './command-line.ts';

/** One case of a benchmark: both sides were measured in the same run, taking turns. */
export interface Case {
  case: string;
  unit: string;
  ours: number;
  rival: number;
  rivalName: string;
  /** Better for us when larger than 1. */
  ratio: number;
  note: string;
}

/** What could not be measured, and why. */
export interface Skipped {
  case: string;
  why: string;
}

/** What `npm run bench -- NAME --json` prints. */
export interface Answer {
  name: string;
  machine: string;
  results: Case[];
  skipped: Skipped[];
  summary: Record<string, number | string>;
}

/** Why something could not be measured, in one line: some messages go on with all that was sent. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]!;
}

/** Where a question says how far it has come. */
export type Say = (line: string) => void;

/** A benchmark is a question; asking it runs it. */
export interface Question {
  name: string;
  asks: string;
  ask(say: Say, options: AskOptions): Promise<Omit<Answer, 'name' | 'machine'>>;
}

export function machine(): string {
  return `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.availableParallelism()} cores, Node ${process.version}`;
}

/**
 * Runs the sides in turn, so that a machine that slows down slows all of them, and gives each side's median seconds. A
 * slow side that has run before can be listed as `once`: it takes its turn in the first counted round only.
 */
export async function medianSeconds<Side extends string>(
  sides: Record<Side, () => unknown>,
  { rounds = 5, once = [] }: { rounds?: number; once?: readonly Side[] } = {},
): Promise<Record<Side, number>> {
  const names = Object.keys(sides) as Side[];
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>;
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
      if (round !== 1 && once.includes(name)) continue;
      const startedAt = performance.now();
      await sides[name]();
      if (round > 0) seconds[name].push((performance.now() - startedAt) / 1000);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seconds[name])])) as Record<Side, number>;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
