import type { Command } from 'commander';

export interface HomeOption {
  home?: string;
  json?: boolean;
}

/** The same before and behind the name of a subcommand. */
export function withHomeOption(command: Command): Command {
  return command
    .option('--home <folder>', 'where adopted packs lie (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document');
}
