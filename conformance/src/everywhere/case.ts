import type { Limits, TaskInput } from '@gristmill/sandbox';

/** One task of the corpus, as plain data, so that it can be sent to any engine. */
export interface Case {
  readonly name: string;
  readonly program:
    | { readonly kind: 'wasm'; readonly module: string }
    | { readonly kind: 'javascript'; readonly source: string };
  readonly task: Omit<TaskInput, 'files'> & { readonly files: Readonly<Record<string, Uint8Array>> };
  readonly limits: Omit<Limits, 'fuel'> & { readonly fuel: number };
  /** What every engine must come to. It keeps a case from agreeing everywhere because it is broken everywhere. */
  readonly expected: CaseStatus;
}

/** An outcome's status, or `refused` where the module must be turned away. */
export type CaseStatus = 'exited' | 'trapped' | 'out-of-fuel' | 'limit' | 'refused';

/** What made a module: compilers differ in the code they write, and in the library they bring. */
export type Toolchain = 'WABT, from text' | 'AssemblyScript' | 'clang and wasi-libc, C' | 'clang and libc++, C++';

interface CorpusModule {
  readonly wasm: Uint8Array;
  readonly toolchain: Toolchain;
}

export interface Corpus {
  /** QuickJS, which runs the cases in JavaScript. */
  readonly quickjs: Uint8Array;
  /** WebAssembly modules by name; a module may serve several cases. */
  readonly modules: Readonly<Record<string, CorpusModule>>;
  readonly cases: readonly Case[];
  /** `optimistic` leaves NaNs to the engine, in which they differ; the corpus is canonical otherwise. */
  readonly nan?: 'optimistic';
}

/** All of an outcome that a receipt or a bill depends on. */
export interface CaseResult {
  readonly name: string;
  /** `error` when this device could not run the task, which is never a result; `trap` has the code then. */
  readonly status: CaseStatus | 'error';
  readonly exitCode: number | null;
  /** The trap or limit; for `refused` and `error` the code and the message. */
  readonly trap: string | null;
  /** Decimal: JSON has no bigint. */
  readonly fuelUsed: string;
  readonly stdoutCid: string;
  readonly stderrCid: string;
  /** Names the map from each changed file's path to the CID of its bytes. */
  readonly filesCid: string;
  readonly peakMemoryBytes: number;
}

/** Long past what any engine needs, be it emulated; a hanging one must not hang the check. */
export const ENGINE_MS_MAX = 600_000;

/** Something that runs the corpus: a JavaScript host with its WebAssembly compiler. */
export interface Engine {
  readonly name: string;
  /** @throws GristmillError `ENGINE_FAILED` when it does not come to results at all */
  run(corpus: Corpus): Promise<CaseResult[]>;
}
