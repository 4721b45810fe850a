import { cidOfBytes, type Result } from '@gristmill/protocol';
import type { Outcome } from '@gristmill/sandbox';

const REASON_CHARACTERS_MAX = 200;
/** Enough bytes for the last 200 characters, whatever they are: UTF-8 takes at most 3 bytes a UTF-16 unit. */
const REASON_BYTES_MAX = 4 * REASON_CHARACTERS_MAX;

/**
 * An outcome as it is compared between devices: its output by name, and a reason that says the same on each of them.
 * The reason is the trap or limit; for a program that exits with an error code, the end of what it wrote to stderr.
 */
export function resultOf(outcome: Outcome): Result {
  return {
    status: outcome.status,
    exitCode: outcome.exitCode,
    reason: reasonOf(outcome),
    output: cidOfBytes(outcome.stdout),
    outputBytes: outcome.stdout.length,
    fuelUsed: outcome.fuelUsed,
  };
}

function reasonOf({ status, exitCode, trap, stderr }: Outcome): string | null {
  if (status !== 'exited') return wellFormed((trap ?? status).slice(0, REASON_CHARACTERS_MAX));
  if (exitCode === 0) return null;
  const text = new TextDecoder().decode(stderr.subarray(-REASON_BYTES_MAX)).trimEnd();
  return text === '' ? null : wellFormed(text.slice(-REASON_CHARACTERS_MAX));
}

/** A cut through a surrogate pair would not survive UTF-8, and the signature with it. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}
