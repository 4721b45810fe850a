import { GristmillError } from '@gristmill/protocol';

/** Terms, a state or transactions from outside that cannot be read; `path` is where, as in `$.when[0].case.deposits`. */
export class TermsError extends GristmillError {
  override readonly name = 'TermsError';
  readonly path: string;

  constructor(
    code: 'TERMS_MALFORMED' | 'TERMS_TOO_LARGE' | 'TERMS_TOO_DEEP' | 'TERMS_DUPLICATE_KEY',
    path: string,
    problem: string,
    hint: string,
  ) {
    super(code, `${path}: ${problem}`, { hint });
    this.path = path;
  }
}

/** A term that the builder or a template refuses, because nobody could mean it. */
export function refusedTerm(code: string, message: string, hint: string): GristmillError {
  return new GristmillError(code, message, { hint });
}
