import { type Assignment, type Cid, GristmillError, nanFormOf } from '@gristmill/protocol';
import type { ExecuteRequest } from './executor.ts';

/** All that one task is made of, in bytes: what a device holds in memory while the task waits and runs. */
const CONTENT_BYTES_MAX = 512 * 1024 * 1024;

/** Content by name, of no more than so many bytes. */
type Fetch = (name: Cid, bytesMax: number) => Promise<Uint8Array>;

/**
 * What an executor is asked for to carry out an assignment; its program and inputs come from `fetch`.
 *
 * @throws GristmillError `TASK_CONTENT_TOO_LARGE` above 512 MiB together, and what `fetch` throws.
 */
export async function requestOf(
  { program, task, limits, seed, startTimeMs }: Assignment,
  fetch: Fetch,
): Promise<ExecuteRequest> {
  const name = program.kind === 'wasm' ? program.module : program.source;
  let bytesLeft = CONTENT_BYTES_MAX;
  const take: (name: Cid) => Promise<Uint8Array> = async (wanted) => {
    const content = await fetch(wanted, bytesLeft);
    bytesLeft -= content.length;
    if (bytesLeft < 0) throw contentTooLarge(wanted);
    return content;
  };
  const [content, stdin] = await Promise.all([take(name), task.stdin === null ? new Uint8Array() : take(task.stdin)]);
  const files = new Map<string, Uint8Array>();
  // One after another: however many there are, what is on its way fits into what is left.
  for (const [path, file] of Object.entries(task.files)) files.set(path, await take(file));
  return {
    program: { kind: program.kind, name, content, nan: nanFormOf(program) },
    task: { args: task.args, env: task.env, stdin, files, seed, startTime: startTimeMs },
    limits,
  };
}

function contentTooLarge(name: Cid): GristmillError {
  return new GristmillError(
    'TASK_CONTENT_TOO_LARGE',
    `With ${name} the task's program and inputs come to more than ${CONTENT_BYTES_MAX} bytes.`,
    { hint: 'Split the job into tasks with smaller inputs.', fault: 'platform' },
  );
}
