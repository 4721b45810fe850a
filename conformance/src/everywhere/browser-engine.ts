import { decode } from '@gristmill/protocol';
import type { CaseResult, Corpus } from './case.ts';
import { runCorpus } from './run-corpus.ts';

/** Runs, in a browser's page, the corpus that lies at a URL. */
export async function runCorpusAt(url: string): Promise<CaseResult[]> {
  const response = await fetch(url);
  return runCorpus(decode(new Uint8Array(await response.arrayBuffer())) as Corpus);
}
