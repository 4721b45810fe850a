import { once } from 'node:events';
import { open, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { GristmillError } from '@gristmill/protocol';
import { assess, type Assessment, assessmentPage, explain } from '@gristmill/tax';
import type { Command } from 'commander';
import { checkWritable, wholeNumber } from '../../input.ts';
import { createOutput } from '../../output.ts';
import { formatCount, formatMoney } from '../../quantities.ts';
import { table } from '../../table.ts';
import { createBatch } from '../../tax/batch/batch.ts';
import { chunksOf } from '../../tax/batch/batch-chunks.ts';
import { createBatchProgress } from '../../tax/batch/batch-progress.ts';
import { type BatchThreads, createBatchThreads } from '../../tax/batch/batch-threads.ts';
import { readFacts } from '../../tax/facts/facts-file.ts';
import { addLawOptions, inForceOf, type LawOptions } from '../../tax/rules/in-force.ts';
import { loadPack } from '../../tax/rules/pack-reference.ts';
import { runBatch } from '../../tax/batch/run-batch.ts';

interface AssessOptions extends LawOptions {
  pack?: string;
  facts?: string;
  batch?: string;
  explain?: boolean;
  html?: string;
  home?: string;
  json?: boolean;
}

export function addAssess(tax: Command): void {
  addLawOptions(
    tax
      .command('assess')
      .summary('what is owed on these facts, and why')
      .description(
        'Computes the tax of one set of facts, with every line, formula, rule and citation it rests on; or of many, one a ' +
          'line.',
      )
      .option('--pack <pack>', 'the rules: an id of `gristmill tax packs`, or the beginning of one')
      .option('--facts <file>', 'what is known, YAML or JSON (see `gristmill tax facts`); `-` is standard input'),
  )
    .option('--explain', 'print every line with its formula, inputs, rules and citations')
    .option('--html <file>', 'write the same as a page, to be opened line by line')
    .option(
      '--batch <file>',
      'assess the cases of a file with one a line, and print one result a line; `-` is standard input',
    )
    .option('--home <folder>', 'where adopted packs lie (default: $GRISTMILL_HOME or ~/.gristmill)')
    .option('--json', 'print one JSON document; with --batch one a line, as without it')
    .addHelpText(
      'after',
      `
Each line of --batch is { "id", "pack"?, "year"? or "asOf"?, "knownAt"?, "facts": { … } }, with --pack, --year, --as-of
and --known-at for what a line does not say. Each result is { "id", "lines": { … }, "total", "error"? }: money in minor
units, "total" null where there is an error. Lines with errors do not end the batch.

Examples:
  gristmill tax assess --pack us/federal --year 2026 --facts facts.yaml
  gristmill tax assess --pack us/federal --year 2026 --facts facts.yaml --html why.html
  gristmill tax assess --pack us/federal --year 2025 --known-at 2025-07-03 --facts facts.yaml --json
  gristmill tax assess --batch households.jsonl --pack us/federal --year 2026 > results.jsonl`,
    )
    .action((options: AssessOptions) => (options.batch === undefined ? assessOne(options) : assessBatch(options)));
}

async function assessOne(options: AssessOptions): Promise<void> {
  const { pack: reference, facts, html } = options;
  if (reference === undefined || facts === undefined) {
    const missing = reference === undefined ? '--pack' : '--facts';
    throw new GristmillError('OPTION_MISSING', `An assessment needs ${missing}.`, {
      hint: 'Name --pack, --year and --facts, or --batch for many cases; see `gristmill tax assess --help`.',
    });
  }
  const output = createOutput({ json: options.json ?? false });
  const pack = await loadPack(reference, options.home);
  const assessment = assess(pack, await readFacts(facts, pack.id), inForceOf(pack, options));
  if (html !== undefined) {
    await checkWritable(html);
    await writeFile(html, assessmentPage(assessment));
  }
  output.result(assessment, options.explain === true ? explain(assessment) : summaryOf(assessment));
}

function summaryOf({ title, year, asOf, knownAt, pack, currency, lines, total }: Assessment): string {
  const shown = ({ unit, amount }: Assessment['lines'][number]): string =>
    unit === 'currency' ? formatMoney(BigInt(amount), currency) : amount;
  return [
    `${title}, ${year}: ${formatMoney(BigInt(total), currency)}`,
    `law of ${asOf}${knownAt === null ? '' : ` as known on ${knownAt}`}, rules ${pack}`,
    table(
      ['line', 'amount', 'what it is'],
      lines.map((line) => [line.variable, shown(line), line.label]),
    ),
  ].join('\n');
}

async function assessBatch(options: AssessOptions): Promise<void> {
  const { batch: file = '-', facts, explain: why, html, year } = options;
  if (facts !== undefined || why !== undefined || html !== undefined) {
    throw new GristmillError('OPTIONS_CONFLICT', 'A batch has its facts in its lines, and gives no reasons.', {
      hint: 'Leave out --facts, --explain and --html, or --batch.',
    });
  }
  const { pack, asOf, knownAt, home } = options;
  const defaults = { pack, asOf, knownAt, year: year === undefined ? undefined : wholeNumber('--year', year, 1, 9998) };
  const load = (reference: string) => loadPack(reference, home);
  const threads = availableParallelism();
  let started: BatchThreads | null = null;
  const output = createOutput({ json: options.json ?? false });
  const progress = createBatchProgress();
  try {
    const { cases, errors } = await runBatch({
      chunks: chunksOf(bytesOf(file)),
      here: createBatch(defaults, load),
      startThreads: () =>
        (started = createBatchThreads({
          threads,
          defaults,
          home,
          cidOf: async (reference) => (await load(reference)).cid,
        })),
      bytesHere: threads === 1 ? Infinity : BYTES_WITHOUT_THREADS,
      chunksMax: 3 * threads,
      write: writeOut,
      onProgress: progress.onProgress,
    });
    progress.stop();
    output.log(`${formatCount(cases)} cases${errors === 0 ? '' : `, ${formatCount(errors)} of them with errors`}`);
  } finally {
    progress.stop();
    await (started as BatchThreads | null)?.close();
  }
}

/** What is assessed in the time that threads take to start. */
const BYTES_WITHOUT_THREADS = 8 << 20;
const BYTES_READ_AT_ONCE = 1 << 19;

async function writeOut(results: Uint8Array): Promise<void> {
  if (results.length > 0 && !process.stdout.write(results)) await once(process.stdout, 'drain');
}

/** @throws GristmillError `FILE_UNREADABLE` */
async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  if (file === '-') return yield* process.stdin as AsyncIterable<Uint8Array>;
  try {
    const handle = await open(file);
    yield* handle.createReadStream({ highWaterMark: BYTES_READ_AT_ONCE }) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw new GristmillError('FILE_UNREADABLE', `Cannot read ${file}: ${(cause as Error).message}.`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}
