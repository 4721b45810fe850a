const BLOCK_BYTES = 64;
/** "expand 32-byte k", as little-endian words. */
const CONSTANTS = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];
const DOUBLE_ROUNDS = 10;
/** The words that each quarter round mixes: the columns, then the diagonals. */
const QUARTERS = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

const rotateLeft = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));

/**
 * A block of ChaCha20's key stream: 64 bytes for a key of 32 bytes and a nonce of 12.
 *
 * Source: RFC 8439, section 2.3 (https://www.rfc-editor.org/rfc/rfc8439#section-2.3).
 */
export function chacha20Block(key: Uint8Array, nonce: Uint8Array, counter: number): Uint8Array<ArrayBuffer> {
  const start = new Uint32Array([...CONSTANTS, ...words(key), counter, ...words(nonce)]);
  const state = start.slice();
  const mix = (a: number, b: number, d: number, bits: number): void => {
    state[a] = state[a]! + state[b]!;
    state[d] = rotateLeft(state[d]! ^ state[a], bits);
  };
  for (let round = 0; round < DOUBLE_ROUNDS; round++) {
    for (const [a, b, c, d] of QUARTERS) {
      mix(a, b, d, 16);
      mix(c, d, b, 12);
      mix(a, b, d, 8);
      mix(c, d, b, 7);
    }
  }
  const block = new Uint8Array(BLOCK_BYTES);
  const view = new DataView(block.buffer);
  for (const [i, word] of state.entries()) view.setUint32(4 * i, word + start[i]!, true);
  return block;
}

function words(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true));
}
