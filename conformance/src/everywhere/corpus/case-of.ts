import type { Case, CaseStatus } from '../case.ts';

/** What a program of the corpus says about itself; the rest is the same for all. */
export interface Setting {
  readonly expected?: CaseStatus;
  readonly task?: Partial<Case['task']>;
  readonly limits?: Partial<Case['limits']>;
}

const TASK: Case['task'] = {
  args: [],
  env: {},
  stdin: new Uint8Array(0),
  files: {},
  seed: Uint8Array.from({ length: 32 }, (_, i) => 7 * i),
  startTime: Date.UTC(2026, 0, 1, 12, 34, 56, 789),
};

/** A depth that the main thread of every engine has the stack for, be its frames as large as Liftoff's. */
const LIMITS: Case['limits'] = {
  fuel: 1_000_000_000,
  memoryPages: 256,
  stackDepth: 250,
  outputBytes: 1_000_000,
  wallClockMs: 60_000,
};

export function caseOf(name: string, program: Case['program'], { expected = 'exited', task, limits }: Setting): Case {
  return { name, program, task: { ...TASK, ...task }, limits: { ...LIMITS, ...limits }, expected };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
