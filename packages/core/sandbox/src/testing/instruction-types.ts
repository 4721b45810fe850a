import { Immediate, immediates, instructionNames, pops, pushes } from '../wasm/opcodes.ts';

export type NumberType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

const LANES: Readonly<Record<string, NumberType>> = {
  i8x16: 'i32',
  i16x8: 'i32',
  i32x4: 'i32',
  i64x2: 'i64',
  f32x4: 'f32',
  f64x2: 'f64',
};

/** Types of the operands of an instruction on numbers, vectors or memory, from its name. */
function operandsOf(name: string, count: number): NumberType[] {
  const [, prefix = '', operation = ''] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
  const lane = LANES[prefix];
  const type = prefix as NumberType;
  const alike = (each: NumberType): NumberType[] => Array.from({ length: count }, () => each);
  if (prefix === 'memory') return alike('i32');
  if (/^load.*_lane$/.test(operation)) return ['i32', 'v128'];
  if (operation.startsWith('load')) return ['i32'];
  if (operation.startsWith('store')) return ['i32', type];
  const source = /^\w+?_(i32|i64|f32|f64)(?:_[su])?$/.exec(operation)?.[1];
  if (lane === undefined) return source === undefined ? alike(type) : [source as NumberType];
  if (operation === 'splat') return [lane];
  if (operation === 'replace_lane') return ['v128', lane];
  if (/^sh[lr]/.test(operation)) return ['v128', 'i32'];
  return alike('v128');
}

function resultOf(name: string): NumberType {
  const [, prefix = '', operation = ''] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
  if (prefix === 'memory' || /^(all_true|any_true|bitmask|eqz)$/.test(operation)) return 'i32';
  const lane = LANES[prefix];
  if (lane !== undefined) return operation.startsWith('extract_lane') ? lane : 'v128';
  return /^(eq|ne|lt|gt|le|ge)(_[su])?$/.test(operation) ? 'i32' : (prefix as NumberType);
}

/** Immediates of those instructions whose code can be made from their name; `null` for the others. */
function immediateOf(instruction: number): string | null {
  switch (immediates[instruction]!) {
    case Immediate.none:
    case Immediate.memoryIndex:
    case Immediate.memoryMemory:
      return '';
    case Immediate.memarg:
    case Immediate.lane:
      return '1';
    case Immediate.memargLane:
      return '1 1';
    case Immediate.dataMemory:
      return '0';
    case Immediate.bytes16:
      return '0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15';
    default:
      return null;
  }
}

/** An instruction on numbers, vectors or memory: all but constants, variables, tables, references and control. */
export interface TypedInstruction {
  readonly name: string;
  /** What follows the name in the text of a test module. */
  readonly immediate: string;
  readonly operands: readonly NumberType[];
  readonly result: NumberType | null;
}

const OTHERS = new Set(['unreachable', 'nop', 'drop', 'select', 'ref.is_null']);

export const typedInstructions: readonly TypedInstruction[] = instructionNames.flatMap((name, instruction) => {
  const immediate = immediateOf(instruction);
  if (name === undefined || immediate === null || OTHERS.has(name) || name.endsWith('.const')) return [];
  const result = pushes[instruction] === 1 ? resultOf(name) : null;
  return [{ name, immediate, operands: operandsOf(name, pops[instruction]!), result }];
});
