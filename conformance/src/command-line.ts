import { parseArgs } from 'node:util';
import { GristmillError } from '@gristmill/protocol';
import type { ModuleForm } from './spec/subject.ts';

/** What the command is asked to do. */
export type Request =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'run';
      readonly suite: 'spec' | 'wasi';
      readonly folder: string;
      readonly json: boolean;
      readonly form: ModuleForm;
    }
  | {
      readonly kind: 'run everywhere';
      readonly json: boolean;
      /** The words of a command that starts another Node. */
      readonly also: readonly [string, ...string[]] | null;
    };

export const HELP = `npm run conformance -- spec|wasi FOLDER [--json] [--form FORM]
npm run conformance -- everywhere [--json] [--also COMMAND]

Runs an official test-suite through the sandbox and says what passed, by file. The suites are not part of this
repository; check one out and give its folder:

  spec FOLDER   a checkout of WebAssembly/spec or WebAssembly/testsuite (.wast scripts)
  wasi FOLDER   a checkout of WebAssembly/wasi-testsuite, branch prod/testsuite-base (.wasm programs, .json beside them),
                or any folder of WASI programs with such files: { args, env, stdin, root, stdout, exit_code }

Instead of a folder one file of it will do.

Or runs one corpus of our own in several engines (Node's V8 with its baseline compiler only, with its optimising compiler
only, as it comes; headless Chromium) and says where an output or an amount of fuel differs:

  everywhere    takes no folder

  --json        one JSON document on stdout: { suite, passed, failed, refused, failures: [{ file, line, why }], ... }
  --also COMMAND  everywhere only: another Node to compare, by the command that starts it
  --form FORM   spec only: canonical (default) or optimistic, as the sandbox treats NaNs; or plain, which leaves the
                sandbox out, to tell the engine's failures from ours

What profile gristmill-1 refuses by name (threads, garbage collection, memory64 ...) counts as refused.
Exit code: 0 when nothing failed, 1 when something did, 2 when the command was not understood or could not start.`;

/** @throws GristmillError `USAGE` */
export function readCommandLine(args: readonly string[]): Request {
  const { values, positionals } = parsed(args);
  if (values.help) return { kind: 'help' };
  const [suite, folder, ...rest] = positionals;
  if (suite === 'everywhere') {
    if (folder !== undefined) throw usage('The suite "everywhere" brings its own programs and takes no folder.');
    if (values.form !== undefined) throw usage('--form goes with the suite "spec" only.');
    const [program, ...flags] = (values.also ?? '').split(' ').filter((word) => word !== '');
    return { kind: 'run everywhere', json: values.json, also: program === undefined ? null : [program, ...flags] };
  }
  if (suite !== 'spec' && suite !== 'wasi') {
    throw usage(suite === undefined ? 'No suite is named.' : `There is no suite "${suite}".`);
  }
  if (values.also !== undefined) throw usage('--also goes with the suite "everywhere" only.');
  if (folder === undefined) throw usage(`No folder is given for the suite "${suite}".`);
  if (rest.length > 0) throw usage(`"${rest.join(' ')}" is too much: one suite and one folder is all it takes.`);
  if (values.form !== undefined && suite === 'wasi') throw usage('--form goes with the suite "spec" only.');
  return { kind: 'run', suite, folder, json: values.json, form: formNamed(values.form ?? 'canonical') };
}

function formNamed(name: string): ModuleForm {
  if (name === 'canonical' || name === 'optimistic' || name === 'plain') return name;
  throw usage(`There is no form "${name}": it is canonical, optimistic or plain.`);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        form: { type: 'string' },
        also: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw usage(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function usage(message: string, cause?: unknown): GristmillError {
  return new GristmillError('USAGE', message, {
    hint: 'Write: npm run conformance -- spec|wasi FOLDER [--json], or: npm run conformance -- everywhere [--json]',
    cause,
  });
}
