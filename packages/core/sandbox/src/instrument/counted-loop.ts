import { InvalidModule } from '../errors.ts';
import { instructionFuel } from '../fuel-schedule.ts';
import { ByteReader } from '../wasm/byte-reader.ts';
import type { ByteWriter } from '../wasm/byte-writer.ts';
import { Immediate, immediates, Op, PREFIX_FC, PREFIX_FD } from '../wasm/opcodes.ts';
import { skipInstruction } from '../wasm/skip-instruction.ts';

/**
 * A loop without calls or inner loops, whose number of turns is known when it is entered: one counter takes a constant step
 * each turn and is compared with a bound that does not change, and no branch leaves the loop or a turn early. The fuel of
 * what every turn runs is charged on entry, all at once; what stands in inner blocks is charged where it runs.
 */
export interface CountedLoop {
  /** Where the loop's `end` ends. */
  readonly end: number;
  readonly counter: number;
  readonly bound: Bound;
  readonly step: number;
  /** The loop goes on while the counter is so, seen from the bound. */
  readonly relation: Relation;
  /** Whether the test comes before the first turn, or behind each. */
  readonly testsFirst: boolean;
  readonly fuelEachTurn: number;
  /** No turn costs more than this, inner blocks included. */
  readonly fuelEachTurnMax: number;
  readonly fuelOnce: number;
}

type Bound = { readonly local: number } | { readonly constant: number };
type Relation = 'ne' | 'lt_s' | 'lt_u' | 'gt_s' | 'gt_u';

const EMPTY_BLOCK = 0x40;

const relations = new Map<number, Relation>([
  [Op.i32Ne, 'ne'],
  [Op.i32LtS, 'lt_s'],
  [Op.i32LtU, 'lt_u'],
  [Op.i32GtS, 'gt_s'],
  [Op.i32GtU, 'gt_u'],
]);
/** The same relation with its operands exchanged. */
const MIRRORED = { ne: 'ne', lt_s: 'gt_s', lt_u: 'gt_u', gt_s: 'lt_s', gt_u: 'lt_u' } as const;

/** Looks ahead from behind the loop's block type; `null` for a loop that is none of this kind. */
export function readCountedLoop(bytes: Uint8Array, start: number, bodyEnd: number): CountedLoop | null {
  try {
    for (const testsFirst of [true, false]) {
      const loop = new LoopMatcher(bytes, start, bodyEnd, testsFirst).match();
      if (loop !== null) return loop;
    }
    return null;
  } catch (error) {
    // The rewriter names what is wrong when it comes to the place.
    if (error instanceof InvalidModule) return null;
    throw error;
  }
}

class LoopMatcher {
  readonly #bytes: Uint8Array;
  readonly #reader: ByteReader;
  readonly #instructions: number[] = [];
  readonly #places: number[] = [];
  readonly #testsFirst: boolean;
  /** Where in `#instructions` each local is set; -1 when it is set more than once, or not in every turn. */
  readonly #setAt = new Map<number, number>();
  #fuelEachTurn = 0;
  #fuelEachTurnMax = 0;

  constructor(bytes: Uint8Array, start: number, end: number, testsFirst: boolean) {
    this.#bytes = bytes;
    this.#testsFirst = testsFirst;
    this.#reader = new ByteReader(bytes, start, end);
  }

  match(): CountedLoop | null {
    let testFuel = 0;
    /** How many inner blocks are open; what stands in none of them runs once a turn. */
    let depth = 0;
    for (;;) {
      const at = this.#reader.position;
      const instruction = skipInstruction(this.#reader);
      if (instruction === -1) return null;
      const count = this.#instructions.length;
      if (this.#testsFirst && count === 3 && instruction !== Op.if) return null;
      const fuel = instructionFuel[instruction]!;
      this.#fuelEachTurnMax += fuel;
      if (depth === 0) this.#fuelEachTurn += fuel;
      const operand = this.#bytes[at + 1];
      switch (instruction) {
        case Op.if:
        case Op.block:
          if (operand !== EMPTY_BLOCK) return null;
          if (this.#testsFirst && count === 3) testFuel = this.#fuelEachTurn;
          else depth++;
          break;
        case Op.else:
        case Op.unreachable:
          if (depth === 0) return null;
          break;
        case Op.end:
          if (--depth < 0) return null;
          break;
        case Op.br:
        case Op.brIf:
          // An inner branch must stay inside the turn.
          if (depth > 0 && operand! < Math.min(depth, 0x80)) break;
          if (depth > 0) return null;
          if (instruction === Op.brIf)
            return !this.#testsFirst && operand === 0 && this.#ends(1) ? this.#testedLast() : null;
          return this.#testsFirst && operand === 1 && this.#ends(2) ? this.#testedFirst(testFuel) : null;
        case Op.memoryGrow:
          return null;
        default:
          if (immediates[instruction] === Immediate.control) return null;
          if (instruction >= PREFIX_FC + 8 && instruction < PREFIX_FD) return null;
      }
      this.#instructions.push(instruction);
      this.#places.push(at);
      if (instruction === Op.localSet || instruction === Op.localTee) {
        const local = this.#index(count);
        this.#setAt.set(local, depth > 0 || this.#setAt.has(local) ? -1 : count);
      }
    }
  }

  #ends(count: number): boolean {
    for (let i = 0; i < count; i++) if (this.#reader.u8() !== Op.end) return false;
    return true;
  }

  #index(i: number): number {
    return new ByteReader(this.#bytes, this.#places[i]! + 1).u32();
  }

  /** The value of the `i32.const` at `i`. */
  #constant(i: number): number {
    let value = 0;
    for (let at = this.#places[i]! + 1, shift = 0; ; at++, shift += 7) {
      const byte = this.#bytes[at]!;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return shift < 25 && (byte & 0x40) !== 0 ? value | (-1 << (shift + 7)) : value;
    }
  }

  #is(i: number, instruction: number): boolean {
    return this.#instructions[i] === instruction;
  }

  /** A constant, or a local that the loop does not set. */
  #bound(i: number): Bound | null {
    if (this.#is(i, Op.i32Const)) return { constant: this.#constant(i) };
    if (!this.#is(i, Op.localGet) || this.#setAt.has(this.#index(i))) return null;
    return { local: this.#index(i) };
  }

  /** The constant that is added to a local by the one instruction that sets it, or 0 when it is not so. */
  #step(local: number): number {
    const at = this.#setAt.get(local) ?? -1;
    if (at < 3 || !this.#is(at - 3, Op.localGet) || this.#index(at - 3) !== local) return 0;
    if (!this.#is(at - 2, Op.i32Const)) return 0;
    if (this.#is(at - 1, Op.i32Add)) return this.#constant(at - 2);
    return this.#is(at - 1, Op.i32Sub) ? -this.#constant(at - 2) : 0;
  }

  /** `loop  counter bound relation  if  ...  br 1  end  end` */
  #testedFirst(testFuel: number): CountedLoop | null {
    const relation = relations.get(this.#instructions[2]!);
    if (relation === undefined || !this.#is(0, Op.localGet)) return null;
    return this.#loop(this.#index(0), this.#bound(1), relation, true, testFuel);
  }

  /** `loop  ...  counter bound relation  br_if 0  end`, in the orders that compilers write. */
  #testedLast(): CountedLoop | null {
    const count = this.#instructions.length;
    const last = this.#instructions[count - 1]!;
    const relation = relations.get(last);
    if (relation === undefined) {
      // The counter itself: it goes on until it is 0.
      if (last !== Op.localTee) return null;
      return this.#loop(this.#index(count - 1), { constant: 0 }, 'ne', false, 0);
    }
    if (count < 3) return null;
    const first = this.#instructions[count - 3]!;
    if (first === Op.localTee || first === Op.localGet) {
      // Either it was set just now, or the test reads it behind where it is set.
      const counter = this.#index(count - 3);
      const bound = this.#bound(count - 2);
      if (bound !== null && this.#setAt.has(counter)) return this.#loop(counter, bound, relation, false, 0);
    }
    if (this.#is(count - 2, Op.localGet)) {
      const counter = this.#index(count - 2);
      return this.#loop(counter, this.#bound(count - 3), MIRRORED[relation], false, 0);
    }
    // bound  counter step add tee  relation
    if (!this.#is(count - 2, Op.localTee) || count < 6) return null;
    return this.#loop(this.#index(count - 2), this.#bound(count - 6), MIRRORED[relation], false, 0);
  }

  #loop(
    counter: number,
    bound: Bound | null,
    relation: Relation,
    testsFirst: boolean,
    fuelOnce: number,
  ): CountedLoop | null {
    const step = this.#step(counter);
    if (bound === null || step === 0) return null;
    const size = Math.abs(step);
    if (size > 2 ** 30) return null;
    if (relation !== 'ne') {
      if (relation.startsWith('lt') !== step > 0) return null;
      const signed = relation.endsWith('s');
      if ('constant' in bound) {
        const beyond = (signed ? bound.constant : bound.constant >>> 0) - lastBound(step, signed);
        if (step > 0 ? beyond > 0 : beyond < 0) return null;
      }
    }
    return {
      end: this.#reader.position,
      counter,
      bound,
      step,
      relation,
      testsFirst,
      fuelEachTurn: this.#fuelEachTurn,
      fuelEachTurnMax: this.#fuelEachTurnMax,
      fuelOnce,
    };
  }
}

/** The same loop, its locals known by other numbers. */
export function renumberLocals(loop: CountedLoop, numberOf: (local: number) => number): CountedLoop {
  const { counter, bound } = loop;
  return { ...loop, counter: numberOf(counter), bound: 'local' in bound ? { local: numberOf(bound.local) } : bound };
}

/**
 * Writes code that sets `turnsLocal` (an i64) to the number of turns. `writeUnpredictable` writes what happens
 * where the counter would pass its bound by, round its 32 bits, so that the number of turns is not what the formula says.
 */
export function writeTurns(
  code: ByteWriter,
  loop: CountedLoop,
  turnsLocal: number,
  writeUnpredictable: () => void,
): void {
  const { counter, bound, step, relation, testsFirst } = loop;
  const size = Math.abs(step);
  const w = (opcode: number): void => code.u8(opcode);
  const constant = (value: number): void => {
    w(Op.i32Const);
    code.signed(value);
  };
  const constant64 = (value: number): void => {
    w(Op.i64Const);
    code.signed(value);
  };
  const local = (opcode: number, index: number): void => {
    w(opcode);
    code.u32(index);
  };
  const putBound = (): void => ('local' in bound ? local(Op.localGet, bound.local) : constant(bound.constant));
  /** The counter as the first test finds it; the first step may well wrap, and then counts on from there. */
  const putFirst = (): void => {
    local(Op.localGet, counter);
    if (testsFirst) return;
    constant(step);
    w(Op.i32Add);
  };
  const unpredictableIf = (): void => {
    w(Op.if);
    w(EMPTY_BLOCK);
    writeUnpredictable();
    w(Op.end);
  };
  const [far, near] = step > 0 ? [putBound, putFirst] : [putFirst, putBound];

  // How many tests say that the loop goes on.
  if (relation === 'ne') {
    // The distance modulo 2^32, which the steps must meet exactly, or they would pass the bound by.
    far();
    near();
    w(Op.i32Sub);
    w(Op.i64ExtendI32U);
    if (size > 1) {
      local(Op.localTee, turnsLocal);
      constant64(size);
      w(Op.i64RemU);
      constant64(0);
      w(Op.i64Ne);
      unpredictableIf();
      local(Op.localGet, turnsLocal);
      constant64(size);
      w(Op.i64DivU);
    }
  } else {
    const signed = relation.endsWith('s');
    const extend = signed ? Op.i64ExtendI32S : Op.i64ExtendI32U;
    const edge = lastBound(step, signed);
    if ('local' in bound && size > 1) {
      // The last step, from the last value short of the bound, must not wrap.
      const put = [
        (): void => {
          putBound();
          w(extend);
        },
        (): void => constant64(edge),
      ];
      if (step < 0) put.reverse();
      for (const putSide of put) putSide();
      w(Op.i64GtS);
      unpredictableIf();
    }
    far();
    w(extend);
    near();
    w(extend);
    w(Op.i64Sub);
    if (size > 1) {
      constant64(size - 1);
      w(Op.i64Add);
      constant64(size);
      w(Op.i64DivS);
    }
    local(Op.localTee, turnsLocal);
    constant64(0);
    local(Op.localGet, turnsLocal);
    constant64(0);
    w(Op.i64GtS);
    w(Op.select);
  }
  if (!testsFirst) {
    constant64(1);
    w(Op.i64Add);
  }
  local(Op.localSet, turnsLocal);
}

/** The last bound, counted the way the steps go, up to which no step wraps. */
const lastBound = (step: number, signed: boolean): number =>
  step > 0 ? (signed ? 2 ** 31 : 2 ** 32) - step : (signed ? -(2 ** 31) : 0) - step - 1;

/** Writes code that leaves on the stack the fuel (an i64) of all turns, at `fuelEachTurn` for one. */
export function writeTurnsFuel(code: ByteWriter, loop: CountedLoop, turnsLocal: number, fuelEachTurn: number): void {
  code.u8(Op.localGet);
  code.u32(turnsLocal);
  code.u8(Op.i64Const);
  code.signed(fuelEachTurn);
  code.u8(Op.i64Mul);
  if (loop.fuelOnce === 0) return;
  code.u8(Op.i64Const);
  code.signed(loop.fuelOnce);
  code.u8(Op.i64Add);
}
