import { Command } from 'commander';
import { COMMANDS } from './command-list.ts';

/**
 * The command line with the commands of these names; what it prints of its own accord goes to `write`, but nothing about
 * errors with `json`. Wrong use throws commander's CommanderError.
 */
export async function createProgram(
  names: readonly string[],
  { json, write }: { json: boolean; write?: (text: string) => void },
): Promise<Command> {
  const program = new Command('gristmill')
    .description(
      'One compute network out of idle devices. It checks its own work and settles its own money, taxes included.',
    )
    .version('0.1.0')
    .helpCommand(false)
    .addHelpText(
      'after',
      `
A first try, each line in a terminal of its own:
  gristmill up                                     a hub, with a local chain to try it on
  gristmill provide --home /tmp/left               two devices, for two owners must agree
  gristmill provide --home /tmp/right
  gristmill map square.mjs --inputs numbers.jsonl  a function over many inputs

Every command has --help with examples, and --json for scripts: then standard output carries exactly one
document, and an error is { "error": { "code", "message", "hint" } }.
Exit codes: 0 done, 1 it failed, 2 the command line was wrong; exec has its own (see exec --help).`,
    )
    .showHelpAfterError(json ? false : '(add --help for options and examples)')
    .exitOverride()
    .configureOutput({
      outputError: (text, print) => (json ? undefined : print(text)),
      ...(write !== undefined && { writeOut: write }),
    });
  for (const name of names) {
    const { group, load } = COMMANDS[name]!;
    program.commandsGroup(group);
    (await load())(program);
  }
  return program;
}
