/** Major types of RFC 8949 whose argument is the length of a payload that follows. */
const BYTES = 2;
const TEXT = 3;

/**
 * Whether CBOR bytes hold more than `itemsMax` data items, by their heads alone. An item takes one byte on the wire and a
 * hundred in memory, so bytes by themselves bound neither the time nor the memory that decoding takes. Of bytes that are no
 * CBOR it says something or other: the decoder refuses them.
 */
export function holdsMoreItems(encoded: Uint8Array, itemsMax: number): boolean {
  let at = 0;
  for (let items = 0; at < encoded.length; items += 1) {
    if (items === itemsMax) return true;
    const type = encoded[at]! >> 5;
    const information = encoded[at]! & 31;
    at += 1;
    let argument = information;
    if (information >= 24) {
      argument = 0;
      // 24 to 27 announce 1, 2, 4 or 8 bytes.
      for (const end = at + 2 ** (information - 24); at < end; at += 1) argument = argument * 256 + (encoded[at] ?? 0);
    }
    if (type === BYTES || type === TEXT) at += argument;
  }
  return false;
}
