import { InvalidModule } from '../errors.ts';
import { ByteReader } from '../wasm/byte-reader.ts';
import type { ModuleLayout } from '../wasm/module-layout.ts';
import type { Span } from '../wasm/span.ts';
import { Op } from '../wasm/opcodes.ts';
import { skipInstruction } from '../wasm/skip-instruction.ts';
import { functionValues } from './function-values.ts';
import { mayMakeNan } from './nan-flow.ts';

/** What an instruction says of its function. */
const Matter = {
  none: 0,
  nan: 1,
  /** It may call any function that is a value. */
  anyCall: 2,
  call: 3,
  value: 4,
} as const;
const matters: Uint8Array = mayMakeNan.map((may) => (may === 1 ? Matter.nan : Matter.none));
matters[Op.callIndirect] = Matter.anyCall;
matters[Op.returnCallIndirect] = Matter.anyCall;
matters[Op.call] = Matter.call;
matters[Op.returnCall] = Matter.call;
matters[Op.refFunc] = Matter.value;

/** One unit of stack depth is a frame of up to this many values of 8 bytes. */
export const SLOTS_PER_STACK_UNIT = 64;
/** The deepest chain of calls that may go uncounted. */
const UNITS_MAX = 64;
/** Most bytes of code such a chain may run without coming to a check of the fuel: every loop has its own. */
const WORK_BYTES_MAX = 1_000_000;

/** What is known of each function before any is rewritten, by index; 1 for yes. */
export interface FunctionSurvey {
  readonly shallow: Uint8Array;
  /** Whether it has instructions that may make a NaN. */
  readonly makesNans: Uint8Array;
  /** Whether it is a value somewhere: in a table or global, or referred to by code. Only these are called indirectly. */
  readonly isValue: Uint8Array;
}

/**
 * Looks through all functions once. A shallow function leads, by direct calls, only to shallow functions and to
 * imports that never call back, so no recursion goes through it. The deepest chain from it takes at most 64 stack units by
 * a bound that needs no types: parameters, locals and bytes of code, 64 to a unit. Shallow functions do not count depth:
 * all that can stand on the stack uncounted is one such chain, at the top.
 */
export function surveyFunctions(
  bytes: Uint8Array,
  layout: ModuleLayout,
  callsBack: (importIndex: number) => boolean,
): FunctionSurvey {
  const imports = layout.imports.length;
  const shallow = new Uint8Array(layout.functions.length);
  const makesNans = new Uint8Array(layout.functions.length);
  const isValue = functionValues(bytes, layout);
  const units = new Uint32Array(layout.functions.length);
  const work = new Float64Array(layout.functions.length);
  const ownUnits = new Uint32Array(layout.functions.length);
  const unresolved = new Uint32Array(layout.functions.length);
  /** Functions called directly, one entry a call: those that function `i` calls stand from `calleesFrom[i]` on. */
  const callees: number[] = [];
  const calleesFrom = new Uint32Array(layout.functions.length + 1);
  const ready: number[] = [];
  for (let i = 0; i < imports; i++) if (!callsBack(i)) ready.push(i);
  layout.bodies.forEach((span, i) => {
    const index = imports + i;
    const body = readBody(bytes, span, layout.functions.length, callees);
    const calls = callees.length - calleesFrom[index]!;
    calleesFrom[index + 1] = callees.length;
    if (body === null) return;
    for (const value of body.values) isValue[value] = 1;
    makesNans[index] = body.makesNans ? 1 : 0;
    if (body.isOpen) return;
    const slots = 2 * (layout.functions[index]!.parameters.length + body.locals) + (span.end - span.start);
    ownUnits[index] = Math.min(Math.ceil(slots / SLOTS_PER_STACK_UNIT), UNITS_MAX + 1);
    work[index] = span.end - span.start;
    unresolved[index] = calls;
    if (calls === 0) ready.push(index);
  });
  const { callers, callersFrom } = callersOf(callees, calleesFrom);
  // From the leaves up; functions on a cycle, or that lead to one, are never ready.
  while (ready.length > 0) {
    const index = ready.pop()!;
    for (let i = calleesFrom[index]!; i < calleesFrom[index + 1]!; i++) {
      const callee = callees[i]!;
      units[index] = Math.max(units[index]!, units[callee]!);
      work[index]! += work[callee]!;
    }
    units[index]! += ownUnits[index]!;
    if (units[index]! > UNITS_MAX || work[index]! > WORK_BYTES_MAX) continue;
    shallow[index] = 1;
    for (let i = callersFrom[index]!; i < callersFrom[index + 1]!; i++) {
      // What may call others besides, or could not be read, has nothing to resolve.
      if (unresolved[callers[i]!]! > 0 && --unresolved[callers[i]!]! === 0) ready.push(callers[i]!);
    }
  }
  return { shallow, makesNans, isValue };
}

/** The same calls by who is called: the callers of function `i` stand from `callersFrom[i]` on. */
function callersOf(
  callees: readonly number[],
  calleesFrom: Uint32Array,
): { callers: Uint32Array; callersFrom: Uint32Array } {
  const functions = calleesFrom.length - 1;
  const callersFrom = new Uint32Array(functions + 1);
  for (const callee of callees) callersFrom[callee + 1]!++;
  for (let i = 0; i < functions; i++) callersFrom[i + 1]! += callersFrom[i]!;
  const next = callersFrom.slice();
  const callers = new Uint32Array(callees.length);
  for (let caller = 0; caller < functions; caller++) {
    for (let i = calleesFrom[caller]!; i < calleesFrom[caller + 1]!; i++) callers[next[callees[i]!]!++] = caller;
  }
  return { callers, callersFrom };
}

interface Body {
  /** Functions it refers to. */
  readonly values: readonly number[];
  /** Whether it may call others besides. */
  readonly isOpen: boolean;
  readonly locals: number;
  readonly makesNans: boolean;
}

/**
 * Adds to `callees` what the body calls. `null` when it cannot be read, which the rewriter will say in its own words.
 */
function readBody(bytes: Uint8Array, span: Span, functions: number, callees: number[]): Body | null {
  const values: number[] = [];
  let locals = 0;
  let isOpen = false;
  let makesNans = false;
  try {
    const reader = new ByteReader(bytes, span.start, span.end);
    for (let groups = reader.count('groups of locals'); groups > 0; groups--) {
      locals += reader.u32();
      reader.skip(1);
    }
    while (reader.position < span.end) {
      const at = reader.position;
      const instruction = skipInstruction(reader);
      if (instruction === -1) return null;
      const matter = matters[instruction];
      if (matter === Matter.none) continue;
      if (matter === Matter.nan) {
        makesNans = true;
      } else if (matter === Matter.anyCall) {
        isOpen = true;
      } else {
        const index = new ByteReader(bytes, at + 1, span.end).u32();
        if (index >= functions) return null;
        (matter === Matter.value ? values : callees).push(index);
      }
    }
  } catch (error) {
    if (error instanceof InvalidModule) return null;
    throw error;
  }
  return { values, isOpen, locals, makesNans };
}
