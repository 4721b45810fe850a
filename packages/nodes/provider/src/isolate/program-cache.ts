import { type Cid, GristmillError } from '@gristmill/protocol';
import {
  createJavaScriptEngine,
  execute,
  instrument,
  type JavaScriptEngine,
  type Limits,
  type Outcome,
  type TaskInput,
} from '@gristmill/sandbox';
import type { ProgramContent } from '../executor.ts';

/** A program ready to run. */
export type RunProgram = (task: TaskInput, limits: Limits) => Promise<Outcome>;

export interface ProgramCacheOptions {
  quickjs: Uint8Array;
  /** Programs kept; the one unused for longest goes first. */
  programsMax: number;
  fetchContent: () => Promise<Uint8Array>;
}

/** Checks, instruments and compiles each program once, and keeps the last few. */
export function createProgramCache({ quickjs, programsMax, fetchContent }: ProgramCacheOptions): {
  get(kind: ProgramContent['kind'], name: Cid): Promise<RunProgram>;
} {
  const prepared = new Map<string, RunProgram>();
  let engine: Promise<JavaScriptEngine> | null = null;

  async function prepare(kind: ProgramContent['kind'], content: Uint8Array): Promise<RunProgram> {
    if (kind === 'wasm') return prepareModule(content);
    engine ??= startJavaScript(quickjs);
    const javaScript = await engine;
    const source = new TextDecoder().decode(content);
    return (task, limits) => javaScript.execute(source, task, limits).catch(refusalOf);
  }

  return {
    async get(kind, name) {
      const key = `${kind} ${name}`;
      const program = prepared.get(key) ?? (await prepare(kind, await fetchContent()));
      prepared.delete(key);
      prepared.set(key, program);
      const [oldest] = prepared.keys();
      if (prepared.size > programsMax && oldest !== undefined) prepared.delete(oldest);
      return program;
    },
  };
}

function prepareModule(content: Uint8Array): RunProgram {
  try {
    const module = instrument(content);
    return (task, limits) => execute(module, task, limits).catch(refusalOf);
  } catch (error) {
    const refusal = refusalOf(error);
    return () => Promise.resolve(refusal);
  }
}

/** An engine that does not start is this installation's fault, and must never pass for the task's. */
async function startJavaScript(quickjs: Uint8Array): Promise<JavaScriptEngine> {
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

/**
 * What the sandbox refuses because of the program or its input is refused by every honest device, so it is a result that
 * a quorum can agree on. It used nothing, so it costs nothing. Any other failure is this device's and is thrown on.
 */
function refusalOf(error: unknown): Outcome {
  if (!(error instanceof GristmillError) || error.fault !== 'user') throw error;
  return {
    status: 'trapped',
    exitCode: null,
    trap: `${error.code}: ${error.message}`,
    stdout: new Uint8Array(),
    stderr: new Uint8Array(),
    files: new Map(),
    fuelUsed: 0n,
    peakMemoryBytes: 0,
  };
}
