import fc from 'fast-check';
import type { TestModule } from './assembler.ts';

/**
 * Random programs of float and vector code. They read floats of all kinds, NaNs of every payload among them, from the
 * first `INPUT_BYTES` of memory, and store what they come to, often as bits. They always end and never trap.
 */
const INPUT_BYTES = 256;
export const MEMORY_BYTES_USED = 1024;

/** Locals of each type: two that the program sets, after the parameters that function 1 has. */
const LOCALS = { f64: [0, 3, 4], f32: [1, 5, 6], v128: [2, 7, 8] };
const COUNTERS = 9;

const names = (prefix: string, operations: string): string[] =>
  operations.split(' ').map((name) => `${prefix}.${name}`);
const UNARY = 'sqrt ceil floor trunc nearest abs neg';
const BINARY = 'add sub mul div min max';
const address = (size: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: MEMORY_BYTES_USED - size });
const load = (name: string, size: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: INPUT_BYTES / size - 1 }).map((i) => i * size) },
      address(size),
    )
    .map((at) => `i32.const ${at} ${name} 0`);
const local = (type: keyof typeof LOCALS): fc.Arbitrary<number> => fc.constantFrom(...LOCALS[type]);

const unary = (operand: fc.Arbitrary<string>, operations: string[]): fc.Arbitrary<string> =>
  fc.tuple(operand, fc.constantFrom(...operations)).map(([a, operation]) => `${a} ${operation}`);
const binary = (operand: fc.Arbitrary<string>, operations: string[]): fc.Arbitrary<string> =>
  fc.tuple(operand, operand, fc.constantFrom(...operations)).map(([a, b, operation]) => `${a} ${b} ${operation}`);
const constants = (type: string): fc.Arbitrary<string> =>
  fc.constantFrom('0', '-0', '1', '-2.5', 'Infinity', '-Infinity', 'NaN', '1e30').map((n) => `${type}.const ${n}`);

interface Expressions {
  f64: string;
  f32: string;
  v128: string;
  i32: string;
  statement: string;
}

const limited = { maxDepth: 4, depthSize: 'small' } as const;

const expressions = fc.letrec((tie: fc.LetrecTypedTie<Expressions>) => {
  const [f64, f32, v128, i32, statement] = [tie('f64'), tie('f32'), tie('v128'), tie('i32'), tie('statement')];
  const statements = fc.array(statement, { maxLength: 3 }).map((list) => list.join('\n'));
  const flow = (type: keyof typeof LOCALS, value: fc.Arbitrary<string>): fc.Arbitrary<string>[] => [
    fc.tuple(value, local(type)).map(([a, to]) => `${a} local.tee ${to}`),
    fc.tuple(value, value, i32).map(([a, b, when]) => `${a} ${b} ${when} select`),
    fc.tuple(value, value, i32).map(([a, b, when]) => `${a} ${b} ${when} select ${type}`),
    fc.tuple(i32, value, value).map(([when, a, b]) => `${when} if ${type} ${a} else ${b} end`),
    fc.tuple(value, i32, value).map(([a, when, b]) => `block ${type} ${a} ${when} br_if 0 drop ${b} end`),
    fc.tuple(value, i32).map(([a, when]) => `block ${type} ${a} ${when} br_table 1 0 0 end`),
    fc.tuple(value, statements).map(([a, between]) => `${a} block ${between} end`),
  ];
  return {
    f64: fc.oneof(
      limited,
      local('f64').map((from) => `local.get ${from}`),
      load('f64.load', 8),
      constants('f64'),
      fc.constant('global.get 0'),
      unary(f64, names('f64', UNARY)),
      { weight: 3, arbitrary: binary(f64, names('f64', `${BINARY} copysign`)) },
      f32.map((a) => `${a} f64.promote_f32`),
      i32.map((a) => `${a} f64.convert_i32_s`),
      load('i64.load', 8).map((a) => `${a} f64.reinterpret_i64`),
      v128.map((a) => `${a} f64x2.extract_lane 1`),
      fc.tuple(f64, f32, v128).map(([a, b, c]) => `${a} ${b} ${c} call 1`),
      ...flow('f64', f64),
    ),
    f32: fc.oneof(
      limited,
      local('f32').map((from) => `local.get ${from}`),
      load('f32.load', 4),
      constants('f32'),
      unary(f32, names('f32', UNARY)),
      { weight: 3, arbitrary: binary(f32, names('f32', `${BINARY} copysign`)) },
      f64.map((a) => `${a} f32.demote_f64`),
      i32.map((a) => `${a} f32.reinterpret_i32`),
      v128.map((a) => `${a} f32x4.extract_lane 2`),
      ...flow('f32', f32),
    ),
    v128: fc.oneof(
      limited,
      local('v128').map((from) => `local.get ${from}`),
      load('v128.load', 16),
      fc.constant(`v128.const ${'0 '.repeat(16)}`),
      unary(v128, [...names('f32x4', UNARY), ...names('f64x2', UNARY)]),
      { weight: 2, arbitrary: binary(v128, names('f32x4', `${BINARY} pmin pmax eq lt`)) },
      { weight: 2, arbitrary: binary(v128, names('f64x2', `${BINARY} pmin pmax eq lt`)) },
      binary(v128, ['v128.and', 'v128.xor', 'i8x16.swizzle', 'i32x4.add']),
      unary(v128, ['f32x4.demote_f64x2_zero', 'f64x2.promote_low_f32x4', 'f64x2.convert_low_i32x4_s', 'v128.not']),
      fc.tuple(v128, v128, v128).map(([a, b, c]) => `${a} ${b} ${c} v128.bitselect`),
      f32.map((a) => `${a} f32x4.splat`),
      f64.map((a) => `${a} f64x2.splat`),
      fc.tuple(v128, f32).map(([a, b]) => `${a} ${b} f32x4.replace_lane 3`),
      fc.tuple(v128, f64).map(([a, b]) => `${a} ${b} f64x2.replace_lane 0`),
      ...flow('v128', v128),
    ),
    i32: fc.oneof(
      limited,
      fc.integer({ min: 0, max: 1 }).map((n) => `i32.const ${n}`),
      load('i32.load', 4),
      binary(f64, names('f64', 'lt eq ge')),
      binary(f32, names('f32', 'ne gt')),
      unary(f64, ['i32.trunc_sat_f64_s']),
      unary(f32, ['i32.reinterpret_f32']),
      unary(v128, ['v128.any_true', 'i32x4.bitmask', 'i32x4.extract_lane 1']),
    ),
    statement: fc.oneof(
      limited,
      ...(['f64', 'f32', 'v128'] as const).flatMap((type) => [
        { weight: 3, arbitrary: fc.tuple(tie(type), local(type)).map(([a, to]) => `${a} local.set ${to}`) },
        {
          weight: 3,
          arbitrary: fc.tuple(address(16), tie(type)).map(([at, a]) => `i32.const ${at} ${a} ${type}.store 0`),
        },
        tie(type).map((a) => `${a} drop`),
      ]),
      f64.map((a) => `${a} global.set 0`),
      fc.tuple(address(8), f64).map(([at, a]) => `i32.const ${at} ${a} i64.reinterpret_f64 i64.store 0`),
      fc.tuple(i32, statements, statements).map(([when, a, b]) => `${when} if ${a} else ${b} end`),
      fc.tuple(fc.integer({ min: 0, max: 3 }), statements).map(
        ([counter, body]) =>
          `i32.const 2 local.set ${COUNTERS + counter} loop ${body} local.get ${COUNTERS + counter} i32.const 1 i32.sub
             local.tee ${COUNTERS + counter} i32.const 0 i32.gt_s br_if 0 end`,
      ),
    ),
  };
});

const OWN_LOCALS = 'f64 f64 f32 f32 v128 v128 i32 i32 i32 i32';

export const floatProgram: fc.Arbitrary<TestModule> = fc
  .tuple(
    fc.array(expressions.statement, { minLength: 1, maxLength: 8 }),
    fc.array(expressions.statement, { maxLength: 2 }),
    expressions.f64,
  )
  .map(([main, callee, result]) => ({
    functions: [
      { type: '->', locals: `f64 f32 v128 ${OWN_LOCALS}`, code: main.join('\n') },
      {
        type: 'f64 f32 v128 -> f64',
        locals: OWN_LOCALS,
        // It calls nobody: no recursion.
        code: `${callee.join('\n')} ${result}`.replaceAll('call 1', 'drop drop'),
      },
    ],
    memory: { min: 1 },
    globals: [{ type: 'f64', mutable: true, init: 'f64.const 0' }],
    exports: [
      { name: '_start', kind: 0, index: 0 },
      { name: 'memory', kind: 2, index: 0 },
    ],
  }));

const bits = fc.oneof(
  fc.constantFrom(
    0x7ff8_0000_0000_0000n,
    0xfff8_0000_0000_0000n,
    0x7ff0_0000_0000_0001n,
    0xfff4_0000_1234_5678n,
    0x7ff0_0000_0000_0000n,
    0xfff0_0000_0000_0000n,
    0x7fc0_0000_7fc0_0000n,
    0xffc0_1234_7f80_0001n,
    0x3ff0_0000_3f80_0000n,
    0x4024_0000_4024_0000n,
    0n,
  ),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
);

/** What the program finds in memory. */
export const floatInput: fc.Arbitrary<Uint8Array> = fc
  .array(bits, { minLength: INPUT_BYTES / 8, maxLength: INPUT_BYTES / 8 })
  .map((words) => new Uint8Array(BigUint64Array.from(words).buffer));
