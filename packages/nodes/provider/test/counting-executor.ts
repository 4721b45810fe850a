import type { ExecuteRequest, Execution, Executor } from '../src/executor.ts';

/** What a program that exits well comes to. */
export function execution(stdout: Uint8Array, changes: Partial<Execution> = {}): Execution {
  return {
    status: 'exited',
    exitCode: 0,
    stdout,
    stderr: new Uint8Array(),
    files: new Map(),
    fuelUsed: 1000n,
    peakMemoryBytes: 65_536,
    cpuMs: 2,
    durationMs: 3,
    ...changes,
  };
}

/** Counts what it is asked to run, and ends each run when the test says so. */
export function createCountingExecutor() {
  const runs: { request: ExecuteRequest; end: PromiseWithResolvers<Execution> }[] = [];
  let asked = Promise.withResolvers<void>();
  const executor: Executor = {
    execute(request) {
      const end = Promise.withResolvers<Execution>();
      runs.push({ request, end });
      asked.resolve();
      asked = Promise.withResolvers();
      return end.promise;
    },
  };
  return {
    executor,
    runs,
    /** The run with this number (from 0), once it was asked for. */
    run: async (number: number) => {
      while (runs[number] === undefined) await asked.promise;
      return runs[number];
    },
  };
}
