import type { TaskInput } from '../task.ts';
import type { TestModule } from './assembler.ts';

export interface FuelCase {
  readonly name: string;
  readonly module: TestModule;
  readonly task?: Partial<TaskInput>;
  /** Otherwise 1,000,000 fuel, 16 pages, a depth of 100 and 4,096 bytes of output. */
  readonly limits?: { readonly fuel?: bigint; readonly memoryPages?: number; readonly outputBytes?: number };
}

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

/** Modules made by hand, each for one rule of the fuel schedule or of the outcome. */
export const fuelCases: readonly FuelCase[] = [
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
];
