#!/usr/bin/env node
import './plain-when-piped.ts';
import { GristmillError } from '@gristmill/protocol';
import { Command, CommanderError } from 'commander';
import { addAudit } from './commands/audit.ts';
import { addExec } from './commands/exec.ts';
import { addMap } from './commands/map.ts';
import { addProvide } from './commands/provide.ts';
import { addRun } from './commands/run.ts';
import { addSettle } from './commands/settle.ts';
import { addStatus } from './commands/status.ts';
import { addUp } from './commands/up.ts';
import { reportError } from './output.ts';

/** Exit codes: 0 done, 1 it failed (the error says why), 2 the command line was wrong. */
const EXIT_USAGE = 2;

// Who reads only the first lines (`| head`) closes the pipe; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

const json = process.argv.includes('--json');
const program = new Command('gristmill')
  .description(
    'One compute network out of idle devices. It checks its own work and settles its own money, taxes included.',
  )
  .version('0.1.0')
  .addHelpText(
    'after',
    [
      '\nA first try, each line in a terminal of its own:',
      '  gristmill up                                     a hub, with a local chain to try it on',
      '  gristmill provide --home /tmp/left               two devices, for two owners must agree',
      '  gristmill provide --home /tmp/right',
      '  gristmill map square.mjs --inputs numbers.jsonl  a function over many inputs',
    ].join('\n'),
  )
  .showHelpAfterError('(add --help for the options)')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => (json ? undefined : write(text)) });

for (const add of [addUp, addProvide, addRun, addMap, addExec, addStatus, addSettle, addAudit]) add(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) {
    // What a command had opened when it failed must not keep it running: its error is all that is left to say.
    process.exit(reportError(error, { json }));
  } else if (error.exitCode !== 0) {
    process.exitCode = EXIT_USAGE;
    if (json) {
      const message = error.message.replace(/^error: /, '');
      reportError(new GristmillError('USAGE', message, { hint: 'See `gristmill --help`.' }), { json });
    }
  }
}
