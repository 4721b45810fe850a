import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Cid, cidOfBytes, GristmillError } from '@gristmill/protocol';
import { createProcessExecutor, type Execution } from '@gristmill/provider';
import type { Command } from 'commander';
import { programKindOf, readNamedFile, wholeNumber } from '../input.ts';
import { createOutput } from '../output.ts';

interface ExecOptions {
  arg?: string[];
  stdin?: string;
  dir?: string[];
  fuel: string;
  memoryPages: string;
  seed: string;
  json?: boolean;
}

/** As the job defaults of the SDK, so that what runs here runs there. */
const STACK_DEPTH = 10_000;
const OUTPUT_BYTES = 16 * 1024 * 1024;
const WALL_CLOCK_MS = 120_000;

export function addExec(program: Command): void {
  program
    .command('exec')
    .argument('<file>', 'a WASI-preview-1 module (.wasm) or a JavaScript module (.js, .mjs)')
    .summary('run one task here, exactly as a provider would')
    .description(
      'Runs a program once in the sandbox of this machine, without a hub and without payment: the same bytes and the ' +
        "same fuel as on any provider. Exits with the program's own exit code, or 1 when it was stopped.",
    )
    .option('--arg <value...>', 'arguments')
    .option('--stdin <file>', 'standard input')
    .option('--dir <host:guest...>', 'copy a folder into the in-memory file system')
    .option('--fuel <number>', 'fuel limit', '20000000000')
    .option('--memory-pages <number>', 'memory limit in pages of 64 KiB', '2048')
    .option('--seed <number>', 'what its random numbers follow from', '0')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  gristmill exec program.wasm --arg 7 --dir ./data:/data --json')
    .action(async (file: string, options: ExecOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const content = await readNamedFile(file);
      const seed = new Uint8Array(32);
      new DataView(seed.buffer).setBigUint64(0, BigInt(wholeNumber('--seed', options.seed)), true);
      const executor = await createProcessExecutor({ workers: 1, log: output.log });
      try {
        const outcome = await executor.execute({
          program: { kind: programKindOf(file), name: cidOfBytes(content), content },
          task: {
            args: options.arg ?? [],
            env: {},
            stdin: options.stdin === undefined ? new Uint8Array() : await readNamedFile(options.stdin),
            files: await filesIn(options.dir ?? []),
            seed,
            startTime: 0,
          },
          limits: {
            fuel: BigInt(wholeNumber('--fuel', options.fuel, 1)),
            memoryPages: wholeNumber('--memory-pages', options.memoryPages, 1),
            stackDepth: STACK_DEPTH,
            outputBytes: OUTPUT_BYTES,
            wallClockMs: WALL_CLOCK_MS,
          },
        });
        if (output.json) output.result(documentOf(outcome), '');
        else print(outcome, output.log);
        process.exitCode = outcome.status === 'exited' ? (outcome.exitCode ?? 0) : 1;
      } finally {
        await executor.close();
      }
    });
}

function documentOf(outcome: Execution) {
  const { status, exitCode, trap, fuelUsed, stdout, stderr, files, peakMemoryBytes } = outcome;
  return {
    status,
    exitCode,
    trap: trap ?? null,
    fuelUsed,
    stdoutCid: cidOfBytes(stdout),
    stdoutBase64: Buffer.from(stdout).toString('base64'),
    stderrBase64: Buffer.from(stderr).toString('base64'),
    files: Object.fromEntries(
      [...files].map(([name, content]): [string, { cid: Cid; bytes: number }] => [
        name,
        { cid: cidOfBytes(content), bytes: content.length },
      ]),
    ),
    peakMemoryBytes,
  };
}

function print({ status, exitCode, trap, fuelUsed, stdout, stderr }: Execution, log: (line: string) => void): void {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  const end = status === 'exited' ? `exit code ${exitCode}` : `${status}: ${trap ?? ''}`;
  log(`${end}, ${fuelUsed.toLocaleString('en')} fuel`);
}

/** @throws GristmillError `OPTION_INVALID`, `FILE_UNREADABLE` */
async function filesIn(folders: readonly string[]): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const mapping of folders) {
    const [, host, guest] = /^(.+):(\/.*)$/.exec(mapping) ?? [];
    if (host === undefined || guest === undefined) {
      throw new GristmillError('OPTION_INVALID', `--dir is "${mapping}", not HOST:/GUEST.`, {
        hint: 'Name a folder here and where the program sees it, for example ./data:/data.',
      });
    }
    for (const entry of await entriesOf(host)) {
      const name = path.join(entry.parentPath, entry.name);
      files.set(path.posix.join(guest, path.relative(host, name).replaceAll(path.sep, '/')), await readNamedFile(name));
    }
  }
  return files;
}

async function entriesOf(folder: string) {
  try {
    return (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  } catch (cause) {
    throw new GristmillError('FILE_UNREADABLE', `Cannot read the folder ${folder}: ${(cause as Error).message}.`, {
      hint: 'Check the path and its permissions.',
      cause,
    });
  }
}
