/** Whose move it is when something fails; taxonomy after golem-js's GolemError. */
export type Fault = 'user' | 'configuration' | 'peer' | 'platform' | 'timeout' | 'internal';

export interface GristmillErrorOptions {
  /** What the reader can do about it, as one sentence in the imperative. */
  hint: string;
  fault?: Fault;
  cause?: unknown;
}

/**
 * The one base class of every error Gristmill raises on purpose.
 * `code` is stable (scripts match on it); `message` says what was wrong with the values in it; `hint` says what to do.
 */
export class GristmillError extends Error {
  override readonly name: string = 'GristmillError';
  readonly code: string;
  readonly hint: string;
  readonly fault: Fault;

  constructor(code: string, message: string, { hint, fault = 'user', cause }: GristmillErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
    this.fault = fault;
  }

  /** The shape that `--json` prints and the HTTP API answers: `{ code, message, hint }`. */
  toJSON(): { code: string; message: string; hint: string } {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}

/** Any thrown value as a GristmillError: what is not ours becomes `INTERNAL`, with its cause kept. */
export function asGristmillError(error: unknown): GristmillError {
  if (error instanceof GristmillError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new GristmillError('INTERNAL', message, {
    hint: 'This is a defect in Gristmill; please report it with the command and its output.',
    fault: 'internal',
    cause: error,
  });
}
