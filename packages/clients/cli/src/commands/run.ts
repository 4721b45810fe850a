import path from 'node:path';
import { cidOfBytes, type NanForm, nanForm } from '@gristmill/protocol';
import { type Command, Option } from 'commander';
import { connect } from 'gristmill';
import { billText } from '../bill.ts';
import { openHome } from '../home.ts';
import { checkWritable, inputMalformed, readLinesOfJob, readNamedFile, wholeNumber, writeResult } from '../input.ts';
import { interruptionOf } from '../interruption.ts';
import { createOutput } from '../output.ts';
import { readProgram } from '../program-file.ts';
import { createProgress } from '../progress.ts';
import { openWallet } from '../wallet.ts';
import { filesOfFolders } from '../task-files.ts';
import { UnendedWord, wordsOf } from '../words.ts';
import { detach } from './detach.ts';
import { addJobOptions, type JobCommandOptions, jobOptions } from './job-options.ts';

interface RunCommandOptions extends JobCommandOptions {
  arg?: string[];
  each?: string;
  stdin?: string;
  dir?: string[];
  nan: NanForm;
  output?: string;
}

export function addRun(program: Command): void {
  addJobOptions(
    program
      .command('run')
      .argument('<file>', 'a WASI-preview-1 module (.wasm), JavaScript (.js, .mjs) or TypeScript (.ts, .mts)')
      .summary('run a program on the network')
      .description(
        'Runs a program as a job: one task, or one task for each line of --each. The outputs, in order, are the result; ' +
          'each was reported alike by --replicas different owners before it was believed and paid.',
      )
      .option('--arg <value...>', 'arguments of every task')
      .option(
        '--each <file>',
        'one task a line; its words, quoted as in a shell, are further arguments; - for standard input',
      )
      .option('--stdin <file>', "every task's standard input; - for this command's own")
      .option('--dir <host:guest...>', "copy a folder into every task's in-memory file system")
      .addOption(
        new Option('--nan <form>', "how a module's NaNs are kept alike; optimistic is faster, for the same fuel")
          .choices(nanForm.options)
          .default('canonical'),
      )
      .option('--out, --output <file>', 'write the result there instead of to standard output'),
  )
    .addHelpText(
      'after',
      `
Examples:
  gristmill run hello.wasm
  gristmill run collatz.wasm --each ranges.txt --budget 5 --output results.txt
  seq 100 | gristmill run render.wasm --each - --arg --quality high --replicas 3 --detach
A line of --each such as   7 "two words" ''   is the arguments 7, two words and an empty one.`,
    )
    .action(async (file: string, options: RunCommandOptions) => {
      const output = createOutput({ json: options.json ?? false });
      if (options.output !== undefined) await checkWritable(options.output);
      const { title, kind, content: code } = await readProgram(file);
      const stdin = options.stdin === undefined ? undefined : await readNamedFile(options.stdin);
      const files = Object.fromEntries(await filesOfFolders(options.dir ?? []));
      const tasks = (await wordsOfLines(options.each)).map((words) => ({
        args: [...(options.arg ?? []), ...words],
        ...(stdin && { stdin }),
        files,
      }));
      const told = jobOptions(options, title);
      const mill = await connect({
        hub: options.hub,
        key: await openWallet(await openHome(options.home), options.hub),
      });
      const replicas = wholeNumber('--replicas', options.replicas, 1);
      const progress = createProgress({ title, network: () => mill.network(), replicas });
      const interruption = interruptionOf(title, progress.say);
      const running = mill.run({
        ...told,
        program: kind === 'wasm' ? { wasm: code } : { javascript: new TextDecoder().decode(code) },
        tasks,
        nan: options.nan,
        signal: interruption.signal,
        onEvent: progress.onEvent,
      });
      if (options.detach === true) return detach(await running, output);
      const { content, view } = await running
        .then((job) => job.result())
        .finally(() => {
          progress.stop();
          interruption.stop();
        });
      const { asset } = await mill.network();
      if (options.output !== undefined) await writeResult(options.output, content);
      else if (!output.json) process.stdout.write(content);
      const bill = billText(view, asset);
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

/**
 * The words of each line; one task without any when there is no file.
 *
 * @throws GristmillError `FILE_UNREADABLE`, `TEXT_INVALID`, `INPUT_MALFORMED`, `JOB_EMPTY`
 */
async function wordsOfLines(file: string | undefined): Promise<string[][]> {
  if (file === undefined) return [[]];
  const lines = await readLinesOfJob(file);
  return lines.map(({ line, number }) => {
    try {
      return wordsOf(line);
    } catch (cause) {
      if (!(cause instanceof UnendedWord)) throw cause;
      throw inputMalformed(
        file,
        number,
        `has ${cause.message}: ${line.slice(0, 80)}`,
        'End the quote, or write \\" for the character itself.',
        cause,
      );
    }
  });
}
