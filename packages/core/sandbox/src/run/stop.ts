/** Thrown through the program by the host to end it; the program cannot catch any of these. */
export abstract class Stop extends Error {}

/** `proc_exit`. */
export class ProcessExit extends Stop {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super(`exit ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/** The host's own work would cost more than the fuel left. */
export class FuelExhausted extends Stop {}

/** A limit other than fuel, by its name in `Limits`. */
export class LimitReached extends Stop {
  readonly limit: 'outputBytes' | 'memoryPages' | 'stackDepth';

  constructor(limit: LimitReached['limit']) {
    super(limit);
    this.limit = limit;
  }
}
