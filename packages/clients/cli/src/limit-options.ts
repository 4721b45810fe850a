import { DEFAULT_LIMITS, type Limits } from '@gristmill/protocol';
import type { Command } from 'commander';
import { wholeNumber } from './input.ts';

/** What one task may use, as it is written on the command line. */
export interface LimitOptions {
  fuel?: string;
  memoryPages?: string;
  stackDepth?: string;
  outputBytes?: string;
  wallClockMs?: string;
}

export function addLimitOptions(command: Command): Command {
  return command
    .optionsGroup('What one task may use:')
    .option('--fuel <number>', `fuel: a weighted count of instructions (default: ${DEFAULT_LIMITS.fuel})`)
    .option('--memory-pages <number>', `memory, in pages of 64 KiB (default: ${DEFAULT_LIMITS.memoryPages})`)
    .option('--stack-depth <number>', `nested calls (default: ${DEFAULT_LIMITS.stackDepth})`)
    .option('--output-bytes <number>', `stdout, stderr and files together (default: ${DEFAULT_LIMITS.outputBytes})`)
    .option(
      '--wall-clock-ms <number>',
      `time a device gives it; never part of a result (default: ${DEFAULT_LIMITS.wallClockMs})`,
    )
    .optionsGroup('Options:');
}

/** The limits that were named. @throws GristmillError `OPTION_INVALID` */
export function limitsNamed(options: LimitOptions): Partial<Limits> {
  const { fuel, memoryPages, stackDepth, outputBytes, wallClockMs } = options;
  return {
    ...(fuel !== undefined && { fuel: BigInt(wholeNumber('--fuel', fuel, 1)) }),
    ...(memoryPages !== undefined && { memoryPages: wholeNumber('--memory-pages', memoryPages, 1, 65_536) }),
    ...(stackDepth !== undefined && { stackDepth: wholeNumber('--stack-depth', stackDepth, 1, 1_000_000) }),
    ...(outputBytes !== undefined && { outputBytes: wholeNumber('--output-bytes', outputBytes, 0, 2 ** 28) }),
    ...(wallClockMs !== undefined && { wallClockMs: wholeNumber('--wall-clock-ms', wallClockMs, 1, 86_400_000) }),
  };
}
