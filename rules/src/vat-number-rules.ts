import { civilDate } from '@gristmill/tax';
import { COUNTRY_NUMBERS } from '../eu/vat/member-states.ts';
import { passesLuhn, passesMod11And10, passesMod97And10, weightedSum } from './check-digits.ts';

/** One form that a country's numbers take: how it is written, and what must hold between its characters. */
interface VatNumberForm {
  pattern: RegExp;
  passes(number: string): boolean;
}

export interface VatNumberRule {
  /** The official description that the forms follow. */
  source: string;
  forms: readonly [VatNumberForm, ...VatNumberForm[]];
  /** Writes the leading zeros that older numbers were issued without. */
  completed?: (number: string) => string;
}

/**
 * The Commission's own description, which member states wrote. The Austrian finance ministry publishes the same rules as
 * "Konstruktionsregeln UID".
 */
const VIES = 'European Commission, DG TAXUD: VIES VAT number construction rules, functional description, version 15.0';

/** Northern Ireland, for its sales of goods, has the number 900. */
const IDENTIFICATION = `(${[...Object.values(COUNTRY_NUMBERS), '900'].join('|')})`;

/** By the prefix that VIES uses, so Greece is `EL`; `XI` is Northern Ireland. */
export const VAT_NUMBER_RULES = {
  AT: one(`${VIES}, AT`, /^U\d{8}$/, passesAustrian),
  BE: {
    source: `${VIES}, BE; Crossroads Bank for Enterprises: numbers from 1000.000.000 on`,
    forms: [
      {
        pattern: /^(0[1-9]|1\d)\d{8}$/,
        passes: (n) => 97 - (Number(n.slice(0, 8)) % 97) === Number(n.slice(8)),
      },
    ],
    completed: (n) => (/^\d{9}$/.test(n) ? `0${n}` : n),
  },
  BG: {
    source: `${VIES}, BG`,
    forms: [
      { pattern: /^\d{9}$/, passes: passesBulgarianEntity },
      { pattern: /^\d{10}$/, passes: passesBulgarianPerson },
    ],
  },
  CY: one(`${VIES}, CY; Cyprus Tax Department: numbers from 60000000 on`, /^(?!12)[0-69]\d{7}[A-Z]$/, passesCypriot),
  CZ: {
    source: `${VIES}, CZ; Act 133/2000 Coll., § 13 (birth numbers)`,
    forms: [
      { pattern: /^[0-8]\d{7}$/, passes: (n) => Number(n[7]) === elevenMinus(n, [8, 7, 6, 5, 4, 3, 2], 1, 0) },
      { pattern: /^6\d{8}$/, passes: passesCzechSpecial },
      { pattern: /^[0-5]\d{8}$/, passes: (n) => n.slice(0, 2) < '54' && isCzechBirthDate(n) },
      { pattern: /^\d{10}$/, passes: passesCzechBirthNumber },
    ],
  },
  DE: one(`${VIES}, DE (ISO 7064 MOD 11,10)`, /^[1-9]\d{8}$/, passesMod11And10),
  DK: one(`${VIES}, DK`, /^[1-9]\d{7}$/, (n) => weightedSum(n, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0),
  EE: one(`${VIES}, EE`, /^10\d{7}$/, (n) => weightedSum(n, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0),
  EL: {
    source: `${VIES}, EL`,
    forms: [
      {
        pattern: /^(?!0{9})\d{9}$/,
        passes: (n) => (weightedSum(n, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(n[8]),
      },
    ],
    completed: (n) => (/^\d{8}$/.test(n) ? `0${n}` : n),
  },
  ES: {
    source: `${VIES}, ES; Real Decreto 1065/2007, arts. 19 to 22; Orden EHA/451/2008`,
    forms: [
      { pattern: /^[A-HJUV]\d{8}$/, passes: (n) => passesLuhn(n.slice(1)) },
      { pattern: /^[A-HJNP-SU-W]\d{7}[A-J]$/, passes: (n) => passesLuhn(n.slice(1, 8) + 'JABCDEFGHI'.indexOf(n[8]!)) },
      { pattern: /^[\dKLMXYZ]\d{7}[A-Z]$/, passes: passesSpanishPerson },
    ],
  },
  FI: one(`${VIES}, FI`, /^\d{8}$/, (n) => weightedSum(n, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0 && Number(n) > 0),
  FR: one(
    `${VIES}, FR; SIREN: ISO 7812 (Luhn), but for Monaco, whose numbers begin with 000`,
    /^[\dA-HJ-NP-Z]{2}\d{9}$/,
    (n) => Number(n.slice(2)) > 0 && (n.slice(2, 5) === '000' || passesLuhn(n.slice(2))) && passesFrenchKey(n),
  ),
  HR: one(`${VIES}, HR (ISO 7064 MOD 11,10)`, /^\d{11}$/, passesMod11And10),
  HU: one(`${VIES}, HU`, /^(?!0{8})\d{8}$/, (n) => weightedSum(n, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0),
  IE: {
    source: `${VIES}, IE; Revenue: numbers since 2013 end in two letters`,
    forms: [
      { pattern: /^\d{7}[A-W][A-IW]?$/, passes: (n) => passesIrish(n.slice(0, 7), n[7]!, n[8]) },
      // Numbers of before 1991: their second character gives way to the first.
      { pattern: /^\d[A-Z+*]\d{5}[A-W]$/, passes: (n) => passesIrish(`0${n.slice(2, 7)}${n[0]}`, n[7]!) },
    ],
  },
  IT: one(`${VIES}, IT`, /^(?!0000000)\d{7}(0[1-9]\d|00[1-9]|100|120|121|888|999)\d$/, passesLuhn),
  LT: {
    source: `${VIES}, LT`,
    forms: [
      { pattern: /^\d{7}1\d$/, passes: passesLithuanian },
      { pattern: /^\d{10}1\d$/, passes: passesLithuanian },
    ],
  },
  LU: one(`${VIES}, LU`, /^\d{8}$/, (n) => Number(n.slice(0, 6)) % 89 === Number(n.slice(6)) && Number(n) > 0),
  LV: {
    source: `${VIES}, LV; Law on the Register of Natural Persons: since July 2017 personal codes begin with 32 to 39`,
    forms: [
      { pattern: /^[4-9]\d{10}$/, passes: passesLatvianEntity },
      { pattern: /^[0-3]\d[01]\d{3}[0-2]\d{4}$/, passes: (n) => isLatvianBirthDate(n) && passesLatvianPerson(n) },
      { pattern: /^3[2-9]\d{9}$/, passes: passesLatvianPerson },
    ],
  },
  MT: one(`${VIES}, MT`, /^[1-9]\d{7}$/, (n) => 37 - (weightedSum(n, [3, 4, 6, 7, 8, 9]) % 37) === Number(n.slice(6))),
  NL: {
    source: `${VIES}, NL; Belastingdienst: since 2020 numbers of sole traders pass ISO 7064 MOD 97-10`,
    forms: [
      {
        pattern: /^(?!0{9})\d{9}B(?!00)\d\d$/,
        passes: (n) => weightedSum(n, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 || passesMod97And10(`NL${n}`),
      },
    ],
    completed: (n) => (/^\d{7,8}B\d\d$/.test(n) ? n.padStart(12, '0') : n),
  },
  PL: one(
    `${VIES}, PL`,
    /^\d{10}$/,
    (n) => weightedSum(n, [6, 5, 7, 2, 3, 4, 5, 6, 7, -1]) % 11 === 0 && Number(n) > 0,
  ),
  PT: one(`${VIES}, PT`, /^[1-9]\d{8}$/, (n) => Number(n[8]) === elevenMinus(n, [9, 8, 7, 6, 5, 4, 3, 2], 0, 0)),
  RO: {
    source: `${VIES}, RO; Codul fiscal, art. 316 and 317, and Legea 105/1996 (cod numeric personal)`,
    forms: [
      { pattern: /^[1-9]\d{1,9}$/, passes: passesRomanian },
      { pattern: /^[1-9]\d{6}(0[1-9]|[1-3]\d|4[0-8]|5[12]|70|8[0-3])\d{4}$/, passes: passesRomanianPerson },
    ],
  },
  SE: one(`${VIES}, SE; Skatteverket: the number of the organisation followed by 01`, /^(?!0{10})\d{10}01$/, (n) =>
    passesLuhn(n.slice(0, 10)),
  ),
  SI: one(`${VIES}, SI`, /^[1-9]\d{7}$/, (n) => Number(n[7]) === elevenMinus(n, [8, 7, 6, 5, 4, 3, 2], null, 0)),
  SK: one(`${VIES}, SK`, /^[1-9]\d[2-47-9]\d{7}$/, (n) => Number(n) % 11 === 0),
  EU: one(
    'Commission, Guide to the VAT One Stop Shop: EU, ISO 3166-1 number of the member state of identification, serial; the check digit is not published',
    new RegExp(`^${IDENTIFICATION}\\d{6}$`),
    () => true,
  ),
  IM: one(
    'Commission, Guide to the VAT One Stop Shop: IM, ISO 3166-1 number of the member state of identification, serial; the check digit is not published',
    new RegExp(`^${IDENTIFICATION}\\d{7}$`),
    () => true,
  ),
  GB: britishRule(),
  XI: britishRule(),
  NO: one(
    'Brønnøysund Register Centre: organisation numbers (MOD 11); merverdiavgiftsloven § 15-10: followed by MVA',
    /^\d{9}(MVA)?$/,
    (n) => weightedSum(n, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 && !n.startsWith('0'),
  ),
  CH: one(
    'Federal Statistical Office: UID (MOD 11); Mehrwertsteuergesetz (SR 641.20), art. 66, and UID-Verordnung (SR 431.031), art. 8',
    /^E[1-9]\d{8}(MWST|TVA|IVA|TPV)?$/,
    (n) => weightedSum(n.slice(1), [5, 4, 3, 2, 7, 6, 5, 4, 1]) % 11 === 0,
  ),
} satisfies Record<string, VatNumberRule>;

export type VatNumberCountry = keyof typeof VAT_NUMBER_RULES;

function one(source: string, pattern: RegExp, passes: (number: string) => boolean): VatNumberRule {
  return { source, forms: [{ pattern, passes }] };
}

/** 11 less the sum modulo 11, with what stands for the two results that are no digit; null is no digit at all. */
function elevenMinus(digits: string, weights: readonly number[], of11: number | null, of10: number): number | null {
  const result = 11 - (weightedSum(digits, weights) % 11);
  if (result === 11) return of11;
  return result === 10 ? of10 : result;
}

function passesAustrian(number: string): boolean {
  let sum = 4;
  for (let i = 1; i <= 7; i++) {
    const product = Number(number[i]) * (i % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return (sum + Number(number[8])) % 10 === 0;
}

function passesBulgarianEntity(number: string): boolean {
  const first = weightedSum(number, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
  const check = first === 10 ? (weightedSum(number, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : first;
  return check === Number(number[8]) && Number(number) > 0;
}

/** A citizen's EGN, a foreigner's personal number, or one of the other registered persons. */
function passesBulgarianPerson(number: string): boolean {
  const check = Number(number[9]);
  const [year, month, day] = [number.slice(0, 2), Number(number.slice(2, 4)), number.slice(4, 6)];
  // The month tells the century: plus 20 before 1900, plus 40 from 2000 on.
  const [century, added] = month > 40 ? ['20', 40] : month > 20 ? ['18', 20] : ['19', 0];
  const citizen =
    isDate(`${century}${year}`, month - added, day) &&
    (weightedSum(number, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10 === check;
  const foreigner = weightedSum(number, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10 === check;
  const other = (11 - (weightedSum(number, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === check;
  return Number(number) > 0 && (citizen || foreigner || other);
}

const CYPRIOT_ODD_PLACES = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];

function passesCypriot(number: string): boolean {
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += i % 2 === 0 ? CYPRIOT_ODD_PLACES[Number(number[i])]! : Number(number[i]);
  return Number(number.slice(0, 8)) > 0 && String.fromCharCode(65 + (sum % 26)) === number[8];
}

/** Persons without a birth number: the sum's distance to the next multiple of 11 (1 to 11) names the check digit. */
function passesCzechSpecial(number: string): boolean {
  const distance = 11 - (weightedSum(number.slice(1), [8, 7, 6, 5, 4, 3, 2]) % 11);
  return '87654321098'[distance - 1] === number[8];
}

/** Women have 50 added to the month, and numbers since 2004 may have 20 more. */
function isCzechBirthDate(number: string): boolean {
  const twoDigits = number.slice(0, 2);
  const since1954 = number.length === 10;
  const year = since1954 && twoDigits < '54' ? `20${twoDigits}` : `19${twoDigits}`;
  const month = Number(number.slice(2, 4)) % 50;
  return isDate(year, year >= '2004' && month > 20 ? month - 20 : month, number.slice(4, 6));
}

function passesCzechBirthNumber(number: string): boolean {
  if (!isCzechBirthDate(number)) return false;
  if (Number(number) % 11 === 0) return true;
  // Until 1985 a remainder of 10 was written as a 0.
  return number[9] === '0' && Number(number.slice(0, 9)) % 11 === 10 && number >= '54' && number < '86';
}

const SPANISH_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Citizens have eight digits; foreigners X, Y or Z before seven; K, L and M stand for no digit. */
function passesSpanishPerson(number: string): boolean {
  const place = 'XYZ'.indexOf(number[0]!);
  const digits = /^[KLM]/.test(number) ? number.slice(1, 8) : (place < 0 ? number[0]! : place) + number.slice(1, 8);
  return SPANISH_LETTERS[Number(digits) % 23] === number[8];
}

const FRENCH_KEY_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The two characters before the SIREN: digits by modulus 97, or with letters in them by modulus 11. */
function passesFrenchKey(number: string): boolean {
  const key = number.slice(0, 2);
  const siren = Number(number.slice(2));
  if (/^\d\d$/.test(key)) return (siren * 100 + 12) % 97 === Number(key);
  const [first, second] = [FRENCH_KEY_CHARACTERS.indexOf(key[0]!), FRENCH_KEY_CHARACTERS.indexOf(key[1]!)];
  const value = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100;
  return (siren + Math.floor(value / 11) + 1) % 11 === value % 11;
}

const IRISH_LETTERS = 'WABCDEFGHIJKLMNOPQRSTUV';

function passesIrish(digits: string, check: string, second = 'W'): boolean {
  const sum = weightedSum(digits, [8, 7, 6, 5, 4, 3, 2]) + 9 * IRISH_LETTERS.indexOf(second);
  return IRISH_LETTERS[sum % 23] === check;
}

function passesRomanian(number: string): boolean {
  const padded = number.padStart(10, '0');
  return ((weightedSum(padded, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === Number(padded[9]);
}

/** The first digit tells sex and century; 7, 8 and 9 are residents and foreigners, of whom it tells no century. */
function passesRomanianPerson(number: string): boolean {
  const centuries = { '1': '19', '2': '19', '3': '18', '4': '18', '5': '20', '6': '20' } as const;
  const century = centuries[number[0] as keyof typeof centuries] ?? '19';
  const check = weightedSum(number, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
  return (
    isDate(century + number.slice(1, 3), Number(number.slice(3, 5)), number.slice(5, 7)) &&
    (check === 10 ? 1 : check) === Number(number[12])
  );
}

function passesLithuanian(number: string): boolean {
  const places = Array.from({ length: number.length - 1 }, (_, i) => i);
  const remainder = (offset: number) =>
    weightedSum(
      number,
      places.map((i) => 1 + ((i + offset) % 9)),
    ) % 11;
  const first = remainder(0);
  return (first === 10 ? remainder(2) % 10 : first) === Number(number.at(-1));
}

function passesLatvianEntity(number: string): boolean {
  const remainder = weightedSum(number, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11;
  // A remainder of 4 gives 10, which is written as 0.
  return ((14 - remainder) % 11) % 10 === Number(number[10]);
}

/** The Commission's rules leave this digit out; every personal code that is published as a specimen has it. */
function passesLatvianPerson(number: string): boolean {
  return ((1 + weightedSum(number, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === Number(number[10]);
}

function isLatvianBirthDate(number: string): boolean {
  return isDate(`${18 + Number(number[6])}${number.slice(4, 6)}`, Number(number.slice(2, 4)), number.slice(0, 2));
}

function britishRule(): VatNumberRule {
  return {
    source: `${VIES}, GB; HMRC, VAT Notice 725 and Check a UK VAT number: modulus 97, and modulus 9755 since 2010`,
    forms: [
      // The last three of twelve digits name a branch, from 001 on.
      { pattern: /^\d{9}((?!000)\d{3})?$/, passes: passesBritish },
      // Government departments and health authorities, and the long form in which trade with the EU knew them.
      { pattern: /^(GD[0-4]|HA[5-9])\d\d$/, passes: () => true },
      {
        pattern: /^(GD8888[0-4]|HA8888[5-9])\d{4}$/,
        passes: (n) => Number(n.slice(6, 9)) % 97 === Number(n.slice(9)),
      },
    ],
  };
}

/** Each algorithm has ranges in which it issues no numbers. */
function passesBritish(number: string): boolean {
  const serial = Number(number.slice(0, 7));
  const remainder = weightedSum(number, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97;
  if (Number(number.slice(7, 9)) > 96 || serial === 0) return false;
  const oldRange =
    serial < 9_990_001 && (serial < 100_000 || serial > 999_999) && (serial < 9_490_001 || serial > 9_700_000);
  return (remainder === 0 && oldRange) || ((remainder + 55) % 97 === 0 && serial > 1_000_000);
}

function isDate(year: string, month: number, day: string): boolean {
  return civilDate.safeParse(`${year}-${month.toString().padStart(2, '0')}-${day}`).success;
}
