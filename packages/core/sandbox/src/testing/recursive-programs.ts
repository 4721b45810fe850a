import fc from 'fast-check';
import type { TestModule } from './assembler.ts';

/**
 * Random programs of functions that call one another in every way and without order: directly, through a table, in tail
 * position, each with a type and locals of its own. Every call but that of a leaf takes one from what is left in global
 * 0, and with nothing left a function returns, so they end. Global 1 mixes all that passes through.
 */
const CALLERS = 4;
/** Calls nobody, and takes nothing from global 0. */
const LEAF = CALLERS + 1;
const CALLS_MAX = 60;

/** Parameters and results of the functions; those that share results may call one another in tail position. */
const TYPES = ['i32 -> i32', '-> i32', 'i64 i32 -> i32', 'i32 -> i32 i64', 'i32 i32 i32 i32 i32 i32 i32 -> i32'];
const LOCALS = ['', 'i32', 'f64', 'i64 i32', 'i32 i32 v128', 'f32 i32 i64 i64'];

const split = (types: string): string[] => types.split(' ').filter((type) => type !== '');
const parametersOf = (type: string): string[] => split(type.split('->')[0]!);
const resultsOf = (type: string): string[] => split(type.split('->')[1]!);
const MIX = 'global.get 1 i32.const 31 i32.mul i32.add global.set 1';

interface Declared {
  readonly type: string;
  readonly locals: string;
}

const values = (types: readonly string[]): string => types.map((type, i) => `${type}.const ${i + 5}`).join(' ');

function callOf(callee: number, declared: readonly Declared[], indirect: boolean, tail: boolean): string {
  const { type } = declared[callee]!;
  const prefix = tail ? 'return_call' : 'call';
  if (!indirect) return `${values(parametersOf(type))} ${prefix} ${callee}`;
  const types = [...new Set(declared.map((one) => one.type))];
  return `${values(parametersOf(type))} i32.const ${callee} ${prefix}_indirect ${types.indexOf(type)} 0`;
}

const mixResults = (type: string): string =>
  resultsOf(type)
    .toReversed()
    .map((result) => (result === 'i64' ? `i32.wrap_i64 ${MIX}` : MIX))
    .join(' ');

function statement(index: number, declared: readonly Declared[], depth: number): fc.Arbitrary<string> {
  const callee = fc.integer({ min: 1, max: LEAF });
  const call = fc
    .tuple(callee, fc.boolean())
    .map(([to, indirect]) => `${callOf(to, declared, indirect, false)} ${mixResults(declared[to]!.type)}`);
  const own = [...parametersOf(declared[index]!.type), ...split(declared[index]!.locals)];
  const useLocal = fc.nat({ max: Math.max(0, own.length - 1) }).map((local) => {
    if (own[local] === 'i32') {
      return `local.get ${local} i32.const 3 i32.add local.tee ${local} ${MIX}`;
    }
    return own[local] === 'i64'
      ? `local.get ${local} i64.const 7 i64.add local.tee ${local} i32.wrap_i64 ${MIX}`
      : `i32.const 11 ${MIX}`;
  });
  const simple = fc.oneof(
    { weight: 4, arbitrary: call },
    { weight: 2, arbitrary: useLocal },
    {
      weight: 1,
      arbitrary: fc.constant(`global.get 1 i32.const 5 i32.and i32.eqz if ${returned(declared[index]!.type)} end`),
    },
    { weight: 1, arbitrary: fc.constant('global.get 1 i32.const 14 i32.and i32.eqz if unreachable end') },
  );
  if (depth === 0) return simple;
  const body = fc
    .array(statement(index, declared, depth - 1), { maxLength: 2 })
    .map((statements) => statements.join('\n'));
  return fc.oneof(
    { weight: 4, arbitrary: simple },
    { weight: 1, arbitrary: body.map((inner) => `global.get 1 i32.const 2 i32.and if ${inner} end`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(body, body)
        .map(([a, b]) => `block block global.get 1 i32.const 3 i32.and br_table 2 0 1 0 end ${a} end ${b}`),
    },
    {
      // It ends, for what is left in global 0 falls with each turn.
      weight: 1,
      arbitrary: body.map(
        (inner) =>
          `block loop global.get 0 i32.eqz br_if 1 global.get 0 i32.const 1 i32.sub global.set 0
           ${inner} global.get 1 i32.const 4 i32.and br_if 0 end end`,
      ),
    },
  );
}

const returned = (type: string): string => `${values(resultsOf(type))} return`;

function codeOf(index: number, declared: readonly Declared[]): fc.Arbitrary<string> {
  const { type } = declared[index]!;
  if (index === LEAF) return fc.constant(`i32.const 17 ${MIX} ${values(resultsOf(type))}`);
  const guard = `global.get 0 i32.eqz if ${returned(type)} end global.get 0 i32.const 1 i32.sub global.set 0`;
  const alike = declared.flatMap((one, i) =>
    i > 0 && resultsOf(one.type).join() === resultsOf(type).join() ? [i] : [],
  );
  const last = fc.oneof(
    { weight: 2, arbitrary: fc.constant(values(resultsOf(type))) },
    ...(alike.length === 0
      ? []
      : [
          fc
            .tuple(fc.constantFrom(...alike), fc.boolean())
            .map(([to, indirect]) => callOf(to, declared, indirect, true)),
        ]),
  );
  return fc
    .tuple(fc.array(statement(index, declared, 2), { minLength: 2, maxLength: 5 }), last)
    .map(([statements, end]) => [guard, ...statements, end].join('\n'));
}

export const recursiveProgram: fc.Arbitrary<TestModule> = fc
  .tuple(
    fc.array(fc.record({ type: fc.constantFrom(...TYPES), locals: fc.constantFrom(...LOCALS) }), {
      minLength: LEAF,
      maxLength: LEAF,
    }),
    fc.integer({ min: 1, max: CALLS_MAX }),
    fc.nat(),
  )
  .chain(([others, calls, seed]) => {
    const declared: Declared[] = [{ type: '->', locals: '' }, ...others];
    return fc.tuple(...declared.map((_, i) => codeOf(i, declared))).map((codes) => ({
      functions: declared.map((one, i) => ({ ...one, code: codes[i]! })),
      tables: [{ type: 'funcref' as const, min: declared.length }],
      elements: [{ offset: 0, functions: declared.map((_, i) => i) }],
      globals: [
        { type: 'i32', mutable: true, init: `i32.const ${calls}` },
        { type: 'i32', mutable: true, init: `i32.const ${seed | 0}` },
      ],
    }));
  });
