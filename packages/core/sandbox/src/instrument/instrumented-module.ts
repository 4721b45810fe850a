import type { NanForm } from './function-body.ts';

/**
 * `command`: a WASI program, which `execute` runs. `library`: any module, with imports and exports as its author made them,
 * for a host that links and drives it by itself (as the conformance runner does).
 */
export type Embedding = 'command' | 'library';

export interface InstrumentOptions {
  profile?: 'gristmill-1';
  embedding?: Embedding;
  /**
   * `canonical` (the default, and the reference): no NaN bits that an engine chose can be observed. `optimistic`: plain
   * arithmetic, faster; where two devices differ, the canonical form decides. Both cost the same fuel.
   */
  nan?: NanForm;
}

/**
 * A module that counts its own fuel, depth and memory. Plain data: it can be cached, written to disk, or sent to a
 * worker by structured clone.
 */
export interface InstrumentedModule {
  readonly profile: 'gristmill-1';
  readonly fuelSchedule: 'fuel-1';
  readonly nan: NanForm;
  readonly embedding: Embedding;
  /** The module as it came; a trapped task is run once more from it in the precise form (see README). */
  readonly original: Uint8Array<ArrayBuffer>;
  /** The rewritten module. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Those of the module's own exports that `bytes` keeps. */
  readonly exports: readonly string[];
  readonly hasMemory: boolean;
  /** Whether there is a start function; it is taken out of instantiation, so that it too is metered. */
  readonly hasStart: boolean;
  /** How many mutable numeric globals the module has, so that a started instance can be snapshotted. */
  readonly mutableGlobals: number;
  /** Pages of memory the module starts with; 0 when it has none. */
  readonly memoryPagesMin: number;
  /** Most pages the module itself declares; 65,536 when it declares none. */
  readonly memoryPagesMax: number;
  /** Fuel that instantiation itself costs: first pages and active segments. */
  readonly instantiationFuel: number;
}

/** Names under which the rewritten module exports what the host must reach; of its own exports only the entry is left. */
export const Door = {
  /** Mutable i64: fuel left; negative once it has run out. */
  fuel: 'gristmill.fuel',
  /** Mutable i64: stack units left; negative once the depth limit is passed. */
  stack: 'gristmill.stack',
  /** Mutable i32: most pages `memory.grow` may reach. */
  memoryPagesMax: 'gristmill.memoryPagesMax',
  /** Mutable i32: 1 once the engine refused memory that the limit allows. */
  deviceFault: 'gristmill.deviceFault',
  /**
   * Mutable i32. Precise form: byte offset of the instruction that may trap next. Fast form: not 0 once it stopped at a
   * loop that may not have the fuel to end, which the precise form must decide.
   */
  site: 'gristmill.site',
  memory: 'gristmill.memory',
  start: 'gristmill.start',
  global: (i: number): string => `gristmill.global.${i}`,
} as const;
