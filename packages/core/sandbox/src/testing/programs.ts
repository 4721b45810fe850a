import fc from 'fast-check';
import type { TestModule } from './assembler.ts';

/**
 * Random structured programs that always end: every loop counts down a local of its own, and functions call only later
 * ones. Values are arbitrary, so that divisions, memory accesses and table accesses trap now and then.
 */
const FUNCTIONS = 4;
const VALUE_LOCALS = 4;
/** Locals after the parameter and values hold the loops' counters, one a nesting level. */
const NESTING_MAX = 4;
const LOCALS = VALUE_LOCALS + NESTING_MAX;

interface Place {
  /** How many labels enclose the statement. */
  labels: number;
  /** Which of them are for code outside a value block, where a branch needs no operand. */
  plain: readonly boolean[];
  depth: number;
  functionIndex: number;
}

const local = fc.integer({ min: 1, max: VALUE_LOCALS }).map(String);
const constant = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 40 }) },
  { weight: 1, arbitrary: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }) },
);
const size = fc.integer({ min: 0, max: 300 });
const operand = fc.oneof(
  local.map((name) => `local.get ${name}`),
  constant.map((value) => `i32.const ${value}`),
);
const binary = fc.constantFrom('add', 'sub', 'mul', 'div_s', 'div_u', 'rem_s', 'and', 'xor', 'shl', 'lt_s', 'eq');

function simpleStatement(place: Place): fc.Arbitrary<string> {
  const candidates: fc.Arbitrary<string>[] = [
    fc.tuple(operand, operand, binary, local).map(([a, b, op, to]) => `${a} ${b} i32.${op} local.set ${to}`),
    fc.tuple(local, local).map(([from, to]) => `local.get ${from} i32.const 1023 i32.and i32.load 8 local.set ${to}`),
    fc.tuple(size, operand).map(([at, value]) => `i32.const ${at} ${value} i32.store 0`),
    fc.tuple(size, size).map(([at, length]) => `i32.const ${at} i32.const 7 i32.const ${length} memory.fill`),
    fc.tuple(size, size).map(([to, length]) => `i32.const ${to} i32.const 9 i32.const ${length} memory.copy`),
    fc.tuple(fc.integer({ min: 0, max: 2 }), local).map(([n, to]) => `i32.const ${n} memory.grow local.set ${to}`),
    fc.constant('nop'),
    fc.tuple(operand, local).map(([a, to]) => `${a} f64.convert_i32_s f64.sqrt i32.trunc_sat_f64_s local.set ${to}`),
    fc.tuple(operand, local).map(([a, to]) => `${a} i8x16.splat i32x4.extract_lane 2 local.set ${to}`),
    fc.tuple(operand, local).map(([a, to]) => `${a} i32.load 0 local.set ${to}`),
    fc.tuple(operand).map(([a]) => `${a} table.get 0 drop`),
  ];
  if (place.functionIndex + 1 < FUNCTIONS) {
    const later = fc.integer({ min: place.functionIndex + 1, max: FUNCTIONS - 1 });
    candidates.push(
      fc.tuple(size, local).map(([i, to]) => `local.get ${to} i32.const ${i % 5} call_indirect 1 0 local.set ${to}`),
      fc.tuple(operand, later, local).map(([a, callee, to]) => `${a} call ${callee} local.set ${to}`),
      fc
        .tuple(operand, operand, later)
        .map(([a, when, callee]) =>
          place.functionIndex === 0 ? `${a} call ${callee} drop` : `${when} if ${a} return_call ${callee} end`,
        ),
    );
  }
  const result = place.functionIndex === 0 ? '' : 'i32.const 3 ';
  candidates.push(operand.map((when) => `${when} if ${result}return end`));
  const targets = place.plain.flatMap((isPlain, i) => (isPlain ? [place.labels - 1 - i] : []));
  if (targets.length > 0) {
    const target = fc.constantFrom(...targets);
    candidates.push(
      fc.tuple(operand, target).map(([when, to]) => `${when} br_if ${to}`),
      fc
        .tuple(operand, fc.array(target, { maxLength: 3 }), target)
        .map(
          ([chosen, list, otherwise]) =>
            `block ${chosen} br_table ${[list.length + 1, 0, ...list.map((to) => to + 1), otherwise + 1].join(' ')} end`,
        ),
    );
  }
  return fc.oneof(...candidates);
}

function statements(place: Place): fc.Arbitrary<string> {
  const statement =
    place.depth >= NESTING_MAX
      ? simpleStatement(place)
      : fc.oneof({ weight: 3, arbitrary: simpleStatement(place) }, nested(place));
  return fc.array(statement, { minLength: 0, maxLength: place.depth === 0 ? 6 : 3 }).map((list) => list.join('\n'));
}

function nested(place: Place): fc.Arbitrary<string> {
  const inside = (labels: number, plain: readonly boolean[]): Place => ({
    ...place,
    labels: place.labels + labels,
    plain: [...place.plain, ...plain],
    depth: place.depth + 1,
  });
  const counter = VALUE_LOCALS + 1 + place.depth;
  return fc.oneof(
    statements(inside(1, [true])).map((body) => `block ${body} end`),
    fc
      .tuple(operand, statements(inside(1, [true])), statements(inside(1, [true])))
      .map(([when, then, otherwise]) => `${when} if ${then} else ${otherwise} end`),
    fc.tuple(operand, statements(inside(1, [true]))).map(([when, then]) => `${when} if ${then} end`),
    fc.tuple(fc.integer({ min: 1, max: 4 }), statements(inside(2, [true, true]))).map(
      ([times, body]) =>
        `i32.const ${times} local.set ${counter}
         block loop local.get ${counter} i32.const 1 i32.sub local.tee ${counter} i32.const 0 i32.lt_s br_if 1
         ${body} local.get ${counter} br_if 0 end end`,
    ),
    fc
      .tuple(operand, operand, operand, local, statements(inside(1, [false])))
      .map(
        ([a, b, when, to, body]) =>
          `${a} ${b} block 2 ${body} local.get ${to} ${when} br_if 0 drop i32.add end local.set ${to}`,
      ),
  );
}

const body = (functionIndex: number): fc.Arbitrary<string> =>
  statements({ labels: 0, plain: [], depth: 0, functionIndex }).chain((code) =>
    fc.oneof(
      { weight: 8, arbitrary: fc.constant(code) },
      { weight: 1, arbitrary: fc.constant(`${code} unreachable`) },
      {
        weight: 1,
        arbitrary: fc.constant(
          functionIndex === 0 ? `${code} return nop` : `${code} i32.const 1 return i32.const 2 drop`,
        ),
      },
    ),
  );

export const program: fc.Arbitrary<TestModule> = fc
  .tuple(...Array.from({ length: FUNCTIONS }, (_, i) => body(i)))
  .map((bodies) => ({
    functions: bodies.map((code, i) => ({
      type: i === 0 ? '->' : 'i32 -> i32',
      // The entry has no parameter; a local stands in its place, so that numbers agree.
      locals: Array.from({ length: LOCALS + (i === 0 ? 1 : 0) }, () => 'i32').join(' '),
      code: i === 0 ? code : `${code} local.get 1`,
    })),
    types: ['i32 i32 -> i32'],
    memory: { min: 1, max: 40 },
    tables: [{ type: 'funcref', min: 4 }],
    // Only the last function, which calls nobody, is in the table; its first element stays null and traps.
    elements: [{ offset: 1, functions: [FUNCTIONS - 1, FUNCTIONS - 1, FUNCTIONS - 1] }],
  }));
