import { LimitReached } from './stop.ts';

/** What stdout, stderr and files together may still grow by. */
export class OutputBudget {
  #left: number;

  constructor(bytesMax: number) {
    this.#left = bytesMax;
  }

  take(bytes: number): void {
    if (bytes > this.#left) throw new LimitReached('outputBytes');
    this.#left -= bytes;
  }

  giveBack(bytes: number): void {
    this.#left += bytes;
  }
}
