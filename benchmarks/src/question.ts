import os from 'node:os';

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

/** What `npm run bench -- NAME --json` prints. */
export interface Answer {
  name: string;
  machine: string;
  results: Case[];
  summary: Record<string, number | string>;
}

/** A benchmark is a question; asking it runs it. */
export interface Question {
  name: string;
  asks: string;
  ask(say: (line: string) => void): Promise<Pick<Answer, 'results' | 'summary'>>;
}

export function machine(): string {
  return `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.availableParallelism()} cores, Node ${process.version}`;
}

/** Runs the sides in turn, so that a machine that slows down slows all of them, and gives each side's median seconds. */
export async function medianSeconds<Side extends string>(
  sides: Record<Side, () => unknown>,
  { rounds = 5 }: { rounds?: number } = {},
): Promise<Record<Side, number>> {
  const names = Object.keys(sides) as Side[];
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Side, number[]>;
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of names) {
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
