import { GristmillError } from '@gristmill/protocol';
import type { Outcome } from '@gristmill/sandbox';
import type { ErrorData } from './messages.ts';

/**
 * What the sandbox refuses because of the program or its input is refused by every honest device, so it is a result that
 * a quorum can agree on. It used nothing, so it costs nothing. Any other failure is this device's and is thrown on.
 */
export function refusalOf(error: unknown): Outcome {
  if (!(error instanceof GristmillError) || error.fault !== 'user') throw error;
  return {
    status: 'trapped',
    exitCode: null,
    trap: `${error.code}: ${error.message}`,
    stdout: new Uint8Array(),
    stderr: new Uint8Array(),
    files: new Map(),
    fuelUsed: 0n,
    peakMemoryBytes: 0,
  };
}

export function errorData({ code, message, hint, fault }: GristmillError): ErrorData {
  return { code, message, hint, fault };
}
