import { sha256 } from '@noble/hashes/sha2.js';

const DOMAIN = new TextEncoder().encode('gristmill/random/1');
const BLOCK_BYTES = 32;

/**
 * A task's random bytes: block `i` is SHA-256("gristmill/random/1" || u32le(seed length) || seed || u64le(i)), blocks in
 * order from 0 (a hash in counter mode). The same seed gives the same bytes everywhere.
 */
export class SeededRandom {
  readonly #seeded;
  #counter = 0n;
  #block = new Uint8Array(0);

  constructor(seed: Uint8Array) {
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, seed.length, true);
    this.#seeded = sha256.create().update(DOMAIN).update(length).update(seed);
  }

  fillBytes(target: Uint8Array): void {
    let filled = 0;
    while (filled < target.length) {
      if (this.#block.length === 0) this.#block = this.#nextBlock();
      const taken = this.#block.subarray(0, target.length - filled);
      target.set(taken, filled);
      filled += taken.length;
      this.#block = this.#block.subarray(taken.length);
    }
  }

  #nextBlock(): Uint8Array<ArrayBuffer> {
    const counter = new Uint8Array(8);
    new DataView(counter.buffer).setBigUint64(0, this.#counter++, true);
    const block = new Uint8Array(BLOCK_BYTES);
    block.set(this.#seeded.clone().update(counter).digest());
    return block;
  }
}
