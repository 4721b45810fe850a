import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cidOfBytes } from '@gristmill/protocol';
import type { Command } from 'commander';
import { connect, formatUnits } from 'gristmill';
import { openHome } from '../home.ts';
import { checkWritable, programKindOf, readNamedFile, wholeNumber } from '../input.ts';
import { createOutput } from '../output.ts';
import { createProgress } from '../progress.ts';
import { openWallet } from '../wallet.ts';
import { addJobOptions, type JobCommandOptions, jobOptions } from './job-options.ts';

interface RunCommandOptions extends JobCommandOptions {
  arg?: string[];
  each?: string;
  stdin?: string;
  output?: string;
  fuel?: string;
}

export function addRun(program: Command): void {
  addJobOptions(
    program
      .command('run')
      .argument('<file>', 'a WASI-preview-1 module (.wasm) or a JavaScript module (.js, .mjs)')
      .summary('run a program on the network')
      .description(
        'Runs a program as a job: one task, or one task for each line of --each. The outputs, in order, are the result; ' +
          'each was reported alike by --replicas different owners before it was believed and paid.',
      )
      .option('--arg <value...>', 'arguments of every task')
      .option('--each <file>', 'one task a line; the words of the line are further arguments')
      .option('--stdin <file>', "every task's standard input")
      .option('--output <file>', 'write the result there instead of to standard output')
      .option('--fuel <number>', 'fuel limit of one task'),
  )
    .addHelpText('after', '\nExample:\n  gristmill run collatz.wasm --each ranges.txt --budget 5 --output results.txt')
    .action(async (file: string, options: RunCommandOptions) => {
      const output = createOutput({ json: options.json ?? false });
      if (options.output !== undefined) await checkWritable(options.output);
      const mill = await connect({
        hub: options.hub,
        key: await openWallet(await openHome(options.home), options.hub),
      });
      const code = await readNamedFile(file);
      const stdin = options.stdin === undefined ? undefined : await readNamedFile(options.stdin);
      const tasks = (await linesOf(options.each)).map((words) => ({
        args: [...(options.arg ?? []), ...words],
        ...(stdin && { stdin }),
      }));
      const progress = createProgress({
        title: path.basename(file),
        mill,
        replicas: wholeNumber('--replicas', options.replicas, 1),
      });
      const running = mill.run({
        ...jobOptions(options, path.basename(file)),
        ...(options.fuel !== undefined && { limits: { fuel: BigInt(wholeNumber('--fuel', options.fuel, 1)) } }),
        program: programKindOf(file) === 'wasm' ? { wasm: code } : { javascript: new TextDecoder().decode(code) },
        tasks,
        signal: progress.signal,
        onEvent: progress.onEvent,
      });
      const { content, view } = await running.then((job) => job.result()).finally(() => progress.stop());
      const { asset } = await mill.network();
      if (options.output !== undefined) await writeFile(options.output, content);
      else if (!output.json) process.stdout.write(content);
      const bill = `${view.tasks} tasks, ${view.attempts} attempts, ${view.fuelUsed} fuel, ${formatUnits(view.spentUnits, asset)}`;
      if (!output.json) return output.log(options.output === undefined ? bill : `${options.output}: ${bill}`);
      output.result(
        {
          ...view,
          resultCid: cidOfBytes(content),
          ...(options.output === undefined
            ? { resultBase64: Buffer.from(content).toString('base64') }
            : { resultPath: path.resolve(options.output) }),
        },
        bill,
      );
    });
}

/** The words of each line; one empty line when there is no file. */
async function linesOf(file: string | undefined): Promise<string[][]> {
  if (file === undefined) return [[]];
  const text = new TextDecoder().decode(await readNamedFile(file));
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().split(/\s+/));
}
