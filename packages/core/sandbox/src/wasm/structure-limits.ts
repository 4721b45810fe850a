import { InvalidModule } from '../errors.ts';
import { hexOffset } from './byte-reader.ts';

/**
 * Structural limits of profile `gristmill-1`, the same on every device and part of its version: what passes them, any
 * engine compiles in seconds, so a device that takes longer is slow, and a module that would is refused by name. They are
 * at least ten times what the largest program known here needs (LLVM as WebAssembly; see specs/01-profile-gristmill-1.md).
 */
export const StructureLimit = {
  moduleBytes: 134_217_728,
  /** Types, functions, globals, imports or exports. */
  items: 500_000,
  /** Data segments, or element segments. */
  segments: 100_000,
  tables: 64,
  /** What all tables start with, or what all element segments hold. */
  tableElements: 1_000_000,
  parameters: 1000,
  results: 1000,
  bodyBytes: 600_000,
  /** Parameters included. */
  locals: 49_000,
  localsInAll: 10_000_000,
  /** Blocks, loops and ifs open at once. */
  nesting: 10_000,
  /** Loops open at once. */
  loopNesting: 3000,
  /** Of one `br_table`. */
  branchTargets: 65_520,
  /** In one function. */
  calls: 30_000,
  /** Instructions that may trap, in one function; with the bytes of a body it bounds what metering makes of it. */
  trapSites: 100_000,
  /** In one function: for each branch, branch target, block, loop, if and else, the locals and operands that live there. */
  mergedValues: 10_000_000,
  /** In one function, and 32 more for each byte: parameters and results of its blocks, branches, returns and calls. */
  carriedValues: 10_000,
} as const;

/** `offset`: where in the module it was found. */
export function tooLarge(what: string, most: number, offset?: number): InvalidModule {
  const place = offset === undefined ? '' : ` (at byte ${hexOffset(offset)})`;
  return new InvalidModule('MODULE_TOO_LARGE', `The module has ${what}${place}; at most ${most} are run.`, {
    offset: offset ?? null,
    hint: 'Split the program or its largest functions, or compile it for size.',
  });
}
