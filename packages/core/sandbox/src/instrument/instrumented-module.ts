/** What may become part of `instrument` later (canonical NaNs); today there is one profile. */
export interface InstrumentOptions {
  profile?: 'gristmill-1';
}

/**
 * A module that counts its own fuel, depth and memory. Plain data: it can be cached, written to disk, or sent to a
 * worker by structured clone.
 */
export interface InstrumentedModule {
  readonly profile: 'gristmill-1';
  readonly fuelSchedule: 'fuel-1';
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
  /** Mutable i32, precise form only: byte offset of the instruction that may trap next. */
  site: 'gristmill.site',
  memory: 'gristmill.memory',
  start: 'gristmill.start',
  global: (i: number): string => `gristmill.global.${i}`,
} as const;
