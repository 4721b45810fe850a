import { parseArgs } from 'node:util';
import { journal } from './journal.ts';
import { type Answer, machine } from './question.ts';
import { sandbox } from './sandbox.ts';

const QUESTIONS = [sandbox, journal];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false } },
});
const question = QUESTIONS.find(({ name }) => name === positionals[0]);

if (question === undefined) {
  const known = QUESTIONS.map(({ name, asks }) => `  ${name.padEnd(10)} ${asks}`).join('\n');
  const message = `npm run bench -- NAME [--json], with NAME one of:\n${known}`;
  if (values.json)
    console.log(JSON.stringify({ error: { code: 'USAGE', message: 'Name a benchmark.', hint: message } }));
  else console.error(message);
  process.exitCode = 2;
} else {
  const answer: Answer = {
    name: question.name,
    machine: machine(),
    ...(await question.ask((line) => console.error(line))),
  };
  console.log(values.json ? JSON.stringify(answer, null, 2) : asText(answer));
}

function asText({ name, machine, results, summary }: Answer): string {
  const rows = results.map(
    ({ case: what, unit, ours, rival, rivalName, ratio, note }) =>
      `${what.padEnd(22)} ${ours.toPrecision(4).padStart(9)} ${unit}  against ${rival.toPrecision(4).padStart(9)} (${rivalName})  ratio ${ratio.toFixed(2)}  ${note}`,
  );
  const figures = Object.entries(summary).map(
    ([key, value]) => `${key}: ${typeof value === 'number' ? value.toFixed(3) : value}`,
  );
  return [`${name} on ${machine}`, ...rows, ...figures].join('\n');
}
