/**
 * Reads and writes as much of the binary format as the runner must: https://webassembly.github.io/spec/core/binary
 * It meets only modules that are about to be checked by the sandbox, and throws whatever it cannot follow.
 */
export class BytesReader {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  get atEnd(): boolean {
    return this.position >= this.bytes.length;
  }

  u8(): number {
    const byte = this.bytes[this.position];
    if (byte === undefined) throw new RangeError(`The module ends at byte ${this.position}.`);
    this.position += 1;
    return byte;
  }

  /** An unsigned number of up to 64 bits (memory64 has such); the sandbox is who checks its range. */
  u32(): number {
    let value = 0;
    for (let scale = 1; scale <= 2 ** 63; scale *= 128) {
      const byte = this.u8();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
    throw new RangeError(`A number is too long at byte ${this.position}.`);
  }

  take(length: number): Uint8Array {
    if (this.position + length > this.bytes.length)
      throw new RangeError(`The module ends before byte ${this.position + length}.`);
    this.position += length;
    return this.bytes.subarray(this.position - length, this.position);
  }

  /** The bytes that `read` passes over. */
  span(read: () => void): Uint8Array {
    const start = this.position;
    read();
    return this.bytes.subarray(start, this.position);
  }

  name(): string {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.take(this.u32()));
  }

  list<T>(read: () => T): T[] {
    return Array.from({ length: this.u32() }, read);
  }
}

export function u32(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
  return [...bytes, rest];
}

export function nameBytes(name: string): number[] {
  const bytes = Buffer.from(name);
  return [...u32(bytes.length), ...bytes];
}

export const SectionId = {
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
/** Exceptions' section of tags; the sandbox refuses it. */
const TAG_SECTION = 13;
const ORDER = [1, 2, 3, 4, 5, TAG_SECTION, 6, 7, 8, 9, 12, 10, 11];

export const Kind = { function: 0, table: 1, memory: 2, global: 3 } as const;

/** A module's sections by id: each at most once and in order, or this throws. Custom sections are left out. */
export function readSections(bytes: Uint8Array): Map<number, Uint8Array> {
  const reader = new BytesReader(bytes);
  if (![0x00, 0x61, 0x73, 0x6d, 0x01, 0, 0, 0].every((byte) => reader.u8() === byte)) {
    throw new RangeError('This is no module.');
  }
  const sections = new Map<number, Uint8Array>();
  let place = -1;
  while (!reader.atEnd) {
    const id = reader.u8();
    const content = reader.take(reader.u32());
    if (id === SectionId.custom) continue;
    const next = ORDER.indexOf(id);
    if (next <= place) throw new RangeError(`Section ${id} is unknown or out of order.`);
    place = next;
    sections.set(id, content);
  }
  return sections;
}

export function writeModule(sections: ReadonlyMap<number, Uint8Array>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [Uint8Array.of(0x00, 0x61, 0x73, 0x6d, 0x01, 0, 0, 0)];
  for (const id of ORDER) {
    const content = sections.get(id);
    if (content !== undefined) parts.push(Uint8Array.from([id, ...u32(content.length)]), content);
  }
  return Uint8Array.from(Buffer.concat(parts));
}

/** The items of a section that is a list, each as its bytes. */
export function itemsOf(section: Uint8Array | undefined, readItem: (reader: BytesReader) => void): Uint8Array[] {
  if (section === undefined) return [];
  const reader = new BytesReader(section);
  const items = reader.list(() => reader.span(() => readItem(reader)));
  if (!reader.atEnd) throw new RangeError('A section is longer than its items.');
  return items;
}

/** Items as a section; nothing when there are none. */
export function sectionOf(items: readonly Uint8Array[]): Uint8Array | undefined {
  return items.length === 0
    ? undefined
    : Uint8Array.from(Buffer.concat([Uint8Array.from(u32(items.length)), ...items]));
}
