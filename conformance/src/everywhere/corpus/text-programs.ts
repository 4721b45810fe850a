import { type Setting, utf8 } from './case-of.ts';

/** A program in the text format: `imports` are WASI functions, `module` further fields, `start` the body of `_start`. */
export interface TextProgram extends Setting {
  readonly imports?: readonly string[];
  readonly memory?: string;
  readonly fields?: string;
  readonly locals?: string;
  readonly start: string;
}

/** Functions of WASI preview 1 that the programs call, by their parameters; all but `proc_exit` give an errno. */
const WASI: Readonly<Record<string, string>> = {
  fd_write: 'i32 i32 i32 i32',
  fd_read: 'i32 i32 i32 i32',
  fd_seek: 'i32 i64 i32 i32',
  fd_tell: 'i32 i32',
  fd_close: 'i32',
  fd_readdir: 'i32 i32 i32 i64 i32',
  fd_fdstat_get: 'i32 i32',
  fd_filestat_get: 'i32 i32',
  fd_filestat_set_size: 'i32 i64',
  fd_prestat_get: 'i32 i32',
  fd_pwrite: 'i32 i32 i32 i64 i32',
  path_open: 'i32 i32 i32 i32 i32 i64 i64 i32 i32',
  path_create_directory: 'i32 i32 i32',
  path_rename: 'i32 i32 i32 i32 i32 i32',
  path_unlink_file: 'i32 i32 i32',
  args_sizes_get: 'i32 i32',
  args_get: 'i32 i32',
  environ_sizes_get: 'i32 i32',
  environ_get: 'i32 i32',
  clock_time_get: 'i32 i64 i32',
  clock_res_get: 'i32 i32',
  random_get: 'i32 i32',
  poll_oneoff: 'i32 i32 i32 i32',
  sched_yield: '',
  sock_shutdown: 'i32 i32',
  proc_exit: 'i32',
  // No sandbox offers this one.
  telephone: '',
};

/** The program as a module's text. Every program can write: `$write` from memory, `$emit` a number's 8 bytes. */
export function textOf({ imports = [], memory = '2', fields = '', locals = '', start }: TextProgram): string {
  const wasi = new Set(['fd_write', ...imports]);
  const lines = [...wasi].map((name) => {
    const parameters = WASI[name];
    if (parameters === undefined) throw new Error(`${name} has no type in this table`);
    const result = name === 'proc_exit' ? '' : '(result i32)';
    return `(import "wasi_snapshot_preview1" "${name}" (func $${name} (param ${parameters}) ${result}))`;
  });
  return `(module
    ${lines.join('\n')}
    (memory (export "memory") ${memory})
    (func $write (param $fd i32) (param $at i32) (param $length i32)
      (i32.store (i32.const 0) (local.get $at))
      (i32.store (i32.const 4) (local.get $length))
      (drop (call $fd_write (local.get $fd) (i32.const 0) (i32.const 1) (i32.const 8))))
    (func $emit (param i64)
      (i64.store (i32.const 16) (local.get 0))
      (call $write (i32.const 1) (i32.const 16) (i32.const 8)))
    (func $errno (param i32) (call $emit (i64.extend_i32_u (local.get 0))))
    ${fields}
    (func (export "_start") ${locals} ${start}))`;
}

/** Some work before the end, so that the bill is more than the end itself. */
const WARM = `(local.set $i (i32.const 0))
  (loop $warm
    (local.set $x (i32.add (i32.mul (local.get $x) (i32.const 1664525)) (i32.const 1013904223)))
    (br_if $warm (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1000))))
  (call $emit (i64.extend_i32_u (local.get $x)))`;
const WARM_LOCALS = '(local $i i32) (local $x i32) (local $zero i32)';

const trapping = (code: string, fields = ''): TextProgram => ({
  fields,
  locals: WARM_LOCALS,
  start: WARM + code,
  expected: 'trapped',
});

/** The end comes in the middle of a loop, after a number of turns that only the data decides. */
const trappingInLoop = (code: string): TextProgram => ({
  locals: `${WARM_LOCALS} (local $n i32)`,
  start: `(local.set $n (i32.const 777))
    (loop $l
      (i32.store (i32.const 64) (local.get $x))
      ${code}
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $l (i32.gt_s (local.get $n) (i32.const -777))))`,
  expected: 'trapped',
});

const traps: Record<string, TextProgram> = {
  unreachable: trapping('unreachable'),
  'i32.div_s by zero': trapping('(drop (i32.div_s (local.get $x) (local.get $zero)))'),
  'i32.div_s overflow': trapping('(drop (i32.div_s (i32.const 0x80000000) (i32.sub (local.get $zero) (i32.const 1))))'),
  'i64.rem_u by zero': trapping('(drop (i64.rem_u (i64.const 9) (i64.extend_i32_u (local.get $zero))))'),
  'i32.div_s in a loop': trappingInLoop('(local.set $x (i32.div_s (i32.const 100000) (local.get $n)))'),
  'i32.load out of bounds in a loop': trappingInLoop(
    '(local.set $x (i32.load (i32.mul (i32.sub (i32.const 777) (local.get $n)) (i32.const 997))))',
  ),
  'i32.trunc_f64_s of NaN': trapping('(drop (i32.trunc_f64_s (f64.div (f64.const 0) (f64.const 0))))'),
  'i64.trunc_f32_u overflow': trapping('(drop (i64.trunc_f32_u (f32.const 1e30)))'),
  'load out of bounds': trapping('(drop (i64.load offset=131065 (local.get $zero)))'),
  'load far out of bounds': trapping('(drop (i32.load8_u offset=0xffffffff (i32.const -1)))'),
  'store out of bounds': trapping('(i64.store offset=131065 (local.get $zero) (i64.const -1))'),
  'v128.store out of bounds': trapping('(v128.store offset=131060 (local.get $zero) (v128.const i32x4 1 2 3 4))'),
  'memory.copy out of bounds': trapping('(memory.copy (i32.const 131000) (i32.const 0) (i32.const 1000))'),
  'memory.fill out of bounds': trapping('(memory.fill (i32.const 131000) (i32.const 1) (i32.const 1000))'),
  'memory.init out of bounds': trapping(
    '(memory.init $d (i32.const 0) (i32.const 2) (i32.const 9))',
    '(data $d "abcdef")',
  ),
  'table.get out of bounds': trapping('(drop (table.get $t (i32.const 5)))', '(table $t 5 funcref)'),
  'call_indirect of null': trapping('(call_indirect (i32.const 2))', '(table 5 funcref)'),
  'call_indirect of another type': trapping('(call_indirect (i32.const 0))', '(table funcref (elem $write))'),
  'call_indirect beyond the table': trapping('(call_indirect (local.get $x))', '(table funcref (elem $write))'),
  'a segment out of bounds': { fields: '(data (i32.const 131070) "abc")', start: '', expected: 'trapped' },
};

/** Two quarrelling NaNs and whatever arithmetic makes of them, all bits written out. */
const F32_NANS = `(local $a f32) (local $b f32) (local $i i32)`;
const nanMix = (type: 'f32' | 'f64', bits: 'i32' | 'i64'): string => {
  const binary = ['add', 'sub', 'mul', 'div', 'min', 'max', 'copysign'];
  const unary = ['sqrt', 'ceil', 'floor', 'trunc', 'nearest', 'neg', 'abs'];
  const shown = (value: string): string => {
    const read = `(${bits}.reinterpret_${type} ${value})`;
    return `(call $emit ${bits === 'i32' ? `(i64.extend_i32_u ${read})` : read})`;
  };
  return [
    ...binary.flatMap((name) => [
      shown(`(${type}.${name} (local.get $a) (local.get $b))`),
      shown(`(${type}.${name} (local.get $b) (local.get $a))`),
    ]),
    ...unary.map((name) => shown(`(${type}.${name} (local.get $a))`)),
  ].join('\n');
};
const nanPrograms: Record<string, TextProgram> = {
  'f32 NaN payloads': {
    locals: F32_NANS,
    start: `(local.set $a (f32.const -nan:0x212345)) (local.set $b (f32.const nan:0x400001)) ${nanMix('f32', 'i32')}
      (local.set $b (f32.const 1)) ${nanMix('f32', 'i32')}
      (local.set $a (f32.const -inf)) (local.set $b (f32.const inf)) ${nanMix('f32', 'i32')}`,
  },
  'f64 NaN payloads': {
    locals: F32_NANS.replaceAll('f32', 'f64'),
    start: `(local.set $a (f64.const -nan:0x4000000012345)) (local.set $b (f64.const nan:0x8000000000001))
      ${nanMix('f64', 'i64')} (local.set $b (f64.const 0)) ${nanMix('f64', 'i64')}
      (local.set $a (f64.const -0)) ${nanMix('f64', 'i64')}
      (local.set $a (f64.const -inf)) (local.set $b (f64.const inf)) ${nanMix('f64', 'i64')}`,
  },
  'NaNs from data, not constants': {
    memory: '2',
    fields: String.raw`(data (i32.const 64) "\00\00\80\ff\00\00\80\7f\01\00\a0\7f\00\00\00\80\00\00\00\00\ff\ff\ff\ff\00\00\80\3f\67\45\a3\ff")
      (func $f (param $at i32) (param $bt i32) (result f32)
        (f32.add (f32.mul (f32.load (local.get $at)) (f32.load (local.get $bt)))
          (f32.sub (f32.load (local.get $bt)) (f32.div (f32.load (local.get $at)) (f32.load (local.get $bt))))))`,
    locals: '(local $i i32) (local $j i32)',
    start: `(loop $l
      (call $emit (i64.extend_i32_u (i32.reinterpret_f32 (call $f
        (i32.add (i32.const 64) (i32.shl (i32.and (local.get $i) (i32.const 7)) (i32.const 2)))
        (i32.add (i32.const 64) (i32.shl (i32.shr_u (local.get $i) (i32.const 3)) (i32.const 2)))))))
      (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 64))))`,
  },
  'promoted and demoted NaNs': {
    locals: '(local $a f32) (local $b f64)',
    start: `(local.set $a (f32.const nan:0x212345)) (local.set $b (f64.const -nan:0x4000000012345))
      (call $emit (i64.reinterpret_f64 (f64.promote_f32 (local.get $a))))
      (f32.store (i32.const 64) (f32.demote_f64 (local.get $b)))
      (call $emit (i64.load (i32.const 64)))
      (f64.store (i32.const 64) (select (f64.promote_f32 (local.get $a)) (local.get $b) (i32.const 1)))
      (call $emit (i64.load (i32.const 64)))`,
  },
  'NaNs in vector lanes': {
    locals: '(local $a v128) (local $b v128)',
    start: `(local.set $a (v128.const f32x4 -nan:0x212345 inf 0 -1))
      (local.set $b (v128.const f32x4 nan:0x400123 -inf -0 nan))
      ${['add', 'sub', 'mul', 'div', 'min', 'max', 'pmin', 'pmax']
        .flatMap((name) => ['f32x4', 'f64x2'].map((shape) => `(${shape}.${name} (local.get $a) (local.get $b))`))
        .concat(
          [
            'f32x4.sqrt',
            'f64x2.sqrt',
            'f32x4.ceil',
            'f64x2.nearest',
            'f64x2.promote_low_f32x4',
            'f32x4.demote_f64x2_zero',
          ].map((name) => `(${name} (local.get $a))`),
        )
        .map(
          (value) => `(v128.store (i32.const 64) ${value}) (call $write (i32.const 1) (i32.const 64) (i32.const 16))`,
        )
        .join('\n')}`,
  },
};

const instructions: Record<string, TextProgram> = {
  'br_table with many targets': {
    locals: '(local $i i32) (local $n i64)',
    start: `(loop $l
      (block $e (block $d (block $c (block $b (block $a
        (br_table $a $b $c $d $a $c $e (i32.rem_u (i32.mul (local.get $i) (i32.const 7)) (i32.const 11))))
        (local.set $n (i64.add (local.get $n) (i64.const 1))))
        (local.set $n (i64.mul (local.get $n) (i64.const 3))))
        (local.set $n (i64.xor (local.get $n) (i64.const 0x5555))))
        (local.set $n (i64.rotl (local.get $n) (i64.const 5))))
      (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 5000))))
      (call $emit (local.get $n))`,
  },
  'multi-value blocks and results': {
    fields: `(func $swap (param i64 i64) (result i64 i64) (local.get 1) (local.get 0))`,
    locals: '(local $i i32)',
    start: `(i64.const 1) (i64.const 2)
      (loop $l (param i64 i64) (result i64 i64)
        (call $swap) (i64.add (i64.const 3))
        (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1001))))
      (call $emit) (call $emit)`,
  },
  'tail calls, far deeper than the stack': {
    fields: `(func $even (param i32 i64) (result i64)
        (if (result i64) (local.get 0)
          (then (return_call $odd (i32.sub (local.get 0) (i32.const 1)) (i64.add (local.get 1) (i64.const 2))))
          (else (local.get 1))))
      (func $odd (param i32 i64) (result i64)
        (if (result i64) (local.get 0)
          (then (return_call $even (i32.sub (local.get 0) (i32.const 1)) (i64.mul (local.get 1) (i64.const 3))))
          (else (i64.const -1))))`,
    start: '(call $emit (call $even (i32.const 200000) (i64.const 1)))',
  },
  'tables: grow, fill, copy, set, indirect calls': {
    fields: `(type $op (func (param i64) (result i64)))
      (table $t 2 100 funcref) (elem declare func $a $b)
      (func $a (param i64) (result i64) (i64.add (local.get 0) (i64.const 7)))
      (func $b (param i64) (result i64) (i64.mul (local.get 0) (i64.const 5)))`,
    locals: '(local $i i32) (local $n i64)',
    start: `(call $errno (table.grow $t (ref.func $a) (i32.const 30)))
      (table.fill $t (i32.const 10) (ref.func $b) (i32.const 12))
      (table.copy $t $t (i32.const 0) (i32.const 9) (i32.const 8))
      (table.set $t (i32.const 3) (ref.func $a))
      (call $errno (table.grow $t (ref.null func) (i32.const 500)))
      (call $errno (table.size $t))
      (loop $l
        (local.set $n (call_indirect $t (type $op) (local.get $n) (i32.rem_u (local.get $i) (i32.const 32))))
        (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 3000))))
      (call $emit (local.get $n))`,
  },
  'memory.grow to the limit and beyond': {
    locals: '(local $i i32)',
    start: `(loop $l
      (call $errno (memory.grow (i32.const 3)))
      (call $errno (memory.size))
      (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 9))))
      (call $errno (memory.grow (i32.const -1)))`,
    limits: { memoryPages: 20 },
  },
  'memory.grow beyond what the module declares': {
    memory: '1 4',
    start: '(call $errno (memory.grow (i32.const 3))) (call $errno (memory.grow (i32.const 1)))',
  },
  'memory.fill, copy and init': {
    fields: '(data $d "0123456789abcdefghijklmnopqrstuvwxyz")',
    start: `(memory.init $d (i32.const 100) (i32.const 3) (i32.const 30)) (data.drop $d)
      (memory.fill (i32.const 200) (i32.const 0x2a) (i32.const 99))
      (memory.copy (i32.const 110) (i32.const 100) (i32.const 120))
      (memory.copy (i32.const 90) (i32.const 100) (i32.const 150))
      (memory.fill (i32.const 0) (i32.const 0) (i32.const 0))
      (call $write (i32.const 1) (i32.const 64) (i32.const 300))`,
  },
  'saturating conversions and sign extension': {
    locals: '(local $i i32) (local $x f64)',
    start: `(local.set $x (f64.const -1.37))
      (loop $l
        (local.set $x (f64.mul (local.get $x) (f64.const -2.9)))
        (call $emit (i64.trunc_sat_f64_s (local.get $x)))
        (call $emit (i64.trunc_sat_f64_u (local.get $x)))
        (call $errno (i32.trunc_sat_f32_s (f32.demote_f64 (local.get $x))))
        (call $errno (i32.extend8_s (i32.trunc_sat_f64_u (local.get $x))))
        (call $emit (i64.extend16_s (i64.trunc_sat_f64_s (local.get $x))))
        (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 80))))
      (call $emit (i64.trunc_sat_f64_s (f64.div (f64.const 0) (f64.const 0))))`,
  },
  'start function, globals, active data': {
    fields: `(global $g (mut i64) (i64.const 40)) (data (i32.const 64) "data that is there from the start")
      (func $s (global.set $g (i64.add (global.get $g) (i64.load (i32.const 70))))) (start $s)`,
    start: '(call $emit (global.get $g))',
  },
  'vector integers': {
    locals: '(local $i i32) (local $a v128) (local $b v128)',
    start: `(local.set $a (v128.const i32x4 0x12345678 0x9abcdef0 0xdeadbeef 0x00ff00ff))
      (local.set $b (v128.const i32x4 3 5 7 11))
      (loop $l
        (local.set $a (i32x4.mul (i32x4.add (local.get $a) (local.get $b)) (v128.const i32x4 31 37 41 43)))
        (local.set $b (i8x16.swizzle (local.get $a) (v128.const i8x16 3 1 4 1 5 9 2 6 5 3 5 8 9 7 9 3)))
        (local.set $a (i16x8.add_sat_s (local.get $a) (i64x2.shl (local.get $b) (local.get $i))))
        (local.set $b (v128.xor (local.get $b) (i16x8.q15mulr_sat_s (local.get $a) (local.get $b))))
        (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 2000))))
      (v128.store (i32.const 64) (local.get $a)) (v128.store (i32.const 80) (local.get $b))
      (call $write (i32.const 1) (i32.const 64) (i32.const 32))
      (call $errno (i8x16.bitmask (local.get $a)))`,
  },
};

const RECURSION = `(func $down (param $n i32) (result i32)
  (i32.store (i32.const 64) (local.get $n))
  (if (result i32) (local.get $n)
    (then (i32.add (i32.const 1) (call $down (i32.sub (local.get $n) (i32.const 1)))))
    (else (i32.const 0))))`;
const LOOP = `(loop $l
  (local.set $x (i32.add (i32.mul (local.get $x) (i32.const 48271)) (i32.const 11)))
  (if (i32.and (local.get $x) (i32.const 4)) (then (i32.store (i32.const 64) (local.get $x))))
  (if (i32.eqz (i32.and (local.get $x) (i32.const 2047))) (then (call $errno (local.get $x))))
  (br $l))`;
const outOfFuel = (fuel: number): TextProgram => ({
  locals: '(local $x i32)',
  start: LOOP,
  limits: { fuel },
  expected: 'out-of-fuel',
});

const limits: Record<string, TextProgram> = {
  'out of fuel: none at all': outOfFuel(0),
  'out of fuel: one short of the first page': outOfFuel(8191),
  'out of fuel: the first instruction': outOfFuel(8192),
  'out of fuel: 9,001': outOfFuel(9001),
  'out of fuel: 100,003': outOfFuel(100_003),
  'out of fuel: 20,000,000': outOfFuel(20_000_000),
  'out of fuel in a counted loop': {
    locals: '(local $i i32) (local $x i64)',
    start: `(loop $l
      (local.set $x (i64.add (i64.mul (local.get $x) (i64.const 3)) (i64.extend_i32_u (local.get $i))))
      (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 100000))))
      (call $emit (local.get $x))`,
    limits: { fuel: 500_000 },
    expected: 'out-of-fuel',
  },
  'out of fuel in memory.fill': {
    start: '(call $emit (i64.const 1)) (memory.fill (i32.const 64) (i32.const 1) (i32.const 100000))',
    limits: { fuel: 9000 },
    expected: 'out-of-fuel',
  },
  'out of fuel in memory.grow': {
    start: '(call $emit (i64.const 1)) (drop (memory.grow (i32.const 10)))',
    limits: { fuel: 20_000 },
    expected: 'out-of-fuel',
  },
  'recursion within the depth': { fields: RECURSION, start: '(call $errno (call $down (i32.const 200)))' },
  'recursion at the depth': {
    fields: RECURSION,
    start: '(call $errno (call $down (i32.const 100000)))',
    expected: 'limit',
  },
  'recursion through a table': {
    fields: `(table funcref (elem $r)) (func $r (param $n i32)
      (call $errno (local.get $n)) (call_indirect (param i32) (i32.add (local.get $n) (i32.const 1)) (i32.const 0)))`,
    start: '(call $r (i32.const 0))',
    expected: 'limit',
  },
  'recursion with large frames': {
    fields: `(func $big (param $n i32) (result f64) (local ${'f64 '.repeat(200)})
      (local.set 200 (f64.convert_i32_s (local.get $n)))
      (f64.add (local.get 200) (call $big (i32.add (local.get $n) (i32.const 1)))))`,
    start: '(drop (call $big (i32.const 0)))',
    expected: 'limit',
  },
  'more output than allowed': {
    start: '(loop $l (call $write (i32.const 1) (i32.const 0) (i32.const 1000)) (br $l))',
    expected: 'limit',
    limits: { outputBytes: 10_500 },
  },
  'more first pages than allowed': { memory: '17', start: '', expected: 'limit', limits: { memoryPages: 16 } },
};

/** Opens the path at 200 (of the given length) below `/`, shows the errno, and leaves the descriptor at 48. */
const open = (length: number, flags: number): string =>
  `(call $errno (call $path_open (i32.const 3) (i32.const 0) (i32.const 200) (i32.const ${length}) (i32.const ${flags})
    (i64.const 0x1fffffff) (i64.const 0x1fffffff) (i32.const 0) (i32.const 48)))`;
const READ_ALL = `(i32.store (i32.const 32) (i32.const 4096)) (i32.store (i32.const 36) (i32.const 1000))
  (loop $l
    (call $errno (call $fd_read (local.get $fd) (i32.const 32) (i32.const 1) (i32.const 40)))
    (call $write (i32.const 1) (i32.const 4096) (i32.load (i32.const 40)))
    (br_if $l (i32.load (i32.const 40))))`;
const NOW = (clock: number): string =>
  `(call $errno (call $clock_time_get (i32.const ${clock}) (i64.const 1) (i32.const 64))) (call $emit (i64.load (i32.const 64)))`;

const wasi: Record<string, TextProgram> = {
  'arguments and environment': {
    imports: ['args_sizes_get', 'args_get', 'environ_sizes_get', 'environ_get'],
    start: `(call $errno (call $args_sizes_get (i32.const 64) (i32.const 68)))
      (call $errno (call $args_get (i32.const 256) (i32.const 1024)))
      (call $write (i32.const 1) (i32.const 64) (i32.const 8)) (call $write (i32.const 1) (i32.const 1024) (i32.load (i32.const 68)))
      (call $errno (call $environ_sizes_get (i32.const 64) (i32.const 68)))
      (call $errno (call $environ_get (i32.const 256) (i32.const 2048)))
      (call $write (i32.const 1) (i32.const 64) (i32.const 8)) (call $write (i32.const 1) (i32.const 2048) (i32.load (i32.const 68)))`,
    task: { args: ['one', 'zwei', 'τρία', ''], env: { Z: 'last', A: 'first', 'a b': 'ünï' } },
  },
  clocks: {
    imports: ['clock_time_get', 'clock_res_get'],
    locals: WARM_LOCALS,
    start: `${NOW(0)} ${NOW(1)} ${WARM} ${NOW(0)} ${NOW(1)} ${NOW(2)}
      (call $errno (call $clock_res_get (i32.const 0) (i32.const 64))) (call $emit (i64.load (i32.const 64)))`,
  },
  'sleeping with poll_oneoff': {
    imports: ['clock_time_get', 'poll_oneoff', 'sched_yield'],
    start: `${NOW(1)} (i32.store8 (i32.const 520) (i32.const 0)) (i32.store (i32.const 528) (i32.const 1))
      (i64.store (i32.const 536) (i64.const 1500000000))
      (call $errno (call $poll_oneoff (i32.const 512) (i32.const 768) (i32.const 1) (i32.const 72)))
      (call $errno (call $sched_yield)) ${NOW(1)} (call $write (i32.const 1) (i32.const 768) (i32.const 32))`,
  },
  'random bytes': {
    imports: ['random_get'],
    start: `(call $errno (call $random_get (i32.const 4096) (i32.const 5)))
      (call $errno (call $random_get (i32.const 4101) (i32.const 5000)))
      (call $write (i32.const 1) (i32.const 4096) (i32.const 5005))`,
  },
  'stdin to stdout, in pieces': {
    imports: ['fd_read'],
    locals: '(local $fd i32)',
    start: READ_ALL,
    task: { stdin: Uint8Array.from({ length: 4321 }, (_, i) => (i * i) >> 3) },
  },
  'standard error': {
    start: '(call $write (i32.const 2) (i32.const 64) (i32.const 19))',
    fields: '(data (i32.const 64) "this goes to stderr")',
  },
  'reading a file': {
    imports: ['path_open', 'fd_read', 'fd_seek', 'fd_tell', 'fd_filestat_get', 'fd_fdstat_get', 'fd_close'],
    fields: '(data (i32.const 200) "folder/data.bin")',
    locals: '(local $fd i32)',
    start: `${open(15, 0)} (local.set $fd (i32.load (i32.const 48))) ${READ_ALL}
      (call $errno (call $fd_seek (local.get $fd) (i64.const -10) (i32.const 2) (i32.const 64))) (call $emit (i64.load (i32.const 64)))
      ${READ_ALL.replaceAll('$l', '$m')}
      (call $errno (call $fd_tell (local.get $fd) (i32.const 64))) (call $emit (i64.load (i32.const 64)))
      (call $errno (call $fd_filestat_get (local.get $fd) (i32.const 300))) (call $write (i32.const 1) (i32.const 300) (i32.const 64))
      (call $errno (call $fd_fdstat_get (local.get $fd) (i32.const 300))) (call $write (i32.const 1) (i32.const 300) (i32.const 24))
      (call $errno (call $fd_close (local.get $fd))) (call $errno (call $fd_close (local.get $fd)))`,
    task: { files: { '/folder/data.bin': Uint8Array.from({ length: 2500 }, (_, i) => i % 251), '/other': utf8('?') } },
  },
  'making, writing and renaming files': {
    imports: [
      'path_open',
      'fd_pwrite',
      'fd_filestat_set_size',
      'path_create_directory',
      'path_rename',
      'path_unlink_file',
    ],
    fields:
      '(data (i32.const 200) "new") (data (i32.const 220) "new/file") (data (i32.const 240) "given") (data (i32.const 260) "moved")',
    locals: '(local $fd i32)',
    start: `(call $errno (call $path_create_directory (i32.const 3) (i32.const 200) (i32.const 3)))
      (call $errno (call $path_create_directory (i32.const 3) (i32.const 200) (i32.const 3)))
      (memory.copy (i32.const 200) (i32.const 220) (i32.const 8)) ${open(8, 1)} (local.set $fd (i32.load (i32.const 48)))
      (call $write (local.get $fd) (i32.const 200) (i32.const 70))
      (i32.store (i32.const 32) (i32.const 220)) (i32.store (i32.const 36) (i32.const 5))
      (call $errno (call $fd_pwrite (local.get $fd) (i32.const 32) (i32.const 1) (i64.const 5000) (i32.const 40)))
      (call $errno (call $fd_filestat_set_size (local.get $fd) (i64.const 5003)))
      (call $errno (call $path_rename (i32.const 3) (i32.const 240) (i32.const 5) (i32.const 3) (i32.const 260) (i32.const 5)))
      (call $errno (call $path_unlink_file (i32.const 3) (i32.const 240) (i32.const 5)))`,
    task: { files: { '/given': utf8('given with the task') } },
  },
  'listing a directory': {
    imports: ['fd_readdir', 'fd_prestat_get'],
    start: `(call $errno (call $fd_prestat_get (i32.const 3) (i32.const 64))) (call $emit (i64.load (i32.const 64)))
      (call $errno (call $fd_prestat_get (i32.const 4) (i32.const 64)))
      (call $errno (call $fd_readdir (i32.const 3) (i32.const 4096) (i32.const 4000) (i64.const 0) (i32.const 72)))
      (call $write (i32.const 1) (i32.const 4096) (i32.load (i32.const 72)))`,
    task: { files: { '/z': utf8('1'), '/a': utf8('22'), '/folder/x': utf8('333'), '/é': utf8('4'), '/Z': utf8('') } },
  },
  'what WASI refuses': {
    imports: ['path_open', 'sock_shutdown', 'fd_read', 'random_get'],
    fields: '(data (i32.const 200) "../etc/passwd")',
    start: `${open(13, 0)} ${open(2, 0)} (call $errno (call $sock_shutdown (i32.const 1) (i32.const 2)))
      (call $errno (call $fd_read (i32.const 77) (i32.const 32) (i32.const 1) (i32.const 40)))
      (call $errno (call $random_get (i32.const 131000) (i32.const 1000)))
      (call $errno (call $fd_write (i32.const 1) (i32.const -8) (i32.const 1) (i32.const 8)))`,
  },
  'exit code 0': { imports: ['proc_exit'], start: '(call $proc_exit (i32.const 0)) (call $emit (i64.const 1))' },
  'exit code 42 from deep inside': {
    imports: ['proc_exit'],
    fields: `(func $down (param $n i32) (if (local.get $n) (then (call $down (i32.sub (local.get $n) (i32.const 1))))
      (else (call $emit (i64.const 5)) (call $proc_exit (i32.const 42)))))`,
    start: '(call $down (i32.const 100)) (call $emit (i64.const 6))',
  },
};

const refused: Record<string, TextProgram> = {
  'refused: shared memory': { memory: '1 2 shared', start: '', expected: 'refused' },
  'refused: two memories': { start: '', fields: '(memory i64 1)', expected: 'refused' },
  'refused: an unknown import': { imports: ['telephone'], start: '', expected: 'refused' },
};

export const textPrograms: Readonly<Record<string, TextProgram>> = {
  ...traps,
  ...nanPrograms,
  ...instructions,
  ...limits,
  ...wasi,
  ...refused,
};
