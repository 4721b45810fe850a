import type { FuelCase } from './fuel-case.ts';
import { type NumberType, typedInstructions } from './instruction-types.ts';

/** A value of each type, as code; none of them makes an instruction trap. */
const VALUES: Readonly<Record<NumberType, string>> = {
  i32: 'i32.const 3',
  i64: 'i64.const 3',
  f32: 'f32.const 1.5',
  f64: 'f64.const 1.5',
  v128: `v128.const ${'0 0 192 63 '.repeat(4)}`,
};

/** One case for each instruction on numbers, vectors and memory: its operands, the instruction, and its result dropped. */
export const instructionCases: readonly FuelCase[] = typedInstructions.map(({ name, immediate, operands, result }) => {
  const code = [...operands.map((type) => VALUES[type]), name, immediate, result === null ? '' : 'drop'].join(' ');
  const usesMemory = /^memory\.|\.(load|store)/.test(name);
  return {
    name,
    module: {
      functions: [{ type: '->', code: code.replace(/\s+/g, ' ').trim() }],
      ...(usesMemory ? { memory: { min: 1, max: 8 } } : {}),
      ...(name === 'memory.init' ? { data: [{ offset: null, bytes: [1, 2, 3, 4, 5, 6, 7, 8] }] } : {}),
    },
  };
});
