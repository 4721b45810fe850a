import { outputJson } from '../src/core-json.ts';
import { readJson, writeJson, type Json } from '../src/lossless-json.ts';
import { pathsOf } from '../src/published-json.ts';
import { runTransactions } from '../src/run.ts';

interface Checked {
  paths: number;
  transactions: number;
  /** What did not come out as noted: which path, which of its transactions, and both outputs. */
  failures: { path: number; transaction: number; expected: unknown; actual: unknown }[];
}

/** Plays execution paths, and compares each output with the one noted beside its input. */
export function checkPaths(text: string): Checked {
  const paths = pathsOf(readJson(text));
  const failures: Checked['failures'] = [];
  let transactions = 0;
  for (const [path, { agreement, transactions: played, outputs: noted }] of paths.entries()) {
    for (const [transaction, output] of runTransactions(agreement, played).entries()) {
      transactions += 1;
      const [expected, actual] = [noted[transaction], outputJson(output)];
      if (expected === undefined || inOrder(expected) === inOrder(actual)) continue;
      failures.push({ path, transaction, expected: inOrder(expected), actual: inOrder(actual) });
    }
  }
  return { paths: paths.length, transactions, failures };
}

/** Whether a document holds execution paths, and not an agreement or a list of transactions. */
export function holdsPaths(text: string): boolean {
  const json = readJson(text);
  const [first] = Array.isArray(json) ? json : [json];
  return first instanceof Map && first.has('transactions');
}

/** JSON text with its keys in one order, because JSON objects have none. */
function inOrder(json: Json): string {
  return writeJson(ordered(json));
}

export function ordered(json: Json): Json {
  if (Array.isArray(json)) return json.map(ordered);
  if (!(json instanceof Map)) return json;
  return new Map([...json.keys()].toSorted().map((key) => [key, ordered(json.get(key)!)]));
}
