import { BULK_BYTES_PER_FUEL_LOG2, FUEL_PER_TABLE_ELEMENT, instructionFuel } from '../fuel-schedule.ts';
import { ByteReader, featureRefused, malformed } from '../wasm/byte-reader.ts';
import type { ByteWriter } from '../wasm/byte-writer.ts';
import {
  type FunctionType,
  heapType,
  LOCALS_MAX,
  type ModuleLayout,
  type Span,
  tooLarge,
  ValueType,
  valueType,
} from '../wasm/module-layout.ts';
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
} from '../wasm/opcodes.ts';

/**
 * `fast`: fuel is counted in a local, charged once a straight segment, so a segment that a trap cuts short is not yet
 * charged. `precise`: fuel is counted in the global and charged before each instruction that may trap, whose place is
 * noted, so fuel and place are exact at every trap.
 */
export type MeteringForm = 'fast' | 'precise';

/** Indices of what the rewriter adds to a module. */
export interface AddedItems {
  readonly fuelGlobal: number;
  readonly stackGlobal: number;
  readonly siteGlobal: number;
  readonly growMemoryFunction: number;
  /** One function a table, in a row. */
  readonly growTableFunctions: number;
  /** The block type for a function's results. */
  blockTypeOf(results: readonly number[]): number;
}

/** One unit of stack depth is a frame of up to this many values of 8 bytes. */
const SLOTS_PER_STACK_UNIT = 64;
/** A function that calls nothing ends the chain of calls; up to this size it is not worth counting. */
const LEAF_SLOTS_FREE = 256;
const NESTING_MAX = 50_000;
/** V8, SpiderMonkey and JavaScriptCore refuse longer bodies. */
const BODY_BYTES_MAX = 7_654_321;
/** Most that the precise form adds for one instruction that may trap. */
const PRECISE_SITE_BYTES = 40;

const Op = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  returnCall: 0x12,
  returnCallIndirect: 0x13,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  i64LtS: 0x53,
  i64Sub: 0x7d,
  i64Or: 0x84,
  i64ShrU: 0x88,
  i64ExtendI32U: 0xad,
  tableGrow: PREFIX_FC + 15,
} as const;
const EMPTY_BLOCK = 0x40;

/** A block that is open where the reader stands. */
interface Frame {
  readonly kind: number;
  /** Height of the operand stack under the block's parameters. */
  readonly base: number;
  readonly parameters: number;
  readonly results: number;
  /** Whether the code around the block can never run. */
  readonly enteredDead: boolean;
  /** Whether a branch leads to the block's label. */
  targeted: boolean;
}

/** Rewrites function bodies one after another; one object serves a whole module, so that buffers are used again. */
export class FunctionBodyRewriter {
  readonly #bytes: Uint8Array;
  readonly #layout: ModuleLayout;
  readonly #added: AddedItems;
  readonly #precise: boolean;
  readonly #code: ByteWriter;
  readonly #body: ByteWriter;

  // State of the function at hand.
  #reader!: ByteReader;
  /** Original bytes up to here are in `#code` already. */
  #copied = 0;
  /** Fuel of instructions since the last charge. */
  #pending = 0;
  #charges = 0;
  #fuelLocal = 0;
  /** Holds what was left of the stack when the function was entered. */
  #stackLocal = 0;
  #sizeLocal = 0;
  #usesSizeLocal = false;
  #calls = false;
  #loops = false;
  #vectors = false;
  #trapSites = 0;

  constructor(
    bytes: Uint8Array,
    layout: ModuleLayout,
    added: AddedItems,
    form: MeteringForm,
    scratch: () => ByteWriter,
  ) {
    this.#bytes = bytes;
    this.#layout = layout;
    this.#added = added;
    this.#precise = form === 'precise';
    this.#code = scratch();
    this.#body = scratch();
  }

  /** Appends the metered form of one function body, its length in front. */
  rewrite(span: Span, type: FunctionType, out: ByteWriter): void {
    const reader = new ByteReader(this.#bytes, span.start, span.end);
    this.#reader = reader;
    const groups = reader.count('groups of locals');
    const groupsStart = reader.position;
    let locals = type.parameters.length;
    let slots = type.parameters.reduce((sum, parameter) => sum + slotsOf(parameter), 0);
    for (let i = 0; i < groups; i++) {
      const count = reader.u32();
      locals += count;
      if (locals > LOCALS_MAX) throw tooLarge(`a function with ${locals} locals`, LOCALS_MAX);
      slots += count * slotsOf(valueType(reader));
    }
    const groupsEnd = reader.position;

    this.#copied = groupsEnd;
    this.#pending = 0;
    this.#charges = 0;
    this.#fuelLocal = locals;
    this.#stackLocal = this.#precise ? locals : locals + 1;
    this.#sizeLocal = this.#stackLocal + 1;
    this.#usesSizeLocal = false;
    this.#calls = false;
    this.#loops = false;
    this.#vectors = false;
    this.#trapSites = 0;
    this.#code.clear();
    const heightMax = this.#rewriteInstructions(type, locals);
    slots += heightMax * (this.#vectors ? 2 : 1);

    const body = this.#body;
    body.clear();
    const counted = this.#calls || slots > LEAF_SLOTS_FREE;
    const stackUnits = Math.max(1, Math.ceil(slots / SLOTS_PER_STACK_UNIT));
    if (this.#charges === 0 && !counted && !this.#loops) {
      // One straight segment from entry to end: a single charge against the global is all there is to do.
      body.u32(groups);
      body.append(this.#bytes, groupsStart, groupsEnd);
      body.appendWriter(this.#code);
      if (this.#pending > 0) this.#chargeGlobal(body, this.#pending);
      body.u8(Op.end);
    } else {
      body.u32(groups + (this.#usesSizeLocal ? 2 : 1));
      body.append(this.#bytes, groupsStart, groupsEnd);
      body.u8(this.#precise ? 1 : 2);
      body.u8(ValueType.i64);
      if (this.#usesSizeLocal) {
        body.u8(1);
        body.u8(ValueType.i32);
      }
      this.#writeEntry(body, counted ? stackUnits : 0);
      body.u8(Op.block);
      body.signed(this.#added.blockTypeOf(type.results));
      this.#charge(this.#copied);
      body.appendWriter(this.#code);
      body.u8(Op.end);
      this.#writeExit(body, counted);
      body.u8(Op.end);
    }
    if (body.length + this.#trapSites * PRECISE_SITE_BYTES > BODY_BYTES_MAX && !this.#precise) {
      throw tooLarge(
        `a function of ${body.length} metered bytes with ${this.#trapSites} memory accesses`,
        BODY_BYTES_MAX,
      );
    }
    out.u32(body.length);
    out.appendWriter(body);
  }

  #writeEntry(body: ByteWriter, stackUnits: number): void {
    const { fuelGlobal, stackGlobal } = this.#added;
    if (stackUnits > 0) {
      op(body, Op.globalGet, stackGlobal);
      op(body, Op.localTee, this.#stackLocal);
      opSigned(body, Op.i64Const, stackUnits);
      body.u8(Op.i64Sub);
      op(body, Op.globalSet, stackGlobal);
    }
    if (!this.#precise) {
      op(body, Op.globalGet, fuelGlobal);
      op(body, Op.localSet, this.#fuelLocal);
    }
    if (stackUnits > 0) {
      // Fuel and depth are each negative once spent, so one sign tells whether either is.
      op(body, Op.globalGet, fuelGlobal);
      op(body, Op.globalGet, stackGlobal);
      body.u8(Op.i64Or);
      this.#trapIfNegative(body, false);
    }
  }

  #writeExit(body: ByteWriter, counted: boolean): void {
    if (!this.#precise) {
      op(body, Op.localGet, this.#fuelLocal);
      op(body, Op.globalSet, this.#added.fuelGlobal);
    }
    if (counted) this.#restoreStack(body);
  }

  #restoreStack(code: ByteWriter): void {
    op(code, Op.localGet, this.#stackLocal);
    op(code, Op.globalSet, this.#added.stackGlobal);
  }

  /** Expects an i64 on the stack. */
  #trapIfNegative(code: ByteWriter, storeLocal: boolean): void {
    opSigned(code, Op.i64Const, 0);
    code.u8(Op.i64LtS);
    op(code, Op.if, EMPTY_BLOCK);
    if (storeLocal && !this.#precise) {
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

  /** Charges what is pending, before the instruction at `at`. */
  #charge(at: number): void {
    if (this.#pending === 0) return;
    this.#copyTo(at);
    this.#getFuel();
    opSigned(this.#code, Op.i64Const, this.#pending);
    this.#code.u8(Op.i64Sub);
    this.#setFuel();
    this.#pending = 0;
    this.#charges++;
  }

  /** Before a call at `at`: the callee must find the fuel in the global. */
  #chargeForCall(at: number): void {
    this.#copyTo(at);
    this.#charges++;
    if (this.#precise) {
      this.#chargeGlobal(this.#code, this.#pending);
    } else {
      op(this.#code, Op.localGet, this.#fuelLocal);
      opSigned(this.#code, Op.i64Const, this.#pending);
      this.#code.u8(Op.i64Sub);
      op(this.#code, Op.globalSet, this.#added.fuelGlobal);
    }
    this.#pending = 0;
  }

  /** After a call, whose bytes end at `end`. */
  #reloadFuel(end: number): void {
    this.#copyTo(end);
    if (this.#precise) return;
    op(this.#code, Op.globalGet, this.#added.fuelGlobal);
    op(this.#code, Op.localSet, this.#fuelLocal);
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
    this.#charges++;
    this.#usesSizeLocal = true;
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
    this.#trapIfNegative(code, true);
  }

  /** Rewrites up to the function's `end` and gives the highest operand stack. */
  #rewriteInstructions(type: FunctionType, locals: number): number {
    const reader = this.#reader;
    const layout = this.#layout;
    const frames: Frame[] = [
      { kind: Op.block, base: 0, parameters: 0, results: type.results.length, enteredDead: false, targeted: true },
    ];
    let height = 0;
    let heightMax = 0;
    /** True only where code surely cannot run; charging there would be waste, never wrong. */
    let dead = false;

    const pop = (count: number): void => {
      height = Math.max(height - count, frames.at(-1)!.base);
    };
    const push = (count: number): void => {
      height += count;
      if (height > heightMax) heightMax = height;
    };
    const label = (): Frame => {
      const at = reader.position;
      const depth = reader.u32();
      const frame = frames[frames.length - 1 - depth];
      if (frame === undefined) throw malformed(at, `a branch out of ${depth} blocks`);
      frame.targeted = true;
      return frame;
    };
    const leave = (): void => {
      height = frames.at(-1)!.base;
      dead = true;
      this.#pending = 0;
    };
    const apply = ({ parameters, results }: FunctionType): void => {
      pop(parameters.length);
      push(results.length);
    };
    const index = (count: number, what: string): number => {
      const at = reader.position;
      const value = reader.u32();
      if (value >= count) throw malformed(at, `${what} ${value} of ${count}`);
      return value;
    };

    for (;;) {
      const at = reader.position;
      const opcode = reader.u8();
      let instruction = opcode;
      if (opcode >= 0xfb) {
        const second = reader.u32();
        if (opcode === 0xfc && second < 0x20) instruction = PREFIX_FC + second;
        else if (opcode === 0xfd && second < 0x100) instruction = PREFIX_FD + second;
        else throw unknownInstruction(opcode, second, at);
        if (opcode === 0xfd) this.#vectors = true;
      }
      const immediate = immediates[instruction]!;
      if (immediate === Immediate.unknown) throw unknownInstruction(opcode, null, at);
      if (!dead) this.#pending += instructionFuel[instruction]!;

      if (immediate === Immediate.control) {
        switch (opcode) {
          case Op.block:
          case Op.loop:
          case Op.if: {
            const blockType = this.#blockType();
            if (opcode === Op.if) pop(1);
            if (opcode !== Op.block) this.#charge(at);
            pop(blockType.parameters.length);
            if (frames.length > NESTING_MAX) throw tooLarge(`blocks nested ${frames.length} deep`, NESTING_MAX);
            frames.push({
              kind: opcode,
              base: height,
              parameters: blockType.parameters.length,
              results: blockType.results.length,
              enteredDead: dead,
              targeted: false,
            });
            push(blockType.parameters.length);
            if (opcode === Op.loop) {
              this.#loops = true;
              this.#copyTo(reader.position);
              this.#getFuel();
              this.#trapIfNegative(this.#code, true);
            }
            break;
          }
          case Op.else: {
            const frame = frames.at(-1)!;
            if (frame.kind !== Op.if) throw malformed(at, 'an else without an if');
            this.#charge(at);
            frames[frames.length - 1] = { ...frame, kind: Op.else };
            height = frame.base;
            push(frame.parameters);
            dead = frame.enteredDead;
            break;
          }
          case Op.end: {
            const frame = frames.pop()!;
            if (frames.length === 0) {
              if (reader.position !== reader.end) throw malformed(reader.position, 'code after the end of a function');
              // What is pending here the caller charges, in one of two ways.
              this.#copyTo(at);
              return heightMax;
            }
            if (frame.kind === Op.loop) dead = frame.enteredDead || dead;
            else if (frame.kind === Op.block) {
              if (frame.targeted) this.#charge(at);
              dead = frame.enteredDead || (dead && !frame.targeted);
            } else {
              this.#charge(at);
              dead = frame.enteredDead;
            }
            height = frame.base;
            push(frame.results);
            break;
          }
          case Op.br:
            label();
            this.#charge(at);
            leave();
            break;
          case Op.brIf:
            label();
            this.#charge(at);
            pop(1);
            break;
          case Op.brTable: {
            const count = reader.count('targets');
            for (let i = 0; i <= count; i++) label();
            this.#charge(at);
            leave();
            break;
          }
          case Op.return:
            this.#charge(at);
            // The epilogue stands after the wrapping block, so a return is a branch to its end.
            this.#copyTo(at);
            this.#charges++;
            op(this.#code, Op.br, frames.length - 1);
            this.#copied = reader.position;
            leave();
            break;
          case Op.call:
          case Op.callIndirect: {
            const callee = this.#callee(opcode, index);
            if (opcode === Op.callIndirect) {
              this.#noteSite(at);
              pop(1);
            }
            this.#chargeForCall(at);
            this.#calls = true;
            this.#reloadFuel(reader.position);
            apply(callee);
            break;
          }
          default: {
            this.#callee(opcode, index);
            if (opcode === Op.returnCallIndirect) this.#noteSite(at);
            this.#chargeForCall(at);
            this.#calls = true;
            this.#restoreStack(this.#code);
            leave();
          }
        }
        continue;
      }

      let table = 0;
      switch (immediate) {
        case Immediate.none:
          break;
        case Immediate.local:
          index(locals, 'local');
          break;
        case Immediate.global:
          index(layout.globals.length, 'global');
          break;
        case Immediate.table:
          table = index(layout.tables.length, 'table');
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
          index(layout.functions.length, 'function');
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
          index(layout.tables.length, 'table');
          break;
        default:
          index(layout.tables.length, 'table');
          index(layout.tables.length, 'table');
      }

      if (traps[instruction] !== 0) this.#noteSite(at);
      if (instruction >= PREFIX_FC + 8 && instruction <= PREFIX_FC + 17) {
        if (instruction === Op.tableGrow) {
          this.#callInstead(at, this.#added.growTableFunctions + table);
        } else if (pops[instruction] === 3) {
          const bytes = instructionNames[instruction]!.startsWith('memory');
          this.#chargeBySize(at, bytes ? BULK_BYTES_PER_FUEL_LOG2 : Math.log2(FUEL_PER_TABLE_ELEMENT));
        }
      } else if (instruction === Op.memoryGrow) {
        this.#callInstead(at, this.#added.growMemoryFunction);
      }
      pop(pops[instruction]!);
      push(pushes[instruction]!);
      if (instruction === Op.unreachable) leave();
    }
  }

  /** Puts a call of an added function in the place of the instruction from `at` to the reader's position. */
  #callInstead(at: number, functionIndex: number): void {
    this.#chargeForCall(at);
    op(this.#code, Op.call, functionIndex);
    this.#copied = this.#reader.position;
    this.#reloadFuel(this.#copied);
  }

  #memoryIndex(at: number): void {
    if (this.#reader.u32() !== 0) throw featureRefused('multi-memory', at);
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

  #callee(opcode: number, index: (count: number, what: string) => number): FunctionType {
    const layout = this.#layout;
    if (opcode === Op.call || opcode === Op.returnCall) {
      return layout.functions[index(layout.functions.length, 'function')]!;
    }
    const type = layout.types[index(layout.types.length, 'type')]!;
    index(layout.tables.length, 'table');
    return type;
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
