import { type Agreement, parseAgreement } from '@gristmill/agreements';
import { readNamedFile } from '../input.ts';

/** What a file holds as text; `-` is standard input. @throws GristmillError `FILE_UNREADABLE` */
export async function readText(file: string): Promise<string> {
  return new TextDecoder().decode(await readNamedFile(file));
}

/**
 * An agreement in core JSON: a contract, or `{ "contract", "state" }`.
 *
 * @throws GristmillError `FILE_UNREADABLE`; TermsError `TERMS_MALFORMED`, `TERMS_DUPLICATE_KEY`, `TERMS_TOO_LARGE`,
 *   `TERMS_TOO_DEEP`
 */
export async function readAgreement(file: string): Promise<Agreement> {
  return parseAgreement(await readText(file));
}
