import { asGristmillError, jsonText } from '@gristmill/protocol';
import colors from 'yoctocolors';

/**
 * Where a command says things. With `--json` stdout carries exactly one JSON document and nothing else;
 * progress and logs always go to stderr.
 */
export interface Output {
  readonly json: boolean;
  /** The command's result: the document for scripts, the text for people. */
  result(document: unknown, text: string): void;
  /** A line of progress. */
  log: (line: string) => void;
}

export function createOutput({ json }: { json: boolean }): Output {
  return {
    json,
    result: (document, text) => process.stdout.write(`${json ? jsonText(document, 2) : text}\n`),
    log: (line) => process.stderr.write(`${line}\n`),
  };
}

/** Prints an error in the shape its reader expects and gives the exit code. */
export function reportError(thrown: unknown, { json }: { json: boolean }): number {
  const error = asGristmillError(thrown);
  if (json) {
    process.stdout.write(`${jsonText({ error }, 2)}\n`);
  } else {
    process.stderr.write(
      `${colors.red('error')} ${error.message}\n${colors.dim('hint ')} ${error.hint}\n${colors.dim(`code  ${error.code}`)}\n`,
    );
    if (error.code === 'INTERNAL' && error.cause instanceof Error) process.stderr.write(`${error.cause.stack}\n`);
  }
  return 1;
}
