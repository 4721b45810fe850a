/** `constant + Σ coefficient · variable`, exact; a variable is its number in the problem, a coefficient never 0. */
export interface Linear {
  readonly constant: bigint;
  readonly terms: ReadonlyMap<number, bigint>;
}

const NO_TERMS: ReadonlyMap<number, bigint> = new Map();

export const ZERO: Linear = { constant: 0n, terms: NO_TERMS };

export function known(constant: bigint): Linear {
  return { constant, terms: NO_TERMS };
}

export function variable(index: number): Linear {
  return { constant: 0n, terms: new Map([[index, 1n]]) };
}

export function isKnown(linear: Linear): boolean {
  return linear.terms.size === 0;
}

export function isSame(one: Linear, other: Linear): boolean {
  if (one.constant !== other.constant || one.terms.size !== other.terms.size) return false;
  return [...one.terms].every(([index, coefficient]) => other.terms.get(index) === coefficient);
}

/** `left + factor · right` */
export function addScaled(left: Linear, right: Linear, factor: bigint): Linear {
  const constant = left.constant + factor * right.constant;
  if (factor === 0n || right.terms.size === 0) return { constant, terms: left.terms };
  const terms = new Map(left.terms);
  for (const [index, coefficient] of right.terms) {
    const sum = (terms.get(index) ?? 0n) + factor * coefficient;
    if (sum === 0n) terms.delete(index);
    else terms.set(index, sum);
  }
  return { constant, terms };
}

export function add(left: Linear, right: Linear): Linear {
  return addScaled(left, right, 1n);
}

export function subtract(left: Linear, right: Linear): Linear {
  return addScaled(left, right, -1n);
}

export function scale(linear: Linear, factor: bigint): Linear {
  return addScaled(ZERO, linear, factor);
}

/** What a linear expression is worth when each variable has its value in `model`. */
export function valueIn(model: readonly bigint[], linear: Linear): bigint {
  let sum = linear.constant;
  for (const [index, coefficient] of linear.terms) sum += coefficient * model[index]!;
  return sum;
}

export function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator !== 0n && numerator < 0n !== denominator < 0n ? quotient - 1n : quotient;
}

export function ceilingDivide(numerator: bigint, denominator: bigint): bigint {
  return -floorDivide(-numerator, denominator);
}
