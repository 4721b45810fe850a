import { GristmillError } from '@gristmill/protocol';
import {
  createJavaScriptEngine,
  execute,
  type JavaScriptEngine,
  type Limits,
  type Outcome,
  type TaskInput,
} from '@gristmill/sandbox';
import { createLruCache } from '../lru-cache.ts';
import type { PreparedProgram } from './messages.ts';
import { refusalOf } from './refusal.ts';

/** A program ready to run. */
export type RunProgram = (task: TaskInput, limits: Limits) => Promise<Outcome>;

export interface ProgramCacheOptions {
  quickjs: Uint8Array;
  /** Prepared programs kept; the one unused for longest goes first. */
  bytesMax: number;
  fetchProgram: (key: string) => Promise<PreparedProgram>;
}

/** The programs that one thread has run last, compiled. */
export function createProgramCache({ quickjs, bytesMax, fetchProgram }: ProgramCacheOptions): {
  get(key: string): Promise<RunProgram>;
  /** So that the first JavaScript task need not wait for it. @throws GristmillError `JAVASCRIPT_ENGINE_UNAVAILABLE` */
  startJavaScript(): Promise<JavaScriptEngine>;
} {
  const kept = createLruCache<string, RunProgram>({ bytesMax });
  let engine: Promise<JavaScriptEngine> | null = null;

  function startJavaScript(): Promise<JavaScriptEngine> {
    engine ??= startQuickjs(quickjs);
    return engine;
  }

  async function runnable(program: PreparedProgram): Promise<RunProgram> {
    if (program.kind === 'wasm') {
      const { module } = program;
      return (task, limits) => execute(module, task, limits).catch(refusalOf);
    }
    const javaScript = await startJavaScript();
    const source = new TextDecoder().decode(program.source);
    return (task, limits) => javaScript.execute(source, task, limits).catch(refusalOf);
  }

  return {
    startJavaScript,
    async get(key) {
      const known = kept.get(key);
      if (known !== undefined) return known;
      const program = await fetchProgram(key);
      const run = await runnable(program);
      kept.set(key, run, bytesOf(program));
      return run;
    },
  };
}

function bytesOf(program: PreparedProgram): number {
  return program.kind === 'wasm' ? program.module.original.length + program.module.bytes.length : program.source.length;
}

/** An engine that does not start is this installation's fault, and must never pass for the task's. */
async function startQuickjs(quickjs: Uint8Array): Promise<JavaScriptEngine> {
  try {
    return await createJavaScriptEngine(quickjs);
  } catch (cause) {
    throw new GristmillError('JAVASCRIPT_ENGINE_UNAVAILABLE', 'The JavaScript engine of this device does not start.', {
      hint: 'Install Gristmill anew; `quickjs-wasi` is missing or altered.',
      fault: 'platform',
      cause,
    });
  }
}
