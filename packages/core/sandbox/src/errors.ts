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

  // oxlint-disable-next-line no-useless-constructor -- it narrows the type of `code`
  constructor(code: InvalidModuleCode, message: string, options: { hint: string; cause?: unknown }) {
    super(code, message, options);
  }
}
