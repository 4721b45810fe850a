import { BytesReader, itemsOf, Kind, readSections, SectionId } from './module-bytes.ts';

/** Value types of WebAssembly 2.0 by their codes. */
export const VALUE_TYPES = {
  0x7f: 'i32',
  0x7e: 'i64',
  0x7d: 'f32',
  0x7c: 'f64',
  0x7b: 'v128',
  0x70: 'funcref',
  0x6f: 'externref',
} as const;
export type ValueType = (typeof VALUE_TYPES)[keyof typeof VALUE_TYPES];

/** Types of later versions are read over, so that the sandbox is who refuses them, by name. */
type AnyType = ValueType | 'foreign';

export interface FunctionType<Type = ValueType> {
  readonly parameters: readonly Type[];
  readonly results: readonly Type[];
}
export interface GlobalType<Type = ValueType> {
  readonly type: Type;
  readonly mutable: boolean;
}

interface Import {
  readonly module: string;
  readonly name: string;
  readonly kind: number;
  /** What follows the kind: a type's number, limits, or a global's type. */
  readonly description: Uint8Array;
}
interface Export {
  readonly name: string;
  readonly kind: number;
  readonly index: number;
  readonly bytes: Uint8Array;
}

/** What a module says of itself to the outside. */
export interface ModuleInterface {
  readonly sections: ReadonlyMap<number, Uint8Array>;
  readonly types: readonly FunctionType<AnyType>[];
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
  /** Type numbers of all functions, imported ones first. */
  readonly functions: readonly number[];
  readonly globals: readonly GlobalType<AnyType>[];
  /** Most pages of the memory, the module's own or the imported one as it is declared; `null` when there is none. */
  readonly memoryPagesMax: number | null;
}

/** @throws RangeError on what it cannot follow */
export function readInterface(bytes: Uint8Array): ModuleInterface {
  const sections = readSections(bytes);
  const types: FunctionType<AnyType>[] = [];
  itemsOf(sections.get(SectionId.type), (reader) => types.push(functionType(reader)));
  const imports: Import[] = [];
  itemsOf(sections.get(SectionId.import), (reader) => {
    const [module, name, kind] = [reader.name(), reader.name(), reader.u8()];
    imports.push({ module, name, kind, description: reader.span(() => skipDescription(reader, kind)) });
  });
  const exports: Export[] = [];
  itemsOf(sections.get(SectionId.export), (reader) => {
    const start = reader.position;
    const [name, kind, index] = [reader.name(), reader.u8(), reader.u32()];
    exports.push({ name, kind, index, bytes: reader.bytes.subarray(start, reader.position) });
  });
  const imported = (kind: number): Uint8Array[] =>
    imports.filter((one) => one.kind === kind).map(({ description }) => description);
  const memory = [...imported(Kind.memory), ...itemsOf(sections.get(SectionId.memory), skipLimits)][0];
  const globals = [...imported(Kind.global)];
  const own = sections.get(SectionId.global);
  if (own !== undefined) {
    const reader = new BytesReader(own);
    // Where an initialiser ends is for the sandbox to find; here the types are enough, read from the code's own ends.
    globals.push(...reader.list(() => reader.span(() => skipGlobal(reader))));
  }
  return {
    sections,
    types,
    imports,
    exports,
    functions: [...imported(Kind.function), ...itemsOf(sections.get(SectionId.function), (reader) => reader.u32())].map(
      (item) => new BytesReader(item).u32(),
    ),
    globals: globals.map((item) => {
      const reader = new BytesReader(item);
      return { type: valueType(reader), mutable: reader.u8() === 1 };
    }),
    memoryPagesMax: memory === undefined ? null : memoryMaximum(memory),
  };
}

/** @returns `null` when there is no such function of the types of WebAssembly 2.0 */
export function exportedFunctionType(module: ModuleInterface, name: string): FunctionType | null {
  const found = module.exports.find((one) => one.name === name && one.kind === Kind.function);
  const type = found === undefined ? undefined : module.types[module.functions[found.index]!];
  if (type === undefined || !type.parameters.every(isKnown) || !type.results.every(isKnown)) return null;
  return { parameters: type.parameters, results: type.results };
}

/** @returns `null` when there is no such global of a type of WebAssembly 2.0 */
export function exportedGlobalType(module: ModuleInterface, name: string): GlobalType | null {
  const found = module.exports.find((one) => one.name === name && one.kind === Kind.global);
  const global = found === undefined ? undefined : module.globals[found.index];
  return global === undefined || !isKnown(global.type) ? null : { type: global.type, mutable: global.mutable };
}

function isKnown(type: AnyType): type is ValueType {
  return type !== 'foreign';
}

function functionType(reader: BytesReader): FunctionType<AnyType> {
  if (reader.u8() !== 0x60) throw new RangeError('A type is no function type.');
  const list = (): AnyType[] => reader.list(() => valueType(reader));
  return { parameters: list(), results: list() };
}

function valueType(reader: BytesReader): AnyType {
  const code = reader.u8();
  // A reference type in full has its heap type after it.
  if (code === 0x63 || code === 0x64) reader.u32();
  return (VALUE_TYPES as Readonly<Record<number, ValueType>>)[code] ?? 'foreign';
}

function memoryMaximum(limits: Uint8Array): number {
  const reader = new BytesReader(limits);
  const flags = reader.u8();
  reader.u32();
  return (flags & HAS_MAXIMUM) === 0 ? 65_536 : reader.u32();
}

const HAS_MAXIMUM = 1;
const HAS_PAGE_SIZE = 8;

function skipLimits(reader: BytesReader): void {
  const flags = reader.u8();
  reader.u32();
  if ((flags & HAS_MAXIMUM) !== 0) reader.u32();
  if ((flags & HAS_PAGE_SIZE) !== 0) reader.u32();
}

const TABLE_WITH_INITIALISER = 0x40;

function skipTable(reader: BytesReader): void {
  const initialised = reader.bytes[reader.position] === TABLE_WITH_INITIALISER;
  if (initialised) reader.take(2);
  valueType(reader);
  skipLimits(reader);
  if (initialised) skipConstant(reader);
}

const TAG = 4;

function skipDescription(reader: BytesReader, kind: number): void {
  if (kind === Kind.function) reader.u32();
  else if (kind === Kind.table) skipTable(reader);
  else if (kind === Kind.memory) skipLimits(reader);
  else if (kind === Kind.global) skipGlobalType(reader);
  else if (kind === TAG) reader.take(2);
  else throw new RangeError('An import is of an unknown kind.');
}

function skipGlobalType(reader: BytesReader): void {
  valueType(reader);
  reader.u8();
}

function skipGlobal(reader: BytesReader): void {
  skipGlobalType(reader);
  skipConstant(reader);
}

/** Reads over a constant expression. */
function skipConstant(reader: BytesReader): void {
  for (;;) {
    const opcode = reader.u8();
    if (opcode === 0x0b) return;
    if (opcode === 0x43) reader.take(4);
    else if (opcode === 0x44) reader.take(8);
    // Numbers, and indices of globals, functions and types.
    else if ([0x41, 0x42, 0x23, 0xd0, 0xd2].includes(opcode)) while (reader.u8() >= 0x80);
    else if (opcode === 0xfd) {
      reader.u32();
      reader.take(16);
    }
  }
}
