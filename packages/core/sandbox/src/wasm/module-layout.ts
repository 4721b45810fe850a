import type { InvalidModule } from '../errors.ts';
import { checkBody } from './body-limits.ts';
import { ByteReader, featureRefused, malformed } from './byte-reader.ts';
import type { FunctionType } from './function-type.ts';
import type { Span } from './span.ts';
import { StructureLimit, tooLarge } from './structure-limits.ts';

export const TABLE_ELEMENTS_MAX = StructureLimit.tableElements;

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

/** An import, as whoever may refuse it sees it. */
interface Import {
  readonly module: string;
  readonly name: string;
  readonly kind: 'function' | 'table' | 'memory' | 'global';
  /** Of a function; `null` for anything else. */
  readonly type: FunctionType | null;
  readonly offset: number;
}

interface ImportedFunction {
  readonly module: string;
  readonly name: string;
}

interface Table {
  readonly elementType: number;
  readonly min: number;
  readonly max: number | null;
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

/** Says no to an import by throwing. */
export type ImportCheck = (found: Import) => void;

const HEADER = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
/** A section's id, its length and its count are no longer than this; so is the length of a function body. */
const PREFIX_BYTES_MAX = 11;

/**
 * Reads a module as its bytes arrive: each section once it is whole, and the code section function by function. What is
 * wrong is said of the first part where it is, however the bytes are cut.
 */
export class ModuleReader {
  readonly #builder: LayoutBuilder;
  #position = 0;
  #lastPlace = -1;
  /** The code section while it is read. */
  #code: { readonly lengthAt: number; readonly end: number; bodiesLeft: number } | null = null;

  constructor(checkImport: ImportCheck = () => {}) {
    this.#builder = new LayoutBuilder(checkImport);
  }

  /** Reads on in `bytes`, all that has come so far. @throws InvalidModule */
  read(bytes: Uint8Array): void {
    while (this.#readPart(bytes, false));
  }

  /** Reads to the end of `bytes`, the whole module. @throws InvalidModule */
  finish(bytes: Uint8Array): ModuleLayout {
    while (this.#readPart(bytes, true));
    return this.#builder.finish(bytes.length);
  }

  /** Reads one part if it is all there, and tells whether it was. */
  #readPart(bytes: Uint8Array, isWhole: boolean): boolean {
    const left = bytes.length - this.#position;
    if (left < PREFIX_BYTES_MAX && !isWhole) return false;
    if (this.#position === 0) {
      checkHeader(bytes);
      this.#position = HEADER.length;
      return true;
    }
    if (this.#code !== null) return this.#readBody(bytes, isWhole);
    return left > 0 && this.#readSection(bytes, isWhole);
  }

  #readSection(bytes: Uint8Array, isWhole: boolean): boolean {
    const reader = new ByteReader(bytes, this.#position);
    const at = reader.position;
    const id = reader.u8();
    if (id === TAG_SECTION) throw featureRefused('exception handling (a tag section)', at);
    const place = SECTION_ORDER.indexOf(id);
    if (place === -1 && id !== Section.custom) throw malformed(at, `an unknown section ${id}`);
    if (place !== -1 && place <= this.#lastPlace) throw malformed(at, `section ${id} out of order`);
    const lengthAt = reader.position;
    const length = reader.u32();
    const end = reader.position + length;
    if (end > StructureLimit.moduleBytes) throw tooLarge(`${end} bytes`, StructureLimit.moduleBytes, lengthAt);
    if (id === Section.code) {
      this.#lastPlace = place;
      const content = new ByteReader(bytes, reader.position, Math.min(end, bytes.length));
      const { count, position } = this.#builder.startCode(content, end);
      this.#code = { lengthAt, end, bodiesLeft: count };
      this.#position = position;
      return true;
    }
    if (end > bytes.length) {
      if (isWhole) throw cutShort(lengthAt, length);
      return false;
    }
    if (place !== -1) this.#lastPlace = place;
    this.#position = end;
    this.#builder.readSection(id, new ByteReader(bytes, reader.position, end));
    return true;
  }

  #readBody(bytes: Uint8Array, isWhole: boolean): boolean {
    const code = this.#code!;
    if (code.bodiesLeft === 0) {
      if (this.#position !== code.end) throw longerThanContent(this.#position, Section.code);
      this.#code = null;
      return true;
    }
    const reader = new ByteReader(bytes, this.#position, Math.min(code.end, bytes.length));
    if (reader.position >= reader.end && code.end > bytes.length) throw cutShort(code.lengthAt, code.end);
    const length = reader.u32();
    const span = { start: reader.position, end: reader.position + length };
    if (span.end > code.end)
      throw malformed(this.#position, `${length} bytes of a function body, more than the bytes left`);
    if (length > StructureLimit.bodyBytes) {
      throw tooLarge(`a function of ${length} bytes`, StructureLimit.bodyBytes, span.start);
    }
    if (span.end > bytes.length) {
      if (isWhole) throw cutShort(code.lengthAt, code.end);
      return false;
    }
    this.#builder.addBody(bytes, span);
    this.#position = span.end;
    code.bodiesLeft--;
    return true;
  }
}

function checkHeader(bytes: Uint8Array): void {
  if (HEADER.every((byte, i) => bytes[i] === byte)) return;
  const isComponent = bytes[4] === 0x0d;
  throw malformed(0, isComponent ? 'a WebAssembly component, not a core module,' : 'wrong magic bytes or version');
}

const cutShort = (at: number, length: number): InvalidModule =>
  malformed(at, `${length} bytes of a section, more than the bytes left`);

const longerThanContent = (at: number, id: number): InvalidModule =>
  malformed(at, `section ${id} longer than its content`);

class LayoutBuilder {
  readonly #types: FunctionType[] = [];
  readonly #checkImport: ImportCheck;
  readonly #imports: ImportedFunction[] = [];
  readonly #functions: FunctionType[] = [];
  readonly #tables: Table[] = [];
  #memory: { min: number; max: number | null } | null = null;
  readonly #globals: { type: number; mutable: boolean }[] = [];
  readonly #exports: { name: string; kind: number; index: number }[] = [];
  #start: number | null = null;
  readonly #bodies: Span[] = [];
  /** Of all bodies so far. */
  #locals = 0;
  #activeDataBytes = 0;
  #activeElements = 0;
  #elements = 0;
  #importedGlobals = 0;
  /** Most results of any of the types. */
  #resultsMax = 1;
  /** Most parameters and results together. */
  #valuesMax = 0;
  readonly #sections = new Map<number, Span & { count: number }>();

  constructor(checkImport: ImportCheck) {
    this.#checkImport = checkImport;
  }

  /** Reads a section other than code, which the reader holds whole. */
  readSection(id: number, reader: ByteReader): void {
    if (id === Section.custom) return void reader.name();
    if (id === Section.start) {
      this.#start = this.#index(reader, this.#functions.length, 'function');
    } else {
      const count = this.#count(id, reader);
      if (id !== Section.dataCount) for (let i = 0; i < count; i++) this.#readItem(id, reader);
    }
    if (reader.position !== reader.end) throw longerThanContent(reader.position, id);
  }

  /** Reads how many function bodies there are; they follow one by one. Gives where the first starts. */
  startCode(reader: ByteReader, end: number): { count: number; position: number } {
    const at = reader.position;
    const count = reader.u32();
    const declared = this.#functions.length - this.#imports.length;
    if (count !== declared) throw malformed(at, `${count} function bodies for ${declared} functions`);
    this.#sections.set(Section.code, { start: reader.position, end, count });
    return { count, position: reader.position };
  }

  addBody(bytes: Uint8Array, span: Span): void {
    const type = this.#functions[this.#imports.length + this.#bodies.length]!;
    this.#locals += checkBody(bytes, span, type, {
      types: this.#types,
      functions: this.#functions,
      resultsMax: this.#resultsMax,
      valuesMax: this.#valuesMax,
    });
    if (this.#locals > StructureLimit.localsInAll) {
      throw tooLarge(`functions with ${this.#locals} locals in all`, StructureLimit.localsInAll, span.start);
    }
    this.#bodies.push(span);
  }

  #count(id: number, reader: ByteReader): number {
    const at = reader.position;
    const count = id === Section.dataCount ? reader.u32() : reader.count('items');
    this.#sections.set(id, { start: reader.position, end: reader.end, count });
    if (id === Section.memory && count > (this.#memory === null ? 1 : 0)) throw featureRefused('multi-memory', at);
    const [most, what] = sectionLimits[id] ?? [StructureLimit.items, 'items in a section'];
    if (count > most) throw tooLarge(`${count} ${what}`, most, at);
    return count;
  }

  #readItem(id: number, reader: ByteReader): void {
    switch (id) {
      case Section.type: {
        const type = this.#functionType(reader);
        this.#resultsMax = Math.max(this.#resultsMax, type.results.length);
        this.#valuesMax = Math.max(this.#valuesMax, type.parameters.length + type.results.length);
        return void this.#types.push(type);
      }
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
        const type = globalType(reader);
        this.#constantExpression(reader);
        return void this.#globals.push(type);
      }
      case Section.export:
        return this.#readExport(reader);
      case Section.element:
        return this.#readElements(reader);
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
    const list = (what: 'parameters' | 'results'): number[] => {
      const where = reader.position;
      const count = reader.count(what);
      if (count > StructureLimit[what]) throw tooLarge(`a type with ${count} ${what}`, StructureLimit[what], where);
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
    const kindName = IMPORT_KINDS[kind];
    if (kindName === undefined) throw malformed(reader.position - 1, 'an unknown kind of import');
    const type = kind === 0 ? this.#typeAt(reader) : null;
    this.#checkImport({ module, name, kind: kindName, type, offset });
    if (type !== null) {
      this.#imports.push({ module, name });
      this.#functions.push(type);
    } else if (kindName === 'table') {
      this.#tables.push(this.#table(reader));
      if (this.#tables.length > StructureLimit.tables) {
        throw tooLarge(`${this.#tables.length} tables`, StructureLimit.tables, offset);
      }
    } else if (kindName === 'memory') {
      if (this.#memory !== null) throw featureRefused('multi-memory', offset);
      this.#memory = limits(reader, 65_536);
    } else {
      this.#globals.push(globalType(reader));
      this.#importedGlobals++;
    }
  }

  #table(reader: ByteReader): Table {
    const at = reader.position;
    if (reader.bytes[at] === 0x40) throw featureRefused('typed function references (a table with an initialiser)', at);
    const elementType = referenceType(reader);
    const { min, max } = limits(reader, 0xffff_ffff);
    const total = this.#tables.reduce((sum, table) => sum + table.min, min);
    if (total > TABLE_ELEMENTS_MAX) throw tooLarge(`tables of ${total} elements`, TABLE_ELEMENTS_MAX, at);
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
    this.#elements += count;
    if (this.#elements > TABLE_ELEMENTS_MAX) {
      throw tooLarge(`element segments of ${this.#elements} elements`, TABLE_ELEMENTS_MAX, at);
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
          // WebAssembly 2.0 lets a constant read imported globals; to read the module's own came with another proposal.
          if (this.#index(reader, this.#globals.length, 'global') >= this.#importedGlobals) {
            throw featureRefused("garbage collection (a constant that reads one of the module's own globals)", at);
          }
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

  finish(end: number): ModuleLayout {
    if (this.#bodies.length !== this.#functions.length - this.#imports.length) {
      throw malformed(end, `no bodies for ${this.#functions.length - this.#imports.length} functions`);
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

const IMPORT_KINDS = ['function', 'table', 'memory', 'global'] as const;

/** Most items of a section, and what they are. */
const sectionLimits: Readonly<Record<number, readonly [most: number, what: string]>> = {
  [Section.table]: [StructureLimit.tables, 'tables'],
  [Section.element]: [StructureLimit.segments, 'element segments'],
  [Section.data]: [StructureLimit.segments, 'data segments'],
};

function globalType(reader: ByteReader): { type: number; mutable: boolean } {
  const type = valueType(reader);
  const at = reader.position;
  const mutable = reader.u8();
  if (mutable > 1) throw mutable < 4 ? featureRefused('threads (shared globals)', at) : malformed(at, 'a bad flag');
  return { type, mutable: mutable === 1 };
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
