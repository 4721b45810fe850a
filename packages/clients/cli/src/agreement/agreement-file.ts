import { type Agreement, parseAgreement } from '@gristmill/agreements';
import { readText } from '../input.ts';

/**
 * An agreement in core JSON: a contract, or `{ "contract", "state" }`.
 *
 * @throws GristmillError `FILE_UNREADABLE`; TermsError `TERMS_MALFORMED`, `TERMS_DUPLICATE_KEY`, `TERMS_TOO_LARGE`,
 *   `TERMS_TOO_DEEP`
 */
export async function readAgreement(file: string): Promise<Agreement> {
  return parseAgreement(await readText(file));
}
