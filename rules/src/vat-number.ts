import { VAT_NUMBER_RULES, type VatNumberCountry, type VatNumberRule } from './vat-number-rules.ts';

/** `number` is without its country prefix and without separators, as far as it could be read. */
export type VatNumberCheck =
  | { valid: true; country: VatNumberCountry; number: string; reason: null }
  | {
      valid: false;
      country: VatNumberCountry | null;
      number: string;
      reason: 'unknown-country' | 'wrong-format' | 'wrong-check-digit';
    };

/** What people write between the parts of a number: white space, dots, slashes, brackets and kinds of hyphen. */
const SEPARATORS = /[\s.:/()_\-\u00ad\u200b\u2010-\u2015\u2212\u00b7]+/g;

/** Longer than any number with all its separators; nothing beyond it is looked at. */
const TEXT_LENGTH_MAX = 64;

/**
 * Whether a VAT number with its country prefix is well formed and its check digits are right: the 27 member states, `XI`
 * (Northern Ireland), `GB`, `NO` and `CH`, and the numbers of the non-Union and import schemes, `EU` and `IM`. Greece is
 * `EL` and is also read as `GR`. It says nothing about whether the number was issued to anyone: only VIES and the
 * registers know. The sources stand with each rule. It never throws.
 */
export function checkVatNumber(text: string): VatNumberCheck {
  if (text.length > TEXT_LENGTH_MAX) return { valid: false, country: null, number: '', reason: 'wrong-format' };
  const compact = text.replace(SEPARATORS, '').toUpperCase();
  const prefix = compact.startsWith('GR') ? 'EL' : compact.slice(0, 2);
  const rest = compact.slice(2);
  if (!isCountry(prefix)) return { valid: false, country: null, number: compact, reason: 'unknown-country' };

  const { forms, completed = (written) => written }: VatNumberRule = VAT_NUMBER_RULES[prefix];
  const number = completed(rest);
  const written = forms.filter(({ pattern }) => pattern.test(number));
  if (written.length === 0) return { valid: false, country: prefix, number, reason: 'wrong-format' };
  if (written.some((form) => form.passes(number))) return { valid: true, country: prefix, number, reason: null };
  return { valid: false, country: prefix, number, reason: 'wrong-check-digit' };
}

function isCountry(prefix: string): prefix is VatNumberCountry {
  return Object.hasOwn(VAT_NUMBER_RULES, prefix);
}
