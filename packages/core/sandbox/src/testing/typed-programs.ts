import fc from 'fast-check';
import type { TestModule } from './assembler.ts';
import { type NumberType, typedInstructions } from './instruction-types.ts';

/**
 * Random programs over every instruction of the profile: expressions of all types, blocks and functions of several values,
 * `br_table` that carries one, memory and tables by size, calls direct, indirect and in tail position. They always end:
 * loops count down, and functions call only later ones. What they come to is in memory.
 */
const TYPES = ['i32', 'i64', 'f32', 'f64', 'v128'] as const;
/** Parameters of functions but the first, which has locals in their place, and two more locals of each type. */
const VARIABLES = [...TYPES, ...TYPES, ...TYPES];
const COUNTER = VARIABLES.length;
const FUNCTION_TYPE = `${TYPES.join(' ')} -> i64 f32`;
const FUNCTIONS = 3;
const DEPTH_MAX = 3;

const variable = (type: NumberType): fc.Arbitrary<number> =>
  fc.constantFrom(...VARIABLES.flatMap((one, i) => (one === type ? [i] : [])));

const int = fc.oneof(fc.integer({ min: -4, max: 40 }), fc.constantFrom(0x7fff_ffff, -0x8000_0000, 255, 65_535));
const float = fc.oneof(int, fc.constantFrom('0.5', '-0', 'NaN', 'Infinity', '1e30', '-1e-30')).map(String);
const constants: Readonly<Record<NumberType, fc.Arbitrary<string>>> = {
  i32: int.map((value) => `i32.const ${value}`),
  i64: int.map((value) => `i64.const ${value}`),
  f32: float.map((value) => `f32.const ${value}`),
  f64: float.map((value) => `f64.const ${value}`),
  v128: fc
    .array(fc.constantFrom(0, 1, 127, 128, 192, 255, 7), { minLength: 16, maxLength: 16 })
    .map((bytes) => `v128.const ${bytes.join(' ')}`),
};

const leaf = (type: NumberType): fc.Arbitrary<string> =>
  fc.oneof(
    constants[type],
    variable(type).map((i) => `local.get ${i}`),
  );

const producers = Map.groupBy(
  typedInstructions.filter(({ result, name }) => result !== null && name !== 'memory.grow'),
  ({ result }) => result!,
);

/** An address is most often within memory. */
const address = fc.integer({ min: 0, max: 60_000 }).map((at) => `i32.const ${at}`);

function expression(type: NumberType, depth: number): fc.Arbitrary<string> {
  if (depth === 0) return leaf(type);
  const made = fc
    .constantFrom(...producers.get(type)!)
    .chain(({ name, immediate, operands }) =>
      fc
        .tuple(
          ...operands.map((operand, i) =>
            name.includes('.load') && i === 0
              ? fc.oneof({ weight: 20, arbitrary: address }, expression('i32', depth - 1))
              : expression(operand, depth - 1),
          ),
        )
        .map((parts) => [...parts, name, immediate].join(' ')),
    );
  const chosen = fc
    .tuple(expression(type, depth - 1), expression(type, depth - 1), expression('i32', depth - 1))
    .map(([a, b, when]) => `${a} ${b} ${when} select ${type}`);
  return fc.oneof(
    { weight: 4, arbitrary: made },
    { weight: 1, arbitrary: leaf(type) },
    { weight: 1, arbitrary: chosen },
  );
}

const anyType = fc.constantFrom(...TYPES);
const small = fc.integer({ min: 0, max: 6 });
const put = anyType.chain((type) =>
  fc.tuple(variable(type), expression(type, 2)).map(([i, value]) => `${value} local.set ${i}`),
);
const effects = typedInstructions.filter(({ name }) => /\.store|^memory\.(init|copy|fill)/.test(name));

const store = fc
  .constantFrom(...effects)
  .chain(({ name, immediate, operands }) =>
    fc
      .tuple(
        address,
        ...operands
          .slice(1)
          .map((type) => (name.startsWith('memory') ? small.map((n) => `i32.const ${n}`) : expression(type, 2))),
      )
      .map((parts) => [...parts, name, immediate].join(' ')),
  );

const table = fc
  .tuple(small, small, small)
  .chain(([a, b, count]) =>
    fc.constantFrom(
      `i32.const ${a} i32.const ${b} table.get 0 table.set 0`,
      `i32.const ${a} ref.func 2 i32.const ${count} table.fill 0`,
      `i32.const ${a} i32.const ${b} i32.const ${count} table.copy 0 0`,
      `i32.const ${a} i32.const ${b} i32.const ${count} table.init 0 0`,
      `ref.null funcref i32.const ${count} table.grow 0 local.set 0`,
      `i32.const ${count} memory.grow local.set 0`,
      'table.size 0 local.set 0',
      'data.drop 0',
      'elem.drop 0',
    ),
  );

/** Arguments of a call, and what becomes of its results. */
const args = fc.tuple(...TYPES.map((type) => expression(type, 1))).map((parts) => parts.join(' '));
const KEEP = 'local.set 7 local.set 6';

function statement(functionIndex: number, depth: number): fc.Arbitrary<string> {
  const candidates: fc.Arbitrary<string>[] = [put, store, store, table];
  if (functionIndex + 1 < FUNCTIONS) {
    const callee = fc.integer({ min: functionIndex + 1, max: FUNCTIONS - 1 });
    candidates.push(
      fc.tuple(args, callee).map(([values, index]) => `${values} call ${index} ${KEEP}`),
      // Elements from 2 on are the last function; 0 is null and traps, 1 is of another type.
      fc
        .tuple(args, fc.oneof({ weight: 8, arbitrary: fc.constant(2) }, small))
        .map(([values, at]) => `${values} i32.const ${at} call_indirect 1 0 ${KEEP}`),
    );
    if (functionIndex > 0) {
      candidates.push(
        fc.tuple(expression('i32', 1), args).map(([when, values]) => `${when} if ${values} return_call 2 end`),
        fc
          .tuple(expression('i32', 1), args)
          .map(([when, values]) => `${when} if ${values} i32.const 2 return_call_indirect 1 0 end`),
      );
    }
  }
  if (depth < DEPTH_MAX) {
    const inside = statements(functionIndex, depth + 1);
    const counter = COUNTER + depth;
    candidates.push(
      fc.tuple(expression('i32', 2), inside, inside).map(([when, a, b]) => `${when} if ${a} else ${b} end`),
      fc
        .tuple(fc.integer({ min: 1, max: 5 }), inside)
        .map(
          ([turns, body]) =>
            `i32.const ${turns} local.set ${counter} loop ${body} local.get ${counter} i32.const 1 i32.sub local.tee ${counter} br_if 0 end`,
        ),
      // A block that takes an i64 and an f32 and gives two others.
      fc
        .tuple(expression('i64', 1), expression('f32', 1), inside, expression('i32', 1), expression('i64', 1))
        .map(
          ([a, b, body, when, c]) =>
            `${a} ${b} block 2 ${body} ${when} br_if 0 local.set 7 drop ${c} local.get 7 end ${KEEP}`,
        ),
      // A table of branches that carry an i32 to one of two blocks.
      fc
        .tuple(expression('i32', 1), expression('i32', 2), inside)
        .map(
          ([value, chosen, body]) =>
            `block i32 block i32 ${value} ${chosen} i32.const 3 i32.and br_table 2 0 1 0 end ${body} end local.set 5`,
        ),
      fc.tuple(expression('i32', 2), inside).map(([when, body]) => `block ${when} br_if 0 ${body} end`),
    );
  }
  return fc.oneof(...candidates);
}

function statements(functionIndex: number, depth: number): fc.Arbitrary<string> {
  return fc.array(statement(functionIndex, depth), { maxLength: depth === 0 ? 8 : 3 }).map((list) => list.join(' '));
}

/** All variables are stored at the end, so that memory shows what became of them. */
const STORE_ALL = VARIABLES.map((type, i) => `i32.const ${64 * 1000 + 16 * i} local.get ${i} ${type}.store 0`).join(
  ' ',
);

const RESULTS = 'local.get 1 local.get 2';

export const typedProgram: fc.Arbitrary<TestModule> = fc
  .tuple(...Array.from({ length: FUNCTIONS }, (_, i) => statements(i, 0)), fc.boolean())
  .map((parts) => {
    const returnsEarly = parts.pop() === true;
    const counters = Array.from({ length: DEPTH_MAX }, () => 'i32');
    const locals = [...VARIABLES.slice(TYPES.length), ...counters].join(' ');
    const [entry, ...others] = parts as string[];
    return {
      functions: [
        { type: '->', locals: `${TYPES.join(' ')} ${locals}`, code: `${entry} ${STORE_ALL}` },
        ...others.map((code) => ({
          type: FUNCTION_TYPE,
          locals,
          code: returnsEarly ? `${code} ${RESULTS} return ${STORE_ALL}` : `${code} ${RESULTS}`,
        })),
      ],
      types: ['i64 f32 -> i64 f32'],
      memory: { min: 1, max: 12 },
      tables: [{ type: 'funcref' as const, min: 8, max: 20 }],
      elements: [
        { offset: null, functions: [2, 2, 0, 2] },
        { offset: 1, functions: [0, 2, 2, 2, 2, 2] },
      ],
      data: [{ offset: null, bytes: [1, 2, 3, 4, 5, 6, 7, 8] }],
      exports: [
        { name: '_start', kind: 0 as const, index: 0 },
        { name: 'memory', kind: 2 as const, index: 0 },
      ],
    };
  });
