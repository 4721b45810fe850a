import { type Fault, GristmillError } from '@gristmill/protocol';

/** Every code that `@gristmill/remittance` raises of its own. */
export type RemittanceErrorCode =
  | 'OBLIGATION_YEAR_MISMATCH'
  | 'OBLIGATION_LINE_MISSING'
  | 'ASSET_TOO_COARSE'
  | 'REMITTANCE_JOURNAL_MALFORMED'
  | 'REMITTANCE_UNACCOUNTED'
  | 'PAYMENT_ON_ANOTHER_RAIL'
  | 'PAYMENT_MALFORMED'
  | 'BANK_DATE_MALFORMED'
  | 'BANK_XML_REFUSED'
  | 'BANK_FILE_MALFORMED'
  | 'BANK_ENTRY_UNKNOWN'
  | 'FORM_LINE_MISSING'
  | 'FORM_MALFORMED'
  | 'FORM_EDITION_UNKNOWN'
  | 'FORM_FIGURES_MALFORMED'
  | 'VAT_RETURN_INVALID';

export class RemittanceError extends GristmillError {
  override readonly name = 'RemittanceError';

  constructor(code: RemittanceErrorCode, message: string, hint: string, fault: Fault = 'configuration') {
    super(code, message, { hint, fault });
  }
}

/** `PAYMENT_MALFORMED`: something that a payment file cannot say, found before anything is written. */
export function paymentMalformed(message: string, hint: string): RemittanceError {
  return new RemittanceError('PAYMENT_MALFORMED', message, hint);
}
