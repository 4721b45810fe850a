import { Immediate, immediates, instructionNames, pops, PREFIX_FC, PREFIX_FD, pushes } from '../wasm/opcodes.ts';
import type { FuelCase } from './fuel-case.ts';

/** A value of each type, as code; none of them makes an instruction trap. */
const VALUES: Readonly<Record<string, string>> = {
  i32: 'i32.const 3',
  i64: 'i64.const 3',
  f32: 'f32.const 1.5',
  f64: 'f64.const 1.5',
  v128: `v128.const ${'0 0 192 63 '.repeat(4)}`,
};

const LANES: Readonly<Record<string, string>> = {
  i8x16: 'i32',
  i16x8: 'i32',
  i32x4: 'i32',
  i64x2: 'i64',
  f32x4: 'f32',
  f64x2: 'f64',
};

/** Types of the operands of an instruction on numbers, vectors or memory, from its name. */
function operandsOf(name: string, count: number): string[] {
  const [, type = '', operation = ''] = /^(\w+)\.(\w+)$/.exec(name) ?? [];
  if (type === 'memory') return Array.from({ length: count }, () => 'i32');
  if (/^load.*_lane$/.test(operation)) return ['i32', 'v128'];
  if (operation.startsWith('load')) return ['i32'];
  if (operation.startsWith('store')) return ['i32', type];
  const source = /^\w+?_(i32|i64|f32|f64)(?:_[su])?$/.exec(operation)?.[1];
  const lane = LANES[type];
  if (source !== undefined && lane === undefined) return [source];
  if (lane === undefined) return Array.from({ length: count }, () => type);
  if (operation === 'splat') return [lane];
  if (operation === 'replace_lane') return ['v128', lane];
  if (/^sh[lr]/.test(operation)) return ['v128', 'i32'];
  return Array.from({ length: count }, () => 'v128');
}

/** Immediates of those instructions whose code can be made from their name; `null` for the others, which have cases by hand. */
function immediateOf(instruction: number): string | null {
  switch (immediates[instruction]) {
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

const BY_HAND = new Set(['unreachable', 'nop', 'drop', 'select', 'ref.is_null']);

/** One case for each instruction on numbers, vectors and memory: its operands, the instruction, and its result dropped. */
export const instructionCases: readonly FuelCase[] = instructionNames.flatMap((name, instruction): FuelCase[] => {
  const isConstant = name?.endsWith('.const') === true;
  const immediate = immediateOf(instruction);
  if (name === undefined || isConstant || immediate === null || BY_HAND.has(name)) return [];
  const operands = operandsOf(name, pops[instruction]!).map((type) => VALUES[type]!);
  const code = [...operands, name, immediate, 'drop '.repeat(pushes[instruction]!)].join(' ').replace(/\s+/g, ' ').trim();
  const usesMemory = /^memory|load|store/.test(name.replace(/^\w+\./, name.startsWith('memory') ? 'memory' : ''));
  return [
    {
      name,
      module: {
        functions: [{ type: '->', code }],
        ...(usesMemory ? { memory: { min: 1, max: 8 } } : {}),
        ...(name === 'memory.init' ? { data: [{ offset: null, bytes: [1, 2, 3, 4, 5, 6, 7, 8] }] } : {}),
      },
    },
  ];
});
