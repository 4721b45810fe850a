import type { Value } from '../script/value.ts';
import { engine, type EngineExport, type EngineGlobal, type EngineModule } from './engine.ts';
import { nameBytes, sectionOf, SectionId, u32, writeModule } from './module-bytes.ts';
import { type FunctionType, type GlobalType, VALUE_TYPES, type ValueType } from './module-interface.ts';

/**
 * Calls exported functions with every bit of every value under control. JavaScript can neither hold a vector nor keep
 * the bits of a NaN, so the call is made by a small WebAssembly module that takes its arguments from a memory and puts
 * the results there; references travel in tables. One such module serves all functions of one type.
 */
export interface Caller {
  call(target: EngineExport, type: FunctionType, values: readonly Value[]): Value[];
  read(target: EngineGlobal, type: GlobalType): Value;
}

const SLOT_BYTES = 16;
const SLOTS = 1024;
const CODES = Object.fromEntries(Object.entries(VALUE_TYPES).map(([code, type]) => [type, Number(code)])) as Record<
  ValueType,
  number
>;
const LOADS: Readonly<Record<string, number[]>> = {
  i32: [0x28],
  i64: [0x29],
  f32: [0x2a],
  f64: [0x2b],
  v128: [0xfd, 0],
};
const STORES: Readonly<Record<string, number[]>> = {
  i32: [0x36],
  i64: [0x37],
  f32: [0x38],
  f64: [0x39],
  v128: [0xfd, 11],
};
const BYTES: Readonly<Record<string, number>> = { i32: 4, i64: 8, f32: 4, f64: 8, v128: 16 };

export function createCaller(): Caller {
  const memory = new engine.Memory({ initial: 1 });
  const tables = {
    funcref: new engine.Table({ initial: SLOTS, element: 'anyfunc' }),
    externref: new engine.Table({ initial: SLOTS, element: 'externref' }),
  };
  const compiled = new Map<string, EngineModule>();
  const bound = new WeakMap<object, () => void>();

  const bind = (target: object, shape: string, bytes: () => Uint8Array): (() => void) => {
    const known = bound.get(target);
    if (known !== undefined) return known;
    const module = compiled.get(shape) ?? new engine.Module(bytes());
    compiled.set(shape, module);
    const imports = { t: { t: target as EngineExport, m: memory, f: tables.funcref, e: tables.externref } };
    const run = new engine.Instance(module, imports).exports['run'] as () => void;
    bound.set(target, run);
    return run;
  };
  const put = (value: Value, slot: number): void => {
    if ('bytes' in value) new Uint8Array(memory.buffer).set(value.bytes, slot * SLOT_BYTES);
    else tables[value.type].set(slot, value.reference);
  };
  const take = (type: ValueType, slot: number): Value => {
    if (type === 'funcref' || type === 'externref') return { type, reference: tables[type].get(slot) };
    return { type, bytes: new Uint8Array(memory.buffer).slice(slot * SLOT_BYTES, slot * SLOT_BYTES + BYTES[type]!) };
  };

  return {
    call(target, type, values) {
      const run = bind(target, `${type.parameters.join()}>${type.results.join()}`, () => callerModule(type));
      values.forEach(put);
      run();
      return type.results.map(take);
    },
    read(target, type) {
      bind(target, `${type.mutable ? 'mut ' : ''}${type.type}`, () => readerModule(type))();
      return take(type.type, 0);
    },
  };
}

const FUNCTION_TABLE = 0;
const EXTERN_TABLE = 1;
const tableOf = (type: ValueType): number => (type === 'funcref' ? FUNCTION_TABLE : EXTERN_TABLE);
const isReference = (type: ValueType): boolean => type === 'funcref' || type === 'externref';
const slotConstant = (value: number): number[] => [0x41, ...signed(value)];

function load(type: ValueType, slot: number): number[] {
  if (isReference(type)) return [...slotConstant(slot), 0x25, tableOf(type)];
  return [...slotConstant(slot * SLOT_BYTES), ...LOADS[type]!, 0, 0];
}

function store(type: ValueType, slot: number, local: number): number[] {
  const value = [0x20, ...u32(local)];
  if (isReference(type)) return [...slotConstant(slot), ...value, 0x26, tableOf(type)];
  return [...slotConstant(slot * SLOT_BYTES), ...value, ...STORES[type]!, 0, 0];
}

function callerModule(type: FunctionType): Uint8Array {
  const functionType = [0x60, ...codes(type.parameters), ...codes(type.results)];
  return probeModule([functionType, [0x60, 0, 0]], [0x00, ...u32(0)], 1, 1, type.results, [
    ...type.parameters.flatMap(load),
    0x10,
    0,
  ]);
}

function readerModule({ type, mutable }: GlobalType): Uint8Array {
  return probeModule([[0x60, 0, 0]], [0x03, CODES[type], mutable ? 1 : 0], 0, 0, [type], [0x23, 0]);
}

/** An import of the module `t`. */
function entry(name: string, description: readonly number[]): Uint8Array {
  return Uint8Array.from([...nameBytes('t'), ...nameBytes(name), ...description]);
}

/** A module whose `run` produces values by `produce` and stores them, from the last one on the stack to the first. */
function probeModule(
  types: readonly number[][],
  target: readonly number[],
  runType: number,
  runIndex: number,
  results: readonly ValueType[],
  produce: readonly number[],
): Uint8Array {
  const locals = results.flatMap((type) => [1, CODES[type]]);
  const body = [
    ...u32(results.length),
    ...locals,
    ...produce,
    ...results.flatMap((_, i) => [0x21, ...u32(results.length - 1 - i)]),
    ...results.flatMap((type, i) => store(type, i, i)),
    0x0b,
  ];
  const sections: [number, Uint8Array[]][] = [
    [SectionId.type, types.map((type) => Uint8Array.from(type))],
    [
      SectionId.import,
      [entry('t', target), entry('m', [0x02, 0, 1]), entry('f', [0x01, 0x70, 0, 1]), entry('e', [0x01, 0x6f, 0, 1])],
    ],
    [SectionId.function, [Uint8Array.of(runType)]],
    [SectionId.export, [Uint8Array.from([...nameBytes('run'), 0, runIndex])]],
    [SectionId.code, [Uint8Array.from([...u32(body.length), ...body])]],
  ];
  return writeModule(new Map(sections.map(([id, items]) => [id, sectionOf(items)!])));
}

function codes(types: readonly ValueType[]): number[] {
  return [...u32(types.length), ...types.map((type) => CODES[type])];
}

/** A number from 0, as the format writes signed ones. */
function signed(value: number): number[] {
  const bytes = u32(value);
  const last = bytes.at(-1)!;
  return (last & 0x40) === 0 ? bytes : [...bytes.slice(0, -1), last | 0x80, 0];
}
