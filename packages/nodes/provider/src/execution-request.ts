import { type Assignment, type Cid, nanFormOf } from '@gristmill/protocol';
import type { ExecuteRequest } from './executor.ts';

/** What an executor is asked for to carry out an assignment; its program and inputs come from `fetch`, all at a time. */
export async function requestOf(
  { program, task, limits, seed, startTimeMs }: Assignment,
  fetch: (name: Cid) => Promise<Uint8Array>,
): Promise<ExecuteRequest> {
  const name = program.kind === 'wasm' ? program.module : program.source;
  const [content, stdin, ...files] = await Promise.all([
    fetch(name),
    task.stdin === null ? new Uint8Array() : fetch(task.stdin),
    ...Object.entries(task.files).map(async ([path, file]) => [path, await fetch(file)] as const),
  ]);
  return {
    program: { kind: program.kind, name, content, nan: nanFormOf(program) },
    task: { args: task.args, env: task.env, stdin, files: new Map(files), seed, startTime: startTimeMs },
    limits,
  };
}
