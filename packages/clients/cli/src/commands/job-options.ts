import { type Command, Option } from 'commander';
import { DEFAULT_HUB, type JobOptions } from 'gristmill';
import { wholeNumber } from '../input.ts';
import { addLimitOptions, type LimitOptions, limitsNamed } from '../limit-options.ts';

/** What `run` and `map` share. */
export interface JobCommandOptions extends LimitOptions {
  hub: string;
  home?: string;
  name?: string;
  budget: string;
  price?: string;
  replicas: string;
  deadlineMinutes?: string;
  detach?: boolean;
  json?: boolean;
}

const MINUTE_MS = 60_000;

export function addJobOptions(command: Command): Command {
  return addLimitOptions(
    command
      .option('--hub <url>', 'the hub to send the job to', DEFAULT_HUB)
      .option('--home <folder>', 'where the wallet lies (default: $GRISTMILL_HOME or ~/.gristmill)')
      .option('--name <text>', 'what to call the job')
      .option('--budget <amount>', 'the most the job may cost; what is not spent stays yours', '10')
      .option('--price <units>', 'what 10^9 fuel earns, in minor units of the asset (default: 1000)')
      .option('--replicas <number>', 'how many different owners must agree on a result', '2')
      .option('--deadline-minutes <number>', 'how long the job may take (default: 60)')
      .addOption(
        new Option('--detach', 'print the job id and leave; `gristmill result` fetches the result').conflicts('output'),
      ),
  ).option('--json', 'print one JSON document');
}

/** @throws GristmillError `OPTION_INVALID` */
export function jobOptions(options: JobCommandOptions, name: string): JobOptions {
  const { price, deadlineMinutes } = options;
  return {
    name: options.name ?? name,
    budget: options.budget,
    replicas: wholeNumber('--replicas', options.replicas, 1, 16),
    limits: limitsNamed(options),
    ...(price !== undefined && { unitsPerGigafuel: BigInt(wholeNumber('--price', price)) }),
    ...(deadlineMinutes !== undefined && {
      deadlineMs: wholeNumber('--deadline-minutes', deadlineMinutes, 1, 60 * 24 * 366) * MINUTE_MS,
    }),
  };
}
