import { InvalidModule } from '../errors.ts';
import { ByteReader, featureRefused, hexOffset, malformed } from './byte-reader.ts';

/** Value type codes of the binary format. */
export const ValueType = {
  i32: 0x7f,
  i64: 0x7e,
  f32: 0x7d,
  f64: 0x7c,
  v128: 0x7b,
  funcref: 0x70,
  externref: 0x6f,
} as const;

export interface FunctionType {
  readonly parameters: readonly number[];
  readonly results: readonly number[];
}

interface ImportedFunction {
  readonly module: string;
  readonly name: string;
  readonly type: FunctionType;
  readonly offset: number;
}

interface Table {
  readonly elementType: number;
  readonly min: number;
  readonly max: number | null;
}

/** A stretch of the original bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What the rewriter needs to know of a module; spans point into the original bytes. */
export interface ModuleLayout {
  readonly types: readonly FunctionType[];
  readonly imports: readonly ImportedFunction[];
  /** Types of all functions, imported ones first. */
  readonly functions: readonly FunctionType[];
  readonly tables: readonly Table[];
  readonly memory: { readonly min: number; readonly max: number | null } | null;
  readonly globals: readonly { readonly type: number; readonly mutable: boolean }[];
  readonly exports: readonly { readonly name: string; readonly kind: number; readonly index: number }[];
  readonly start: number | null;
  readonly bodies: readonly Span[];
  readonly activeDataBytes: number;
  readonly activeElements: number;
  /** Content of each section without its count, and the count, by section id. */
  readonly sections: ReadonlyMap<number, Span & { readonly count: number }>;
}

export const Section = {
  custom: 0,
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  start: 8,
  element: 9,
  code: 10,
  data: 11,
  dataCount: 12,
} as const;
const TAG_SECTION = 13;
/** The order sections must come in; the data count stands before the code. */
const SECTION_ORDER = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 10, 11];

/** Above these no engine takes a module, or a device would suffer from one. */
const TABLES_MAX = 64;
export const TABLE_ELEMENTS_MAX = 1_000_000;
export const LOCALS_MAX = 49_000;

export function tooLarge(what: string, most: number): InvalidModule {
  return new InvalidModule('MODULE_TOO_LARGE', `The module has ${what}; at most ${most} are run.`, {
    hint: 'Split the program, or compile it for size.',
  });
}

/**
 * Reads a module's sections.
 *
 * @throws InvalidModule `MODULE_MALFORMED`, `MODULE_FEATURE_REFUSED`, `MODULE_IMPORT_REFUSED` (for an import that is not
 *   a function), `MODULE_TOO_LARGE`.
 */
export function readModuleLayout(bytes: Uint8Array): ModuleLayout {
  const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
  if (!header.every((byte, i) => bytes[i] === byte)) {
    throw malformed(
      0,
      bytes[4] === 0x0d ? 'a WebAssembly component, not a core module,' : 'wrong magic bytes or version',
    );
  }
  const builder = new LayoutBuilder(bytes);
  const reader = new ByteReader(bytes, 8);
  let lastPlace = -1;
  while (reader.position < bytes.length) {
    const at = reader.position;
    const id = reader.u8();
    const length = reader.count('bytes of a section');
    const end = reader.position + length;
    const section = new ByteReader(bytes, reader.position, end);
    reader.skip(length);
    if (id === Section.custom) {
      section.name();
      continue;
    }
    if (id === TAG_SECTION) throw featureRefused('exception handling (a tag section)', at);
    const place = SECTION_ORDER.indexOf(id);
    if (place === -1) throw malformed(at, `an unknown section ${id}`);
    if (place <= lastPlace) throw malformed(at, `section ${id} out of order`);
    lastPlace = place;
    builder.readSection(id, section);
    if (section.position !== end) throw malformed(section.position, `section ${id} longer than its content`);
  }
  return builder.finish();
}

class LayoutBuilder {
  readonly #bytes: Uint8Array;
  readonly #types: FunctionType[] = [];
  readonly #imports: ImportedFunction[] = [];
  readonly #functions: FunctionType[] = [];
  readonly #tables: Table[] = [];
  #memory: { min: number; max: number | null } | null = null;
  readonly #globals: { type: number; mutable: boolean }[] = [];
  readonly #exports: { name: string; kind: number; index: number }[] = [];
  #start: number | null = null;
  readonly #bodies: Span[] = [];
  #activeDataBytes = 0;
  #activeElements = 0;
  readonly #sections = new Map<number, Span & { count: number }>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  readSection(id: number, reader: ByteReader): void {
    if (id === Section.start) {
      this.#start = this.#index(reader, this.#functions.length, 'function');
      return;
    }
    const count = id === Section.dataCount ? reader.u32() : reader.count('items');
    const start = reader.position;
    this.#sections.set(id, { start, end: reader.end, count });
    if (id === Section.dataCount) return;
    if (id === Section.table && count > TABLES_MAX) throw tooLarge(`${count} tables`, TABLES_MAX);
    if (id === Section.memory && count > 1) throw featureRefused('multi-memory', start);
    if (id === Section.code && count !== this.#functions.length - this.#imports.length) {
      throw malformed(start, `${count} function bodies for ${this.#functions.length - this.#imports.length} functions`);
    }
    for (let i = 0; i < count; i++) this.#readItem(id, reader);
  }

  #readItem(id: number, reader: ByteReader): void {
    switch (id) {
      case Section.type:
        return void this.#types.push(this.#functionType(reader));
      case Section.import:
        return this.#readImport(reader);
      case Section.function:
        return void this.#functions.push(this.#typeAt(reader));
      case Section.table:
        return void this.#tables.push(this.#table(reader));
      case Section.memory:
        this.#memory = limits(reader, 65_536);
        return;
      case Section.global: {
        const type = valueType(reader);
        const at = reader.position;
        const mutable = reader.u8();
        if (mutable > 1)
          throw mutable < 4 ? featureRefused('threads (shared globals)', at) : malformed(at, 'a bad flag');
        this.#constantExpression(reader);
        return void this.#globals.push({ type, mutable: mutable === 1 });
      }
      case Section.export:
        return this.#readExport(reader);
      case Section.element:
        return this.#readElements(reader);
      case Section.code: {
        const length = reader.count('bytes of a function body');
        this.#bodies.push({ start: reader.position, end: reader.position + length });
        return reader.skip(length);
      }
      default:
        return this.#readData(reader);
    }
  }

  #functionType(reader: ByteReader): FunctionType {
    const at = reader.position;
    const form = reader.u8();
    if (form === 0x4e || form === 0x4f || form === 0x50 || form === 0x5e || form === 0x5f) {
      throw featureRefused('garbage collection (a composite type)', at);
    }
    if (form === 0x4c || form === 0x4d) throw featureRefused('custom descriptors (a described type)', at);
    if (form === 0x5d) throw featureRefused('stack switching', at);
    if (form !== 0x60) throw malformed(at, 'an unknown kind of type');
    const list = (what: string): number[] => {
      const where = reader.position;
      const count = reader.count(what);
      if (count > 1000) throw malformed(where, `${count} ${what} (engines take 1000)`);
      return Array.from({ length: count }, () => valueType(reader));
    };
    return { parameters: list('parameters'), results: list('results') };
  }

  #typeAt(reader: ByteReader): FunctionType {
    return this.#types[this.#index(reader, this.#types.length, 'type')]!;
  }

  #index(reader: ByteReader, count: number, what: string): number {
    const at = reader.position;
    const index = reader.u32();
    if (index >= count) throw malformed(at, `${what} ${index} of ${count}`);
    return index;
  }

  #readImport(reader: ByteReader): void {
    const offset = reader.position;
    const module = reader.name();
    const name = reader.name();
    const kind = reader.u8();
    if (kind === 4) throw featureRefused('exception handling (an imported tag)', offset);
    // Kind 0x20 is that proposal's exact import of a function; 0x7e and 0x7f group imports of one module or one type.
    if (kind === 0x20) throw featureRefused('custom descriptors (an exact import)', offset);
    if (name === '' && (kind === 0x7e || kind === 0x7f)) throw featureRefused('compact imports', offset);
    if (kind > 4) throw malformed(reader.position - 1, 'an unknown kind of import');
    if (kind !== 0) {
      const what = ['', 'table', 'memory', 'global'][kind]!;
      throw new InvalidModule(
        'MODULE_IMPORT_REFUSED',
        `The module imports the ${what} "${module}" "${name}" (at byte ${hexOffset(offset)}); only WASI functions are offered.`,
        { hint: `Let the module define its own ${what} and export it.` },
      );
    }
    const type = this.#typeAt(reader);
    this.#imports.push({ module, name, type, offset });
    this.#functions.push(type);
  }

  #table(reader: ByteReader): Table {
    const at = reader.position;
    if (this.#bytes[at] === 0x40) throw featureRefused('typed function references (a table with an initialiser)', at);
    const elementType = referenceType(reader);
    const { min, max } = limits(reader, 0xffff_ffff);
    const total = this.#tables.reduce((sum, table) => sum + table.min, min);
    if (total > TABLE_ELEMENTS_MAX) throw tooLarge(`tables of ${total} elements`, TABLE_ELEMENTS_MAX);
    return { elementType, min, max };
  }

  #readExport(reader: ByteReader): void {
    const name = reader.name();
    const at = reader.position;
    const kind = reader.u8();
    const spaces = [this.#functions.length, this.#tables.length, this.#memory === null ? 0 : 1, this.#globals.length];
    const count = spaces[kind];
    if (count === undefined) throw malformed(at, 'an unknown kind of export');
    this.#exports.push({ name, kind, index: this.#index(reader, count, 'exported item') });
  }

  #readElements(reader: ByteReader): void {
    const at = reader.position;
    const flags = reader.u32();
    if (flags > 7) throw malformed(at, 'an unknown kind of element segment');
    const active = (flags & 1) === 0;
    const expressions = (flags & 4) !== 0;
    if (active) {
      if ((flags & 2) !== 0) reader.u32();
      this.#constantExpression(reader);
    }
    if ((flags & 3) !== 0) {
      if (expressions) referenceType(reader);
      else if (reader.u8() !== 0) throw malformed(reader.position - 1, 'an unknown kind of element');
    }
    const count = reader.count('elements');
    for (let i = 0; i < count; i++) {
      if (expressions) this.#constantExpression(reader);
      else this.#index(reader, this.#functions.length, 'function');
    }
    if (active) this.#activeElements += count;
  }

  #readData(reader: ByteReader): void {
    const at = reader.position;
    const flags = reader.u32();
    if (flags > 2) throw malformed(at, 'an unknown kind of data segment');
    if (flags === 2 && reader.u32() !== 0) throw featureRefused('multi-memory', at);
    if (flags !== 1) this.#constantExpression(reader);
    const length = reader.count('bytes of data');
    reader.skip(length);
    if (flags !== 1) this.#activeDataBytes += length;
  }

  /** Extended constant expressions; their types are the engine's to check. */
  #constantExpression(reader: ByteReader): void {
    for (;;) {
      const at = reader.position;
      const opcode = reader.u8();
      switch (opcode) {
        case 0x0b:
          return;
        case 0x23:
          this.#index(reader, this.#globals.length, 'global');
          break;
        case 0x41:
          reader.skipSigned(32);
          break;
        case 0x42:
          reader.skipSigned(64);
          break;
        case 0x43:
          reader.skip(4);
          break;
        case 0x44:
          reader.skip(8);
          break;
        case 0x6a:
        case 0x6b:
        case 0x6c:
        case 0x7c:
        case 0x7d:
        case 0x7e:
          break;
        case 0xd0:
          heapType(reader);
          break;
        case 0xd2:
          this.#index(reader, this.#functions.length, 'function');
          break;
        case 0xfd:
          if (reader.u32() !== 0x0c) throw malformed(at, 'an instruction that is not constant');
          reader.skip(16);
          break;
        case 0xfb:
          throw featureRefused('garbage collection', at);
        default:
          throw malformed(at, 'an instruction that is not constant');
      }
    }
  }

  finish(): ModuleLayout {
    if (this.#bodies.length !== this.#functions.length - this.#imports.length) {
      throw malformed(this.#bytes.length, `no bodies for ${this.#functions.length - this.#imports.length} functions`);
    }
    return {
      types: this.#types,
      imports: this.#imports,
      functions: this.#functions,
      tables: this.#tables,
      memory: this.#memory,
      globals: this.#globals,
      exports: this.#exports,
      start: this.#start,
      bodies: this.#bodies,
      activeDataBytes: this.#activeDataBytes,
      activeElements: this.#activeElements,
      sections: this.#sections,
    };
  }
}

function limits(reader: ByteReader, most: number): { min: number; max: number | null } {
  const at = reader.position;
  const flags = reader.u8();
  if ((flags & 0xf0) !== 0) throw malformed(at, 'unknown limits');
  if ((flags & 0x08) !== 0) throw featureRefused('custom page sizes', at);
  if ((flags & 0x04) !== 0) throw featureRefused('memory64', at);
  if ((flags & 0x02) !== 0) throw featureRefused('threads (shared memory)', at);
  const min = reader.u32();
  const max = (flags & 1) === 1 ? reader.u32() : null;
  if (min > most || (max !== null && (max > most || max < min))) throw malformed(at, 'limits out of range');
  return { min, max };
}

/** Reads a value type. @throws InvalidModule when it is none of WebAssembly 2.0 */
export function valueType(reader: ByteReader): number {
  const at = reader.position;
  const code = reader.u8();
  if ((code >= 0x7b && code <= 0x7f) || code === 0x70 || code === 0x6f) return code;
  throw refusedType(code, at);
}

function referenceType(reader: ByteReader): number {
  const at = reader.position;
  const code = reader.u8();
  if (code === 0x70 || code === 0x6f) return code;
  throw refusedType(code, at);
}

/** Reads the type of `ref.null`. */
export function heapType(reader: ByteReader): void {
  referenceType(reader);
}

function refusedType(code: number, at: number): InvalidModule {
  if (code === 0x69 || code === 0x74) return featureRefused('exception handling (exnref)', at);
  if (code === 0x63 || code === 0x64) return featureRefused('typed function references', at);
  if (code >= 0x6a && code <= 0x73) return featureRefused('garbage collection (a reference type)', at);
  return malformed(at, 'an unknown type');
}
