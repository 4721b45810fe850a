import { parseArgs } from 'node:util';
import { GristmillError } from '@gristmill/protocol';

/** How a question is asked; each question reads of it what concerns it. */
export interface AskOptions {
  /** A folder of `.wasm` files to measure instead of the kernels that are written here. */
  readonly modules: string | null;
  /** A file for the chart that goes with the answer, where there is one. */
  readonly out: string | null;
  /** Rounds in which the sides take turns; a first one that warms up is not counted. */
  readonly rounds: number;
}

/** What the command is asked to do. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'ask'; readonly question: string; readonly json: boolean; readonly options: AskOptions };

const ROUNDS_DEFAULT = 5;
const ROUNDS_MAX = 1000;

/** @throws GristmillError `USAGE` */
export function readCommandLine(args: readonly string[]): Request {
  const { values, positionals } = parsed(args);
  const [question, ...rest] = positionals;
  if (values.help) return { kind: 'help' };
  if (question === undefined) throw usage('No benchmark is named.');
  if (rest.length > 0) throw usage(`"${rest.join(' ')}" is too much: one benchmark is all it takes.`);
  if (values.modules !== undefined && question !== 'sandbox') throw usage('--modules goes with "sandbox" only.');
  if (values.out !== undefined && question !== 'gas') throw usage('--out goes with "gas" only.');
  if (values.out?.endsWith('.svg') === false) throw usage(`--out ${values.out} does not end in .svg.`);
  if (values.rounds !== undefined && question === 'gas') throw usage('--rounds does not go with "gas": it is exact.');
  const rounds = values.rounds === undefined ? ROUNDS_DEFAULT : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > ROUNDS_MAX) {
    throw usage(`--rounds ${values.rounds} is no whole number from 1 to ${ROUNDS_MAX}.`);
  }
  const options = { modules: values.modules ?? null, out: values.out ?? null, rounds };
  return { kind: 'ask', question, json: values.json, options };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        modules: { type: 'string' },
        out: { type: 'string' },
        rounds: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw usage(cause instanceof Error ? cause.message : String(cause), cause);
  }
}

export function usage(message: string, cause?: unknown): GristmillError {
  return new GristmillError('USAGE', message, { hint: 'Write: npm run bench -- --help', cause });
}
