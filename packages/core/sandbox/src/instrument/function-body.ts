import { BULK_BYTES_PER_FUEL_LOG2, FUEL_PER_TABLE_ELEMENT, instructionFuel } from '../fuel-schedule.ts';
import { ByteReader, featureRefused, malformed } from '../wasm/byte-reader.ts';
import type { ByteWriter } from '../wasm/byte-writer.ts';
import type { FunctionType } from '../wasm/function-type.ts';
import { heapType, type ModuleLayout, ValueType, valueType } from '../wasm/module-layout.ts';
import type { Span } from '../wasm/span.ts';
import { type FunctionSurvey, SLOTS_PER_STACK_UNIT } from './call-graph.ts';
import type { Handover } from './handover.ts';
import { type CountedLoop, readCountedLoop, renumberLocals, writeTurns, writeTurnsFuel } from './counted-loop.ts';
import { isFloat, makesFloat, NanFlow, RAW, Shape } from './nan-flow.ts';
import {
  Immediate,
  immediates,
  instructionNames,
  pops,
  PREFIX_FC,
  PREFIX_FD,
  pushes,
  refusedFeature,
  traps,
  Op,
} from '../wasm/opcodes.ts';
import { StructureLimit, tooLarge } from '../wasm/structure-limits.ts';

/**
 * `fast`: fuel is counted in a local, charged at most once a straight segment, so a segment that a trap cuts short is not
 * yet charged; functions hand it to one another. `precise`: fuel is counted in the global and charged before each
 * instruction that may trap, whose place is noted, so fuel and place are exact at every trap.
 */
export type MeteringForm = 'fast' | 'precise';

/** `canonical`: no NaN bits that the engine chose can be observed. `optimistic`: the engine's own arithmetic, untouched. */
export type NanForm = 'canonical' | 'optimistic';

/** Indices of what the rewriter adds to a module. */
export interface AddedItems {
  readonly fuelGlobal: number;
  readonly stackGlobal: number;
  readonly siteGlobal: number;
  readonly growMemoryFunction: number;
  /** One function a table, in a row. */
  readonly growTableFunctions: number;
  readonly survey: FunctionSurvey;
  /** `null` where fuel and depth are handed over in globals. */
  readonly handover: Handover | null;
  /** The block type for a function's results. */
  blockTypeOf(results: readonly number[]): number;
}

/** A function that calls nothing ends the chain of calls; up to this size it is not worth counting. */
const LEAF_SLOTS_FREE = 256;
const NESTING_MAX = 50_000;
/** V8, SpiderMonkey and JavaScriptCore refuse longer bodies. */
const BODY_BYTES_MAX = 7_654_321;
/** Most that the precise form adds for one instruction that may trap. */
const PRECISE_SITE_BYTES = 40;

const EMPTY_BLOCK = 0x40;
/** How often a function is rewritten before all of its labels are made free of debt. */
const ATTEMPTS_MAX = 3;
/** A local that the function at hand has had no use for so far. */
const NONE = -1;

/** Locals of one type, as the binary declares them. */
interface LocalGroup {
  readonly count: number;
  readonly type: number;
}

/** A block that is open where the reader stands. */
interface Frame {
  /** The opcode that opened it; an `if` becomes an `else`. */
  kind: number;
  /** Height of the operand stack under the block's parameters. */
  readonly base: number;
  readonly parameters: number;
  readonly results: number;
  /** Whether the code around the block can never run. */
  readonly enteredDead: boolean;
  /** Whether a branch leads to the block's label. */
  targeted: boolean;
  /**
   * Fuel that whoever comes to the label still owes, so that what follows charges for all alike; `null` until the first
   * comes, who sets it to what he owes anyway. A loop's label is free of debt, for there the fuel is checked.
   */
  debt: number | null;
  /** Which of the function's blocks this is, by the order in which they open. */
  readonly ordinal: number;
  /** How many loops the block stands in, itself included. */
  readonly loops: number;
}

/** Rewrites function bodies one after another; one object serves a whole module, so that buffers are used again. */
export class FunctionBodyRewriter {
  readonly #bytes: Uint8Array;
  readonly #layout: ModuleLayout;
  readonly #added: AddedItems;
  readonly #precise: boolean;
  readonly #nanFlow: NanFlow | null;
  /** The NaNs of the function at hand; `null` when it makes none, or when they may stay. */
  #nans: NanFlow | null = null;
  readonly #code: ByteWriter;
  readonly #body: ByteWriter;
  readonly #head: ByteWriter;

  // State of the function at hand.
  #reader!: ByteReader;
  /** Original bytes up to here are in `#code` already. */
  #copied = 0;
  /** Fuel of instructions that were executed and are not charged yet. */
  #pending = 0;
  /** What is left to charge at the function's end. */
  #pendingAtExit = 0;
  /** Whether nothing is charged before the function's end, and nothing leads there early. */
  #straight = true;
  /** Blocks whose labels must be free of debt, for a `br_table` comes to them and to another that is; `null` for all. */
  #free: Set<number> | null = new Set();
  /** Original instructions up to here are charged already, with the loop they stand in. */
  #chargedTo = 0;
  /** ... unless they stand in more open blocks than this. */
  #chargedDepth = 0;
  #fuelLocal = 0;
  /** Holds what was left of the stack when the function was entered. */
  #stackLocal = 0;
  /** Holds what the function leaves of it to those that it calls. */
  #stackLeftLocal = NONE;
  /** How many parameters the function has, as it came. */
  #parameters = 0;
  /** Its own locals from `#parameters` on, so many as parameters are added, have moved to here. */
  #movedLocals = 0;
  #movedCount = 0;
  /** An i32 that holds the index of an indirect call while fuel and depth are put under it. */
  #indexLocal = NONE;
  /** Holds the number of turns of a counted loop while it is made out. */
  #turnsLocal = NONE;
  #sizeLocal = NONE;
  readonly #addedLocals: number[] = [];
  #firstAddedLocal = 0;
  #calls = false;
  #loops = false;
  #vectors = false;
  #trapSites = 0;
  #shallow = false;
  /** Blocks that are open where the reader stands, the function itself first. */
  #frames: Frame[] = [];
  /** How many blocks have been opened. */
  #blocks = 0;
  /** True only where code surely cannot run; charging there would be waste, never wrong. */
  #dead = false;
  /** How many operands are on the stack. */
  #height = 0;
  #heightMax = 0;
  /** Type of each local, parameters first. */
  readonly #localTypes = new Uint8Array(StructureLimit.locals);

  constructor(
    bytes: Uint8Array,
    layout: ModuleLayout,
    added: AddedItems,
    form: MeteringForm,
    nan: NanForm,
    scratch: () => ByteWriter,
  ) {
    this.#bytes = bytes;
    this.#layout = layout;
    this.#added = added;
    this.#precise = form === 'precise';
    this.#nanFlow = nan === 'canonical' ? new NanFlow() : null;
    this.#code = scratch();
    this.#body = scratch();
    this.#head = scratch();
  }

  /** Appends the metered form of one function body, its length in front. */
  rewrite(span: Span, functionIndex: number, out: ByteWriter): void {
    const type = this.#layout.functions[functionIndex]!;
    this.#shallow = this.#added.survey.shallow[functionIndex] === 1;
    const reader = new ByteReader(this.#bytes, span.start, span.end);
    this.#reader = reader;
    const groups: LocalGroup[] = [];
    let locals = type.parameters.length;
    let slots = type.parameters.reduce((sum, parameter) => sum + slotsOf(parameter), 0);
    this.#localTypes.set(type.parameters);
    for (let left = reader.count('groups of locals'); left > 0; left--) {
      const count = reader.u32();
      locals += count;
      if (locals > StructureLimit.locals) throw tooLarge(`a function with ${locals} locals`, StructureLimit.locals);
      const local = valueType(reader);
      slots += count * slotsOf(local);
      this.#localTypes.fill(local, locals - count, locals);
      groups.push({ count, type: local });
    }

    const start = reader.position;
    this.#free = new Set();
    let heightMax: number | null;
    for (let attempts = 1; ; attempts++) {
      reader.position = start;
      this.#placeLocals(functionIndex, type.parameters.length, locals);
      this.#begin(functionIndex, type);
      heightMax = this.#rewriteInstructions(type, locals);
      if (heightMax !== null) break;
      if (attempts === ATTEMPTS_MAX) this.#free = null;
    }
    slots += heightMax * (this.#vectors ? 2 : 1);

    const code = this.#body;
    code.clear();
    const counted = !this.#shallow && (this.#calls || slots > LEAF_SLOTS_FREE);
    const stackUnits = Math.max(1, Math.ceil(slots / SLOTS_PER_STACK_UNIT));
    const canonical = this.#canonicalPlaces();
    const nanLocals = [0, 0, 0, 0, 0];
    for (const shape of new Set(canonical.map((place) => place.shape))) {
      nanLocals[shape] = this.#addLocal(NAN_TYPES[shape]!);
    }
    // One straight segment from entry to end needs no more than a single charge.
    if (this.#straight && !counted && !this.#loops) {
      this.#writeCode(code, canonical, nanLocals);
      this.#writeStraightExit(code);
    } else {
      this.#writeEntry(code, counted ? stackUnits : 0);
      code.u8(Op.block);
      code.signed(this.#added.blockTypeOf(type.results));
      this.#writeCode(code, canonical, nanLocals);
      code.u8(Op.end);
      this.#writeExit(code, counted);
    }
    code.u8(Op.end);

    const head = this.#head;
    head.clear();
    this.#writeLocals(head, groups, type.parameters.length);
    const length = head.length + code.length;
    if (length + this.#trapSites * PRECISE_SITE_BYTES > BODY_BYTES_MAX && !this.#precise) {
      throw tooLarge(`a function of ${length} metered bytes with ${this.#trapSites} memory accesses`, BODY_BYTES_MAX);
    }
    out.u32(length);
    out.appendWriter(head);
    out.appendWriter(code);
  }

  #begin(functionIndex: number, type: FunctionType): void {
    this.#copied = this.#reader.position;
    this.#pending = 0;
    this.#straight = true;
    this.#chargedTo = 0;
    this.#calls = false;
    this.#loops = false;
    this.#vectors = false;
    this.#trapSites = 0;
    this.#code.clear();
    this.#nans = this.#added.survey.makesNans[functionIndex] === 1 ? this.#nanFlow : null;
    this.#nans?.clear();
    type.parameters.forEach((parameter, i) => this.#nans?.parameter(i, parameter));
  }

  /** Lays out the parameters and locals that are added. */
  #placeLocals(functionIndex: number, parameters: number, locals: number): void {
    const handover = this.#added.handover;
    const added = handover === null ? 0 : handover.takesDepth[functionIndex] === 1 ? 2 : 1;
    this.#parameters = parameters;
    this.#movedCount = Math.min(added, locals - parameters);
    this.#movedLocals = locals + added - this.#movedCount;
    this.#firstAddedLocal = locals + added;
    this.#addedLocals.length = 0;
    this.#turnsLocal = NONE;
    this.#sizeLocal = NONE;
    this.#indexLocal = NONE;
    this.#stackLeftLocal = NONE;
    if (handover === null) {
      if (!this.#precise) this.#fuelLocal = this.#addLocal(ValueType.i64);
      if (!this.#shallow) this.#stackLocal = this.#addLocal(ValueType.i64);
    } else {
      this.#fuelLocal = parameters;
      this.#stackLocal = parameters + 1;
    }
  }

  #addLocal(type: number): number {
    this.#addedLocals.push(type);
    return this.#firstAddedLocal + this.#addedLocals.length - 1;
  }

  /** The number by which a local of the function is known in its metered form. */
  #localAt(local: number): number {
    const beyond = local - this.#parameters;
    return beyond >= 0 && beyond < this.#movedCount ? this.#movedLocals + beyond : local;
  }

  #writeLocals(head: ByteWriter, groups: readonly LocalGroup[], parameters: number): void {
    const written: LocalGroup[] = [];
    let moving = this.#movedCount;
    for (const { count, type } of groups) {
      const moved = Math.min(moving, count);
      moving -= moved;
      if (count > moved) written.push({ count: count - moved, type });
    }
    const last = (type: number): void => void written.push({ count: 1, type });
    for (let i = 0; i < this.#movedCount; i++) last(this.#localTypes[parameters + i]!);
    this.#addedLocals.forEach(last);
    head.u32(written.length);
    for (const { count, type } of written) {
      head.u32(count);
      head.u8(type);
    }
  }

  #canonicalPlaces(): CanonicalPlace[] {
    const places: CanonicalPlace[] = [];
    this.#nans?.resolve((position, shape) => places.push({ position, shape }));
    return places;
  }

  /** The function's code, with NaNs made canonical at the places given. */
  #writeCode(body: ByteWriter, places: readonly CanonicalPlace[], locals: readonly number[]): void {
    let from = 0;
    for (const { position, shape } of places) {
      body.appendWriter(this.#code, from, position);
      from = position;
      writeCanonicalNan(body, shape, locals[shape]!);
    }
    body.appendWriter(this.#code, from);
  }

  #writeEntry(body: ByteWriter, stackUnits: number): void {
    const { fuelGlobal, stackGlobal, handover } = this.#added;
    if (!this.#precise && handover === null) {
      op(body, Op.globalGet, fuelGlobal);
      op(body, Op.localSet, this.#fuelLocal);
    }
    if (stackUnits === 0) return;
    const left = this.#stackLeft();
    if (handover === null) {
      op(body, Op.globalGet, stackGlobal);
      op(body, Op.localTee, this.#stackLocal);
    } else {
      op(body, Op.localGet, this.#stackLocal);
    }
    opSigned(body, Op.i64Const, stackUnits);
    body.u8(Op.i64Sub);
    op(body, Op.localTee, left);
    if (handover === null) {
      op(body, Op.globalSet, stackGlobal);
      op(body, Op.localGet, left);
    }
    // Fuel and depth are each negative once spent, so one sign tells whether either is.
    if (this.#precise) op(body, Op.globalGet, fuelGlobal);
    else op(body, Op.localGet, this.#fuelLocal);
    body.u8(Op.i64Or);
    opSigned(body, Op.i64Const, 0);
    body.u8(Op.i64LtS);
    op(body, Op.if, EMPTY_BLOCK);
    if (handover !== null) {
      op(body, Op.localGet, this.#fuelLocal);
      op(body, Op.globalSet, fuelGlobal);
      op(body, Op.localGet, left);
      op(body, Op.globalSet, stackGlobal);
    }
    body.u8(Op.unreachable);
    body.u8(Op.end);
  }

  #stackLeft(): number {
    if (this.#stackLeftLocal === NONE) this.#stackLeftLocal = this.#addLocal(ValueType.i64);
    return this.#stackLeftLocal;
  }

  #writeStraightExit(body: ByteWriter): void {
    if (this.#added.handover !== null) this.#writeFuelAtExit(body);
    else if (this.#pendingAtExit > 0) this.#chargeGlobal(body, this.#pendingAtExit);
  }

  #writeExit(body: ByteWriter, counted: boolean): void {
    if (this.#precise) {
      if (this.#pendingAtExit > 0) this.#chargeGlobal(body, this.#pendingAtExit);
    } else {
      this.#writeFuelAtExit(body);
      if (this.#added.handover !== null) return;
      op(body, Op.globalSet, this.#added.fuelGlobal);
    }
    if (counted) this.#restoreStack(body);
  }

  #writeFuelAtExit(body: ByteWriter): void {
    op(body, Op.localGet, this.#fuelLocal);
    this.#writeLess(body, this.#pendingAtExit);
  }

  /** Takes a constant from the i64 on top of the stack. */
  #writeLess(code: ByteWriter, amount: number): void {
    if (amount === 0) return;
    opSigned(code, Op.i64Const, amount);
    code.u8(Op.i64Sub);
  }

  #restoreStack(code: ByteWriter): void {
    op(code, Op.localGet, this.#stackLocal);
    op(code, Op.globalSet, this.#added.stackGlobal);
  }

  /** Expects an i64 on the stack. */
  #trapIfNegative(code: ByteWriter): void {
    opSigned(code, Op.i64Const, 0);
    code.u8(Op.i64LtS);
    op(code, Op.if, EMPTY_BLOCK);
    if (!this.#precise) {
      op(code, Op.localGet, this.#fuelLocal);
      op(code, Op.globalSet, this.#added.fuelGlobal);
    }
    code.u8(Op.unreachable);
    code.u8(Op.end);
  }

  #chargeGlobal(code: ByteWriter, fuel: number): void {
    op(code, Op.globalGet, this.#added.fuelGlobal);
    opSigned(code, Op.i64Const, fuel);
    code.u8(Op.i64Sub);
    op(code, Op.globalSet, this.#added.fuelGlobal);
  }

  #getFuel(): void {
    if (this.#precise) op(this.#code, Op.globalGet, this.#added.fuelGlobal);
    else op(this.#code, Op.localGet, this.#fuelLocal);
  }

  #setFuel(): void {
    if (this.#precise) op(this.#code, Op.globalSet, this.#added.fuelGlobal);
    else op(this.#code, Op.localSet, this.#fuelLocal);
  }

  /** Copies original bytes up to `end`, so that what is written next stands there. */
  #copyTo(end: number): void {
    this.#code.append(this.#bytes, this.#copied, end);
    this.#copied = end;
  }

  /** Where the code continues behind an instruction that ends at `end`, whose bytes are to be copied as they are. */
  #positionAfter(end: number): number {
    return this.#code.length + end - this.#copied;
  }

  /** Charges what is pending, before the instruction at `at`; `debt` of it is left for later. */
  #charge(at: number, debt = 0): void {
    if (this.#pending === debt) return;
    this.#copyTo(at);
    this.#getFuel();
    this.#writeLess(this.#code, this.#pending - debt);
    this.#setFuel();
    this.#pending = debt;
    this.#straight = false;
  }

  #freeOfDebt(ordinal: number): number | null {
    return this.#free === null || this.#free.has(ordinal) ? 0 : null;
  }

  /** Charges before a `br_table` at `at`, and tells whether that could be done for all of its labels alike. */
  #chargeForTable(at: number, labels: ReadonlySet<Frame>): boolean {
    const debts = new Set<number>();
    for (const { debt } of labels) if (debt !== null) debts.add(debt);
    if (debts.size > 1) {
      for (const { kind, ordinal } of labels) if (kind === Op.block) this.#free!.add(ordinal);
      return false;
    }
    const [debt = this.#pending] = debts;
    for (const label of labels) label.debt ??= debt;
    this.#charge(at, debt);
    return true;
  }

  /**
   * Charges all turns of the loop at `at` before it is entered. The charge may be more than is left although the loop
   * would trap before it gets there, so being short of fuel here only says that the precise form must decide.
   */
  #chargeCountedLoop(found: CountedLoop, at: number, depth: number): void {
    const loop = renumberLocals(found, (local) => this.#localAt(local));
    this.#copyTo(at);
    this.#straight = false;
    if (this.#turnsLocal === NONE) this.#turnsLocal = this.#addLocal(ValueType.i64);
    const code = this.#code;
    const undecided = (): void => {
      opSigned(code, Op.i32Const, 1);
      op(code, Op.globalSet, this.#added.siteGlobal);
      code.u8(Op.unreachable);
    };
    writeTurns(code, loop, this.#turnsLocal, undecided);
    const spend = (fuelEachTurn: number): void => {
      op(code, Op.localGet, this.#fuelLocal);
      writeTurnsFuel(code, loop, this.#turnsLocal, fuelEachTurn);
      code.u8(Op.i64Sub);
    };
    // With the fuel of the dearest turns there, the loop needs no check inside.
    spend(loop.fuelEachTurnMax);
    const isEven = loop.fuelEachTurn === loop.fuelEachTurnMax;
    if (isEven) op(code, Op.localTee, this.#fuelLocal);
    opSigned(code, Op.i64Const, 0);
    code.u8(Op.i64LtS);
    op(code, Op.if, EMPTY_BLOCK);
    undecided();
    code.u8(Op.end);
    if (!isEven) {
      spend(loop.fuelEachTurn);
      op(code, Op.localSet, this.#fuelLocal);
    }
    this.#chargedTo = loop.end;
    this.#chargedDepth = depth + (loop.testsFirst ? 1 : 0);
  }

  /** Before a call at `at` whose callee must find the fuel in the global. */
  #chargeForCall(at: number): void {
    this.#copyTo(at);
    this.#straight = false;
    if (this.#precise) {
      this.#chargeGlobal(this.#code, this.#pending);
    } else {
      op(this.#code, Op.localGet, this.#fuelLocal);
      this.#writeLess(this.#code, this.#pending);
      op(this.#code, Op.globalSet, this.#added.fuelGlobal);
    }
    this.#pending = 0;
  }

  /** After such a call, whose bytes end at `end`. */
  #reloadFuel(end: number): void {
    this.#copyTo(end);
    if (this.#precise) return;
    op(this.#code, Op.globalGet, this.#added.fuelGlobal);
    op(this.#code, Op.localSet, this.#fuelLocal);
  }

  /** Puts fuel and depth behind the arguments of a call; a tail call leaves its own place on the stack to the callee. */
  #handOver(takesDepth: boolean, isTail: boolean): void {
    const code = this.#code;
    op(code, Op.localGet, this.#fuelLocal);
    this.#writeLess(code, this.#pending);
    this.#pending = 0;
    this.#straight = false;
    if (!takesDepth) return;
    // What is shallow counts no depth, nor does anything that it leads to.
    if (this.#shallow) opSigned(code, Op.i64Const, 0);
    else op(code, Op.localGet, isTail ? this.#stackLocal : this.#stackLeft());
  }

  /** A call of the function `index` in so many open blocks, whose instruction reaches from `at` to the reader's position. */
  #call(at: number, index: number, isTail: boolean, depth: number): void {
    this.#calls = true;
    const { handover, survey, stackGlobal } = this.#added;
    const end = this.#reader.position;
    const isImport = index < this.#layout.imports.length;
    if (handover !== null && !isImport) {
      this.#copyTo(at);
      this.#handOver(handover.takesDepth[index] === 1, isTail);
      this.#copyTo(end);
      if (!isTail) op(this.#code, Op.localSet, this.#fuelLocal);
      return;
    }
    this.#chargeForCall(at);
    if (handover === null) {
      if (!isTail) this.#reloadFuel(end);
      else if (!this.#shallow) this.#restoreStack(this.#code);
      return;
    }
    if (survey.shallow[index] === 0) {
      // It may call back.
      op(this.#code, Op.localGet, this.#stackLeft());
      op(this.#code, Op.globalSet, stackGlobal);
    }
    if (!isTail) return this.#reloadFuel(end);
    op(this.#code, Op.call, index);
    this.#copied = end;
    this.#reloadFuel(end);
    op(this.#code, Op.br, depth - 1);
  }

  /** A call through a table, likewise. */
  #callIndirect(at: number, type: FunctionType, table: number, isTail: boolean): void {
    this.#calls = true;
    const { handover } = this.#added;
    const end = this.#reader.position;
    if (handover === null) {
      this.#chargeForCall(at);
      if (!isTail) this.#reloadFuel(end);
      else if (!this.#shallow) this.#restoreStack(this.#code);
      return;
    }
    this.#copyTo(at);
    const code = this.#code;
    if (this.#indexLocal === NONE) this.#indexLocal = this.#addLocal(ValueType.i32);
    op(code, Op.localSet, this.#indexLocal);
    this.#handOver(true, isTail);
    op(code, Op.localGet, this.#indexLocal);
    op(code, isTail ? Op.returnCallIndirect : Op.callIndirect, handover.typeOf(type, true));
    code.u32(table);
    this.#copied = end;
    if (!isTail) op(code, Op.localSet, this.#fuelLocal);
  }

  /** In the precise form, everything is charged and the place noted before an instruction that may trap. */
  #noteSite(at: number): void {
    this.#trapSites++;
    if (!this.#precise) return;
    this.#charge(at);
    this.#copyTo(at);
    opSigned(this.#code, Op.i32Const, at);
    op(this.#code, Op.globalSet, this.#added.siteGlobal);
  }

  /** Charges by the size operand on top of the stack (an i32), and stops here when that is more than is left. */
  #chargeBySize(at: number, shift: number): void {
    this.#charge(at);
    this.#copyTo(at);
    this.#straight = false;
    if (this.#sizeLocal === NONE) this.#sizeLocal = this.#addLocal(ValueType.i32);
    const code = this.#code;
    const sizeLocal = this.#sizeLocal;
    op(code, Op.localTee, sizeLocal);
    this.#getFuel();
    op(code, Op.localGet, sizeLocal);
    code.u8(Op.i64ExtendI32U);
    if (shift > 0) {
      opSigned(code, Op.i64Const, shift);
      code.u8(Op.i64ShrU);
    }
    code.u8(Op.i64Sub);
    this.#setFuel();
    this.#getFuel();
    this.#trapIfNegative(code);
  }

  /**
   * Rewrites up to the function's `end` and gives the highest operand stack; `null` where it must begin again with more
   * labels that are free of debt.
   */
  #rewriteInstructions(type: FunctionType, locals: number): number | null {
    const reader = this.#reader;
    const layout = this.#layout;
    const nans = this.#nans;
    const frames: Frame[] = [
      {
        kind: Op.block,
        base: 0,
        parameters: 0,
        results: type.results.length,
        enteredDead: false,
        targeted: true,
        debt: this.#freeOfDebt(0),
        ordinal: 0,
        loops: 0,
      },
    ];
    this.#frames = frames;
    this.#blocks = 0;
    this.#dead = false;
    this.#height = 0;
    this.#heightMax = 0;
    // Between two control instructions these stand for the fields of the same names, for the loop's speed.
    let height = 0;
    let heightMax = 0;
    let base = 0;
    /** Instructions before this place are not charged: they never run, or are charged already. */
    let chargeFrom = 0;

    for (;;) {
      const at = reader.position;
      const opcode = reader.u8();
      const instruction = opcode < 0xfb ? opcode : this.#prefixed(opcode, at);
      const immediate = immediates[instruction]!;
      if (at >= chargeFrom) this.#pending += instructionFuel[instruction]!;

      if (immediate === Immediate.control) {
        this.#height = height;
        if (heightMax > this.#heightMax) this.#heightMax = heightMax;
        if (!this.#rewriteControl(at, opcode, type)) return frames.length === 0 ? this.#heightMax : null;
        height = this.#height;
        heightMax = this.#heightMax;
        base = frames[frames.length - 1]!.base;
        if (this.#dead) chargeFrom = Infinity;
        else chargeFrom = frames.length > this.#chargedDepth ? 0 : this.#chargedTo;
        continue;
      }

      let table = 0;
      let local = 0;
      const immediateAt = reader.position;
      switch (immediate) {
        case Immediate.none:
          break;
        case Immediate.local:
          local = this.#index(locals, 'local');
          this.#renumberLocal(at, opcode, local);
          break;
        case Immediate.global:
          this.#index(layout.globals.length, 'global');
          break;
        case Immediate.table:
          table = this.#index(layout.tables.length, 'table');
          break;
        case Immediate.memarg:
        case Immediate.memargLane:
          if (reader.u32() >= 0x40) throw featureRefused('multi-memory', at);
          reader.u32();
          if (immediate === Immediate.memargLane) reader.skip(1);
          break;
        case Immediate.memoryIndex:
          this.#memoryIndex(at);
          break;
        case Immediate.i32:
          reader.skipSigned(32);
          break;
        case Immediate.i64:
          reader.skipSigned(64);
          break;
        case Immediate.lane:
          reader.skip(1);
          break;
        case Immediate.bytes4:
          reader.skip(4);
          break;
        case Immediate.bytes8:
          reader.skip(8);
          break;
        case Immediate.bytes16:
          reader.skip(16);
          break;
        case Immediate.function:
          this.#index(layout.functions.length, 'function');
          break;
        case Immediate.refType:
          heapType(reader);
          break;
        case Immediate.selectTypes: {
          const count = reader.count('types');
          for (let i = 0; i < count; i++) valueType(reader);
          break;
        }
        case Immediate.dataMemory:
          reader.u32();
          this.#memoryIndex(at);
          break;
        case Immediate.data:
        case Immediate.element:
          reader.u32();
          break;
        case Immediate.memoryMemory:
          this.#memoryIndex(at);
          this.#memoryIndex(at);
          break;
        case Immediate.elementTable:
          reader.u32();
          this.#index(layout.tables.length, 'table');
          break;
        case Immediate.unknown:
          throw unknownInstruction(opcode, null, at);
        default:
          this.#index(layout.tables.length, 'table');
          this.#index(layout.tables.length, 'table');
      }

      if (traps[instruction] !== 0) this.#noteSite(at);
      const popped = pops[instruction]!;
      if (instruction >= PREFIX_FC + 8 && instruction <= PREFIX_FC + 17) {
        if (instruction === Op.tableGrow) {
          this.#callInstead(at, this.#added.growTableFunctions + table);
        } else if (popped === 3) {
          const bytes = instructionNames[instruction]!.startsWith('memory');
          this.#chargeBySize(at, bytes ? BULK_BYTES_PER_FUEL_LOG2 : Math.log2(FUEL_PER_TABLE_ELEMENT));
        }
      } else if (instruction === Op.memoryGrow) {
        this.#callInstead(at, this.#added.growMemoryFunction);
      }

      let node: number = RAW;
      if (nans !== null) {
        if (immediate === Immediate.local) {
          const localType = this.#localTypes[local]!;
          if (opcode === Op.localGet) {
            if (isFloat(localType)) node = nans.getLocal(local, localType, this.#positionAfter(reader.position));
          } else {
            node = nans.stack[height - 1] ?? RAW;
            nans.setLocal(local, localType, node);
          }
        } else {
          const position = makesFloat[instruction] === 1 ? this.#positionAfter(reader.position) : -1;
          node = nans.instruction(instruction, popped, height, position, this.#bytes, immediateAt);
        }
      }
      height -= popped;
      if (height < base) height = base;
      // None but control gives more than one value.
      if (pushes[instruction] === 1) {
        if (nans !== null) nans.stack[height] = node;
        if (++height > heightMax) heightMax = height;
      }
      if (instruction === Op.unreachable) {
        this.#leave();
        height = base;
        chargeFrom = Infinity;
      }
    }
  }

  /** The number of an instruction of two codes, whose second it reads. */
  #prefixed(opcode: number, at: number): number {
    const second = this.#reader.u32();
    let instruction = 0;
    if (opcode === 0xfc && second < 0x20) instruction = PREFIX_FC + second;
    else if (opcode === 0xfd && second < 0x100) instruction = PREFIX_FD + second;
    if (instruction === 0 || immediates[instruction] === Immediate.unknown) {
      throw unknownInstruction(opcode, second, at);
    }
    if (opcode === 0xfd) this.#vectors = true;
    return instruction;
  }

  /**
   * Rewrites the control instruction at `at`, of which only the opcode is read. Tells whether to read on; not behind the
   * function's end, and not where it must begin again.
   */
  #rewriteControl(at: number, opcode: number, type: FunctionType): boolean {
    const reader = this.#reader;
    const layout = this.#layout;
    const frames = this.#frames;
    const nans = this.#nans;
    switch (opcode) {
      case Op.block:
      case Op.loop:
      case Op.if: {
        const blockType = this.#blockType();
        if (opcode === Op.if) this.#pop(1);
        if (opcode === Op.loop || (opcode === Op.if && this.#free === null)) this.#charge(at);
        nans?.observeStack(this.#height - blockType.parameters.length, this.#height);
        this.#pop(blockType.parameters.length);
        if (frames.length > NESTING_MAX) throw tooLarge(`blocks nested ${frames.length} deep`, NESTING_MAX);
        frames.push({
          kind: opcode,
          base: this.#height,
          parameters: blockType.parameters.length,
          results: blockType.results.length,
          enteredDead: this.#dead,
          targeted: false,
          debt: opcode === Op.block ? this.#freeOfDebt(++this.#blocks) : this.#pending,
          ordinal: this.#blocks,
          loops: frames[frames.length - 1]!.loops + (opcode === Op.loop ? 1 : 0),
        });
        this.#push(blockType.parameters.length);
        if (opcode === Op.loop) {
          this.#loops = true;
          const counted =
            this.#precise || this.#dead || blockType !== NO_VALUES
              ? null
              : readCountedLoop(this.#bytes, reader.position, reader.end);
          if (counted !== null) {
            this.#chargeCountedLoop(counted, at, frames.length);
            break;
          }
          this.#copyTo(reader.position);
          this.#getFuel();
          this.#trapIfNegative(this.#code);
        }
        break;
      }
      case Op.else: {
        const frame = frames[frames.length - 1]!;
        if (frame.kind !== Op.if) throw malformed(at, 'an else without an if');
        if (!this.#dead) this.#charge(at, frame.debt!);
        nans?.observeStack(this.#height - frame.results, this.#height);
        frame.kind = Op.else;
        this.#pending = frame.debt!;
        this.#height = frame.base;
        this.#push(frame.parameters);
        this.#dead = frame.enteredDead;
        break;
      }
      case Op.end: {
        const frame = frames.pop()!;
        nans?.observeStack(this.#height - frame.results, this.#height);
        if (frames.length === 0) {
          if (reader.position !== reader.end) throw malformed(reader.position, 'code after the end of a function');
          if (!this.#dead && frame.debt !== null) this.#charge(at, frame.debt);
          this.#copyTo(at);
          this.#pendingAtExit = frame.debt ?? this.#pending;
          return false;
        }
        if (frame.kind === Op.loop || (frame.kind === Op.block && !frame.targeted)) {
          this.#dead = frame.enteredDead || this.#dead;
        } else {
          if (!this.#dead && frame.debt !== null) this.#charge(at, frame.debt);
          this.#pending = frame.debt ?? 0;
          this.#dead = frame.enteredDead;
        }
        this.#height = frame.base;
        this.#push(frame.results);
        break;
      }
      case Op.br:
        this.#branch(at, this.#label(0));
        this.#leave();
        break;
      case Op.brIf:
        this.#branch(at, this.#label(1));
        this.#pop(1);
        break;
      case Op.brTable: {
        const count = reader.count('targets');
        const labels = new Set<Frame>();
        for (let i = 0; i <= count; i++) labels.add(this.#label(1));
        if (!this.#dead && !this.#chargeForTable(at, labels)) return false;
        this.#leave();
        break;
      }
      case Op.return:
        nans?.observeStack(this.#height - type.results.length, this.#height);
        this.#branch(at, frames[0]!);
        // The epilogue stands after the wrapping block, so a return is a branch to its end.
        this.#copyTo(at);
        this.#straight = false;
        op(this.#code, Op.br, frames.length - 1);
        this.#copied = reader.position;
        this.#leave();
        break;
      case Op.call:
      case Op.returnCall: {
        const isTail = opcode === Op.returnCall;
        const callee = this.#index(layout.functions.length, 'function');
        const calleeType = layout.functions[callee]!;
        if (isTail) nans?.observeStack(this.#height - calleeType.parameters.length, this.#height);
        this.#call(at, callee, isTail, frames.length);
        if (isTail) this.#leave();
        else this.#apply(calleeType);
        break;
      }
      default: {
        const isTail = opcode === Op.returnCallIndirect;
        const calleeType = layout.types[this.#index(layout.types.length, 'type')]!;
        const table = this.#index(layout.tables.length, 'table');
        this.#noteSite(at);
        this.#pop(1);
        if (isTail) nans?.observeStack(this.#height - calleeType.parameters.length, this.#height);
        this.#callIndirect(at, calleeType, table, isTail);
        if (isTail) this.#leave();
        else this.#apply(calleeType);
      }
    }
    return true;
  }

  #pop(count: number): void {
    this.#height = Math.max(this.#height - count, this.#frames[this.#frames.length - 1]!.base);
  }

  /** Pushes values that may hold any bits. */
  #push(count: number): void {
    if (this.#nans !== null) for (let i = 0; i < count; i++) this.#nans.stack[this.#height + i] = RAW;
    this.#height += count;
    if (this.#height > this.#heightMax) this.#heightMax = this.#height;
  }

  #apply({ parameters, results }: FunctionType): void {
    this.#nans?.observeStack(this.#height - parameters.length, this.#height);
    this.#pop(parameters.length);
    this.#push(results.length);
  }

  /** What stands behind, up to the block's end, never runs. */
  #leave(): void {
    this.#height = this.#frames[this.#frames.length - 1]!.base;
    this.#dead = true;
    this.#pending = 0;
  }

  /** Reads a label of a branch that takes `conditions` operands beside what it carries. */
  #label(conditions: number): Frame {
    const frames = this.#frames;
    const at = this.#reader.position;
    const depth = this.#reader.u32();
    const frame = frames[frames.length - 1 - depth];
    if (frame === undefined) throw malformed(at, `a branch out of ${depth} blocks`);
    frame.targeted = true;
    if (depth === frames.length - 1) this.#straight = false;
    // NaNs: what a branch carries is observed.
    const carriedTo = this.#height - conditions;
    this.#nans?.observeStack(carriedTo - (frame.kind === Op.loop ? frame.parameters : frame.results), this.#height);
    return frame;
  }

  /** Charges before a branch at `at` as its label has it. */
  #branch(at: number, label: Frame): void {
    if (this.#dead) return;
    const leavesLoop = label === this.#frames[0] || label.loops < this.#frames[this.#frames.length - 1]!.loops;
    label.debt ??= leavesLoop ? this.#pending : 0;
    this.#charge(at, label.debt);
  }

  #index(count: number, what: string): number {
    const at = this.#reader.position;
    const value = this.#reader.u32();
    if (value >= count) throw malformed(at, `${what} ${value} of ${count}`);
    return value;
  }

  /** Writes an instruction that uses a local that has moved. */
  #renumberLocal(at: number, opcode: number, local: number): void {
    const renumbered = this.#localAt(local);
    if (renumbered === local) return;
    this.#copyTo(at);
    op(this.#code, opcode, renumbered);
    this.#copied = this.#reader.position;
  }

  /** Puts a call of an added function in the place of the instruction from `at` to the reader's position. */
  #callInstead(at: number, functionIndex: number): void {
    this.#chargeForCall(at);
    op(this.#code, Op.call, functionIndex);
    this.#copied = this.#reader.position;
    this.#reloadFuel(this.#copied);
  }

  #memoryIndex(at: number): void {
    // One zero byte in WebAssembly 2.0; any other form of a number is multi-memory's, zero or not.
    if (this.#reader.u8() !== 0) throw featureRefused('multi-memory (a memory index)', at);
    if (this.#layout.memory === null) throw malformed(at, 'a memory instruction without a memory');
  }

  #blockType(): FunctionType {
    const at = this.#reader.position;
    const code = this.#reader.blockType();
    if (code === -64) return NO_VALUES;
    if (code >= 0) {
      const type = this.#layout.types[code];
      if (type === undefined) throw malformed(at, `type ${code} of ${this.#layout.types.length}`);
      return type;
    }
    valueType(new ByteReader(this.#bytes, at, at + 1));
    return ONE_RESULT;
  }
}

interface CanonicalPlace {
  readonly position: number;
  readonly shape: number;
}

const NAN_TYPES = [0, ValueType.f32, ValueType.f64, ValueType.v128, ValueType.v128];

/** Replaces each NaN of the value on top of the stack by the canonical one. */
function writeCanonicalNan(code: ByteWriter, shape: number, local: number): void {
  op(code, Op.localTee, local);
  const lanes = shape === Shape.f32x4 ? 4 : shape === Shape.f64x2 ? 2 : 1;
  const wide = shape === Shape.f64 || shape === Shape.f64x2;
  if (lanes > 1) code.u8(0xfd);
  code.u8(lanes > 1 ? Op.v128Const : wide ? Op.f64Const : Op.f32Const);
  for (let lane = 0; lane < lanes; lane++) {
    for (const byte of wide ? [0, 0, 0, 0, 0, 0, 0xf8, 0x7f] : [0, 0, 0xc0, 0x7f]) code.u8(byte);
  }
  // A NaN alone is unequal to itself.
  op(code, Op.localGet, local);
  op(code, Op.localGet, local);
  if (lanes > 1) {
    code.u8(0xfd);
    code.u8(wide ? Op.f64x2Eq : Op.f32x4Eq);
    code.u8(0xfd);
    code.u8(Op.v128Bitselect);
  } else {
    code.u8(wide ? Op.f64Ge : Op.f32Ge);
    code.u8(Op.select);
  }
}

const NO_VALUES: FunctionType = { parameters: [], results: [] };
const ONE_RESULT: FunctionType = { parameters: [], results: [ValueType.i32] };

const slotsOf = (type: number): number => (type === ValueType.v128 ? 2 : 1);

function op(code: ByteWriter, opcode: number, operand: number): void {
  code.u8(opcode);
  code.u32(operand);
}

function opSigned(code: ByteWriter, opcode: number, operand: number): void {
  code.u8(opcode);
  code.signed(operand);
}

function unknownInstruction(opcode: number, second: number | null, at: number): Error {
  const feature = refusedFeature(opcode, second);
  if (feature !== null) return featureRefused(feature, at);
  const code = [opcode, ...(second === null ? [] : [second])].map((part) => `0x${part.toString(16)}`).join(' ');
  return malformed(at, `an unknown instruction ${code}`);
}
