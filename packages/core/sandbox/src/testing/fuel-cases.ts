import type { TestModule } from './assembler.ts';
import type { FuelCase } from './fuel-case.ts';
import { instructionCases } from './instruction-cases.ts';

const PAGE = { memory: { min: 1 } };

const start = (code: string, rest: Omit<TestModule, 'functions'> = {}, locals = ''): TestModule => ({
  functions: [{ type: '->', locals, code }],
  ...rest,
});

const wasi = (imports: Readonly<Record<string, string>>, code: string, data: readonly number[] = []): TestModule => ({
  ...start(code, PAGE),
  imports: Object.entries(imports).map(([name, type]) => ({ module: 'wasi_snapshot_preview1', name, type })),
  data: [{ offset: 0, bytes: [...data] }],
});

const FD_WRITE = { fd_write: 'i32 i32 i32 i32 -> i32' };
/** One buffer for `fd_write`, as memory holds it. */
const iovec = (at: number, length: number): number[] => [at, 0, 0, 0, length, 0, 0, 0];
const ascii = (text: string): number[] => [...new TextEncoder().encode(text)];
const WRITE_OUT = 'i32.const 1 i32.const 0 i32.const 1 i32.const 8';

const TURNS = 'loop local.get 0 i32.const 1 i32.add local.tee 0 i32.const 100 i32.lt_u br_if 0 end';

const RECURSION: TestModule = {
  functions: [
    { type: '->', code: 'call 1' },
    { type: '->', code: 'call 1' },
  ],
};

const RECURSION_BY_TAIL_CALL = start('i32.const 1 drop return_call 0');

/** A clock subscription of `poll_oneoff`, relative, in nanoseconds. */
const subscription = (clock: number, timeout: number): number[] => [
  ...new Uint8Array(BigUint64Array.of(1n, 0n, BigInt(clock)).buffer),
  ...new Uint8Array(BigUint64Array.of(BigInt(timeout)).buffer),
  ...Array.from({ length: 16 }, () => 0),
];

/** A loop of 10 turns that no rule for counted loops fits: its step changes. */
const UNCOUNTED = `i32.const 10 local.set 0 loop local.get 0 i32.const 1 i32.shr_u local.tee 0 br_if 0 end`;
const TABLE = { tables: [{ type: 'funcref' as const, min: 4, max: 12 }] };
const RECURSIVE_SUM: TestModule = {
  functions: [
    { type: '->', code: 'i32.const 9 call 1 drop' },
    {
      type: 'i32 -> i32',
      code: 'local.get 0 if i32 local.get 0 i32.const 1 i32.sub call 1 local.get 0 i32.add else i32.const 0 end',
    },
  ],
};
const PAIR = { types: ['i32 i32 -> i32 i32', 'i32 -> i32'] };
const brTable = (index: number): TestModule =>
  start(
    `block block block i32.const ${index} br_table 2 0 1 2 end i32.const 1 drop end i32.const 1 drop i32.const 1 drop end nop`,
  );

/** Modules made by hand, each for one rule of the fuel schedule or of the outcome. */
export const fuelCases: readonly FuelCase[] = [
  ...instructionCases,
  { name: 'nothing', module: start('') },
  { name: 'free instructions', module: start('nop block loop nop end end') },
  { name: 'straight code', module: start('i32.const 1 i32.const 2 i32.add drop') },
  { name: 'if whose else is not run', module: start('i32.const 1 if i32.const 1 drop else nop end') },
  { name: 'a counted loop', module: start(TURNS, {}, 'i32') },
  { name: 'br_table', module: start('block block i32.const 1 br_table 1 0 1 end i32.const 5 drop end') },
  {
    name: 'calls, direct and indirect',
    module: {
      functions: [
        { type: '->', code: 'call 1 i32.const 0 call_indirect 0 0' },
        { type: '->', code: 'nop' },
      ],
      tables: [{ type: 'funcref', min: 1 }],
      elements: [{ offset: 0, functions: [1] }],
    },
  },
  {
    name: 'tail calls',
    module: {
      functions: [
        { type: '->', code: 'return_call 1' },
        { type: '->', code: 'i32.const 1 drop' },
      ],
    },
  },
  {
    name: 'integer division',
    module: start('i32.const 9 i32.const 2 i32.div_s drop i64.const 9 i64.const 2 i64.rem_u drop'),
  },
  {
    name: 'float division and roots',
    module: start('f32.const 1 f32.const 3 f32.div f32.sqrt drop f64.const 2 f64.sqrt drop'),
  },
  {
    name: 'vector arithmetic',
    module: start(
      'i64.const 3 i64x2.splat i64.const 4 i64x2.splat i64x2.mul drop f32.const 1 f32x4.splat f32.const 3 f32x4.splat f32x4.div f32x4.sqrt drop',
    ),
  },
  {
    name: 'bulk memory',
    module: start(
      'i32.const 8 i32.const 1 i32.const 1000 memory.fill i32.const 0 i32.const 8 i32.const 71 memory.copy',
      PAGE,
    ),
  },
  {
    name: 'first pages and active data',
    module: start('', { memory: { min: 3 }, data: [{ offset: 0, bytes: ascii('0123456789abcdefg') }] }),
  },
  { name: 'memory.grow, granted', module: start('i32.const 2 memory.grow drop', PAGE) },
  {
    name: 'memory.grow, refused',
    module: start('i32.const 16 memory.grow i32.const -1 i32.eq if else unreachable end', {
      memory: { min: 1, max: 16 },
    }),
  },
  {
    name: 'table.grow',
    module: start('ref.null funcref i32.const 5 table.grow 0 drop', { tables: [{ type: 'funcref', min: 1 }] }),
  },
  {
    name: 'a start function',
    module: {
      functions: [
        { type: '->', code: 'nop' },
        { type: '->', code: 'i32.const 1 drop' },
      ],
      start: 1,
    },
  },
  { name: 'unreachable amid straight code', module: start('i32.const 1 drop unreachable i32.const 2 drop') },
  { name: 'division by zero', module: start('i32.const 1 i32.const 0 i32.div_u drop i32.const 2 drop') },
  { name: 'a load out of bounds', module: start('i32.const 65533 i32.load 0 drop i32.const 2 drop', PAGE) },
  { name: 'a float that no integer is', module: start('f64.const NaN i32.trunc_f64_s drop') },
  {
    name: 'a table element that is null',
    module: start('i32.const 0 call_indirect 0 0', { tables: [{ type: 'funcref', min: 1 }] }),
  },
  { name: 'fuel for all but the last turn', module: start(TURNS, {}, 'i32'), limits: { fuel: 699n } },
  { name: 'fuel for exactly all turns', module: start(TURNS, {}, 'i32'), limits: { fuel: 700n } },
  { name: 'an endless loop', module: start('loop br 0 end'), limits: { fuel: 12_345n } },
  { name: 'endless recursion', module: RECURSION },
  { name: 'more first pages than the limit', module: start('', { memory: { min: 17 } }) },
  { name: 'an exit code', module: wasi({ proc_exit: 'i32 ->' }, 'i32.const 42 call 0 unreachable') },
  {
    name: 'writing to stdout',
    module: wasi(FD_WRITE, `${WRITE_OUT} call 0 drop`, [...iovec(16, 6), ...iovec(0, 0), ...ascii('grist\n')]),
  },
  {
    name: 'writing more than the limit',
    module: wasi(FD_WRITE, `${WRITE_OUT} call 0 drop`, [...iovec(16, 6), ...iovec(0, 0), ...ascii('grist\n')]),
    limits: { outputBytes: 5 },
  },
  {
    name: 'copying stdin to stdout',
    module: wasi(
      { fd_read: 'i32 i32 i32 i32 -> i32', ...FD_WRITE },
      'i32.const 0 i32.const 0 i32.const 1 i32.const 4 call 0 drop i32.const 1 i32.const 0 i32.const 1 i32.const 8 call 1 drop',
      iovec(64, 100),
    ),
    task: { stdin: Uint8Array.from(ascii('twelve bytes')) },
  },
  {
    name: 'random bytes of the seed',
    module: wasi(
      { random_get: 'i32 i32 -> i32', ...FD_WRITE },
      `i32.const 64 i32.const 40 call 0 drop ${WRITE_OUT} call 1 drop`,
      iovec(64, 40),
    ),
    task: { seed: Uint8Array.from({ length: 32 }, (_, i) => i) },
  },
  {
    name: 'the virtual clock',
    module: wasi(
      { clock_time_get: 'i32 i64 i32 -> i32', ...FD_WRITE },
      `i32.const 0 i64.const 0 i32.const 64 call 0 drop ${WRITE_OUT} call 1 drop`,
      iovec(64, 8),
    ),
  },
  // Constants, variables, parametric instructions, references, tables: what the cases by instruction leave out.
  {
    name: 'constants of each type',
    module: start(
      `i32.const -1 drop i64.const -1 drop f32.const 0.5 drop f64.const 0.5 drop v128.const ${'1 '.repeat(16)} drop`,
    ),
  },
  {
    name: 'locals and globals',
    module: start(
      'i32.const 5 local.set 0 local.get 0 local.tee 1 global.set 0 global.get 0 drop',
      { globals: [{ type: 'i32', mutable: true, init: 'i32.const 1' }] },
      'i32 i32',
    ),
  },
  {
    name: 'select, with and without its type',
    module: start(
      'i32.const 1 i32.const 2 i32.const 0 select drop i64.const 1 i64.const 2 i32.const 1 select i64 drop',
    ),
  },
  {
    name: 'references',
    module: start('ref.null funcref ref.is_null drop ref.func 0 ref.is_null drop ref.null externref drop'),
  },
  {
    name: 'table.get, table.set and table.size',
    module: start('i32.const 2 i32.const 1 table.get 0 table.set 0 table.size 0 drop', TABLE),
  },
  // Control.
  { name: 'br_table to its first target', module: brTable(0) },
  { name: 'br_table to its last target', module: brTable(1) },
  { name: 'br_table to its default', module: brTable(2) },
  { name: 'br_table beyond its default', module: brTable(-1) },
  { name: 'br_table without targets', module: start('block i32.const 7 br_table 0 0 end') },
  {
    name: 'a br_table that carries a value',
    module: start('block i32 i32.const 1 i32.const 0 br_table 1 0 0 end drop'),
  },
  {
    name: 'a block with parameters and several results',
    module: start('i32.const 1 i32.const 2 block 1 i32.const 3 drop end i32.add drop', PAIR),
  },
  {
    name: 'a loop with a parameter',
    module: start('i32.const 5 loop 2 i32.const 1 i32.sub local.tee 0 local.get 0 br_if 0 end drop', PAIR, 'i32'),
  },
  {
    name: 'an if with parameters that is not taken',
    module: start(
      'i32.const 1 i32.const 2 i32.const 0 if 1 i32.const 4 drop else drop i32.const 9 end i32.add drop',
      PAIR,
    ),
  },
  {
    name: 'a branch that carries several values',
    module: start('i32.const 1 i32.const 2 block 1 br 0 end drop drop', PAIR),
  },
  {
    name: 'a function with several results',
    module: {
      functions: [
        { type: '->', code: 'call 1 drop drop' },
        { type: '-> i32 i64', code: 'i32.const 1 if i32.const 3 i64.const 4 return end i32.const 5 i64.const 6' },
      ],
    },
  },
  { name: 'code behind a branch', module: start('block br 0 i32.const 1 drop end i32.const 2 drop') },
  { name: 'blocks in code that never runs', module: start('return block loop br 0 end end i32.const 1 if else end') },
  { name: 'an early return', module: start('i32.const 1 if return end i32.const 5 drop') },
  { name: 'an early return not taken', module: start('i32.const 0 if return end i32.const 5 drop') },
  {
    name: 'a return out of nested blocks',
    module: start('block loop block i32.const 0 br_if 1 return end end end i32.const 1 drop'),
  },
  { name: 'a branch out of a loop', module: start('block loop i32.const 1 br_if 1 br 0 end end i32.const 1 drop') },
  { name: 'a branch to the function itself', module: start('block br 1 end i32.const 1 drop') },
  { name: 'a loop that is not counted', module: start(UNCOUNTED, {}, 'i32') },
  { name: 'recursion with results', module: RECURSIVE_SUM },
  // Calls.
  {
    name: 'a tail call through a table',
    module: {
      functions: [
        { type: '->', code: 'i32.const 1 return_call_indirect 0 0' },
        { type: '->', code: 'i32.const 1 drop' },
      ],
      ...TABLE,
      elements: [{ offset: 0, functions: [0, 1] }],
    },
  },
  {
    name: 'a trap in a called function',
    module: {
      functions: [
        { type: '->', code: 'i32.const 1 drop call 1 i32.const 2 drop' },
        { type: '->', code: 'i32.const 3 drop i32.const 4 unreachable' },
      ],
    },
  },
  {
    name: 'call_indirect of another type',
    module: {
      functions: [
        { type: '->', code: 'i32.const 0 call_indirect 1 0 drop' },
        { type: '-> i32', code: 'i32.const 1' },
      ],
      ...TABLE,
      elements: [{ offset: 0, functions: [0] }],
    },
  },
  { name: 'call_indirect beyond the table', module: start('i32.const 4 call_indirect 0 0', TABLE) },
  // Memory by size.
  { name: 'memory.fill of 7 bytes', module: start('i32.const 0 i32.const 1 i32.const 7 memory.fill', PAGE) },
  { name: 'memory.fill of no bytes', module: start('i32.const 0 i32.const 1 i32.const 0 memory.fill', PAGE) },
  { name: 'memory.fill out of bounds', module: start('i32.const 65530 i32.const 1 i32.const 100 memory.fill', PAGE) },
  { name: 'memory.copy out of bounds', module: start('i32.const 0 i32.const 65530 i32.const 64 memory.copy', PAGE) },
  {
    name: 'memory.init, and of a segment that is dropped',
    module: start(
      'i32.const 0 i32.const 0 i32.const 9 memory.init 0 data.drop 0 i32.const 0 i32.const 0 i32.const 16 memory.init 0',
      { ...PAGE, data: [{ offset: null, bytes: ascii('0123456789') }] },
    ),
  },
  { name: 'memory.grow by nothing', module: start('i32.const 0 memory.grow drop', PAGE) },
  { name: 'memory.grow above the limit of the task', module: start('i32.const 20 memory.grow drop', PAGE) },
  // Tables by size.
  {
    name: 'table.fill, table.copy and table.init',
    module: start(
      `i32.const 0 ref.func 0 i32.const 3 table.fill 0 i32.const 1 i32.const 0 i32.const 2 table.copy 0 0
       i32.const 2 i32.const 0 i32.const 2 table.init 0 0 elem.drop 0`,
      { ...TABLE, elements: [{ offset: null, functions: [0, 0] }] },
    ),
  },
  { name: 'table.fill out of bounds', module: start('i32.const 2 ref.null funcref i32.const 5 table.fill 0', TABLE) },
  { name: 'table.copy out of bounds', module: start('i32.const 2 i32.const 0 i32.const 9 table.copy 0 0', TABLE) },
  {
    name: 'table.init of a segment that is dropped',
    module: start('elem.drop 0 i32.const 0 i32.const 0 i32.const 1 table.init 0 0', {
      ...TABLE,
      elements: [{ offset: null, functions: [0] }],
    }),
  },
  { name: 'table.get out of bounds', module: start('i32.const 4 table.get 0 drop', TABLE) },
  { name: 'table.set out of bounds', module: start('i32.const 4 ref.null funcref table.set 0', TABLE) },
  { name: 'table.grow, refused', module: start('ref.null funcref i32.const 9 table.grow 0 drop', TABLE) },
  // What happens before the first instruction.
  {
    name: 'active element segments',
    module: {
      ...start('nop', TABLE),
      elements: [
        { offset: 0, functions: [0, 0, 0] },
        { offset: null, functions: [0] },
      ],
    },
  },
  {
    name: 'active data in two segments, rounded as one',
    module: start('', {
      ...PAGE,
      data: [
        { offset: 0, bytes: [1, 2, 3, 4, 5] },
        { offset: 9, bytes: [1, 2, 3] },
      ],
    }),
  },
  {
    name: 'an active segment out of bounds',
    module: start('', { ...PAGE, data: [{ offset: 65_535, bytes: [1, 2] }] }),
  },
  {
    name: 'a start function that traps',
    module: {
      functions: [
        { type: '->', code: 'nop' },
        { type: '->', code: 'i32.const 1 drop unreachable' },
      ],
      start: 1,
    },
  },
  // Out of fuel.
  { name: 'no fuel for the first page', module: start('', PAGE), limits: { fuel: 4095n } },
  {
    name: 'fuel for the first page and nothing else',
    module: start('i32.const 1 drop', PAGE),
    limits: { fuel: 4096n },
  },
  {
    name: 'out of fuel in the start function',
    module: {
      functions: [
        { type: '->', code: 'nop' },
        { type: '->', code: UNCOUNTED, locals: 'i32' },
      ],
      start: 1,
    },
    limits: { fuel: 7n },
  },
  { name: 'out of fuel in straight code', module: start('i32.const 1 drop i32.const 2 drop'), limits: { fuel: 3n } },
  { name: 'out of fuel just before a trap', module: start('i32.const 1 drop unreachable'), limits: { fuel: 2n } },
  {
    name: 'fuel for just the instruction that traps',
    module: start('i32.const 1 drop unreachable'),
    limits: { fuel: 3n },
  },
  {
    name: 'out of fuel by the size of memory.fill',
    module: start('i32.const 0 i32.const 1 i32.const 8000 memory.fill', PAGE),
    limits: { fuel: 4096n + 1000n },
  },
  {
    name: 'out of fuel by the pages of memory.grow',
    module: start('i32.const 1 memory.grow drop', PAGE),
    limits: { fuel: 8000n },
  },
  {
    name: 'out of fuel by the elements of table.grow',
    module: start('ref.null funcref i32.const 8 table.grow 0 drop', TABLE),
    limits: { fuel: 105n },
  },
  { name: 'out of fuel in a called function', module: RECURSIVE_SUM, limits: { fuel: 60n } },
  { name: 'out of fuel in a tail call', module: RECURSION_BY_TAIL_CALL, limits: { fuel: 1001n } },
  {
    name: 'out of fuel at a call of the host, which then does nothing',
    module: wasi(FD_WRITE, `${WRITE_OUT} call 0 drop`, [...iovec(16, 6), ...iovec(0, 0), ...ascii('grist\n')]),
    limits: { fuel: 4096n + 2n + 8n + 150n },
  },
  {
    name: 'two calls of the host, the second out of fuel',
    module: wasi(FD_WRITE, `${WRITE_OUT} call 0 drop ${WRITE_OUT} call 0 drop`, [
      ...iovec(16, 6),
      ...iovec(0, 0),
      ...ascii('grist\n'),
    ]),
    limits: { fuel: 4096n + 2n + 300n },
  },
  {
    name: 'an exit from a called function',
    module: {
      ...wasi({ proc_exit: 'i32 ->' }, 'call 2 unreachable'),
      functions: [
        { type: '->', code: 'i32.const 1 drop call 2 unreachable' },
        { type: '->', code: 'i32.const 7 call 0 unreachable' },
      ],
    },
  },
  {
    name: 'a call of the host that gives an error',
    module: wasi(FD_WRITE, 'i32.const 99 i32.const 0 i32.const 1 i32.const 8 call 0 drop'),
  },
  {
    name: 'sleeping moves the clock and costs no more',
    module: wasi(
      { poll_oneoff: 'i32 i32 i32 i32 -> i32', clock_time_get: 'i32 i64 i32 -> i32', ...FD_WRITE },
      `i32.const 128 i32.const 256 i32.const 1 i32.const 320 call 0 drop
       i32.const 1 i64.const 0 i32.const 64 call 1 drop ${WRITE_OUT} call 2 drop`,
      [...iovec(64, 8), ...Array.from({ length: 120 }, () => 0), ...subscription(1, 1_000_000)],
    ),
  },
];
