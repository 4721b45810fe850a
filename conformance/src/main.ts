import path from 'node:path';
import { asGristmillError } from '@gristmill/protocol';
import { HELP, readCommandLine, type Request } from './command-line.ts';
import { runEverywhere } from './everywhere/everywhere.ts';
import { reportText } from './report-text.ts';
import { runSpecSuite } from './spec/suite.ts';
import type { FileCounts, Report } from './tally.ts';
import { runWasiSuite } from './wasi/suite.ts';

try {
  const request = readCommandLine(process.argv.slice(2));
  if (request.kind === 'help') {
    console.log(HELP);
  } else {
    const report = await run(request);
    console.log(request.json ? JSON.stringify(report, null, 2) : reportText(report));
    process.exitCode = report.failed === 0 ? 0 : 1;
  }
} catch (thrown) {
  const error = asGristmillError(thrown);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error }, null, 2));
  console.error(`error ${error.message}\nhint  ${error.hint}\ncode  ${error.code}`);
  if (error.code === 'INTERNAL') console.error(error.cause);
  process.exitCode = 2;
}

function run(request: Exclude<Request, { kind: 'help' }>): Promise<Report> {
  if (request.kind === 'run everywhere') return runEverywhere({ also: request.also, onFile });
  // npm runs scripts in the root of the repository; a relative folder is meant from where the user stands.
  const folder = path.resolve(process.env['INIT_CWD'] ?? '.', request.folder);
  return request.suite === 'spec'
    ? runSpecSuite({ folder, form: request.form, onFile })
    : runWasiSuite({ folder, onFile });
}

function onFile({ file, passed, failed, refused }: FileCounts): void {
  console.error(`${file}: ${passed} passed, ${failed} failed, ${refused} refused`);
}
