import { ByteReader } from './byte-reader.ts';
import type { FunctionType } from './function-type.ts';
import { Immediate, immediates, Op, pops, pushes, traps } from './opcodes.ts';
import { skipInstruction } from './skip-instruction.ts';
import type { Span } from './span.ts';
import { StructureLimit, tooLarge } from './structure-limits.ts';

/** What a body's instructions refer to. */
interface Surroundings {
  readonly types: readonly FunctionType[];
  readonly functions: readonly FunctionType[];
  /** Most results that any of the types has. */
  readonly resultsMax: number;
  /** Most parameters and results together that any of the types has. */
  readonly valuesMax: number;
}

/**
 * Holds a function body to the structural limits, which bound what an engine needs to compile it: wherever control flow
 * parts or meets, an engine brings all that lives there into agreement, so that its work grows with the places times the
 * locals and operands. Small bodies cannot come near the limits and are not looked through. Gives the number of locals.
 *
 * @throws InvalidModule `MODULE_TOO_LARGE`; `MODULE_MALFORMED` where numbers are. Of instructions that it does not know the
 *   rewriter speaks when it comes to the place.
 */
export function checkBody(bytes: Uint8Array, span: Span, type: FunctionType, around: Surroundings): number {
  const length = span.end - span.start;
  const reader = new ByteReader(bytes, span.start, span.end);
  let locals = type.parameters.length;
  for (let groups = reader.count('groups of locals'); groups > 0; groups--) {
    const at = reader.position;
    locals += reader.u32();
    if (locals > StructureLimit.locals) throw tooLarge(`a function with ${locals} locals`, StructureLimit.locals, at);
    reader.skip(1);
  }
  // A place takes at least a byte (a target of `br_table`) and a value two, so half the bytes for each is the worst.
  const mergedMost = length * locals + (length * length * around.resultsMax) / 8;
  // Of all that is limited by number, nested loops take the fewest bytes to come to it: 3 each.
  const isSmall = mergedMost <= StructureLimit.mergedValues && length <= 3 * StructureLimit.loopNesting;
  if (!isSmall || around.valuesMax > CARRIED_VALUES_EACH_BYTE) {
    checkControlFlow(reader, locals, type, around, StructureLimit.carriedValues + CARRIED_VALUES_EACH_BYTE * length);
  }
  return locals;
}

/** What branches and calls carry may grow with the body; with types of no more values it cannot grow faster. */
const CARRIED_VALUES_EACH_BYTE = 32;

/** A block that is open, and the height of the operand stack under its parameters. */
interface Frame {
  readonly base: number;
  readonly type: FunctionType;
  readonly isLoop: boolean;
}

const NOTHING: FunctionType = { parameters: [], results: [] };
const ONE_RESULT: FunctionType = { parameters: [], results: [0] };

function checkControlFlow(
  reader: ByteReader,
  locals: number,
  { results }: FunctionType,
  around: Surroundings,
  carriedMost: number,
): void {
  const frames: Frame[] = [{ base: 0, type: { parameters: [], results }, isLoop: false }];
  let height = 0;
  let loops = 0;
  let calls = 0;
  let trapSites = 0;
  let merged = 0;
  let carried = 0;
  while (frames.length > 0) {
    const at = reader.position;
    const instruction = skipInstruction(reader);
    if (instruction === -1) return;
    const base = frames.at(-1)!.base;
    if (traps[instruction] !== 0 && ++trapSites > StructureLimit.trapSites) {
      throw tooLarge(`a function with ${trapSites} instructions that may trap`, StructureLimit.trapSites, at);
    }
    if (immediates[instruction] !== Immediate.control && instruction !== Op.unreachable) {
      height = Math.max(height - pops[instruction]!, base) + pushes[instruction]!;
      continue;
    }
    const operand = (): ByteReader => new ByteReader(reader.bytes, at + 1, reader.position);
    const apply = (popped: number, pushed: number): void => {
      height = Math.max(height - popped, base) + pushed;
    };
    const merge = (places: number): void => {
      merged += places * (locals + height);
      if (merged > StructureLimit.mergedValues) {
        throw tooLarge(`a function with ${merged} values where control flow meets`, StructureLimit.mergedValues, at);
      }
    };
    const carry = (values: number): void => {
      carried += values;
      if (carried > carriedMost) {
        throw tooLarge(`a function whose branches and calls carry ${carried} values`, carriedMost, at);
      }
    };
    const open = (isLoop: boolean): void => {
      merge(1);
      const type = blockType(operand().blockType(), around);
      carry(type.parameters.length + type.results.length);
      frames.push({ base: Math.max(height - type.parameters.length, base), type, isLoop });
    };
    /** A branch to a label. */
    const branch = (depth: number): void => {
      const frame = frames[frames.length - 1 - depth];
      if (frame !== undefined) carry((frame.isLoop ? frame.type.parameters : frame.type.results).length);
    };
    const call = (type: FunctionType | undefined): void => {
      if (++calls > StructureLimit.calls) throw tooLarge(`a function with ${calls} calls`, StructureLimit.calls, at);
      if (type === undefined) return;
      carry(type.parameters.length + type.results.length);
      apply(type.parameters.length, type.results.length);
    };
    switch (instruction) {
      case Op.if:
        apply(1, 0);
        open(false);
        break;
      case Op.block:
        open(false);
        break;
      case Op.loop:
        if (++loops > StructureLimit.loopNesting) {
          throw tooLarge(`loops nested ${loops} deep`, StructureLimit.loopNesting, at);
        }
        open(true);
        break;
      case Op.else: {
        merge(1);
        const frame = frames.at(-1)!;
        height = frame.base + frame.type.parameters.length;
        break;
      }
      case Op.end: {
        const frame = frames.pop()!;
        if (frame.isLoop) loops--;
        height = frame.base + frame.type.results.length;
        break;
      }
      case Op.brIf:
        apply(1, 0);
        merge(1);
        branch(operand().u32());
        break;
      case Op.brTable: {
        const list = operand();
        const targets = list.u32();
        if (targets > StructureLimit.branchTargets) {
          throw tooLarge(`a br_table of ${targets} targets`, StructureLimit.branchTargets, at);
        }
        merge(targets + 1);
        for (let i = 0; i <= targets; i++) branch(list.u32());
        height = base;
        break;
      }
      case Op.br:
        merge(1);
        branch(operand().u32());
        height = base;
        break;
      case Op.return:
        branch(frames.length - 1);
        height = base;
        break;
      case Op.unreachable:
        height = base;
        break;
      case Op.call:
        call(around.functions[operand().u32()]);
        break;
      case Op.callIndirect:
        apply(1, 0);
        call(around.types[operand().u32()]);
        break;
      default: {
        // A tail call.
        const callee = operand().u32();
        call(instruction === Op.returnCall ? around.functions[callee] : around.types[callee]);
        height = base;
      }
    }
    if (frames.length - 1 > StructureLimit.nesting) {
      throw tooLarge(`blocks nested ${frames.length - 1} deep`, StructureLimit.nesting, at);
    }
  }
}

const blockType = (code: number, { types }: Surroundings): FunctionType =>
  code >= 0 ? (types[code] ?? NOTHING) : code === EMPTY ? NOTHING : ONE_RESULT;

/** The empty block type, as a signed number. */
const EMPTY = -64;
