import type { OutputBudget } from './output-budget.ts';

/** Bytes a task writes to stdout or stderr, kept in memory within the task's budget. */
export class OutputStream {
  readonly #budget: OutputBudget;
  #bytes = new Uint8Array(256);
  #length = 0;

  constructor(budget: OutputBudget) {
    this.#budget = budget;
  }

  write(bytes: Uint8Array): void {
    this.#budget.take(bytes.length);
    const length = this.#length + bytes.length;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(length, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }
}
