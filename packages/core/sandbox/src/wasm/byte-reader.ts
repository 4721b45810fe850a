import { InvalidModule } from '../errors.ts';

/** A byte offset as messages show it. */
export const hexOffset = (offset: number): string => `0x${offset.toString(16)}`;

export function malformed(offset: number, what: string): InvalidModule {
  return new InvalidModule(
    'MODULE_MALFORMED',
    `Not a valid WebAssembly module: ${what} at byte ${hexOffset(offset)}.`,
    {
      offset,
      hint: 'Check that the file is a whole, unchanged WebAssembly binary (magic bytes 00 61 73 6d, version 1).',
    },
  );
}

export function featureRefused(feature: string, offset: number): InvalidModule {
  return new InvalidModule(
    'MODULE_FEATURE_REFUSED',
    `The module uses ${feature} at byte ${hexOffset(offset)}, which profile gristmill-1 does not run.`,
    { offset, hint: 'Compile for WebAssembly 2.0 (SIMD, bulk memory, reference types) without this feature.' },
  );
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads the binary format's primitives; every read is bounds-checked and every number has exactly one range. */
export class ByteReader {
  readonly bytes: Uint8Array;
  position: number;
  readonly end: number;

  constructor(bytes: Uint8Array, position = 0, end = bytes.length) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  u8(): number {
    if (this.position >= this.end) throw malformed(this.position, 'unexpected end');
    return this.bytes[this.position++]!;
  }

  skip(count: number): void {
    if (count > this.end - this.position) throw malformed(this.position, 'unexpected end');
    this.position += count;
  }

  u32(): number {
    const first = this.bytes[this.position]!;
    if (first < 0x80 && this.position < this.end) {
      this.position++;
      return first;
    }
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.u8();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    const last = this.u8();
    if (last <= 0x0f) return value + last * 2 ** 28;
    throw malformed(this.position - 1, 'a number that does not fit 32 bits');
  }

  /** A signed LEB128 of up to `bits` bits, skipped; the value itself is nothing the rewriter needs. */
  skipSigned(bits: 32 | 64): void {
    if (this.bytes[this.position]! < 0x80 && this.position < this.end) {
      this.position++;
      return;
    }
    const bytesMax = bits === 32 ? 5 : 10;
    for (let i = 0; i < bytesMax; i++) {
      const byte = this.u8();
      if (byte < 0x80) {
        // The last of the longest forms has unused bits; they must repeat the sign.
        const used = bits === 32 ? 4 : 1;
        const unused = byte >> (used - 1);
        if (i === bytesMax - 1 && unused !== 0 && unused !== 0x7f >> (used - 1)) break;
        return;
      }
    }
    throw malformed(this.position - 1, `a number that does not fit ${bits} bits`);
  }

  /** A block type: an s33. Gives the type index, or a negative value type code. */
  blockType(): number {
    const start = this.position;
    const first = this.u8();
    if (first < 0x80) return first < 0x40 ? first : first - 0x80;
    let value = first & 0x7f;
    for (let shift = 7; shift <= 28; shift += 7) {
      const byte = this.u8();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        const signBit = 2 ** (shift + 6);
        return shift < 28 && value >= signBit ? value - 2 * signBit : value;
      }
    }
    throw malformed(start, 'a block type out of range');
  }

  /** The length of a vector; no item is shorter than a byte, so a longer one than what is left is refused at once. */
  count(what: string): number {
    const at = this.position;
    const count = this.u32();
    if (count > this.end - this.position) throw malformed(at, `${count} ${what}, more than the bytes left`);
    return count;
  }

  name(): string {
    const at = this.position;
    const length = this.count('bytes of a name');
    const start = this.position;
    this.skip(length);
    try {
      return utf8.decode(this.bytes.subarray(start, this.position));
    } catch {
      throw malformed(at, 'a name that is not UTF-8');
    }
  }
}
