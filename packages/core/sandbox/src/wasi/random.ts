import { sha256 } from '@noble/hashes/sha2.js';
import { chacha20Block } from './chacha20.ts';

const DOMAIN = new TextEncoder().encode('gristmill/random/1');
const NONCE = new Uint8Array(12);

/**
 * A task's random bytes: the key stream of ChaCha20 (RFC 8439) from block 0 on, under the key
 * SHA-256("gristmill/random/1" || u32le(seed length) || seed) and a nonce of zeros. The same seed gives the same bytes
 * everywhere. What one execution can pay for ends long before the 256 GiB after which the blocks begin again.
 */
export class SeededRandom {
  readonly #key: Uint8Array;
  #counter = 0;
  #block = new Uint8Array(0);

  constructor(seed: Uint8Array) {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, seed.length, true);
    this.#key = sha256.create().update(DOMAIN).update(length).update(seed).digest();
  }

  fillBytes(target: Uint8Array): void {
    let filled = 0;
    while (filled < target.length) {
      if (this.#block.length === 0) this.#block = chacha20Block(this.#key, NONCE, this.#counter++);
      const taken = this.#block.subarray(0, target.length - filled);
      target.set(taken, filled);
      filled += taken.length;
      this.#block = this.#block.subarray(taken.length);
    }
  }
}
