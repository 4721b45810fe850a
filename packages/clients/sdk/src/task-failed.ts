import { GristmillError } from '@gristmill/protocol';
import { z } from 'zod';
import type { Batch } from './batches.ts';
import { hintFor } from './free-names.ts';
import type { SourcePlace } from './map-source.ts';
import { valueText } from './values.ts';

/** What a JavaScript task that failed leaves as its output: `failure-1` of @gristmill/sandbox. */
const failure = z.object({
  gristmill: z.literal('failure-1'),
  index: z.int().min(0).nullable(),
  message: z.string(),
  description: z.string(),
});
type Failure = z.infer<typeof failure>;

/** A task that its quorum agrees has failed; `failure` is what a JavaScript task itself says of it. */
export class TaskFailed extends GristmillError {
  readonly taskIndex: number;
  readonly failure: Failure | null;

  constructor(
    { code, message, hint }: { code: string; message: string; hint: string },
    taskIndex: number,
    output: Uint8Array,
  ) {
    const said = readFailure(output);
    super(code, said === null ? message : `Task ${taskIndex} failed: ${said.description}`, { hint });
    this.taskIndex = taskIndex;
    this.failure = said;
  }
}

/** The function of a `map` failed: on an input, or before any. Its code is the job's, `TASK_FAILED`. */
export class MapFailed extends GristmillError {
  /** The position of the input among all inputs; null when the function failed on none in particular. */
  readonly index: number | null;
  readonly input: unknown;

  constructor(
    code: string,
    message: string,
    options: { hint: string; cause: unknown; index: number | null; input: unknown },
  ) {
    super(code, message, options);
    this.index = options.index;
    this.input = options.input;
  }
}

/** What ended a map, in its own terms where it was the function. */
export function mapFailure(
  error: unknown,
  { inputs, batches, place }: { inputs: readonly unknown[]; batches: readonly Batch[]; place: SourcePlace },
): unknown {
  if (!(error instanceof TaskFailed) || error.failure === null) return error;
  const { index: indexInTask, message, description } = error.failure;
  const position = (batches[error.taskIndex]?.first ?? Number.NaN) + (indexInTask ?? Number.NaN);
  // Strangers say where it was; only an input that there is counts.
  const index = position < inputs.length ? position : null;
  const input = index === null ? undefined : inputs[index];
  const where = index === null ? 'The function failed' : `The function failed on inputs[${index}], ${shortText(input)}`;
  return new MapFailed(error.code, `${where}: ${placed(description, place)}`, {
    hint: hintOf(message),
    cause: error,
    index,
    input,
  });
}

const INPUT_CHARACTERS_MAX = 200;

/** The sandbox calls every source `task.js`. */
function placed(description: string, { fileName, columnsBefore }: SourcePlace): string {
  return description.replaceAll(/\btask\.js:(\d+):(\d+)/g, (_, line: string, column: string) => {
    const own = line === '1' ? Number(column) - columnsBefore : column;
    return `${fileName}:${line}:${own}`;
  });
}

function hintOf(message: string): string {
  const [, name] = /^(\S+) is not defined$/.exec(message) ?? [];
  if (name !== undefined) return hintFor([name]);
  if (message.startsWith('could not load module'))
    return 'A task has no modules to import: bundle the script into one file.';
  return 'Mend the function and run it again; lines count from its own first one.';
}

function shortText(input: unknown): string {
  const text = valueText(input);
  return text.length <= INPUT_CHARACTERS_MAX ? text : `${text.slice(0, INPUT_CHARACTERS_MAX)}…`;
}

/** Anybody may have written it: what is no such output says nothing. */
function readFailure(output: Uint8Array): Failure | null {
  try {
    return failure.parse(JSON.parse(new TextDecoder().decode(output)));
  } catch {
    return null;
  }
}
