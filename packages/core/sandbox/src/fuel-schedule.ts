import { instructionNames } from './wasm/opcodes.ts';

/**
 * Fuel schedule `fuel-1`. Fuel is a weighted count of executed instructions; a bill is recomputed from this table alone,
 * so nothing here may change without a new name. README.md says the same in prose.
 */
export const FUEL_SCHEDULE = 'fuel-1';

/** Structure costs nothing: it leaves no machine code of its own. */
const FREE = new Set(['block', 'loop', 'else', 'end', 'nop']);

const DEARER: Readonly<Record<string, number>> = {
  br_table: 2,
  call: 4,
  return_call: 4,
  call_indirect: 8,
  return_call_indirect: 8,
  'i32.div_s': 8,
  'i32.div_u': 8,
  'i32.rem_s': 8,
  'i32.rem_u': 8,
  'i64.div_s': 8,
  'i64.div_u': 8,
  'i64.rem_s': 8,
  'i64.rem_u': 8,
  'f32.div': 4,
  'f64.div': 4,
  'f32.sqrt': 8,
  'f64.sqrt': 8,
  'f32x4.div': 6,
  'f64x2.div': 6,
  'f32x4.sqrt': 10,
  'f64x2.sqrt': 10,
  'i64x2.mul': 4,
  'memory.grow': 100,
  'memory.init': 4,
  'memory.copy': 4,
  'memory.fill': 4,
  'table.grow': 100,
  'table.init': 4,
  'table.copy': 4,
  'table.fill': 4,
};

/** Fuel of each instruction, by the numbers of `opcodes.ts`. Every instruction not named above costs 1. */
export const instructionFuel = Uint8Array.from(instructionNames, (name) =>
  name === undefined || FREE.has(name) ? 0 : (DEARER[name] ?? 1),
);

/** `memory.init`, `memory.copy`, `memory.fill` and active data segments: 1 for each whole 8 bytes of their size operand. */
export const BULK_BYTES_PER_FUEL_LOG2 = 3;
/** `table.init`, `table.copy`, `table.fill` and active element segments: 1 for each element. `table.grow`: of those granted. */
export const FUEL_PER_TABLE_ELEMENT = 1;
/** Each page a module starts with, and each page `memory.grow` grants. */
export const FUEL_PER_PAGE = 4096;
/** Each call into the host, on top of the call instruction. */
export const FUEL_PER_HOST_CALL = 200n;
/** Bytes that a host call moves, by 8s as for bulk memory. */
export const hostBytesFuel = (bytes: number): bigint => BigInt(Math.floor(bytes / 8));
/** Each byte that `random_get` makes. */
export const FUEL_PER_RANDOM_BYTE = 4n;
/**
 * What a started QuickJS costs a JavaScript task: a flat charge of about what starting it would take, whatever the device
 * does to spare itself the start.
 */
export const JAVASCRIPT_START_FUEL = 2_000_000n;
/** One unit of fuel moves the virtual clock by one nanosecond. */
export const NANOSECONDS_PER_FUEL = 1n;
