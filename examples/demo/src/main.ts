import './plain-when-piped.ts';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { asGristmillError, GristmillError } from '@gristmill/protocol';

const HELP = `npm run demo -- [--seed N] [--small] [--kill-hub] [--out FOLDER] [--json]

Builds a whole network on this machine (a chain, a hub, five devices: three honest, one that lies, one that is killed),
renders a picture and estimates the warming trend on it, pays everybody, sets tax aside, and audits itself.

  --seed N      what is random follows from it (default 1): the same picture, estimate and keys every time
  --kill-hub    also kill the hub with SIGKILL in the middle of job 1, and start it again
  --small       a small picture and few resamples, for a quick look
  --out FOLDER  where the picture and the chart go (default out)
  --json        one JSON document on stdout, progress on stderr`;

const json = process.argv.includes('--json');
/** What a shell says of a program that a signal ended. */
const SIGNAL_EXIT = 128;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  // Everything it started ends with it. Not `once`: one Ctrl-C may arrive twice, from the terminal and by way of npm.
  process.on(signal, () => {
    fail(new GristmillError('DEMO_INTERRUPTED', `The demo was ended by ${signal}.`, { hint: 'Run it again.' }));
    process.exit(SIGNAL_EXIT + os.constants.signals[signal]);
  });
}
// Who reads only the first lines closes the pipe; a closed terminal is told by SIGHUP.
process.stdout.on('error', () => process.exit(1));
process.stderr.on('error', () => undefined);

try {
  const values = parsedOptions();
  if (values.help) console.log(HELP);
  else await demonstrate(values);
} catch (thrown) {
  const error = asGristmillError(thrown);
  fail(error);
  if (error.code === 'INTERNAL') console.error(error.cause);
  process.exit(error.code === 'USAGE' ? 2 : 1);
}

/** The one document that stdout gets, or three lines for a person. */
function fail(error: GristmillError): void {
  if (json) console.log(JSON.stringify({ error }));
  else console.error(`error ${error.message}\nhint  ${error.hint}\ncode  ${error.code}`);
}

async function demonstrate(values: ReturnType<typeof parsedOptions>): Promise<void> {
  const seed = seedFrom(values.seed);
  // Only now: all that they bring along takes a second, which help and a mistyped option need not wait for.
  const [{ FULL, runDemo, SMALL }, { summaryDocument, summaryText }, { createView }] = await Promise.all([
    import('./demo.ts'),
    import('./summary.ts'),
    import('./view.ts'),
  ]);
  const result = await runDemo({
    seed,
    ...(values.small ? SMALL : FULL),
    outFolder: path.resolve(values.out),
    view: createView(),
    crashHub: values['kill-hub'],
  });
  const document = summaryDocument(result);
  console.log(json ? JSON.stringify(document, null, 2) : summaryText(result));
  process.exitCode = document.ok ? 0 : 1;
}

function parsedOptions() {
  try {
    return parseArgs({
      options: {
        seed: { type: 'string', default: '1' },
        small: { type: 'boolean', default: false },
        'kill-hub': { type: 'boolean', default: false },
        out: { type: 'string', default: 'out' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (cause) {
    throw new GristmillError('USAGE', (cause as Error).message, { hint: 'See `npm run demo -- --help`.', cause });
  }
}

function seedFrom(text: string): number {
  const seed = Number(text);
  if (/^\d+$/.test(text) && seed <= 0xffff_ffff) return seed;
  throw new GristmillError('USAGE', `--seed is "${text}".`, { hint: 'Write a whole number below 2^32.' });
}
