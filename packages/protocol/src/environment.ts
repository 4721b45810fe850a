/** Time, as an argument: the system's in production, simulated in tests. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Resolves after `ms`, or at once when `signal` aborts (it never rejects: look at the signal). */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** Randomness, as an argument: the system's in production, seeded in tests. */
export interface Random {
  bytes(length: number): Uint8Array;
}
