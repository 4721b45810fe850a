/**
 * A small runner for published Marlowe core JSON.
 *
 * `node --conditions=@gristmill/source test/run.ts AGREEMENT.json INPUTS.json` prints a list of transaction outputs.
 * AGREEMENT is a contract or `{ "contract", "state" }`; INPUTS a list of transactions.
 *
 * `node --conditions=@gristmill/source test/run.ts PATHS.json ...` plays execution paths, `[{ "contract", "state",
 * "transactions": [{ "input", "output" }] }]`, and prints where an output is not the one noted; then it ends with 1.
 */
import { readFileSync } from 'node:fs';
import { argv, exit, stdout } from 'node:process';
import { runCoreJson } from '../src/index.ts';
import { checkPaths, holdsPaths } from './paths.ts';

const files = argv.slice(2);
const texts = files.map((file) => readFileSync(file, 'utf8'));
const [first, second] = texts;
if (first === undefined) throw new Error('usage: run.ts AGREEMENT.json INPUTS.json, or run.ts PATHS.json ...');
if (second !== undefined && texts.length === 2 && !holdsPaths(first)) {
  stdout.write(`${runCoreJson(first, second, 2)}\n`);
} else {
  const checked = texts.map((text, index) => ({ file: files[index], ...checkPaths(text) }));
  stdout.write(`${JSON.stringify(checked, null, 2)}\n`);
  if (checked.some(({ failures }) => failures.length > 0)) exit(1);
}
