#!/usr/bin/env node
import './plain-when-piped.ts';
import { GristmillError } from '@gristmill/protocol';
import { CommanderError } from 'commander';
import { COMMANDS } from './command-list.ts';
import { EXIT_EXEC_FAILED, EXIT_USAGE, reportError } from './output.ts';
import { createProgram } from './program.ts';

const [name = ''] = process.argv.slice(2);
const endOfOptions = process.argv.indexOf('--');
const json = process.argv.slice(0, endOfOptions === -1 ? undefined : endOfOptions).includes('--json');
const isExec = name === 'exec';
const isCommand = Object.hasOwn(COMMANDS, name);

// Who reads only the first lines (`| head`) closes the pipe; that is no failure of ours. A full disk is one.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code === 'EPIPE') process.exit(0);
  const error = new GristmillError('OUTPUT_UNWRITABLE', `Standard output cannot be written: ${cause.message}.`, {
    hint: 'Send it elsewhere; what a job gave is fetched again by `gristmill result last`.',
    cause,
  });
  process.exit(reportError(error, { json: false, isExec }));
});
// Progress that nobody reads any more (a closed terminal, a log's reader that ended) stops no job, hub or provider.
process.stderr.on('error', () => undefined);

// Help and mistyped names need all of them.
const program = await createProgram(isCommand ? [name] : Object.keys(COMMANDS), { json });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) {
    // What a command had opened when it failed must not keep it running: its error is all that is left to say.
    process.exit(reportError(error, { json, isExec }));
  } else if (error.exitCode !== 0) {
    // Commander has said it to people already.
    if (json) reportError(usageError(error), { json, isExec });
    process.exitCode = isExec ? EXIT_EXEC_FAILED : EXIT_USAGE;
  }
}

function usageError({ code, message }: CommanderError): GristmillError {
  const said = code === 'commander.help' ? 'No command was named.' : message.replace(/^error: /, '');
  return new GristmillError('USAGE', said, { hint: `See \`gristmill ${isCommand ? `${name} ` : ''}--help\`.` });
}
