import { instructionFuel } from '../fuel-schedule.ts';
import { ByteWriter } from '../wasm/byte-writer.ts';
import { Immediate, immediates, instructionNames, pops, PREFIX_FC, PREFIX_FD } from '../wasm/opcodes.ts';

/** A module for tests, its code as text: instruction names and immediates in binary order, for example `i32.const 1 drop`. */
export interface TestModule {
  imports?: { module: string; name: string; type: string }[];
  /** `type` as `i32 i64 -> i32`. The first function is exported as `_start` unless `exports` says otherwise. */
  functions: { type: string; locals?: string; code: string }[];
  /** Further function types, named by index after those of imports and functions (each listed once). */
  types?: string[];
  memory?: { min: number; max?: number };
  tables?: { type: 'funcref' | 'externref'; min: number; max?: number }[];
  globals?: { type: string; mutable: boolean; init: string }[];
  exports?: { name: string; kind: 0 | 1 | 2 | 3; index: number }[];
  start?: number;
  /** Element segments of functions: active ones of table 0 with an offset, passive ones without. */
  elements?: { offset: number | null; functions: number[] }[];
  data?: { offset: number | null; bytes: number[] }[];
}

const VALUE_TYPES: Record<string, number> = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
  funcref: 0x70,
  externref: 0x6f,
};

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const opcodeOf = new Map<string, number>();
instructionNames.forEach((name, instruction) => {
  if (name !== undefined && !opcodeOf.has(name)) opcodeOf.set(name, instruction);
});

const TYPED_SELECT = 0x1c;

const list = (content: ByteWriter, text: string): void => {
  content.u32(words(text).length);
  for (const type of words(text)) content.u8(VALUE_TYPES[type]!);
};

const limits = (content: ByteWriter, { min, max }: { min: number; max?: number }): void => {
  content.u8(max === undefined ? 0 : 1);
  content.u32(min);
  if (max !== undefined) content.u32(max);
};

const writeOffset = (content: ByteWriter, value: number): void => {
  content.u8(0x41);
  content.signed(value);
  content.u8(0x0b);
};

const CANONICAL_LANES: Record<string, string> = {
  f32: 'f32.const NaN',
  f64: 'f64.const NaN',
  f32x4: `v128.const ${'0 0 192 127 '.repeat(4)}`,
  f64x2: `v128.const ${'0 0 0 0 0 0 248 127 '.repeat(2)}`,
};

/** What each canonicalising function of a test module does, and after which instructions it is called. */
const CANONICALISERS = Object.entries(CANONICAL_LANES).map(([shape, nan]) => {
  const type = shape.includes('x') ? 'v128' : shape;
  const choose = type === 'v128' ? 'v128.bitselect' : 'select';
  const after = ['add', 'sub', 'mul', 'div', 'min', 'max', 'sqrt', 'ceil', 'floor', 'trunc', 'nearest'];
  const conversion = { f32: 'demote_f64', f64: 'promote_f32', f32x4: 'demote_f64x2_zero', f64x2: 'promote_low_f32x4' };
  return {
    type: `${type} -> ${type}`,
    code: `local.get 0 ${nan} local.get 0 local.get 0 ${shape}.eq ${choose}`,
    after: [...after, conversion[shape as 'f32']].map((operation) => `${shape}.${operation}`),
  };
});

/**
 * With `canonicalNans`, every instruction of float arithmetic is followed by a call that makes each NaN canonical: the
 * reference for canonical NaNs, which knows nothing of where they can be seen.
 *
 * With `ticks`, every instruction is preceded by a call of the host that names its cost, one instruction at a time: an
 * independent way of counting fuel, slow and simple. It adds the imports `test.tick`, `test.size`, `test.grown`.
 */
export function assemble(source: TestModule, { ticks = false, canonicalNans = false } = {}): Uint8Array {
  const module: TestModule = canonicalNans
    ? { ...source, functions: [...source.functions, ...CANONICALISERS] }
    : source;
  const types: string[] = [];
  const typeIndex = (type: string): number => {
    const normal = type
      .split('->')
      .map((side) => words(side).join(' '))
      .join('->');
    if (!types.includes(normal)) types.push(normal);
    return types.indexOf(normal);
  };
  const imports = [
    ...(module.imports ?? []),
    ...(ticks
      ? [
          { module: 'test', name: 'tick', type: 'i32 ->' },
          { module: 'test', name: 'size', type: 'i32 i32 -> i32' },
          { module: 'test', name: 'grown', type: 'i32 -> i32' },
        ]
      : []),
  ];
  // The tick imports come last among the imports and shift the functions behind them by three.
  const firstOwn = module.imports?.length ?? 0;
  const shift = imports.length - firstOwn;
  const place = (index: number): number => (index < firstOwn ? index : index + shift);
  for (const { type } of module.imports ?? []) typeIndex(type);
  // What is added comes behind, so that a type has the same number with and without it.
  for (const { type } of source.functions) typeIndex(type);
  for (const type of module.types ?? []) typeIndex(type);
  for (const { type } of [...module.functions, ...imports]) typeIndex(type);

  const writeCode = (out: ByteWriter, code: string, isCounted: boolean): void => {
    const tokens = words(code);
    let i = 0;
    const integer = (): number => Number(tokens[i++]);
    const call = (index: number): void => {
      out.u8(0x10);
      out.u32(index);
    };
    const constant = (value: number): void => {
      out.u8(0x41);
      out.signed(value);
    };
    while (i < tokens.length) {
      const name = tokens[i++]!;
      const isTypedSelect = name === 'select' && (tokens[i] ?? '') in VALUE_TYPES;
      const instruction = isTypedSelect ? TYPED_SELECT : opcodeOf.get(name);
      if (instruction === undefined) throw new Error(`no instruction ${name}`);
      const cost = instructionFuel[instruction]!;
      if (isCounted && cost > 0) {
        constant(cost);
        call(firstOwn);
      }
      const grows = name === 'memory.grow' || name === 'table.grow';
      if (isCounted && (grows || (pops[instruction] === 3 && instruction >= PREFIX_FC && instruction < PREFIX_FD))) {
        // The size operand passes through the host, which sees it and hands it back.
        constant(name === 'memory.grow' ? 2 : name === 'table.grow' ? 3 : name.startsWith('memory') ? 0 : 1);
        call(firstOwn + 1);
      }
      if (instruction < PREFIX_FC) out.u8(instruction);
      else {
        out.u8(instruction < PREFIX_FD ? 0xfc : 0xfd);
        out.u32(instruction - (instruction < PREFIX_FD ? PREFIX_FC : PREFIX_FD));
      }
      switch (immediates[instruction]!) {
        case Immediate.control:
          if (name === 'block' || name === 'loop' || name === 'if') {
            const next = tokens[i] ?? '';
            const type = next in VALUE_TYPES || /^\d+$/.test(next) ? tokens[i++]! : '';
            if (type === '') out.u8(0x40);
            else if (type in VALUE_TYPES) out.u8(VALUE_TYPES[type]!);
            else out.signed(Number(type));
          } else if (name === 'br' || name === 'br_if') out.u32(integer());
          else if (name === 'br_table') {
            const count = integer();
            out.u32(count);
            for (let target = 0; target <= count; target++) out.u32(integer());
          } else if (name === 'call' || name === 'return_call') out.u32(place(integer()));
          else if (name.endsWith('call_indirect')) {
            out.u32(integer());
            out.u32(integer());
          }
          break;
        case Immediate.local:
        case Immediate.global:
        case Immediate.table:
        case Immediate.element:
        case Immediate.data:
          out.u32(integer());
          break;
        case Immediate.function:
          out.u32(place(integer()));
          break;
        case Immediate.memarg:
          out.u32(0);
          out.u32(integer());
          break;
        case Immediate.memargLane:
          out.u32(0);
          out.u32(integer());
          out.u8(integer());
          break;
        case Immediate.memoryIndex:
          out.u8(0);
          break;
        case Immediate.memoryMemory:
          out.u8(0);
          out.u8(0);
          break;
        case Immediate.dataMemory:
          out.u32(integer());
          out.u8(0);
          break;
        case Immediate.elementTable:
        case Immediate.tableTable:
          out.u32(integer());
          out.u32(integer());
          break;
        case Immediate.i32:
          out.signed(integer() | 0);
          break;
        case Immediate.i64:
          out.signed(integer());
          break;
        case Immediate.lane:
          out.u8(integer());
          break;
        case Immediate.refType:
          out.u8(VALUE_TYPES[tokens[i++]!]!);
          break;
        case Immediate.selectTypes:
          out.u32(1);
          out.u8(VALUE_TYPES[tokens[i++]!]!);
          break;
        case Immediate.bytes4:
        case Immediate.bytes8: {
          const bytes = new Uint8Array(immediates[instruction] === Immediate.bytes4 ? 4 : 8);
          const view = new DataView(bytes.buffer);
          if (bytes.length === 4) view.setFloat32(0, integer(), true);
          else view.setFloat64(0, integer(), true);
          out.append(bytes, 0, bytes.length);
          break;
        }
        case Immediate.bytes16:
          for (let lane = 0; lane < 16; lane++) out.u8(integer());
          break;
      }
      if (isCounted && grows) call(firstOwn + 2);
      const canonicaliser = CANONICALISERS.findIndex(({ after }) => after.includes(name));
      if (canonicalNans && canonicaliser !== -1) call(imports.length + source.functions.length + canonicaliser);
    }
    out.u8(0x0b);
  };

  const out = new ByteWriter();
  for (const byte of [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]) out.u8(byte);
  const section = <Item>(
    id: number,
    items: readonly Item[],
    write: (content: ByteWriter, item: Item, index: number) => void,
  ): void => {
    if (items.length === 0) return;
    const content = new ByteWriter();
    content.u32(items.length);
    items.forEach((item, index) => write(content, item, index));
    out.u8(id);
    out.u32(content.length);
    out.appendWriter(content);
  };
  section(1, types, (content, type) => {
    content.u8(0x60);
    for (const side of type.split('->')) list(content, side);
  });
  section(2, imports, (content, { module: from, name, type }) => {
    content.name(from);
    content.name(name);
    content.u8(0);
    content.u32(typeIndex(type));
  });
  section(3, module.functions, (content, { type }) => content.u32(typeIndex(type)));
  section(4, module.tables ?? [], (content, { type, ...size }) => {
    content.u8(VALUE_TYPES[type]!);
    limits(content, size);
  });
  section(5, module.memory === undefined ? [] : [module.memory], limits);
  section(6, module.globals ?? [], (content, { type, mutable, init }) => {
    content.u8(VALUE_TYPES[type]!);
    content.u8(mutable ? 1 : 0);
    writeConstant(content, init);
  });
  section(
    7,
    module.exports ?? [{ name: '_start', kind: 0 as const, index: firstOwn }],
    (content, { name, kind, index }) => {
      content.name(name);
      content.u8(kind);
      content.u32(kind === 0 ? place(index) : index);
    },
  );
  if (module.start !== undefined) {
    out.u8(8);
    const content = new ByteWriter();
    content.u32(place(module.start));
    out.u32(content.length);
    out.appendWriter(content);
  }
  section(9, module.elements ?? [], (content, { offset, functions }) => {
    content.u32(offset === null ? 1 : 0);
    if (offset === null) content.u8(0);
    else writeOffset(content, offset);
    content.u32(functions.length);
    for (const index of functions) content.u32(place(index));
  });
  if (module.data !== undefined) {
    out.u8(12);
    out.u8(1);
    out.u32(module.data.length);
  }
  section(10, module.functions, (content, { locals = '', code }, index) => {
    const body = new ByteWriter();
    const declared = words(locals);
    body.u32(declared.length);
    for (const type of declared) {
      body.u32(1);
      body.u8(VALUE_TYPES[type]!);
    }
    writeCode(body, code, ticks && index < source.functions.length);
    content.u32(body.length);
    content.appendWriter(body);
  });
  section(11, module.data ?? [], (content, { offset, bytes }) => {
    content.u32(offset === null ? 1 : 0);
    if (offset !== null) writeOffset(content, offset);
    content.u32(bytes.length);
    for (const byte of bytes) content.u8(byte);
  });
  return out.toBytes();
}

function writeConstant(content: ByteWriter, init: string): void {
  const [name, value] = words(init);
  const instruction = opcodeOf.get(name!)!;
  content.u8(instruction);
  if (name === 'f64.const') for (const byte of new Uint8Array(Float64Array.of(Number(value)).buffer)) content.u8(byte);
  else content.signed(Number(value));
  content.u8(0x0b);
}
