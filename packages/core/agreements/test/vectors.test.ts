import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execPath } from 'node:process';
import { expect, test } from 'vitest';
import { runCoreJson } from '../src/index.ts';
import { readJson, writeJson, type Json, type JsonObject } from '../src/lossless-json.ts';
import { checkPaths, ordered } from './paths.ts';

// Each file was written from the specification of Marlowe v1: an agreement, transactions, and what must come of them.
const folder = path.join(import.meta.dirname, 'vectors');

function read(file: string): Record<'agreement' | 'inputs' | 'outputs', Json> {
  const vector = readJson(readFileSync(path.join(folder, file), 'utf8')) as JsonObject;
  return { agreement: vector.get('agreement')!, inputs: vector.get('inputs')!, outputs: vector.get('outputs')! };
}

test.each(readdirSync(folder))('%s', (file) => {
  const { agreement, inputs, outputs } = read(file);
  const actual = readJson(runCoreJson(writeJson(agreement), writeJson(inputs)));
  expect(ordered(actual)).toEqual(ordered(outputs));
});

/** The same as an execution path, as Marlowe's own are published. */
function pathOf(file: string): JsonObject {
  const { agreement, inputs, outputs } = read(file);
  const whole = agreement as JsonObject;
  const transactions = (inputs as Json[]).map(
    (input, index): Json =>
      new Map([
        ['input', input],
        ['output', (outputs as Json[])[index]!],
      ]),
  );
  return new Map<string, Json>(whole.has('contract') ? whole : [['contract', agreement]]).set(
    'transactions',
    transactions,
  );
}

test('all of them, as execution paths', () => {
  const paths = readdirSync(folder).map(pathOf);
  const transactions = paths.reduce((sum, path) => sum + (path.get('transactions') as Json[]).length, 0);
  expect(checkPaths(writeJson(paths))).toEqual({ paths: paths.length, transactions, failures: [] });
  expect(transactions).toBeGreaterThan(20);
});

test('an output that is not the one noted is shown beside it', () => {
  const path = pathOf('quotients-are-cut-towards-zero.json');
  (path.get('transactions') as JsonObject[])[0]!.set('output', 'close');
  expect(checkPaths(writeJson(path)).failures).toMatchObject([{ path: 0, transaction: 0, expected: '"close"' }]);
});

function run(...files: string[]): string {
  const runner = path.join(import.meta.dirname, 'run.ts');
  return execFileSync(execPath, ['--conditions=@gristmill/source', runner, ...files], { encoding: 'utf8' });
}

test('the runner prints the same from the command line', () => {
  const { agreement, inputs, outputs } = read('a-payment-takes-what-is-there.json');
  const scratch = mkdtempSync(path.join(tmpdir(), 'agreement-'));
  const [terms, played, paths] = ['agreement.json', 'inputs.json', 'paths.json'].map((file) =>
    path.join(scratch, file),
  );
  writeFileSync(terms!, writeJson(agreement));
  writeFileSync(played!, writeJson(inputs));
  writeFileSync(paths!, writeJson([pathOf('a-payment-takes-what-is-there.json')]));
  expect(ordered(readJson(run(terms!, played!)))).toEqual(ordered(outputs));
  expect(JSON.parse(run(paths!, paths!))).toMatchObject([
    { file: paths, paths: 1, failures: [] },
    { paths: 1, failures: [] },
  ]);
});
