/** Runs up to this long are copied faster one by one than through a view of them. */
const SHORT_BYTES = 64;

/** An append-only byte buffer that speaks LEB128. */
export class ByteWriter {
  #bytes: Uint8Array<ArrayBuffer>;
  length = 0;

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity);
  }

  #reserve(count: number): void {
    if (this.length + count <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + count));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }

  u8(byte: number): void {
    if (this.length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.length++] = byte;
  }

  u32(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.u8((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 128);
    }
    this.u8(rest);
  }

  /** A signed LEB128 of an integer that a double holds exactly. */
  signed(value: number): void {
    if (value >= -64 && value < 64) return this.u8(value & 0x7f);
    let rest = value;
    for (;;) {
      const low = ((rest % 128) + 128) % 128;
      rest = (rest - low) / 128;
      if ((rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40)) return this.u8(low);
      this.u8(low | 0x80);
    }
  }

  name(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.u32(bytes.length);
    this.append(bytes, 0, bytes.length);
  }

  append(bytes: Uint8Array, start: number, end: number): void {
    const count = end - start;
    if (this.length + count > this.#bytes.length) this.#reserve(count);
    const own = this.#bytes;
    if (count > SHORT_BYTES) {
      own.set(bytes.subarray(start, end), this.length);
    } else {
      for (let from = start, to = this.length; from < end; from++, to++) own[to] = bytes[from]!;
    }
    this.length += count;
  }

  appendWriter(other: ByteWriter, start = 0, end = other.length): void {
    this.append(other.#bytes, start, end);
  }

  clear(): void {
    this.length = 0;
  }

  /** What is written so far, in place: good until the next byte is written. */
  view(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.length);
  }
}
