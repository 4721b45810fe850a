import path from 'node:path';
import type { Command } from 'commander';
import { connect, GristmillError, MapFailed, TaskFailed } from 'gristmill';
import { billText } from '../bill.ts';
import { counted } from '../counted.ts';
import { openHome } from '../home.ts';
import { checkWritable, jsonOfLines, readLinesOfJob, wholeNumber, writeResult } from '../input.ts';
import { interruptionOf } from '../interruption.ts';
import { createOutput } from '../output.ts';
import { readScript } from '../program-file.ts';
import { createProgress } from '../progress.ts';
import { jsonLines, outputsOfScript } from '../script-values.ts';
import { openWallet } from '../wallet.ts';
import { detach } from './detach.ts';
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
      .argument(
        '<file>',
        'JavaScript (.js, .mjs) or TypeScript (.ts, .mts) whose default export maps one input to one output',
      )
      .summary('apply a function to many inputs')
      .description(
        'Sends the function to the network and applies it to each line of --inputs; prints one JSON value a line, in ' +
          'order. The function sees its input and ES2023, nothing of this machine; it may be async.',
      )
      .requiredOption('--inputs <file>', 'JSON Lines: one input a line; - for standard input')
      .option('--out, --output <file>', 'write the outputs there instead of to standard output')
      .option('--batch <number>', 'inputs a task (default: about 64 tasks a job)'),
  )
    .addHelpText(
      'after',
      `
Examples:
  echo "export default (n) => n * n" > square.mjs
  seq 1000 | gristmill map square.mjs --inputs -
  gristmill map classify.ts --inputs texts.jsonl --batch 20 --output labels.jsonl
  gristmill exec square.mjs --input 12             try it here first, for nothing`,
    )
    .action(async (file: string, options: MapCommandOptions) => {
      const output = createOutput({ json: options.json ?? false });
      if (options.output !== undefined) await checkWritable(options.output);
      const { title, javascript } = await readScript(file);
      const lines = await readLinesOfJob(options.inputs);
      const inputs = jsonOfLines(options.inputs, lines);
      const told = jobOptions(options, title);
      const mill = await connect({
        hub: options.hub,
        key: await openWallet(await openHome(options.home), options.hub),
      });
      const replicas = wholeNumber('--replicas', options.replicas, 1);
      const progress = createProgress({ title, network: () => mill.network(), replicas });
      const interruption = interruptionOf(title, progress.say);
      const results = mill.map(
        inputs,
        { javascript },
        {
          ...told,
          ...(options.batch !== undefined && { batch: wholeNumber('--batch', options.batch, 1) }),
          signal: interruption.signal,
          onEvent: progress.onEvent,
        },
      );
      if (options.detach === true) return detach(await results.job, output);
      const outputs: unknown[] = [];
      try {
        // As they are sent, not as values of this process: JSON Lines cannot carry a Map or NaN as such.
        for await (const output of (await results.job).outputs()) outputs.push(...(outputsOfScript(output) ?? []));
      } catch (error) {
        throw await failureOnLine(error, results, options.inputs, lines);
      } finally {
        progress.stop();
        interruption.stop();
      }
      const { view } = await (await results.job).result();
      const { asset } = await mill.network();
      if (outputs.length !== inputs.length) throw outputsMissing(inputs.length, outputs.length);
      const text = jsonLines(outputs);
      if (options.output !== undefined) await writeResult(options.output, text);
      output.log(`${counted(inputs.length, 'input')}, ${billText(view, asset)}`);
      if (options.output === undefined) output.result({ ...view, outputs }, text.trimEnd());
      else if (output.json) output.result({ ...view, resultPath: path.resolve(options.output) }, '');
    });
}

/** Only whoever iterates the values themselves is told on which input the function failed: here it is a line. */
async function failureOnLine(
  error: unknown,
  values: AsyncIterable<unknown>,
  file: string,
  lines: readonly { number: number }[],
): Promise<unknown> {
  if (!(error instanceof TaskFailed)) return error;
  try {
    for await (const _ of values);
  } catch (failure) {
    const line = failure instanceof MapFailed && failure.index !== null ? lines[failure.index] : undefined;
    if (!(failure instanceof GristmillError) || line === undefined) return failure;
    const { code, message, hint } = failure;
    return new GristmillError(code, `${file}, line ${line.number}: ${message}`, { hint, cause: failure });
  }
  return error;
}

function outputsMissing(expected: number, given: number): GristmillError {
  return new GristmillError('RESULT_MALFORMED', `${expected} inputs were sent, and ${given} outputs came back.`, {
    hint: 'Look at what the hub holds with `gristmill result last --raw`, and raise --replicas: devices agreed on it.',
    fault: 'peer',
  });
}
