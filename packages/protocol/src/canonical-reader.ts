const SHORT_TEXT_BYTES_MAX = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads one value in canonical dag-cbor (https://ipld.io/specs/codecs/dag-cbor/spec/, section "Strictness"), and nothing
 * else: of all byte strings that could mean a value, only the one that `@ipld/dag-cbor` writes.
 *
 * That package itself reads more (keys in any order, short floats, text that is not UTF-8, `undefined`), and takes a byte
 * order mark off the front of a text: what comes out then has another name than what went in, and its signature fails.
 * Reading with it and writing again to compare would still lose such texts, takes four times as long, and needs a second
 * parser to bound the items first. Links (tag 42) are refused: here content is named by a CID in text.
 *
 * @throws Error, or RangeError when it is nested too deeply, that says what is wrong at which byte.
 */
export function readCanonical(encoded: Uint8Array, itemsMax: number): unknown {
  const reader = new CanonicalReader(encoded, itemsMax);
  const value = reader.value();
  reader.end();
  return value;
}

class CanonicalReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #itemsMax: number;
  #items = 0;
  #at = 0;

  constructor(bytes: Uint8Array, itemsMax: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#itemsMax = itemsMax;
  }

  value(): unknown {
    switch (this.#majorType()) {
      case 0:
        return this.#argument();
      case 1: {
        const argument = this.#argument();
        const negative = -1 - Number(argument);
        return Number.isSafeInteger(negative) ? negative : -1n - BigInt(argument);
      }
      case 2: {
        const start = this.#skip(this.#length(1));
        return this.#bytes.slice(start, this.#at);
      }
      case 3:
        return this.#text();
      case 4: {
        const list: unknown[] = [];
        for (let rest = this.#length(1); rest > 0; rest -= 1) list.push(this.value());
        return list;
      }
      case 5:
        return this.#map();
      case 7:
        return this.#simple();
      default:
        throw this.#wrong('a tag');
    }
  }

  end(): void {
    if (this.#at < this.#bytes.length) throw this.#wrong('more after the value');
  }

  /** Of the item that begins here; it counts. */
  #majorType(): number {
    this.#items += 1;
    if (this.#items > this.#itemsMax) throw this.#wrong(`more than ${this.#itemsMax} items`);
    const byte = this.#bytes[this.#at];
    if (byte === undefined) throw this.#wrong('the end');
    return byte >> 5;
  }

  /** Moves on, and gives the place before. */
  #skip(bytes: number): number {
    const start = this.#at;
    if (bytes > this.#bytes.length - start) throw this.#wrong('the end');
    this.#at += bytes;
    return start;
  }

  /** The number in a head, which must be in its shortest form. */
  #argument(): number | bigint {
    const minor = this.#bytes[this.#skip(1)]! & 31;
    if (minor < 24) return minor;
    if (minor > 27) throw this.#wrong('a head without a number');
    const start = this.#skip(2 ** (minor - 24));
    const [value, leastValue] =
      minor === 24
        ? [this.#view.getUint8(start), 24]
        : minor === 25
          ? [this.#view.getUint16(start), 2 ** 8]
          : minor === 26
            ? [this.#view.getUint32(start), 2 ** 16]
            : [this.#view.getBigUint64(start), 2 ** 32];
    if (value < leastValue) throw this.#wrong('a number that is not in its shortest form');
    return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
  }

  /** How many items or bytes follow, each of which takes at least `eachBytesMin`: a short lie cannot ask for much work. */
  #length(eachBytesMin: number): number {
    const length = Number(this.#argument());
    if (length * eachBytesMin > this.#bytes.length - this.#at) throw this.#wrong('more announced than there is');
    return length;
  }

  #text(): string {
    const length = this.#length(1);
    const start = this.#skip(length);
    if (length <= SHORT_TEXT_BYTES_MAX) {
      // Most texts are short names, for which calling the decoder costs more than reading them.
      let text = '';
      for (let i = start; i < this.#at && this.#bytes[i]! < 0x80; i += 1) text += String.fromCharCode(this.#bytes[i]!);
      if (text.length === length) return text;
    }
    try {
      return utf8.decode(this.#bytes.subarray(start, this.#at));
    } catch {
      throw this.#wrong('text that is not UTF-8');
    }
  }

  #map(): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    let before: Uint8Array | undefined;
    for (let rest = this.#length(2); rest > 0; rest -= 1) {
      const start = this.#at;
      if (this.#majorType() !== 3) throw this.#wrong('a key that is not text');
      const key = this.#text();
      const keyBytes = this.#bytes.subarray(start, this.#at);
      if (before !== undefined && !isBefore(before, keyBytes)) throw this.#wrong('a key out of order');
      before = keyBytes;
      const value = this.value();
      // Assigning this one would set the object's prototype instead.
      if (key === '__proto__') {
        Object.defineProperty(map, key, { value, configurable: true, enumerable: true, writable: true });
      } else {
        map[key] = value;
      }
    }
    return map;
  }

  #simple(): boolean | null | number {
    switch (this.#bytes[this.#skip(1)]!) {
      case 0xf4:
        return false;
      case 0xf5:
        return true;
      case 0xf6:
        return null;
      case 0xfb: {
        const value = this.#view.getFloat64(this.#skip(8));
        if (Number.isFinite(value) && !Number.isSafeInteger(value)) return value;
        throw this.#wrong(`the float ${value}`);
      }
      default:
        throw this.#wrong('a float that is not of 64 bits, or a value that dag-cbor does not have');
    }
  }

  #wrong(what: string): Error {
    return new Error(`${what} at byte ${this.#at}`);
  }
}

/** Shorter keys come first, which their heads tell; of one length, by their bytes. */
function isBefore(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    if (a[i] !== b[i]) return a[i]! < b[i]!;
  }
  return a.length < b.length;
}
