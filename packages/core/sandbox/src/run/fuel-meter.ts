import type { WasmGlobal } from '../wasm/engine.ts';
import { FuelExhausted } from './stop.ts';

/** The fuel of one run. What is left lives in a global of the running module, where program and host both count it down. */
export class FuelMeter {
  readonly limit: bigint;
  #left: WasmGlobal;

  constructor(limit: bigint) {
    this.limit = limit;
    this.#left = { value: limit };
  }

  /** Hands the count over to the program. */
  attach(global: WasmGlobal): void {
    global.value = this.left;
    this.#left = global;
  }

  get left(): bigint {
    return this.#left.value as bigint;
  }

  get used(): bigint {
    return this.limit - this.left;
  }

  /** Charges the host's own work before it is done. */
  charge(fuel: bigint): void {
    const left = this.left - fuel;
    this.#left.value = left;
    if (left < 0n) throw new FuelExhausted();
  }
}
