import { asGristmillError } from '@gristmill/protocol';
import { answerText } from './answer-text.ts';
import { readCommandLine, usage } from './command-line.ts';
import { gas } from './gas/gas.ts';
import { journal } from './journal.ts';
import { type Answer, machine } from './question.ts';
import { sandbox } from './sandbox/sandbox.ts';
import { tax } from './tax/tax.ts';

const QUESTIONS = [sandbox, journal, gas, tax];
const HELP = `npm run bench -- NAME [--json] [--rounds N] [--modules DIR] [--out FILE]

Asks a question of speed or cost and answers it as ratios against what a user would pick instead. Both sides run in one
process; where time is measured they take turns, and the figures are medians. A ratio is better for us when larger than 1.

${QUESTIONS.map(({ name, asks }) => `  ${name.padEnd(14)}${asks}`).join('\n')}

  --json        one JSON document on stdout: { name, machine, results: [{ case, unit, ours, rival, rivalName, ratio,
                note }], skipped: [{ case, why }], summary }; progress goes to stderr
  --rounds N    counted rounds a case, 5 when not said; more where the machine is busy. Not for gas, which is exact
  --modules DIR sandbox only: measures every .wasm file in a folder, and in folders in it, that exports _start (a WASI
                command) or run, instead of the kernels that are written here. Modules that cannot be run are named
                under "skipped", and why. Kernels of 0.1 to 1 second give steady figures.
  --out FILE    gas only: writes the chart of gas per paid task to FILE, an .svg

Examples:
  npm run -s bench -- gas --json --out gas.svg > gas.json
  npm run -s bench -- sandbox --modules /tmp/kernels --rounds 3 --json > answer.json`;

try {
  const request = readCommandLine(process.argv.slice(2));
  if (request.kind === 'help') {
    console.log(HELP);
  } else {
    const question = QUESTIONS.find(({ name }) => name === request.question);
    if (question === undefined) {
      throw usage(
        `There is no benchmark "${request.question}": it is ${QUESTIONS.map(({ name }) => name).join(' or ')}.`,
      );
    }
    const answer: Answer = {
      name: question.name,
      machine: machine(),
      ...(await question.ask((line) => console.error(line), request.options)),
    };
    console.log(request.json ? JSON.stringify(answer, null, 2) : answerText(answer));
  }
} catch (thrown) {
  const error = asGristmillError(thrown);
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error }, null, 2));
  console.error(`error ${error.message}\nhint  ${error.hint}\ncode  ${error.code}`);
  if (error.code === 'INTERNAL') console.error(error.cause);
  process.exitCode = error.code === 'USAGE' ? 2 : 1;
}
