import type { FileCounts, Report } from '../tally.ts';
import { chromiumEngine } from './chromium-engine.ts';
import { buildCorpus } from './corpus/corpus.ts';
import { createNodeEngine, nodeEngines } from './node-engines.ts';
import { runEverywhereSuite } from './suite.ts';

interface EverywhereOptions {
  /** A command that starts another Node. */
  readonly also: readonly [string, ...string[]] | null;
  readonly onFile: (counts: FileCounts) => void;
}

/**
 * Runs our own corpus in every engine there is: this Node as it comes, which is the measure, with its baseline compiler
 * only, with its optimising compiler only, and headless Chromium; and another Node, where a command for one is given.
 *
 * @throws GristmillError `ENGINE_FAILED` when an engine does not come to results at all
 */
export async function runEverywhere({ also, onFile }: EverywhereOptions): Promise<Report> {
  const others = also === null ? [] : [createNodeEngine(also.join(' '), also)];
  return runEverywhereSuite({
    corpus: await buildCorpus(),
    engines: [...nodeEngines, chromiumEngine, ...others],
    onFile,
  });
}
