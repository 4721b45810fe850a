import { asGristmillError, jsonText } from '@gristmill/protocol';
import colors from 'yoctocolors';
import { hintOnCommandLine } from './command-hint.ts';

/** Exit codes: 0 done, 1 it failed (the error says why), 2 the command line was wrong. */
export const EXIT_FAILED = 1;
export const EXIT_USAGE = 2;
/** What `exec` says of its own failures, as `docker run` and `env` do: the other codes are the program's. */
export const EXIT_EXEC_FAILED = 125;

/** A program that runs on after its result, as a hub does, may still fail; one document is all that stdout carries. */
let hasPrintedDocument = false;

/**
 * Where a command says things. With `--json` stdout carries exactly one JSON document and nothing else;
 * progress and logs always go to stderr.
 */
export interface Output {
  readonly json: boolean;
  /** The command's result: the document for scripts, the text for people. */
  result(document: unknown, text: string): void;
  /** The same where the document is JSON text already, whose integers may be of any size. */
  resultJson(json: string, text: string): void;
  /** A line of progress. */
  log: (line: string) => void;
}

export function createOutput({ json }: { json: boolean }): Output {
  function print(text: string): void {
    hasPrintedDocument ||= json;
    process.stdout.write(`${text}\n`);
  }
  return {
    json,
    result: (document, text) => print(json ? jsonText(document, 2) : text),
    resultJson: (document, text) => print(json ? document : text),
    log: (line) => process.stderr.write(`${line}\n`),
  };
}

/** What a command line says that is wrong in itself, whatever it meets. */
const USAGE_CODES = new Set(['USAGE', 'OPTION_INVALID', 'OPTIONS_CONFLICT']);

/** Prints an error in the shape its reader expects, after a result on stderr in any case, and gives the exit code. */
export function reportError(thrown: unknown, { json, isExec }: { json: boolean; isExec: boolean }): number {
  const error = asGristmillError(thrown);
  const { code, message } = error;
  const hint = hintOnCommandLine(error);
  if (json && !hasPrintedDocument) {
    process.stdout.write(`${jsonText({ error: { code, message, hint } }, 2)}\n`);
  } else {
    process.stderr.write(
      `${colors.red('error')} ${message}\n${colors.dim('hint ')} ${hint}\n${colors.dim(`code  ${code}`)}\n`,
    );
    if (code === 'INTERNAL' && error.cause instanceof Error) process.stderr.write(`${error.cause.stack}\n`);
  }
  if (isExec) return EXIT_EXEC_FAILED;
  return USAGE_CODES.has(code) ? EXIT_USAGE : EXIT_FAILED;
}
