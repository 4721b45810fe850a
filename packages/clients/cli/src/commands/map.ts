import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GristmillError } from '@gristmill/protocol';
import type { Command } from 'commander';
import { connect, formatUnits, type Json } from 'gristmill';
import { openHome } from '../home.ts';
import { checkWritable, readNamedFile, wholeNumber } from '../input.ts';
import { createOutput } from '../output.ts';
import { createProgress } from '../progress.ts';
import { openWallet } from '../wallet.ts';
import { addJobOptions, type JobCommandOptions, jobOptions } from './job-options.ts';

interface MapCommandOptions extends JobCommandOptions {
  inputs: string;
  output?: string;
  batch?: string;
}

export function addMap(program: Command): void {
  addJobOptions(
    program
      .command('map')
      .argument('<file>', 'a JavaScript module whose default export maps one input to one output')
      .summary('apply a JavaScript function to many inputs')
      .description(
        'Sends the function to the network and applies it to each line of --inputs; prints one JSON value a line, in order.',
      )
      .requiredOption('--inputs <file>', 'JSON Lines: one input a line')
      .option('--output <file>', 'write the outputs there instead of to standard output')
      .option('--batch <number>', 'inputs a task (default: about 64 tasks a job)'),
  )
    .addHelpText(
      'after',
      '\nExample:\n  echo "export default (n) => n * n" > square.mjs\n  seq 1000 > numbers.jsonl\n  gristmill map square.mjs --inputs numbers.jsonl',
    )
    .action(async (file: string, options: MapCommandOptions) => {
      const output = createOutput({ json: options.json ?? false });
      if (options.output !== undefined) await checkWritable(options.output);
      const mill = await connect({
        hub: options.hub,
        key: await openWallet(await openHome(options.home), options.hub),
      });
      const inputs = jsonLines(options.inputs, new TextDecoder().decode(await readNamedFile(options.inputs)));
      const javascript = new TextDecoder().decode(await readNamedFile(file));
      const progress = createProgress({
        title: path.basename(file),
        mill,
        replicas: wholeNumber('--replicas', options.replicas, 1),
      });
      const results = mill.map(
        inputs,
        { javascript },
        {
          ...jobOptions(options, path.basename(file)),
          ...(options.batch !== undefined && { batch: wholeNumber('--batch', options.batch, 1) }),
          signal: progress.signal,
          onEvent: progress.onEvent,
        },
      );
      const outputs: unknown[] = [];
      try {
        for await (const result of results) outputs.push(result);
      } finally {
        progress.stop();
      }
      const { view } = await (await results.job).result();
      const { asset } = await mill.network();
      const lines = outputs.map((value) => JSON.stringify(value)).join('\n');
      if (options.output !== undefined) await writeFile(options.output, `${lines}\n`);
      output.log(
        `${inputs.length} inputs, ${view.tasks} tasks, ${view.attempts} attempts, ${formatUnits(view.spentUnits, asset)}`,
      );
      if (options.output === undefined) output.result({ ...view, outputs }, lines);
      else if (output.json) output.result({ ...view, resultPath: path.resolve(options.output) }, '');
    });
}

function jsonLines(file: string, text: string): Json[] {
  return text
    .split('\n')
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, number }) => {
      try {
        return JSON.parse(line) as Json;
      } catch (cause) {
        throw new GristmillError('INPUT_MALFORMED', `${file}, line ${number} is not JSON: ${line.slice(0, 80)}`, {
          hint: 'Write one JSON value a line (JSON Lines).',
          cause,
        });
      }
    });
}
