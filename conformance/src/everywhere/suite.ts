import { type FileCounts, type Report, Tally } from '../tally.ts';
import type { Corpus, Engine } from './case.ts';
import { compareResults } from './compare.ts';

interface EverywhereSuiteOptions {
  readonly corpus: Corpus;
  /** The first is the measure of the others. */
  readonly engines: readonly [Engine, ...Engine[]];
  readonly onFile: (counts: FileCounts) => void;
}

/**
 * Runs one corpus in every engine and reports each difference from the first engine. `file` is the engine, `line` the
 * number of the case in the corpus, from 1.
 *
 * @throws GristmillError `ENGINE_FAILED` when an engine does not come to results at all
 */
export async function runEverywhereSuite({ corpus, engines, onFile }: EverywhereSuiteOptions): Promise<Report> {
  const tally = new Tally();
  const runs = await Promise.allSettled(engines.map((engine) => engine.run(corpus)));
  // Every engine has ended now, whatever it came to: none is left behind.
  const results = runs.map((run) => {
    if (run.status === 'rejected') throw run.reason;
    return run.value;
  });
  for (const [i, { name }] of engines.entries()) {
    for (const [k, verdict] of compareResults(corpus.cases, results[0]!, results[i]!).entries()) {
      tally.add(name, k + 1, verdict);
    }
    onFile(tally.countsOf(name));
  }
  return tally.report('everywhere');
}
