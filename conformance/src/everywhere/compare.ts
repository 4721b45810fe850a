import type { Verdict } from '../tally.ts';
import type { Case, CaseResult } from './case.ts';

/**
 * Judges one engine's results by the corpus and by another engine's results, which are the measure; a verdict a case.
 * An engine that measures itself is judged by what the corpus expects alone.
 */
export function compareResults(
  cases: readonly Case[],
  measure: readonly CaseResult[],
  results: readonly CaseResult[],
): Verdict[] {
  return cases.map(({ name, expected }, i) => {
    const result = results[i];
    const reference = measure[i];
    if (result?.name !== name || reference?.name !== name) return failed(name, ['no result']);
    const why = differences(reference, result);
    if (result.status !== expected)
      why.push(`${result.status} (${result.trap ?? result.exitCode}) instead of ${expected}`);
    return why.length === 0 ? { status: 'passed' } : failed(name, why);
  });
}

function differences(reference: CaseResult, result: CaseResult): string[] {
  return (Object.keys(reference) as (keyof CaseResult)[])
    .filter((field) => result[field] !== reference[field])
    .map((field) => `${field} ${result[field]} instead of ${reference[field]}`);
}

function failed(name: string, why: readonly string[]): Verdict {
  return { status: 'failed', why: `${name}: ${why.join('; ')}` };
}
