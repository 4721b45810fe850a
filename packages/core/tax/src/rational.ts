import { divideRounded, GristmillError, type Rounding } from '@gristmill/protocol';

/** Of any size; the denominator is positive. */
interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * An exact fraction. Tax formulas compute with it so that the only roundings are the ones the law names.
 *
 * Nearly all amounts of a household are quotients of two integers that a double holds exactly, and those cost a fraction
 * of what big integers do. So a number is one of two things: `top / bottom`, both safe integers, or `large`, which then has
 * `top` and `bottom` NaN. Every sum and product of the small kind is checked to be a safe integer before it is believed
 * (NaN is none, so that one check finds both cases); all else goes by big integers. Two facts make that exact. What is
 * computed in doubles and comes out as a safe integer was not rounded. And a quotient of safe integers never rounds onto an
 * integer, nor across one: it is at least 1 / bottom away, which is more than half a unit in its last place. So
 * `Math.floor` of it is the true floor.
 *
 * What arithmetic gives is not always in lowest terms: finding them costs more than it does. `equals` compares the numbers;
 * `numerator`, `denominator` and `toString` give lowest terms.
 */
export class Rational {
  static readonly zero = new Rational(0, 1, null);
  static readonly one = new Rational(1, 1, null);

  private readonly top: number;
  private readonly bottom: number;
  private readonly large: Fraction | null;

  private constructor(top: number, bottom: number, large: Fraction | null) {
    this.top = top;
    this.bottom = bottom;
    this.large = large;
  }

  /**
   * In lowest terms, for rates are multiplied again and again.
   *
   * @throws GristmillError `RATIONAL_DIVISION_BY_ZERO`
   */
  static of(numerator: bigint, denominator = 1n): Rational {
    const [top, bottom] = [Number(numerator), Number(denominator)];
    if (!isSafe(top) || !isSafe(bottom) || bottom <= 0) return Rational.inLowestTerms(numerator, denominator);
    const divisor = bottom === 1 ? 1 : commonDivisor(Math.abs(top), bottom);
    return new Rational(top / divisor, bottom / divisor, null);
  }

  /** `parts` of which `perUnit` make one, so many cents in dollars; `perUnit` is an integer above 0. */
  static parts(parts: number | bigint, perUnit: Rational): Rational {
    const quotient = Rational.small(Number(parts), perUnit.top);
    return quotient ?? Rational.of(BigInt(parts), perUnit.numerator);
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

  /** In lowest terms, as is the denominator. */
  get numerator(): bigint {
    return this.lowestTerms().numerator;
  }

  /** Above 0. */
  get denominator(): bigint {
    return this.lowestTerms().denominator;
  }

  plus(other: Rational): Rational {
    // Most lines of most households are zero, and zero needs no arithmetic.
    if (other.top === 0) return this;
    if (this.top === 0) return other;
    return Rational.smallSum(this.top, this.bottom, other.top, other.bottom) ?? Rational.largeSum(this, other, 1n);
  }

  minus(other: Rational): Rational {
    if (other.top === 0) return this;
    return Rational.smallSum(this.top, this.bottom, -other.top, other.bottom) ?? Rational.largeSum(this, other, -1n);
  }

  times(other: Rational): Rational {
    return Rational.small(this.top * other.top, this.bottom * other.bottom) ?? Rational.largeProduct(this, other);
  }

  /** @throws GristmillError `RATIONAL_DIVISION_BY_ZERO` */
  dividedBy(other: Rational): Rational {
    // A denominator is positive; what divides may not be.
    const divisor = other.top < 0 ? -other.top : other.top;
    const top = other.top < 0 ? -this.top : this.top;
    if (divisor !== 0) {
      const quotient = Rational.small(top * other.bottom, this.bottom * divisor);
      if (quotient !== null) return quotient;
    }
    const dividend = this.fraction();
    const { numerator, denominator } = other.fraction();
    return Rational.inLowestTerms(dividend.numerator * denominator, dividend.denominator * numerator);
  }

  /** Negative, zero or positive as this is below, equal to or above `other`. */
  compare(other: Rational): -1 | 0 | 1 {
    // Rounding keeps order, so products that differ as doubles differ so in truth, be they exact or not.
    const alike = this.bottom === other.bottom;
    const left = alike ? this.top : this.top * other.bottom;
    const right = alike ? other.top : other.top * this.bottom;
    if (left < right) return -1;
    if (left > right) return 1;
    if (isSafe(left) && isSafe(right)) return 0;
    const one = this.fraction();
    const two = other.fraction();
    const exactLeft = one.numerator * two.denominator;
    const exactRight = two.numerator * one.denominator;
    return exactLeft < exactRight ? -1 : exactLeft > exactRight ? 1 : 0;
  }

  isBelow(other: Rational): boolean {
    return this.compare(other) < 0;
  }

  isAbove(other: Rational): boolean {
    return this.compare(other) > 0;
  }

  equals(other: Rational): boolean {
    return this.compare(other) === 0;
  }

  /**
   * The multiple of `step` that this non-negative number becomes under the named rounding.
   *
   * @throws GristmillError `MONEY_NEGATIVE` when this number is negative.
   */
  roundedTo(step: Rational, rounding: Rounding): Rational {
    if (this.top === 0) return this;
    const within = this.bottom / step.bottom;
    if (step.top === 1 && this.top > 0 && Number.isInteger(within)) {
      return within === 1 ? this : Rational.small(roundedQuotient(this.top, within, rounding), step.bottom)!;
    }
    return Rational.of(this.dividedBy(step).toInteger(rounding)).times(step);
  }

  /** @throws GristmillError `MONEY_NEGATIVE` when this number is negative. */
  toInteger(rounding: Rounding): bigint {
    if (this.top >= 0) return BigInt(roundedQuotient(this.top, this.bottom, rounding));
    return divideRounded(this.numerator, this.denominator, rounding);
  }

  /** The nearest whole number of parts of which `perUnit` make one, in digits, halves away from zero: for show. */
  toNearestParts(perUnit: Rational): string {
    if (this.top === 0) return '0';
    const within = this.bottom / perUnit.top;
    if (Number.isInteger(within)) return `${within === 1 ? this.top : nearestInteger(this.top, within)}`;
    const { top, bottom, large } = this.times(perUnit);
    if (large === null) return `${nearestInteger(top, bottom)}`;
    const { numerator, denominator } = large;
    const nearest = divideRounded(numerator < 0n ? -numerator : numerator, denominator, 'halfUp');
    return (numerator < 0n ? -nearest : nearest).toString();
  }

  /** Decimal digits where the number has finitely many of them (`0.9235`), else a fraction (`1/3`). */
  toString(): string {
    if (this.bottom === 1) return this.top.toString();
    const { numerator, denominator } = this.lowestTerms();
    const places = decimalPlacesOf(denominator);
    if (places === null) return `${numerator}/${denominator}`;
    if (places === 0) return numerator.toString();
    const scaled = (numerator * 10n ** BigInt(places)) / denominator;
    const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, '0');
    return `${scaled < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  }

  private fraction(): Fraction {
    return this.large ?? { numerator: BigInt(this.top), denominator: BigInt(this.bottom) };
  }

  private lowestTerms(): Fraction {
    const { numerator, denominator } = this.fraction();
    const divisor = greatestCommonDivisor(numerator, denominator);
    return { numerator: numerator / divisor, denominator: denominator / divisor };
  }

  /** `top / bottom`, or null when one of them is no safe integer. */
  private static small(top: number, bottom: number): Rational | null {
    if (!isSafe(top) || !isSafe(bottom)) return null;
    return top === 0 ? Rational.zero : new Rational(top, bottom, null);
  }

  /** `a / b + c / d`, or null when these are no safe integers, or the sum has none. */
  private static smallSum(a: number, b: number, c: number, d: number): Rational | null {
    if (b === d) return Rational.small(a + c, b);
    // Decimal places nest: dollars are so many cents, cents so many thousandths of one.
    const within = b / d;
    if (Number.isInteger(within)) return Rational.small(a + safe(c * within), b);
    const around = d / b;
    if (Number.isInteger(around)) return Rational.small(safe(a * around) + c, d);
    const divisor = commonDivisor(b, d);
    return Rational.small(safe(a * (d / divisor)) + safe(c * (b / divisor)), b * (d / divisor));
  }

  private static largeSum(a: Rational, b: Rational, sign: 1n | -1n): Rational {
    const left = a.fraction();
    const right = b.fraction();
    const numerator = left.numerator * right.denominator + sign * right.numerator * left.denominator;
    return Rational.large(a, b, numerator, left.denominator * right.denominator);
  }

  private static largeProduct(a: Rational, b: Rational): Rational {
    const left = a.fraction();
    const right = b.fraction();
    return Rational.large(a, b, left.numerator * right.numerator, left.denominator * right.denominator);
  }

  /**
   * What two numbers came to. Of two small ones it may be small again in lowest terms; where one was large already it
   * rarely is, and only what gets too long is worth the search.
   */
  private static large(a: Rational, b: Rational, numerator: bigint, denominator: bigint): Rational {
    if ((a.large === null && b.large === null) || denominator > TOO_LONG) {
      return Rational.inLowestTerms(numerator, denominator);
    }
    return Rational.small(Number(numerator), Number(denominator)) ?? new Rational(NaN, NaN, { numerator, denominator });
  }

  /** @throws GristmillError `RATIONAL_DIVISION_BY_ZERO` */
  private static inLowestTerms(numerator: bigint, denominator: bigint): Rational {
    if (denominator === 0n) {
      throw new GristmillError('RATIONAL_DIVISION_BY_ZERO', `Cannot divide ${numerator} by 0.`, {
        hint: 'Check the rate, range or share that led here.',
        fault: 'internal',
      });
    }
    const common = greatestCommonDivisor(numerator, denominator);
    const divisor = denominator < 0n ? -common : common;
    const reduced = { numerator: numerator / divisor, denominator: denominator / divisor };
    return Rational.small(Number(reduced.numerator), Number(reduced.denominator)) ?? new Rational(NaN, NaN, reduced);
  }
}

const TOO_LONG = 1n << 256n;

export function smallerOf(a: Rational, b: Rational): Rational {
  return a.isAbove(b) ? b : a;
}

export function largerOf(a: Rational, b: Rational): Rational {
  return a.isBelow(b) ? b : a;
}

/** `a - b`, or zero where that would be negative: the "excess (if any) of a over b" of statutes. */
export function excessOver(a: Rational, b: Rational): Rational {
  const difference = a.minus(b);
  return difference.isAbove(Rational.zero) ? difference : Rational.zero;
}

function isSafe(integer: number): boolean {
  return integer <= Number.MAX_SAFE_INTEGER && integer >= -Number.MAX_SAFE_INTEGER;
}

/** The integer, or NaN, which no later sum or product makes safe again. */
function safe(integer: number): number {
  return isSafe(integer) ? integer : NaN;
}

/** What `divideRounded` gives, of safe integers that are not negative. */
function roundedQuotient(top: number, bottom: number, rounding: Rounding): number {
  const quotient = Math.floor(top / bottom);
  const remainder = top - quotient * bottom;
  switch (rounding) {
    case 'down':
      return quotient;
    case 'up':
      return remainder === 0 ? quotient : quotient + 1;
    case 'halfUp':
      return remainder * 2 >= bottom ? quotient + 1 : quotient;
    case 'halfEven': {
      const twice = remainder * 2;
      if (twice !== bottom) return twice > bottom ? quotient + 1 : quotient;
      return quotient % 2 === 0 ? quotient : quotient + 1;
    }
  }
}

/** Of safe integers; halves go away from zero. */
function nearestInteger(top: number, bottom: number): number {
  return top < 0 ? -roundedQuotient(-top, bottom, 'halfUp') : roundedQuotient(top, bottom, 'halfUp');
}

/** Of safe integers, `a` not negative and `b` above 0; of NaN it is no matter what. */
function commonDivisor(a: number, b: number): number {
  let divisor = a;
  let rest = b;
  while (rest > 0) [divisor, rest] = [rest, divisor - Math.floor(divisor / rest) * rest];
  return divisor;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (x > EXACT_IN_DOUBLE || y > EXACT_IN_DOUBLE) {
    if (y === 0n) return x;
    [x, y] = [y, x % y];
  }
  return BigInt(commonDivisor(Number(x), Number(y)));
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
