import { paymentMalformed } from './errors.ts';

/** Lengths of the IBANs of the countries and territories in the SEPA schemes (SWIFT IBAN registry). */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AL: 28,
  AT: 20,
  BE: 16,
  BG: 22,
  CH: 21,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  EE: 20,
  ES: 24,
  FI: 18,
  FR: 27,
  GB: 22,
  GI: 23,
  GR: 27,
  HR: 21,
  HU: 28,
  IE: 22,
  IS: 26,
  IT: 27,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  NL: 18,
  NO: 15,
  PL: 28,
  PT: 25,
  RO: 24,
  RS: 22,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  VA: 22,
};

/**
 * An IBAN without spaces, in capitals, its check digits and its country's length right (ISO 13616, ISO 7064 MOD 97-10).
 *
 * @throws RemittanceError `PAYMENT_MALFORMED`
 */
export function parseIban(text: string): string {
  const iban = text.replace(/ /g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) || LENGTHS[iban.slice(0, 2)] !== iban.length || !passesMod97(iban)) {
    throw paymentMalformed(`"${text}" is not an IBAN of a SEPA country.`, 'Copy it from a statement of that account.');
  }
  return iban;
}

/**
 * An RF creditor reference without spaces, its check digits right (ISO 11649).
 *
 * @throws RemittanceError `PAYMENT_MALFORMED`
 */
export function parseCreditorReference(text: string): string {
  const reference = text.replace(/ /g, '').toUpperCase();
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(reference) || !passesMod97(reference)) {
    throw paymentMalformed(`"${text}" is not an RF creditor reference.`, 'Copy it from the notice of the authority.');
  }
  return reference;
}

/** ISO 7064 MOD 97-10 over the text with its first four characters moved to the end; letters count from 10. */
function passesMod97(text: string): boolean {
  let remainder = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
