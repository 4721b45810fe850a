/** Reads the numbers of the text format, to their exact bits: https://webassembly.github.io/spec/core/text/values.html */

/** An integer of `bits` bits, as an unsigned number; `null` when the text is none. */
export function integerBits(text: string, bits: number): bigint | null {
  const found = /^([+-]?)(0x[0-9a-fA-F](?:_?[0-9a-fA-F])*|\d(?:_?\d)*)$/.exec(text);
  if (found === null) return null;
  const magnitude = BigInt(found[2]!.replaceAll('_', ''));
  return BigInt.asUintN(bits, found[1] === '-' ? -magnitude : magnitude);
}

interface FloatFormat {
  readonly bits: 32 | 64;
  /** Bits of the fraction, without the leading one. */
  readonly fractionBits: number;
  readonly exponentBits: number;
}
const FORMATS = {
  32: { bits: 32, fractionBits: 23, exponentBits: 8 },
  64: { bits: 64, fractionBits: 52, exponentBits: 11 },
} as const satisfies Record<number, FloatFormat>;

/** The bits of a float, rounded to nearest, ties to even; `null` when the text is none. */
export function floatBits(text: string, bits: 32 | 64): bigint | null {
  const format = FORMATS[bits];
  const negative = text.startsWith('-');
  const magnitude = magnitudeBits(text.replace(/^[+-]/, '').replaceAll('_', ''), format);
  return magnitude === null ? null : magnitude | (negative ? 1n << BigInt(bits - 1) : 0n);
}

/** The bits of the NaN whose fraction has only its highest bit set, without the sign. */
export function canonicalNan(bits: 32 | 64): bigint {
  const { fractionBits } = FORMATS[bits];
  return infinity(FORMATS[bits]) | (1n << BigInt(fractionBits - 1));
}

function infinity({ exponentBits, fractionBits }: FloatFormat): bigint {
  return ((1n << BigInt(exponentBits)) - 1n) << BigInt(fractionBits);
}

function magnitudeBits(text: string, format: FloatFormat): bigint | null {
  if (text === 'inf') return infinity(format);
  if (text === 'nan') return canonicalNan(format.bits);
  const payload = /^nan:(0x[0-9a-fA-F]+)$/.exec(text);
  if (payload !== null) return infinity(format) | BigInt(payload[1]!);
  const hex = /^0x([0-9a-fA-F]+)\.?([0-9a-fA-F]*)(?:[pP]([+-]?\d+))?$/.exec(text);
  if (hex !== null) {
    const [, whole = '', fraction = '', exponent = '0'] = hex;
    const power = Number(exponent) - 4 * fraction.length;
    const digits = BigInt(`0x${whole}${fraction}`);
    return roundedBits(digits << BigInt(Math.max(power, 0)), 1n << BigInt(Math.max(-power, 0)), format);
  }
  const decimal = /^(\d+)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text);
  if (decimal === null) return null;
  const [, whole = '', fraction = '', exponent = '0'] = decimal;
  const power = Number(exponent) - fraction.length;
  return roundedBits(
    BigInt(whole + fraction) * 10n ** BigInt(Math.max(power, 0)),
    10n ** BigInt(Math.max(-power, 0)),
    format,
  );
}

const bitLength = (value: bigint): number => value.toString(2).length;

/** The float nearest to `numerator / denominator` (both positive, or the first zero). */
function roundedBits(numerator: bigint, denominator: bigint, format: FloatFormat): bigint {
  if (numerator === 0n) return 0n;
  const { fractionBits, exponentBits } = format;
  const lowestExponent = 2 - 2 ** (exponentBits - 1);
  // The unit in the last place, as a power of two: first by the lengths, then mended by at most one.
  let unit = Math.max(bitLength(numerator) - bitLength(denominator) - 1, lowestExponent) - fractionBits;
  const inUnits = (): bigint => {
    const scaledNumerator = numerator << BigInt(Math.max(-unit, 0));
    const scaledDenominator = denominator << BigInt(Math.max(unit, 0));
    const floor = scaledNumerator / scaledDenominator;
    const twiceRest = (scaledNumerator - floor * scaledDenominator) * 2n;
    const up = twiceRest > scaledDenominator || (twiceRest === scaledDenominator && floor % 2n === 1n);
    return floor + (up ? 1n : 0n);
  };
  let significand = inUnits();
  if (significand >> BigInt(fractionBits + 1) > 0n) {
    unit += 1;
    significand = inUnits();
  }
  const exponent = unit + fractionBits - lowestExponent;
  // The leading one of a normal number is added onto the exponent; a subnormal has none.
  const bits = (BigInt(exponent) << BigInt(fractionBits)) + significand;
  return bits >= infinity(format) ? infinity(format) : bits;
}
