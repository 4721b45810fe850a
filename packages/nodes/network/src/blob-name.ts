import type { Cid } from '@gristmill/protocol';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';
const DIGEST_BYTES = 32;

/**
 * The sha-256 digest that a name carries: the last 32 bytes of a CIDv1 in base32 (RFC 4648, lower case, no padding,
 * multibase prefix `b`), whatever its codec. It lets content be hashed while it arrives.
 */
export function digestOf(name: Cid): Uint8Array {
  const decoded: number[] = [];
  let bits = 0;
  let bitCount = 0;
  for (const letter of name.slice(1)) {
    bits = ((bits << 5) | BASE32.indexOf(letter)) & 0xfff;
    bitCount += 5;
    if (bitCount >= 8) {
      bitCount -= 8;
      decoded.push((bits >>> bitCount) & 0xff);
    }
  }
  return Uint8Array.from(decoded.slice(-DIGEST_BYTES));
}
