/**
 * A small runner for published Marlowe core JSON: `node --conditions=@gristmill/source test/run.ts AGREEMENT.json INPUTS.json`
 * prints a list of transaction outputs. AGREEMENT is a contract or `{ "contract", "state" }`; INPUTS a list of transactions.
 */
import { readFileSync } from 'node:fs';
import { argv, stdout } from 'node:process';
import { runCoreJson } from '../src/index.ts';

const [agreement, inputs] = argv.slice(2);
if (agreement === undefined || inputs === undefined) throw new Error('usage: run.ts AGREEMENT.json INPUTS.json');
stdout.write(`${runCoreJson(readFileSync(agreement, 'utf8'), readFileSync(inputs, 'utf8'), 2)}\n`);
