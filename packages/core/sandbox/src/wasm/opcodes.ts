/**
 * Every instruction of WebAssembly 2.0 plus tail calls: its name, the shape of its immediates, how many values it pops
 * and pushes, and why it may trap. https://webassembly.github.io/spec/core/binary/instructions.html
 *
 * One number names an instruction: the opcode itself below 0x100, `PREFIX_FC + n` for 0xFC n, `PREFIX_FD + n` for 0xFD n.
 */
export const PREFIX_FC = 0x100;
export const PREFIX_FD = 0x200;
const INSTRUCTIONS = 0x300;

/** Instructions that the sandbox knows by name; all others it knows by the tables below. */
export const Op = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  brIf: 0x0d,
  brTable: 0x0e,
  return: 0x0f,
  call: 0x10,
  callIndirect: 0x11,
  returnCall: 0x12,
  returnCallIndirect: 0x13,
  select: 0x1b,
  localGet: 0x20,
  localSet: 0x21,
  localTee: 0x22,
  globalGet: 0x23,
  globalSet: 0x24,
  memoryGrow: 0x40,
  i32Const: 0x41,
  i64Const: 0x42,
  f32Const: 0x43,
  f64Const: 0x44,
  i64LtS: 0x53,
  f32Ge: 0x60,
  f64Ge: 0x66,
  i64Sub: 0x7d,
  i64Or: 0x84,
  i64ShrU: 0x88,
  i64ExtendI32U: 0xad,
  tableGrow: PREFIX_FC + 15,
  refFunc: 0xd2,
  i32LtS: 0x48,
  i32LtU: 0x49,
  i32GtS: 0x4a,
  i32GtU: 0x4b,
  i32Ne: 0x47,
  i64Ne: 0x52,
  i64GtS: 0x55,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i64Add: 0x7c,
  i64Mul: 0x7e,
  i64DivS: 0x7f,
  i64DivU: 0x80,
  i64RemU: 0x82,
  i64ExtendI32S: 0xac,
  // Behind the prefix 0xFD.
  v128Const: 0x0c,
  f32x4Eq: 0x41,
  f64x2Eq: 0x47,
  v128Bitselect: 0x52,
} as const;

/** What follows the opcode in the binary. Control instructions are `control`: the rewriter reads them itself. */
export const Immediate = {
  unknown: 0,
  none: 1,
  control: 2,
  local: 3,
  global: 4,
  table: 5,
  memarg: 6,
  memoryIndex: 7,
  i32: 8,
  i64: 9,
  bytes4: 10,
  bytes8: 11,
  bytes16: 12,
  function: 13,
  refType: 14,
  selectTypes: 15,
  dataMemory: 16,
  data: 17,
  memoryMemory: 18,
  elementTable: 19,
  element: 20,
  tableTable: 21,
  lane: 22,
  memargLane: 23,
} as const;
type Immediate = (typeof Immediate)[keyof typeof Immediate];

export const instructionNames: (string | undefined)[] = Array.from({ length: INSTRUCTIONS });
export const immediates = new Uint8Array(INSTRUCTIONS);
export const pops = new Uint8Array(INSTRUCTIONS);
export const pushes = new Uint8Array(INSTRUCTIONS);
/** Index into `trapReasons`; 0 for an instruction that never traps. */
export const traps = new Uint8Array(INSTRUCTIONS);

export const trapReasons = [
  '',
  'unreachable',
  'out of bounds memory access',
  'integer divide by zero or overflow',
  'float not representable as integer',
  'undefined or mismatched table element',
  'out of bounds table access',
] as const;

/** Names a run of consecutive opcodes; `-` leaves a hole. */
function define(first: number, immediate: Immediate, popped: number, pushed: number, names: string): void {
  names
    .trim()
    .split(/\s+/)
    .forEach((name, i) => {
      if (name === '-') return;
      const instruction = first + i;
      instructionNames[instruction] = name;
      immediates[instruction] = immediate;
      pops[instruction] = popped;
      pushes[instruction] = pushed;
      traps[instruction] = trapOf(name);
    });
}

function trapOf(name: string): number {
  if (name === 'unreachable') return 1;
  if (/\.(load|store)/.test(name) || /^memory\.(init|copy|fill)$/.test(name)) return 2;
  if (/^i(32|64)\.(div|rem)_/.test(name)) return 3;
  if (/^i(32|64)\.trunc_f/.test(name)) return 4;
  if (name.endsWith('call_indirect')) return 5;
  if (/^table\.(get|set|init|copy|fill)$/.test(name)) return 6;
  return 0;
}

/** The same operations for one type after another: `{t}` stands for the type. */
function each(types: string, names: string): string {
  return types
    .split(' ')
    .map((type) =>
      names
        .trim()
        .split(/\s+/)
        .map((name) => `${type}.${name}`)
        .join(' '),
    )
    .join(' ');
}

const INTEGER_COMPARE = 'eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u';
const FLOAT_COMPARE = 'eq ne lt gt le ge';

define(0x00, Immediate.none, 0, 0, 'unreachable nop');
define(0x02, Immediate.control, 0, 0, 'block loop if else');
define(
  0x0b,
  Immediate.control,
  0,
  0,
  'end br br_if br_table return call call_indirect return_call return_call_indirect',
);
define(0x1a, Immediate.none, 1, 0, 'drop');
define(0x1b, Immediate.none, 3, 1, 'select');
define(0x1c, Immediate.selectTypes, 3, 1, 'select');
define(0x20, Immediate.local, 0, 1, 'local.get');
define(0x21, Immediate.local, 1, 0, 'local.set');
define(0x22, Immediate.local, 1, 1, 'local.tee');
define(0x23, Immediate.global, 0, 1, 'global.get');
define(0x24, Immediate.global, 1, 0, 'global.set');
define(0x25, Immediate.table, 1, 1, 'table.get');
define(0x26, Immediate.table, 2, 0, 'table.set');
define(0x28, Immediate.memarg, 1, 1, each('i32 i64 f32 f64', 'load'));
define(0x2c, Immediate.memarg, 1, 1, each('i32', 'load8_s load8_u load16_s load16_u'));
define(0x30, Immediate.memarg, 1, 1, each('i64', 'load8_s load8_u load16_s load16_u load32_s load32_u'));
define(0x36, Immediate.memarg, 2, 0, each('i32 i64 f32 f64', 'store'));
define(0x3a, Immediate.memarg, 2, 0, 'i32.store8 i32.store16 i64.store8 i64.store16 i64.store32');
define(0x3f, Immediate.memoryIndex, 0, 1, 'memory.size');
define(0x40, Immediate.memoryIndex, 1, 1, 'memory.grow');
define(0x41, Immediate.i32, 0, 1, 'i32.const');
define(0x42, Immediate.i64, 0, 1, 'i64.const');
define(0x43, Immediate.bytes4, 0, 1, 'f32.const');
define(0x44, Immediate.bytes8, 0, 1, 'f64.const');
define(0x45, Immediate.none, 1, 1, 'i32.eqz');
define(0x46, Immediate.none, 2, 1, each('i32', INTEGER_COMPARE));
define(0x50, Immediate.none, 1, 1, 'i64.eqz');
define(0x51, Immediate.none, 2, 1, each('i64', INTEGER_COMPARE));
define(0x5b, Immediate.none, 2, 1, each('f32 f64', FLOAT_COMPARE));
for (const [first, type] of [
  [0x67, 'i32'],
  [0x79, 'i64'],
] as const) {
  define(first, Immediate.none, 1, 1, each(type, 'clz ctz popcnt'));
  const arithmetic = 'add sub mul div_s div_u rem_s rem_u and or xor shl shr_s shr_u rotl rotr';
  define(first + 3, Immediate.none, 2, 1, each(type, arithmetic));
}
for (const [first, type] of [
  [0x8b, 'f32'],
  [0x99, 'f64'],
] as const) {
  define(first, Immediate.none, 1, 1, each(type, 'abs neg ceil floor trunc nearest sqrt'));
  define(first + 7, Immediate.none, 2, 1, each(type, 'add sub mul div min max copysign'));
}
define(
  0xa7,
  Immediate.none,
  1,
  1,
  `i32.wrap_i64 i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s i32.trunc_f64_u
   i64.extend_i32_s i64.extend_i32_u i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s i64.trunc_f64_u
   f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u f32.demote_f64
   f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u f64.promote_f32
   i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64
   i32.extend8_s i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s`,
);
define(0xd0, Immediate.refType, 0, 1, 'ref.null');
define(0xd1, Immediate.none, 1, 1, 'ref.is_null');
define(0xd2, Immediate.function, 0, 1, 'ref.func');

define(
  PREFIX_FC,
  Immediate.none,
  1,
  1,
  each('i32 i64', 'trunc_sat_f32_s trunc_sat_f32_u trunc_sat_f64_s trunc_sat_f64_u'),
);
define(PREFIX_FC + 8, Immediate.dataMemory, 3, 0, 'memory.init');
define(PREFIX_FC + 9, Immediate.data, 0, 0, 'data.drop');
define(PREFIX_FC + 10, Immediate.memoryMemory, 3, 0, 'memory.copy');
define(PREFIX_FC + 11, Immediate.memoryIndex, 3, 0, 'memory.fill');
define(PREFIX_FC + 12, Immediate.elementTable, 3, 0, 'table.init');
define(PREFIX_FC + 13, Immediate.element, 0, 0, 'elem.drop');
define(PREFIX_FC + 14, Immediate.tableTable, 3, 0, 'table.copy');
define(PREFIX_FC + 15, Immediate.table, 2, 1, 'table.grow');
define(PREFIX_FC + 16, Immediate.table, 0, 1, 'table.size');
define(PREFIX_FC + 17, Immediate.table, 3, 0, 'table.fill');

const simd = (first: number, immediate: Immediate, popped: number, names: string, pushed = 1): void =>
  define(PREFIX_FD + first, immediate, popped, pushed, names);
const VECTOR_LOADS = `load load8x8_s load8x8_u load16x4_s load16x4_u load32x2_s load32x2_u
  load8_splat load16_splat load32_splat load64_splat`;
simd(0x00, Immediate.memarg, 1, each('v128', VECTOR_LOADS));
simd(0x0b, Immediate.memarg, 2, 'v128.store', 0);
simd(0x0c, Immediate.bytes16, 0, 'v128.const');
simd(0x0d, Immediate.bytes16, 2, 'i8x16.shuffle');
simd(0x0e, Immediate.none, 2, 'i8x16.swizzle');
simd(0x0f, Immediate.none, 1, each('i8x16 i16x8 i32x4 i64x2 f32x4 f64x2', 'splat'));
simd(0x15, Immediate.lane, 1, 'i8x16.extract_lane_s i8x16.extract_lane_u');
simd(0x17, Immediate.lane, 2, 'i8x16.replace_lane');
simd(0x18, Immediate.lane, 1, 'i16x8.extract_lane_s i16x8.extract_lane_u');
simd(0x1a, Immediate.lane, 2, 'i16x8.replace_lane');
for (const [i, shape] of ['i32x4', 'i64x2', 'f32x4', 'f64x2'].entries()) {
  simd(0x1b + 2 * i, Immediate.lane, 1, `${shape}.extract_lane`);
  simd(0x1c + 2 * i, Immediate.lane, 2, `${shape}.replace_lane`);
}
simd(0x23, Immediate.none, 2, each('i8x16 i16x8 i32x4', INTEGER_COMPARE));
simd(0x41, Immediate.none, 2, each('f32x4 f64x2', FLOAT_COMPARE));
simd(0x4d, Immediate.none, 1, 'v128.not');
simd(0x4e, Immediate.none, 2, each('v128', 'and andnot or xor'));
simd(0x52, Immediate.none, 3, 'v128.bitselect');
simd(0x53, Immediate.none, 1, 'v128.any_true');
simd(0x54, Immediate.memargLane, 2, each('v128', 'load8_lane load16_lane load32_lane load64_lane'));
simd(0x58, Immediate.memargLane, 2, each('v128', 'store8_lane store16_lane store32_lane store64_lane'), 0);
simd(0x5c, Immediate.memarg, 1, 'v128.load32_zero v128.load64_zero');
simd(0x5e, Immediate.none, 1, 'f32x4.demote_f64x2_zero f64x2.promote_low_f32x4');
simd(0x60, Immediate.none, 1, each('i8x16', 'abs neg popcnt all_true bitmask'));
simd(0x65, Immediate.none, 2, 'i8x16.narrow_i16x8_s i8x16.narrow_i16x8_u');
simd(0x67, Immediate.none, 1, each('f32x4', 'ceil floor trunc nearest'));
simd(0x6b, Immediate.none, 2, each('i8x16', 'shl shr_s shr_u add add_sat_s add_sat_u sub sub_sat_s sub_sat_u'));
simd(0x74, Immediate.none, 1, 'f64x2.ceil f64x2.floor');
simd(0x76, Immediate.none, 2, each('i8x16', 'min_s min_u max_s max_u'));
simd(0x7a, Immediate.none, 1, 'f64x2.trunc');
simd(0x7b, Immediate.none, 2, 'i8x16.avgr_u');
simd(0x7c, Immediate.none, 1, each('i16x8', 'extadd_pairwise_i8x16_s extadd_pairwise_i8x16_u'));
simd(0x7e, Immediate.none, 1, each('i32x4', 'extadd_pairwise_i16x8_s extadd_pairwise_i16x8_u'));
simd(0x80, Immediate.none, 1, 'i16x8.abs i16x8.neg');
simd(0x82, Immediate.none, 2, 'i16x8.q15mulr_sat_s');
simd(0x85, Immediate.none, 2, 'i16x8.narrow_i32x4_s i16x8.narrow_i32x4_u');
simd(0x8b, Immediate.none, 2, each('i16x8', 'shl shr_s shr_u add add_sat_s add_sat_u sub sub_sat_s sub_sat_u'));
simd(0x94, Immediate.none, 1, 'f64x2.nearest');
simd(0x95, Immediate.none, 2, each('i16x8', 'mul min_s min_u max_s max_u'));
simd(0x9b, Immediate.none, 2, 'i16x8.avgr_u');
for (const [first, wide, narrow] of [
  [0x80, 'i16x8', 'i8x16'],
  [0xa0, 'i32x4', 'i16x8'],
  [0xc0, 'i64x2', 'i32x4'],
] as const) {
  const halves = 'low_{n}_s high_{n}_s low_{n}_u high_{n}_u'.replaceAll('{n}', narrow).split(' ');
  simd(first + 0x03, Immediate.none, 1, each(wide, 'all_true bitmask'));
  simd(first + 0x07, Immediate.none, 1, halves.map((half) => `${wide}.extend_${half}`).join(' '));
  simd(first + 0x1c, Immediate.none, 2, halves.map((half) => `${wide}.extmul_${half}`).join(' '));
}
simd(0xa0, Immediate.none, 1, 'i32x4.abs i32x4.neg');
simd(0xab, Immediate.none, 2, each('i32x4', 'shl shr_s shr_u add'));
simd(0xb1, Immediate.none, 2, 'i32x4.sub');
simd(0xb5, Immediate.none, 2, each('i32x4', 'mul min_s min_u max_s max_u dot_i16x8_s'));
simd(0xc0, Immediate.none, 1, 'i64x2.abs i64x2.neg');
simd(0xcb, Immediate.none, 2, each('i64x2', 'shl shr_s shr_u add'));
simd(0xd1, Immediate.none, 2, 'i64x2.sub');
simd(0xd5, Immediate.none, 2, each('i64x2', 'mul eq ne lt_s gt_s le_s ge_s'));
simd(0xe0, Immediate.none, 1, 'f32x4.abs f32x4.neg - f32x4.sqrt');
simd(0xe4, Immediate.none, 2, each('f32x4', 'add sub mul div min max pmin pmax'));
simd(0xec, Immediate.none, 1, 'f64x2.abs f64x2.neg - f64x2.sqrt');
simd(0xf0, Immediate.none, 2, each('f64x2', 'add sub mul div min max pmin pmax'));
simd(
  0xf8,
  Immediate.none,
  1,
  `i32x4.trunc_sat_f32x4_s i32x4.trunc_sat_f32x4_u f32x4.convert_i32x4_s f32x4.convert_i32x4_u
   i32x4.trunc_sat_f64x2_s_zero i32x4.trunc_sat_f64x2_u_zero f64x2.convert_low_i32x4_s f64x2.convert_low_i32x4_u`,
);

/** The feature an opcode outside the profile belongs to, or `null` when no proposal known here uses it. */
export function refusedFeature(opcode: number, second: number | null): string | null {
  if (opcode === 0xfe) return 'threads (atomic instructions)';
  if (opcode === 0xfb) return 'garbage collection';
  if (opcode === 0xfd && second !== null && second >= 0x100 && second <= 0x113) return 'relaxed SIMD';
  if (opcode >= 0x06 && opcode <= 0x0a) return 'exception handling';
  if (opcode === 0x18 || opcode === 0x19 || opcode === 0x1f) return 'exception handling';
  if (opcode === 0x14 || opcode === 0x15 || (opcode >= 0xd4 && opcode <= 0xd6)) return 'typed function references';
  if (opcode === 0xd3) return 'garbage collection';
  if (opcode >= 0xe0 && opcode <= 0xe6) return 'stack switching';
  if (opcode === 0xfc && second !== null && second >= 0x13 && second <= 0x16) return 'wide arithmetic';
  return null;
}
