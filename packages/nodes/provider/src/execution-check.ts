import { outcomeStatus } from '@gristmill/protocol';
import type { Outcome } from '@gristmill/sandbox';
import type { Execution } from './executor.ts';

/**
 * Whether what the isolate process calls an outcome is one. It is our own code, but strangers' tasks run beside it: should
 * one ever get out, what it can say is still only an outcome.
 */
export function isOutcome(value: unknown): value is Outcome {
  if (typeof value !== 'object' || value === null) return false;
  const { status, exitCode, trap, stdout, stderr, files, fuelUsed, peakMemoryBytes } = value as Record<string, unknown>;
  return (
    outcomeStatus.safeParse(status).success &&
    (status === 'exited' ? Number.isSafeInteger(exitCode) : exitCode === null) &&
    (trap === undefined || typeof trap === 'string') &&
    stdout instanceof Uint8Array &&
    stderr instanceof Uint8Array &&
    files instanceof Map &&
    [...files].every(([path, content]) => typeof path === 'string' && content instanceof Uint8Array) &&
    typeof fuelUsed === 'bigint' &&
    fuelUsed >= 0n &&
    isAmount(peakMemoryBytes)
  );
}

export function isExecution(value: unknown): value is Execution {
  return (
    isOutcome(value) && 'cpuMs' in value && 'durationMs' in value && isAmount(value.cpuMs) && isAmount(value.durationMs)
  );
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
