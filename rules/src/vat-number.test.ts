import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VAT_NUMBER_RULES } from './vat-number-rules.ts';
import { checkVatNumber } from './vat-number.ts';

/** The samples of the Commission's construction rules, and of the authorities where those came later. */
const SAMPLES = [
  'ATU13585627',
  'BE0428759497',
  'BE1000000021',
  'BG101004508',
  'BG0041010002',
  'CY00532445O',
  'CZ46505334',
  'CZ7103192745',
  'CZ640903926',
  'CZ395601439',
  'DE111111125',
  'DK88146328',
  'EE100207415',
  'EL040127797',
  'ESA0011012B',
  'ESA78304516',
  'ES54362315K',
  'ESX5910266W',
  'FI09853608',
  'FR00300076965',
  'FRK7399859412',
  'HR38192148118',
  'HU21376414',
  'IE8D79739I',
  'IE8473625E',
  'IE3628739UA',
  'IT00000010215',
  'LT213179412',
  'LT290061371314',
  'LU10000356',
  'LV40003521600',
  'LV16117519997',
  'LV32503511782', // the specimen identity card of 2017, without a birth date
  'MT15121333',
  'NL010000446B01',
  'NL000099998B57', // Belastingdienst, sole traders since 2020
  'PL5260001246',
  'PT502757191',
  'RO11198699',
  'SE556188840401',
  'SI15012557',
  'SK4030000007',
  'EU372022452',
  'IM3720000224',
  'GB434031494', // modulus 97
  'GB434031439', // modulus 9755
  'GB434031494001', // a branch
  'GBGD100',
  'GBHA599',
  'XI434031494',
  'NO123456785', // Brønnøysund Register Centre
  'NO974760673MVA', // the centre's own number
  'CHE123456788', // Federal Statistical Office
  'CHE123456788MWST',
];

test.each(SAMPLES)('%s is a number that can have been issued', (text) => {
  expect(checkVatNumber(text)).toEqual({
    valid: true,
    country: text.slice(0, 2),
    number: text.slice(2),
    reason: null,
  });
});

test('every country has a sample', () => {
  expect(new Set(SAMPLES.map((text) => text.slice(0, 2)))).toEqual(new Set(Object.keys(VAT_NUMBER_RULES)));
});

test.each([
  ['  be (0)428.759.497 ', 'BE', '0428759497'],
  ['BE 428 759 497', 'BE', '0428759497'],
  ['GR 040127797', 'EL', '040127797'],
  ['el-40127797', 'EL', '040127797'],
  ['nl 10000446.b01', 'NL', '010000446B01'],
  ['che-123.456.788 mwst', 'CH', 'E123456788MWST'],
  ['ATU\u00a013585627', 'AT', 'U13585627'],
])('%s is read as people write it', (text, country, number) => {
  expect(checkVatNumber(text)).toEqual({ valid: true, country, number, reason: null });
});

describe('what is refused, and why', () => {
  test.each([
    ['', 'unknown-country'],
    ['US123456789', 'unknown-country'],
    ['123456789', 'unknown-country'],
    ['constructor', 'unknown-country'],
    ['__proto__', 'unknown-country'],
    ['D\u0415111111125', 'unknown-country'], // the second letter is Cyrillic
    ['DE011111125', 'wrong-format'], // numbers do not begin with 0
    ['DE DE111111125', 'wrong-format'],
    ['DE\u0661\u0661\u0661\u0661\u0661\u0661\u0661\u0662\u0665', 'wrong-format'], // Arabic-Indic digits
    ['BE 0428,759.497', 'wrong-format'],
    ['BE0028759497', 'wrong-format'],
    ['CY12000139V', 'wrong-format'], // none begins with 12
    ['EE110207418', 'wrong-format'],
    ['GBGD500', 'wrong-format'], // departments end at 499
    ['GBHA499', 'wrong-format'],
    ['IT00000019991', 'wrong-check-digit'],
    ['IT00000012013', 'wrong-format'], // there is no province 201
    ['LT213179422', 'wrong-format'],
    ['NL010000446B00', 'wrong-format'],
    ['EU123022452', 'wrong-format'], // no member state has this number
    ['CZ395601440', null], // nine digits have no check digit
    ['CZ545601439', 'wrong-check-digit'], // but none was born after 1953
    ['CZ7113192745', 'wrong-check-digit'], // month 13
    ['LV16217519997', 'wrong-format'], // month 21
    ['LV31027519997', 'wrong-check-digit'], // 31 February
    ['BG7185279206', 'wrong-check-digit'], // month 85 is no month of any century
    ['LV32503511783', 'wrong-check-digit'],
    ['LV16117519998', 'wrong-check-digit'],
    ['LV31273415882', 'wrong-format'], // month 27, and codes without a birth date begin with 32
    ['SK8563139376', 'wrong-format'], // the third digit is none of 0, 1, 5 and 6
    ['SE556188840402', 'wrong-format'],
    ['GB999999973', 'wrong-check-digit'], // modulus 97 ended before this range
    ['GB100000034', 'wrong-check-digit'], // and modulus 9755 began after this one
    ['GB000000000', 'wrong-check-digit'],
    ['FRA0123456789', 'wrong-check-digit'], // keys with letters are checked too
    ['FR83404833049', 'wrong-check-digit'],
    ['ESP65474207', 'wrong-format'], // public bodies end in a letter
    ['ES54362315L', 'wrong-check-digit'],
    ['DE111111125'.padEnd(1_000_000, ' '), 'wrong-format'],
  ])('%.20s: %s', (text, reason) => {
    expect(checkVatNumber(text).reason).toBe(reason);
  });
});

test('any text gets an answer', () => {
  const prefixes = fc.constantFrom(...Object.keys(VAT_NUMBER_RULES));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.tuple(prefixes, fc.string())), (given) => {
      const { valid, reason } = checkVatNumber(typeof given === 'string' ? given : given.join(''));
      expect(valid).toBe(reason === null);
    }),
  );
});

test('the answer is the same however the number is spaced and cased', () => {
  const separators = fc.array(fc.constantFrom('', ' ', '.', '-', '\u2013', '\t'), { minLength: 20, maxLength: 20 });
  fc.assert(
    fc.property(fc.constantFrom(...SAMPLES), separators, fc.boolean(), (sample, between, lower) => {
      const spaced = Array.from(sample, (character, i) => character + between[i]).join('');
      expect(checkVatNumber(lower ? spaced.toLowerCase() : spaced)).toEqual(checkVatNumber(sample));
    }),
  );
});

test('one wrong digit is found wherever the scheme finds every one', () => {
  const strong = SAMPLES.filter((text) => /^(AT|BE|DE|DK|EE|FI|HR|HU|IT|LU|MT|PL|SE|SK|NO|CH)/.test(text));
  fc.assert(
    fc.property(fc.constantFrom(...strong), fc.nat(), fc.integer({ min: 1, max: 9 }), (sample, at, by) => {
      const places = Array.from(sample, (_, i) => i).filter((i) => /\d/.test(sample[i]!));
      const place = places[at % places.length]!;
      const wrong = sample.slice(0, place) + ((Number(sample[place]) + by) % 10) + sample.slice(place + 1);
      expect(checkVatNumber(wrong).valid, wrong).toBe(false);
    }),
  );
});
