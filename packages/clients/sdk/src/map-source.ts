import { checkSelfContained } from './free-names.ts';
import { FUNCTION_PREFIX, functionModule } from './javascript-source.ts';
import { loadProgram, type Script } from './program-source.ts';
import { optionMalformed } from './errors.ts';

/** A self-contained function, or a script whose default export is one. */
export type MapFunction<Input, Output> = ((input: Input) => Output | Promise<Output>) | Script;

/** How places in a task's errors become the requestor's. */
export interface SourcePlace {
  fileName: string;
  /** Columns on the first line that are not the requestor's. */
  columnsBefore: number;
}

/** What a map sends. */
export interface MapSource {
  javascript: string;
  place: SourcePlace;
}

/**
 * What a map sends for its function; what can be refused without waiting is refused at once.
 *
 * @throws GristmillError at once: `FUNCTION_NOT_PORTABLE`, `CONSTANT_NAME_INVALID`, `VALUE_UNSUPPORTED`, `JOB_MALFORMED`
 *   for constants of a script; from the loading: `FUNCTION_NOT_PORTABLE`, `PROGRAM_UNREADABLE`, `TYPESCRIPT_INVALID`.
 */
export function mapSource(
  fn: MapFunction<never, unknown>,
  constants: Readonly<Record<string, unknown>>,
): () => Promise<MapSource> {
  const declared = new Set(Object.keys(constants));
  if (typeof fn !== 'function') {
    if (declared.size > 0) throw optionMalformed('constants', 'a script declares its own');
    return () => loadScript(fn);
  }
  const name = fn.name || '(anonymous)';
  const { source, functions } = functionModule(fn, constants);
  return async () => {
    await checkSelfContained(name, functions, declared);
    return { javascript: source, place: { fileName: 'task.js', columnsBefore: FUNCTION_PREFIX.length } };
  };
}

async function loadScript(script: Script): Promise<MapSource> {
  const program = await loadProgram(script);
  if ('wasm' in program) throw optionMalformed('function', 'a WebAssembly module maps no inputs; pass it to `run`');
  return { javascript: program.javascript, place: { fileName: program.fileName ?? 'task.js', columnsBefore: 0 } };
}
