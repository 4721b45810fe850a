import { GristmillError } from './errors.ts';

/**
 * How a quotient becomes an integer. Every division of money names one; there is no default.
 * `statutory` roundings belong to rule packs and are built from these.
 */
export type Rounding = 'down' | 'up' | 'halfUp' | 'halfEven';

/**
 * `numerator / denominator` as an integer, rounded as named. Numbers are non-negative: money owed the other way is a
 * different posting, not a negative amount.
 *
 * @throws GristmillError `MONEY_NEGATIVE` when an argument is negative, `MONEY_DIVISION_BY_ZERO` when `denominator` is 0.
 */
export function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator === 0n) {
    throw new GristmillError('MONEY_DIVISION_BY_ZERO', `Cannot divide ${numerator} by 0.`, {
      hint: 'Check the share or rate that led here.',
      fault: 'internal',
    });
  }
  if (numerator < 0n || denominator < 0n) {
    throw new GristmillError('MONEY_NEGATIVE', `Cannot round ${numerator}/${denominator}: money is never negative.`, {
      hint: 'Swap debtor and creditor instead of using a negative amount.',
      fault: 'internal',
    });
  }
  const quotient = numerator / denominator;
  const remainder = numerator % denominator;
  switch (rounding) {
    case 'down':
      return quotient;
    case 'up':
      return remainder === 0n ? quotient : quotient + 1n;
    case 'halfUp':
      return remainder * 2n >= denominator ? quotient + 1n : quotient;
    case 'halfEven': {
      const twice = remainder * 2n;
      if (twice !== denominator) return twice > denominator ? quotient + 1n : quotient;
      return quotient % 2n === 0n ? quotient : quotient + 1n;
    }
  }
}

/** An asset that amounts are counted in: its code, and how many decimal places its minor unit has. */
export interface Asset {
  code: string;
  decimals: number;
}

/** Integer minor units as people write them: `formatUnits(1234567n, { code: 'GUSD', decimals: 6 })` is `1.234567 GUSD`. */
export function formatUnits(units: bigint, { code, decimals }: Asset): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return `${whole}${fraction === '' ? '' : `.${fraction}`} ${code}`;
}

/**
 * What people write (`12.5`) as integer minor units.
 *
 * @throws GristmillError `MONEY_MALFORMED` when it is not a plain decimal number or has more decimals than the asset.
 */
export function parseUnits(text: string, { code, decimals }: Asset): bigint {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
  const fraction = match?.[2] ?? '';
  if (match === null || fraction.length > decimals) {
    throw new GristmillError('MONEY_MALFORMED', `"${text}" is not an amount of ${code}.`, {
      hint: `Write a plain number with at most ${decimals} decimals, for example 12.5.`,
    });
  }
  return BigInt(match[1]! + fraction.padEnd(decimals, '0'));
}

/** The price of `fuel` at `unitsPerGigafuel` minor units a 10^9 fuel, rounded up so that work is never free. */
export function priceOfFuel(fuel: bigint, unitsPerGigafuel: bigint): bigint {
  return divideRounded(fuel * unitsPerGigafuel, 1_000_000_000n, 'up');
}
