import type { WasmMemory } from '../wasm/engine.ts';
import { Errno, WasiError } from './errno.ts';

/** A task's linear memory as the host reads and writes it: every access outside it is errno `fault`. */
export class GuestMemory {
  readonly #memory: WasmMemory;
  #view: DataView<ArrayBuffer>;

  constructor(memory: WasmMemory) {
    this.#memory = memory;
    this.#view = new DataView(memory.buffer);
  }

  #at(address: number, bytes: number): DataView<ArrayBuffer> {
    // The buffer is another one after the memory has grown.
    if (this.#view.buffer !== this.#memory.buffer) this.#view = new DataView(this.#memory.buffer);
    if (address + bytes > this.#view.byteLength) throw new WasiError(Errno.fault);
    return this.#view;
  }

  getU8 = (address: number): number => this.#at(address, 1).getUint8(address);
  getU16 = (address: number): number => this.#at(address, 2).getUint16(address, true);
  getU32 = (address: number): number => this.#at(address, 4).getUint32(address, true);
  getU64 = (address: number): bigint => this.#at(address, 8).getBigUint64(address, true);
  setU8 = (address: number, value: number): void => this.#at(address, 1).setUint8(address, value);
  setU16 = (address: number, value: number): void => this.#at(address, 2).setUint16(address, value, true);
  setU32 = (address: number, value: number): void => this.#at(address, 4).setUint32(address, value, true);
  setU64 = (address: number, value: bigint): void => this.#at(address, 8).setBigUint64(address, value, true);

  /** A live view; use it before the program runs again. */
  bytes(address: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#at(address, length).buffer, address, length);
  }
}
