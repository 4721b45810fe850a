import type { Command } from 'commander';
import { DEFAULT_HUB, type JobOptions } from 'gristmill';
import { wholeNumber } from '../input.ts';

/** What `run` and `map` share. */
export interface JobCommandOptions {
  hub: string;
  home?: string;
  name?: string;
  budget: string;
  replicas: string;
  json?: boolean;
}

export function addJobOptions(command: Command): Command {
  return command
    .option('--hub <url>', 'the hub to send the job to', DEFAULT_HUB)
    .option('--home <folder>', 'where the wallet lies (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--name <text>', 'what to call the job')
    .option('--budget <amount>', 'the most the job may cost; what is not spent stays yours', '10')
    .option('--replicas <number>', 'how many different owners must agree on a result', '2')
    .option('--json', 'print one JSON document');
}

export function jobOptions(options: JobCommandOptions, name: string): JobOptions {
  return {
    name: options.name ?? name,
    budget: options.budget,
    replicas: wholeNumber('--replicas', options.replicas, 1),
  };
}
