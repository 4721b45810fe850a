import type { Limits, TaskInput } from '../task.ts';

export function taskWith(input: Partial<TaskInput> = {}): TaskInput {
  return {
    args: [],
    env: {},
    stdin: new Uint8Array(0),
    files: new Map(),
    seed: new Uint8Array(32),
    startTime: 1_700_000_000_000,
    ...input,
  };
}

export function limitsWith(limits: Partial<Limits> = {}): Limits {
  return { fuel: 10n ** 12n, memoryPages: 256, stackDepth: 500, outputBytes: 1 << 20, wallClockMs: 60_000, ...limits };
}
