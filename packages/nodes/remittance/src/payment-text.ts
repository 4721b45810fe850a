import { paymentMalformed } from './errors.ts';

const SPELLED: Readonly<Record<string, string>> = {
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ẞ: 'SS',
  Æ: 'AE',
  æ: 'ae',
  Ø: 'O',
  ø: 'o',
  Œ: 'OE',
  œ: 'oe',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  Þ: 'Th',
  þ: 'th',
  Ð: 'D',
  ð: 'd',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  '&': '+',
  _: '-',
};

/** The letters that every SEPA bank takes (EPC217-08). */
const ALLOWED = /^[A-Za-z0-9/\-?:().,'+ ]+$/;

/**
 * A name as banks take it: accents are left off, umlauts and ligatures are spelled out, runs of spaces become one
 * (EPC217-08, best practices on characters); cut to `lengthMax`. For names only: a reference must not change.
 *
 * @throws RemittanceError `PAYMENT_MALFORMED` when nothing is left or a letter has no Latin form here.
 */
export function nameText(name: string, lengthMax: number): string {
  const text = Array.from(name.normalize('NFC'), (character) => SPELLED[character] ?? character)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, lengthMax)
    .trimEnd();
  return refusedUnlessPlain(text, name);
}

/**
 * A reference exactly as given: nothing is replaced and nothing cut, because the authority books by it.
 *
 * @throws RemittanceError `PAYMENT_MALFORMED`
 */
export function referenceText(reference: string, lengthMax: number): string {
  if (reference.length > lengthMax) {
    throw paymentMalformed(
      `The reference "${reference}" has ${reference.length} characters; at most ${lengthMax} can be sent.`,
      'Give the short form that the authority asks for.',
    );
  }
  return refusedUnlessPlain(reference, reference);
}

/** Slashes at an end or in pairs are field marks in older formats; the schemes refuse them. */
function refusedUnlessPlain(text: string, given: string): string {
  if (!ALLOWED.test(text) || /^\/|\/$|\/\//.test(text) || text.trim() !== text) {
    throw paymentMalformed(
      `"${given}" cannot be written in a payment.`,
      "Use Latin letters, digits, spaces and / - ? : ( ) . , ' + only, without a slash at an end or two in a row.",
    );
  }
  return text;
}
