import { parseArgs } from 'node:util';
import { GristmillError } from '@gristmill/protocol';
import type { ModuleForm } from './spec/subject.ts';

/** What the command is asked to do. */
type Request =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'run';
      readonly suite: 'spec' | 'wasi';
      readonly folder: string;
      readonly json: boolean;
      readonly form: ModuleForm;
    };

export const HELP = `npm run conformance -- spec|wasi FOLDER [--json] [--form FORM]

Runs an official test-suite through the sandbox and says what passed, by file. The suites are not part of this
repository; check one out and give its folder:

  spec FOLDER   a checkout of WebAssembly/spec or WebAssembly/testsuite (.wast scripts)
  wasi FOLDER   a checkout of WebAssembly/wasi-testsuite, branch prod/testsuite-base (.wasm programs, .json beside them)

  --json        one JSON document on stdout: { suite, passed, failed, refused, failures: [{ file, line, why }], ... }
  --form FORM   spec only: canonical (default) or optimistic, as the sandbox treats NaNs; or plain, which leaves the
                sandbox out, to tell the engine's failures from ours

What profile gristmill-1 refuses by name (threads, garbage collection, memory64 ...) counts as refused.
Exit code: 0 when nothing failed, 1 when something did, 2 when the command was not understood or could not start.`;

/** @throws GristmillError `USAGE` */
export function readCommandLine(args: readonly string[]): Request {
  const { values, positionals } = parsed(args);
  if (values.help) return { kind: 'help' };
  const [suite, folder, ...rest] = positionals;
  if (suite !== 'spec' && suite !== 'wasi') {
    throw usage(suite === undefined ? 'No suite is named.' : `There is no suite "${suite}".`);
  }
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
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw usage(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function usage(message: string, cause?: unknown): GristmillError {
  return new GristmillError('USAGE', message, {
    hint: 'Write: npm run conformance -- spec|wasi FOLDER [--json]',
    cause,
  });
}
