const utf8 = new TextDecoder();

/** The bytes ended, or a number in them is none: what was read until then still holds. */
export class Unreadable extends Error {}

/** Reads the primitives of WebAssembly's binary format between two places of a file. */
export class ByteCursor {
  readonly bytes: Uint8Array;
  readonly end: number;
  position: number;

  constructor(bytes: Uint8Array, position: number, end: number) {
    this.bytes = bytes;
    this.position = position;
    this.end = Math.min(end, bytes.length);
  }

  get isDone(): boolean {
    return this.position >= this.end;
  }

  u8(): number {
    if (this.position >= this.end) throw new Unreadable('unexpected end');
    return this.bytes[this.position++]!;
  }

  /** An unsigned LEB128; exact up to 2^53, which no count or index in a file comes near. */
  unsigned(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 70; factor *= 128) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
    throw new Unreadable('a number of more than ten bytes');
  }

  /** A signed LEB128 of at most 33 bits, as block types and heap types are written. */
  signed33(): number {
    let value = 0;
    for (let factor = 1; factor < 2 ** 35; factor *= 128) {
      const byte = this.u8();
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return byte >= 0x40 ? value - 128 * factor : value;
    }
    throw new Unreadable('a number of more than five bytes');
  }

  skip(count: number): void {
    if (count > this.end - this.position) throw new Unreadable('unexpected end');
    this.position += count;
  }

  name(): string {
    const length = this.unsigned();
    const start = this.position;
    this.skip(length);
    return utf8.decode(this.bytes.subarray(start, this.position));
  }
}
