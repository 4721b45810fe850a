import { divideRounded, GristmillError, type Rounding } from '@gristmill/protocol';

/**
 * An exact fraction, always in lowest terms with a positive denominator.
 * Tax formulas compute with it so that the only roundings are the ones the law names.
 */
export class Rational {
  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  readonly numerator: bigint;
  readonly denominator: bigint;

  private constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /** @throws GristmillError `RATIONAL_DIVISION_BY_ZERO` */
  static of(numerator: bigint, denominator = 1n): Rational {
    if (denominator === 0n) {
      throw new GristmillError('RATIONAL_DIVISION_BY_ZERO', `Cannot divide ${numerator} by 0.`, {
        hint: 'Check the rate, range or share that led here.',
        fault: 'internal',
      });
    }
    if (denominator === 1n) return new Rational(numerator, 1n);
    const divisor = greatestCommonDivisor(numerator, denominator);
    if (denominator < 0n) return new Rational(numerator / -divisor, denominator / -divisor);
    return divisor === 1n
      ? new Rational(numerator, denominator)
      : new Rational(numerator / divisor, denominator / divisor);
  }

  /**
   * A plain decimal number such as `0.9235`, read exactly.
   *
   * @throws GristmillError `RATIONAL_MALFORMED`
   */
  static parse(text: string): Rational {
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
    if (match === null) {
      throw new GristmillError('RATIONAL_MALFORMED', `"${text}" is not a decimal number.`, {
        hint: 'Write digits with at most one decimal point, for example 0.9235.',
      });
    }
    const fraction = match[3] ?? '';
    return Rational.of(BigInt(match[1]! + match[2]! + fraction), 10n ** BigInt(fraction.length));
  }

  plus(other: Rational): Rational {
    // Most lines of most households are zero, and zero needs no arithmetic.
    if (other.numerator === 0n) return this;
    if (this.numerator === 0n) return other;
    if (this.denominator === other.denominator) {
      return Rational.of(this.numerator + other.numerator, this.denominator);
    }
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    if (other.numerator === 0n) return this;
    return this.plus(new Rational(-other.numerator, other.denominator));
  }

  times(other: Rational): Rational {
    if (this.numerator === 0n || other.numerator === 0n) return Rational.zero;
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws GristmillError `RATIONAL_DIVISION_BY_ZERO` */
  dividedBy(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  /** Negative, zero or positive as this is below, equal to or above `other`. */
  compare(other: Rational): -1 | 0 | 1 {
    const left = this.numerator * other.denominator;
    const right = other.numerator * this.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  isBelow(other: Rational): boolean {
    return this.compare(other) < 0;
  }

  isAbove(other: Rational): boolean {
    return this.compare(other) > 0;
  }

  equals(other: Rational): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  /**
   * The multiple of `step` that this non-negative number becomes under the named rounding.
   *
   * @throws GristmillError `MONEY_NEGATIVE` when this number is negative.
   */
  roundedTo(step: Rational, rounding: Rounding): Rational {
    if (this.numerator === 0n) return this;
    return Rational.of(this.dividedBy(step).toInteger(rounding)).times(step);
  }

  /** @throws GristmillError `MONEY_NEGATIVE` when this number is negative. */
  toInteger(rounding: Rounding): bigint {
    return divideRounded(this.numerator, this.denominator, rounding);
  }

  /** Decimal digits where the number has finitely many of them (`0.9235`), else a fraction (`1/3`). */
  toString(): string {
    const places = decimalPlacesOf(this.denominator);
    if (places === null) return `${this.numerator}/${this.denominator}`;
    if (places === 0) return this.numerator.toString();
    const scaled = (this.numerator * 10n ** BigInt(places)) / this.denominator;
    const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
    return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }
}

export function smallerOf(a: Rational, b: Rational): Rational {
  return a.isAbove(b) ? b : a;
}

export function largerOf(a: Rational, b: Rational): Rational {
  return a.isBelow(b) ? b : a;
}

/** `a - b`, or zero where that would be negative: the "excess (if any) of a over b" of statutes. */
export function excessOver(a: Rational, b: Rational): Rational {
  return a.isAbove(b) ? a.minus(b) : Rational.zero;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  // Divisions of big integers are what assessments spend their time on; nearly all of these fit a double exactly.
  while (x > EXACT_IN_DOUBLE || y > EXACT_IN_DOUBLE) {
    if (y === 0n) return x;
    [x, y] = [y, x % y];
  }
  let small = Number(x);
  let smaller = Number(y);
  while (smaller !== 0) [small, smaller] = [smaller, small % smaller];
  return BigInt(small);
}

const EXACT_IN_DOUBLE = BigInt(Number.MAX_SAFE_INTEGER);

/** How many decimals write a fraction with this denominator exactly; null when none do. */
function decimalPlacesOf(denominator: bigint): number | null {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}
