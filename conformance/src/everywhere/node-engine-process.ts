// One Node engine: takes the corpus from stdin, runs it under the flags it was started with, gives the results on stdout.
import { buffer } from 'node:stream/consumers';
import { decode } from '@gristmill/protocol';
import type { Corpus } from './case.ts';
import { runCorpus } from './run-corpus.ts';

const DAY_MS = 86_400_000;

// Node does not wait for `WebAssembly.compile`: with nothing else to do it ends, and the promise never settles.
const presence = setInterval(() => {}, DAY_MS);
const corpus = decode(new Uint8Array(await buffer(process.stdin))) as Corpus;
process.stdout.write(JSON.stringify(await runCorpus(corpus)));
clearInterval(presence);
