import { cidOfBytes, DEFAULT_LIMITS, GristmillError, type NanForm, nanForm } from '@gristmill/protocol';
import { createProcessExecutor, type ExecuteRequest, type Execution } from '@gristmill/provider';
import { instrument } from '@gristmill/sandbox';
import { type Command, Option } from 'commander';
import type { Json } from 'gristmill';
import colors from 'yoctocolors';
import { optionInvalid, readJsonLines, readNamedFile, wholeNumber } from '../input.ts';
import { addLimitOptions, type LimitOptions, limitsNamed } from '../limit-options.ts';
import { createOutput, type Output } from '../output.ts';
import { type ProgramFile, readProgram } from '../program-file.ts';
import { formatBytes, formatCount } from '../quantities.ts';
import { jsonLines, outputsOfScript } from '../script-values.ts';
import { filesOfFolders, saveFiles } from '../task-files.ts';

interface ExecOptions extends LimitOptions {
  arg?: string[];
  input?: string[];
  inputs?: string;
  stdin?: string;
  env?: string[];
  dir?: string[];
  save?: string;
  nan: NanForm;
  seed: string;
  startTime: string;
  json?: boolean;
}

/** As `timeout` of the GNU coreutils says of what it stopped. */
const EXIT_LIMIT = 124;
/** As a shell says of a program that aborted: 128 and SIGABRT. */
const EXIT_TRAPPED = 134;
/** A process keeps eight bits of its exit code: 256 must not look like success. */
const EXIT_CODE_MAX = 255;

export function addExec(program: Command): void {
  addLimitOptions(
    program
      .command('exec')
      .argument('<file>', 'a WASI-preview-1 module (.wasm), JavaScript (.js, .mjs) or TypeScript (.ts, .mts)')
      .argument('[words...]', "the program's arguments; after -- they may begin with a dash")
      .summary('run one task here, exactly as a provider would')
      .description(
        'Runs a program once in the sandbox of this machine, without a hub and without payment: the same bytes and the ' +
          'same fuel as on any provider.\n\n' +
          'A module reads --stdin and its arguments. A script is a default export (input, context) => output: it is ' +
          'called once for each --input or each line of --inputs, and each output is printed as a line of JSON.',
      )
      .option('--arg <value...>', 'arguments')
      .option('--input <json...>', "a script's input; several are several calls (default: null, once)")
      .option('--inputs <file>', "a script's inputs as JSON Lines; - for standard input")
      .option('--stdin <file>', "the task's standard input, byte for byte; - for this command's own")
      .option('--env <name=value...>', 'environment variables; it sees no others')
      .option('--dir <host:guest...>', 'copy a folder into its in-memory file system, which ends with it')
      .option('--save <folder>', 'write the files that it made or changed there')
      .addOption(
        new Option('--nan <form>', "how a module's NaNs are kept alike; optimistic is faster, for the same fuel")
          .choices(nanForm.options)
          .default('canonical'),
      )
      .option('--seed <number>', 'what its random numbers follow from', '0')
      .option('--start-time <time>', 'what its clock shows at the start: milliseconds since 1970, or ISO 8601', '0'),
  )
    .option('--json', 'print one JSON document; outputs in base64')
    .addHelpText(
      'after',
      `
Exit codes:
  0 to 255  the program's own, when it exited (codes above 255 show as 255)
  124       stopped at a limit: fuel, memory, stack or output
  134       trapped: it broke a rule of WebAssembly
  125       Gristmill could not run it: no such file, a module that is refused, a wrong option
A program may use these numbers itself; "status" in --json tells which it was.

Examples:
  gristmill exec program.wasm --arg 7 --dir ./data:/data --save ./results
  gristmill exec square.mjs --input 12
  seq 5 | gristmill exec square.ts --inputs - --json
  gristmill exec program.wasm --stdin picture.raw --fuel 1000000000 -- --width 640`,
    )
    .action(async (file: string, words: string[], options: ExecOptions) => {
      const output = createOutput({ json: options.json ?? false });
      const program = await readProgram(file);
      const request: ExecuteRequest = {
        program: { kind: program.kind, name: program.cid, content: program.content, nan: options.nan },
        task: {
          args: [...(options.arg ?? []), ...words],
          env: environmentOf(options.env ?? []),
          stdin: await stdinOf(program, options),
          files: await filesOfFolders(options.dir ?? []),
          seed: seedOf(options.seed),
          startTime: timeOf(options.startTime),
        },
        limits: { ...DEFAULT_LIMITS, ...limitsNamed(options) },
      };
      const execution = await executeHere(request, output);
      const saved = options.save === undefined ? [] : await saveFiles(options.save, execution.files);
      if (output.json) output.result(documentOf(program, execution), '');
      else print(program, execution, output, { saved, isRaw: options.stdin !== undefined });
      process.exitCode = exitCodeOf(execution);
    });
}

/**
 * A refused program is a result on the network, where all must agree on it; here it is an error, with a hint.
 *
 * @throws GristmillError `MODULE_…` as the sandbox refuses modules, `TASK_FILES_INVALID`, and what executors throw.
 */
async function executeHere(request: ExecuteRequest, { log }: Output): Promise<Execution> {
  const execution = await executeOnce(request, log);
  const [, code, message] = /^([A-Z]+(?:_[A-Z]+)+): (.*)$/s.exec(execution.trap ?? '') ?? [];
  if (code === undefined || message === undefined || execution.fuelUsed > 0n) return execution;
  // Asked itself, the sandbox says what to do about it too.
  if (code.startsWith('MODULE_')) instrument(request.program.content);
  throw new GristmillError(code, message, { hint: 'Mend what it names; nothing was run.' });
}

async function executeOnce(request: ExecuteRequest, log: Output['log']): Promise<Execution> {
  const executor = await createProcessExecutor({ workers: 1, niceness: 0, log });
  try {
    return await executor.execute(request);
  } finally {
    await executor.close();
  }
}

function exitCodeOf({ status, exitCode }: Execution): number {
  if (status === 'exited') return Math.min(exitCode ?? 0, EXIT_CODE_MAX);
  return status === 'trapped' ? EXIT_TRAPPED : EXIT_LIMIT;
}

/** @throws GristmillError `OPTION_INVALID`, `OPTIONS_CONFLICT`, `FILE_UNREADABLE`, `INPUT_MALFORMED` */
async function stdinOf({ kind }: ProgramFile, { input, inputs, stdin }: ExecOptions): Promise<Uint8Array> {
  const given = Object.entries({ '--input': input, '--inputs': inputs, '--stdin': stdin });
  const [first, second] = given.flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (second !== undefined) throw conflict(`${first} and ${second} both say what the program is given.`);
  if (stdin !== undefined) return readNamedFile(stdin);
  if (kind === 'wasm') {
    if (first === undefined) return new Uint8Array();
    throw conflict(`${first} is for scripts; a module reads bytes.`);
  }
  const values = inputs === undefined ? (input ?? ['null']).map(jsonOf) : await readJsonLines(inputs);
  return new TextEncoder().encode(JSON.stringify(values));
}

function conflict(message: string): GristmillError {
  return new GristmillError('OPTIONS_CONFLICT', message, {
    hint: 'Give a module --stdin, and a script one of --input, --inputs and --stdin.',
  });
}

function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw optionInvalid('--input', text, `JSON (text stands in quotes: '"text"')`);
  }
}

function environmentOf(assignments: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    assignments.map((assignment) => {
      const at = assignment.indexOf('=');
      if (at < 1) throw optionInvalid('--env', assignment, 'NAME=VALUE');
      return [assignment.slice(0, at), assignment.slice(at + 1)];
    }),
  );
}

function seedOf(text: string): Uint8Array {
  const seed = new Uint8Array(32);
  new DataView(seed.buffer).setBigUint64(0, BigInt(wholeNumber('--seed', text)), true);
  return seed;
}

function timeOf(text: string): number {
  const time = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isSafeInteger(time) && time >= 0) return time;
  throw optionInvalid('--start-time', text, 'milliseconds since 1970, or a time such as 2026-01-01T00:00:00Z');
}

function documentOf(program: ProgramFile, execution: Execution) {
  const { status, exitCode, trap, fuelUsed, stdout, stderr, files, peakMemoryBytes } = execution;
  const outputs = outputsOf(program, execution);
  return {
    status,
    exitCode,
    trap: trap ?? null,
    fuelUsed,
    stdoutCid: cidOfBytes(stdout),
    stdoutBase64: Buffer.from(stdout).toString('base64'),
    stderrBase64: Buffer.from(stderr).toString('base64'),
    files: Object.fromEntries(
      [...files].map(([name, content]) => [name, { cid: cidOfBytes(content), bytes: content.length }]),
    ),
    peakMemoryBytes,
    ...(outputs !== null && { outputs }),
  };
}

/** What a script that ended well gave for each input; null for anything else. */
function outputsOf({ kind }: ProgramFile, { status, exitCode, stdout }: Execution): unknown[] | null {
  return kind === 'javascript' && status === 'exited' && exitCode === 0 ? outputsOfScript(stdout) : null;
}

function print(
  program: ProgramFile,
  execution: Execution,
  { log }: Output,
  { saved, isRaw }: { saved: readonly string[]; isRaw: boolean },
): void {
  const { status, exitCode, trap, fuelUsed, stdout, stderr, files, peakMemoryBytes, durationMs } = execution;
  // A script that fails leaves no outputs; what it threw is on stderr.
  const isScript = program.kind === 'javascript' && !isRaw;
  process.stdout.write(isScript ? jsonLines(outputsOf(program, execution) ?? []) : stdout);
  process.stderr.write(stderr);
  for (const file of saved) log(colors.dim(`wrote ${file}`));
  const end = { exited: `exit code ${exitCode}`, trapped: `trapped: ${trap}`, limit: `stopped: ${limitText(trap)}` };
  const facts = [
    status === 'out-of-fuel' ? 'stopped: out of fuel (see --fuel)' : end[status],
    `${formatCount(fuelUsed)} fuel`,
    `${formatBytes(peakMemoryBytes)} of memory`,
    `${Math.round(durationMs)} ms here`,
    ...(files.size > 0 && saved.length === 0 ? [`${files.size} files made or changed (see --save)`] : []),
  ];
  log((status === 'exited' && exitCode === 0 ? colors.dim : colors.yellow)(facts.join(' · ')));
}

/** The option that raises the limit a task ran into. */
function limitText(limit = ''): string {
  return `beyond ${limit} (see --${limit.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)})`;
}
