/**
 * The sandbox runs WASI commands. A module that exports `run` instead of `_start` is lent one: a function behind all
 * others that calls `run`, drops what it gives, and is exported as `_start`. Nothing else of the module changes, so the
 * plain side and the metered side run the same code.
 */
export type AsCommand =
  | { readonly kind: 'command'; readonly wasm: Uint8Array }
  | { readonly kind: 'unusable'; readonly why: string };

const Section = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;
const Kind = { function: 0, table: 1, memory: 2, global: 3, tag: 4 } as const;
const MAGIC = [0x00, 0x61, 0x73, 0x6d];
const PREAMBLE_BYTES = 8;
const FUNCTION_TYPE = 0x60;
const Op = { call: 0x10, drop: 0x1a, end: 0x0b } as const;

export function asCommand(wasm: Uint8Array): AsCommand {
  try {
    const sections = sectionsOf(wasm);
    const exported = exportedFunctions(sections.get(Section.export));
    if (exported.has('_start')) return { kind: 'command', wasm };
    const run = exported.get('run');
    if (run === undefined) return { kind: 'unusable', why: 'it exports neither _start nor run' };
    const imported = importedFunctionTypes(sections.get(Section.import));
    const types = functionTypes(sections.get(Section.type));
    const defined = indices(sections.get(Section.function));
    const type = types[[...imported, ...defined][run]!];
    if (type === undefined) return { kind: 'unusable', why: 'the type of its export run cannot be read' };
    if (type.parameters > 0) return { kind: 'unusable', why: `its export run takes ${type.parameters} parameters` };
    const body = [0, Op.call, ...u32(run), ...Array<number>(type.results).fill(Op.drop), Op.end];
    const added = new Map([
      [Section.type, [FUNCTION_TYPE, 0, 0]],
      [Section.function, u32(types.length)],
      [Section.export, [...name('_start'), Kind.function, ...u32(imported.length + defined.length)]],
      [Section.code, [...u32(body.length), ...body]],
    ] as [number, number[]][]);
    const parts = [...sections].flatMap(([id, content]) => {
      const item = added.get(id);
      const bytes = item === undefined ? content : withOneMore(content, item);
      return [Uint8Array.of(id), Uint8Array.from(u32(bytes.length)), bytes];
    });
    return { kind: 'command', wasm: Buffer.concat([wasm.subarray(0, PREAMBLE_BYTES), ...parts]) };
  } catch (error) {
    if (error instanceof RangeError) return { kind: 'unusable', why: 'it is cut short or no WebAssembly module' };
    throw error;
  }
}

/** Without custom sections, which some tools cannot read. */
export function withoutCustomSections(wasm: Uint8Array): Uint8Array {
  const parts = [...sectionsOf(wasm)].flatMap(([id, content]) => [
    Uint8Array.of(id),
    Uint8Array.from(u32(content.length)),
    content,
  ]);
  return Buffer.concat([wasm.subarray(0, PREAMBLE_BYTES), ...parts]);
}

/**
 * Contents by section number, in the order of the module; custom sections, which say nothing that runs, are left out.
 *
 * @throws RangeError when it is no module, or cut short
 */
function sectionsOf(wasm: Uint8Array): Map<number, Uint8Array> {
  if (MAGIC.some((byte, i) => wasm[i] !== byte)) throw new RangeError('no module');
  const reader = new Reader(wasm.subarray(PREAMBLE_BYTES));
  const sections = new Map<number, Uint8Array>();
  while (!reader.atEnd) {
    const id = reader.u8();
    const content = reader.take(reader.u32());
    if (id !== 0) sections.set(id, content);
  }
  return sections;
}

class Reader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  /** @throws RangeError at the end */
  u8(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new RangeError('unexpected end');
    return byte;
  }

  u32(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.u8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  take(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new RangeError('unexpected end');
    return this.#bytes.subarray(this.#at, (this.#at = end));
  }

  name(): string {
    return new TextDecoder().decode(this.take(this.u32()));
  }

  list<T>(item: () => T): T[] {
    return Array.from({ length: this.u32() }, item);
  }
}

const readerOf = (section: Uint8Array | undefined): Reader => new Reader(section ?? Uint8Array.of(0));

function exportedFunctions(section: Uint8Array | undefined): Map<string, number> {
  const reader = readerOf(section);
  const all = reader.list(() => ({ name: reader.name(), kind: reader.u8(), index: reader.u32() }));
  return new Map(all.filter(({ kind }) => kind === Kind.function).map(({ name, index }) => [name, index]));
}

function functionTypes(section: Uint8Array | undefined): { parameters: number; results: number }[] {
  const reader = readerOf(section);
  return reader.list(() => {
    if (reader.u8() !== FUNCTION_TYPE) throw new RangeError('a type that is no function type');
    return { parameters: reader.take(reader.u32()).length, results: reader.take(reader.u32()).length };
  });
}

function indices(section: Uint8Array | undefined): number[] {
  const reader = readerOf(section);
  return reader.list(() => reader.u32());
}

/** The type of each imported function; what else is imported is only walked over. */
function importedFunctionTypes(section: Uint8Array | undefined): number[] {
  const reader = readerOf(section);
  const limits = (): void => {
    const hasMaximum = (reader.u8() & 1) === 1;
    reader.u32();
    if (hasMaximum) reader.u32();
  };
  return reader
    .list(() => {
      reader.name();
      reader.name();
      const kind = reader.u8();
      if (kind === Kind.function) return reader.u32();
      if (kind === Kind.table || kind === Kind.global || kind === Kind.tag) reader.u8();
      if (kind === Kind.table || kind === Kind.memory) limits();
      if (kind === Kind.global) reader.u8();
      if (kind === Kind.tag) reader.u32();
      return null;
    })
    .filter((type) => type !== null);
}

function withOneMore(section: Uint8Array, item: readonly number[]): Uint8Array {
  const reader = new Reader(section);
  const count = reader.u32();
  const items = section.subarray(u32Length(section));
  return Uint8Array.from([...u32(count + 1), ...items, ...item]);
}

const u32Length = (bytes: Uint8Array): number => bytes.findIndex((byte) => byte < 0x80) + 1;

function u32(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= 7) {
    if (rest < 0x80) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

function name(text: string): number[] {
  const bytes = [...new TextEncoder().encode(text)];
  return [...u32(bytes.length), ...bytes];
}
