import { GristmillError } from '@gristmill/protocol';

/** Every code that `@gristmill/remittance` raises of its own. */
export type RemittanceErrorCode =
  | 'OBLIGATION_YEAR_MISMATCH'
  | 'OBLIGATION_LINE_MISSING'
  | 'ASSET_TOO_COARSE'
  | 'REMITTANCE_JOURNAL_MALFORMED'
  | 'REMITTANCE_UNACCOUNTED';

export class RemittanceError extends GristmillError {
  override readonly name = 'RemittanceError';

  constructor(code: RemittanceErrorCode, message: string, hint: string) {
    super(code, message, { hint, fault: 'configuration' });
  }
}
