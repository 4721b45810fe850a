import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execPath } from 'node:process';
import { expect, test } from 'vitest';
import { runCoreJson } from '../src/index.ts';
import { readJson, writeJson, type Json, type JsonObject } from '../src/lossless-json.ts';

// Each file was written from the specification of Marlowe v1: an agreement, transactions, and what must come of them.
const folder = path.join(import.meta.dirname, 'vectors');

function read(file: string): Record<'agreement' | 'inputs' | 'outputs', Json> {
  const vector = readJson(readFileSync(path.join(folder, file), 'utf8')) as JsonObject;
  return { agreement: vector.get('agreement')!, inputs: vector.get('inputs')!, outputs: vector.get('outputs')! };
}

/** Keys in one order, because JSON objects have none. */
function ordered(json: Json): Json {
  if (Array.isArray(json)) return json.map(ordered);
  if (!(json instanceof Map)) return json;
  return new Map([...json.keys()].toSorted().map((key) => [key, ordered(json.get(key)!)]));
}

test.each(readdirSync(folder))('%s', (file) => {
  const { agreement, inputs, outputs } = read(file);
  const actual = readJson(runCoreJson(writeJson(agreement), writeJson(inputs)));
  expect(ordered(actual)).toEqual(ordered(outputs));
});

test('the runner prints the same from the command line', () => {
  const { agreement, inputs, outputs } = read('a-payment-takes-what-is-there.json');
  const scratch = mkdtempSync(path.join(tmpdir(), 'agreement-'));
  writeFileSync(path.join(scratch, 'agreement.json'), writeJson(agreement));
  writeFileSync(path.join(scratch, 'inputs.json'), writeJson(inputs));
  const printed = execFileSync(
    execPath,
    [
      '--conditions=@gristmill/source',
      path.join(import.meta.dirname, 'run.ts'),
      path.join(scratch, 'agreement.json'),
      path.join(scratch, 'inputs.json'),
    ],
    { encoding: 'utf8' },
  );
  expect(ordered(readJson(printed))).toEqual(ordered(outputs));
});
