import { GristmillError } from '@gristmill/protocol';

export type InvalidModuleCode =
  /** The bytes are not a valid WebAssembly module. */
  | 'MODULE_MALFORMED'
  /** A WebAssembly feature outside profile `gristmill-1`; the message names it and its byte offset. */
  | 'MODULE_FEATURE_REFUSED'
  /** An import that the sandbox does not offer, or offers with another type; the message names it. */
  | 'MODULE_IMPORT_REFUSED'
  /** No exported function `_start` without parameters and results. */
  | 'MODULE_NO_ENTRY'
  /** Larger in some way than every engine takes; the message names the way and the most allowed. */
  | 'MODULE_TOO_LARGE';

/** A module that can never run here. The module's author can mend it; trying again or elsewhere cannot. */
export class InvalidModule extends GristmillError {
  override readonly name = 'InvalidModule';
  declare readonly code: InvalidModuleCode;
  /** Where in the module it was found, in bytes from its start; null when it is about the module as a whole. */
  readonly offset: number | null;

  constructor(
    code: InvalidModuleCode,
    message: string,
    { offset = null, ...options }: { hint: string; offset?: number | null; cause?: unknown },
  ) {
    super(code, message, options);
    this.offset = offset;
  }
}
