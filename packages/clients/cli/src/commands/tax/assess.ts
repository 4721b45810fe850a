import { once } from 'node:events';
import { open, writeFile } from 'node:fs/promises';
import { GristmillError } from '@gristmill/protocol';
import { assess, type Assessment, assessmentPage, explain } from '@gristmill/tax';
import type { Command } from 'commander';
import { checkWritable, wholeNumber } from '../../input.ts';
import { createOutput, type Output } from '../../output.ts';
import { formatCount, formatMoney } from '../../quantities.ts';
import { table } from '../../table.ts';
import { createBatch, linesOf } from '../../tax/batch.ts';
import { readFacts } from '../../tax/facts-file.ts';
import { addLawOptions, inForceOf, type LawOptions } from '../../tax/in-force.ts';
import { loadPack } from '../../tax/pack-reference.ts';

interface AssessOptions extends LawOptions {
  pack?: string;
  facts?: string;
  batch?: string;
  explain?: boolean;
  html?: string;
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
  const pack = await loadPack(reference);
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
  const { pack, asOf, knownAt } = options;
  const batch = createBatch(
    { pack, asOf, knownAt, year: year === undefined ? undefined : wholeNumber('--year', year, 1, 9998) },
    loadPack,
  );
  let [number, cases, errors] = [0, 0, 0];
  for await (const lines of linesOf(await openText(file))) {
    const results: string[] = [];
    for (const line of lines) {
      number += 1;
      if (line.trim() === '') continue;
      const assessed = batch.assessLine(number === 1 ? line.replace(/^\uFEFF/, '') : line, number);
      const result = assessed instanceof Promise ? await assessed : assessed;
      cases += 1;
      if (result.error !== undefined) errors += 1;
      results.push(`${JSON.stringify(result)}\n`);
    }
    if (results.length > 0 && !process.stdout.write(results.join(''))) await once(process.stdout, 'drain');
  }
  report(createOutput({ json: options.json ?? false }), cases, errors);
}

function report({ log }: Output, cases: number, errors: number): void {
  log(`${formatCount(cases)} cases${errors === 0 ? '' : `, ${formatCount(errors)} of them with errors`}`);
}

/** @throws GristmillError `FILE_UNREADABLE` */
async function openText(file: string): Promise<AsyncIterable<string>> {
  if (file === '-') return process.stdin.setEncoding('utf8') as AsyncIterable<string>;
  try {
    const handle = await open(file);
    return handle.createReadStream({ encoding: 'utf8', highWaterMark: 1 << 18 }) as AsyncIterable<string>;
  } catch (cause) {
    throw new GristmillError('FILE_UNREADABLE', `Cannot read ${file}: ${(cause as Error).message}.`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}
