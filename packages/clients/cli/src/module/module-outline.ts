import { ByteCursor, Unreadable } from './byte-cursor.ts';

const KINDS = ['function', 'table', 'memory', 'global', 'tag'] as const;
type ItemKind = (typeof KINDS)[number];

interface OutlineSection {
  name: string;
  /** Where its header begins. */
  offset: number;
  /** Header and content. */
  bytes: number;
  /** How many items it says it holds; null for custom sections. */
  items: number | null;
}

export interface OutlineImport {
  module: string;
  name: string;
  kind: ItemKind;
  /** A function's type, such as `(i32, i64) -> i32`; null when it is written with features that are not read here. */
  type: string | null;
  offset: number;
}

interface OutlineExport {
  name: string;
  kind: ItemKind;
  type: string | null;
}

/** Limits of a memory in pages, or of a table in elements. */
export interface Extent {
  min: number;
  max: number | null;
  isShared: boolean;
  is64: boolean;
  isImported: boolean;
}

interface FunctionBody {
  /** Imported functions come first. */
  index: number;
  /** From the name section. */
  name: string | null;
  start: number;
  end: number;
}

/** What a person wants to know of a module, as far as it can be read. */
export interface ModuleOutline {
  sections: OutlineSection[];
  imports: OutlineImport[];
  exports: OutlineExport[];
  memories: Extent[];
  tables: Extent[];
  globals: number;
  bodies: FunctionBody[];
  dataSegments: number;
  dataBytes: number;
  /** Which tools made it, such as `clang 18.1.2`, by its own word. */
  producers: string[];
}

const SECTION_NAMES = [
  'custom',
  'type',
  'import',
  'function',
  'table',
  'memory',
  'global',
  'export',
  'start',
  'element',
  'code',
  'data',
  'data count',
  'tag',
];

const TYPE_NAMES: Readonly<Record<number, string>> = {
  0x7f: 'i32',
  0x7e: 'i64',
  0x7d: 'f32',
  0x7c: 'f64',
  0x7b: 'v128',
  0x70: 'funcref',
  0x6f: 'externref',
};

/**
 * Reads what a module holds, forgivingly: whoever asks what a module is also wants to know it of one that is refused.
 * Where a section cannot be read, what came before it stands. Never throws.
 *
 * Source: https://webassembly.github.io/spec/core/binary/modules.html
 */
export function outlineOf(bytes: Uint8Array): ModuleOutline {
  const outline: ModuleOutline = {
    sections: [],
    imports: [],
    exports: [],
    memories: [],
    tables: [],
    globals: 0,
    bodies: [],
    dataSegments: 0,
    dataBytes: 0,
    producers: [],
  };
  const types: (string | null)[] = [];
  const functions: (string | null)[] = [];
  const names = new Map<number, string>();
  const file = new ByteCursor(bytes, 8, bytes.length);

  forgiving(() => {
    while (!file.isDone) {
      const offset = file.position;
      const id = file.u8();
      const length = file.unsigned();
      const section = new ByteCursor(bytes, file.position, file.position + length);
      file.skip(length);
      const custom = id === 0 ? forgiving(() => section.name()) : undefined;
      const start = section.position;
      const items = id === 0 || id === 8 ? null : (forgiving(() => section.unsigned()) ?? null);
      section.position = start;
      outline.sections.push({
        name: custom === undefined ? (SECTION_NAMES[id] ?? `section ${id}`) : `custom "${custom}"`,
        offset,
        bytes: file.position - offset,
        items,
      });
      forgiving(() => readSection(custom ?? id, section));
    }
  });
  for (const body of outline.bodies) body.name = names.get(body.index) ?? null;
  return outline;

  function readSection(section: string | number, cursor: ByteCursor): void {
    switch (section) {
      case 'producers':
        return eachItem(cursor, () => {
          cursor.name();
          eachItem(cursor, () => void outline.producers.push(`${cursor.name()} ${cursor.name()}`.trim()));
        });
      case 'name':
        return readNames(cursor);
      case 1:
        return eachItem(cursor, () => void types.push(functionType(cursor)));
      case 2:
        return eachItem(cursor, () => readImport(cursor));
      case 3:
        return eachItem(cursor, () => void functions.push(types[cursor.unsigned()] ?? null));
      case 4:
        return eachItem(cursor, () => void outline.tables.push(table(cursor, false)));
      case 5:
        return eachItem(cursor, () => void outline.memories.push(extent(cursor, false)));
      case 6:
        outline.globals += cursor.unsigned();
        return;
      case 7:
        return eachItem(cursor, () => {
          const name = cursor.name();
          const kind = kindOf(cursor.u8());
          const index = cursor.unsigned();
          outline.exports.push({ name, kind, type: kind === 'function' ? (functions[index] ?? null) : null });
        });
      case 10:
        return readBodies(cursor);
      case 11:
        return eachItem(cursor, () => {
          const flags = cursor.unsigned();
          if (flags === 2) cursor.unsigned();
          if (flags !== 1) skipConstant(cursor);
          const length = cursor.unsigned();
          cursor.skip(length);
          outline.dataSegments += 1;
          outline.dataBytes += length;
        });
      default:
    }
  }

  function readImport(cursor: ByteCursor): void {
    const offset = cursor.position;
    const [module, name] = [cursor.name(), cursor.name()];
    const kind = kindOf(cursor.u8());
    let type: string | null = null;
    if (kind === 'function') {
      type = types[cursor.unsigned()] ?? null;
      functions.push(type);
    } else if (kind === 'table') outline.tables.push(table(cursor, true));
    else if (kind === 'memory') outline.memories.push(extent(cursor, true));
    else if (kind === 'global') cursor.skip(2);
    else {
      cursor.u8();
      cursor.unsigned();
    }
    outline.imports.push({ module, name, kind, type, offset });
  }

  function readBodies(cursor: ByteCursor): void {
    const imported = outline.imports.filter(({ kind }) => kind === 'function').length;
    let index = imported;
    eachItem(cursor, () => {
      const length = cursor.unsigned();
      const start = cursor.position;
      cursor.skip(length);
      outline.bodies.push({ index: index++, name: null, start, end: cursor.position });
    });
  }

  function readNames(cursor: ByteCursor): void {
    while (!cursor.isDone) {
      const kind = cursor.u8();
      const length = cursor.unsigned();
      const part = new ByteCursor(bytes, cursor.position, cursor.position + length);
      cursor.skip(length);
      if (kind === 1) eachItem(part, () => void names.set(part.unsigned(), part.name()));
    }
  }
}

function forgiving<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** A count that lies is found out by the end of the section. */
function eachItem(cursor: ByteCursor, read: () => void): void {
  const count = cursor.unsigned();
  for (let i = 0; i < count; i++) read();
}

function kindOf(code: number): ItemKind {
  const kind = KINDS[code];
  if (kind === undefined) throw new Unreadable('an unknown kind of item');
  return kind;
}

function functionType(cursor: ByteCursor): string {
  if (cursor.u8() !== 0x60) throw new Unreadable('not a function type');
  const list = (): string[] => {
    const types: string[] = [];
    eachItem(cursor, () => {
      const name = TYPE_NAMES[cursor.u8()];
      if (name === undefined) throw new Unreadable('a type of a later version');
      types.push(name);
    });
    return types;
  };
  const parameters = list();
  const results = list();
  return `(${parameters.join(', ')}) -> ${results.length === 1 ? results[0]! : `(${results.join(', ')})`}`;
}

function table(cursor: ByteCursor, isImported: boolean): Extent {
  if (TYPE_NAMES[cursor.u8()] === undefined) throw new Unreadable('a type of a later version');
  return extent(cursor, isImported);
}

function extent(cursor: ByteCursor, isImported: boolean): Extent {
  const flags = cursor.u8();
  const min = cursor.unsigned();
  const max = (flags & 1) === 1 ? cursor.unsigned() : null;
  return { min, max, isShared: (flags & 2) !== 0, is64: (flags & 4) !== 0, isImported };
}

/** A constant expression of integers and globals; one of anything else ends the reading of the section. */
function skipConstant(cursor: ByteCursor): void {
  for (;;) {
    const opcode = cursor.u8();
    if (opcode === 0x0b) return;
    if (opcode === 0x41 || opcode === 0x42) while (cursor.u8() >= 0x80);
    else if (opcode === 0x23) cursor.unsigned();
    else if (opcode < 0x6a || opcode > 0x7e) throw new Unreadable('an expression that is not of integers');
  }
}
